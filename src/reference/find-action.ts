import { closest, closestAction, hasUsualVerb } from './closest.ts'
import type { Action, Reference, Service } from './reference.ts'
import { renamedOperations } from './renamed-operations.ts'

/** What is known of one action. */
interface ActionFound {
  /** "unknown": its service's data is not loaded. */
  readonly known: 'yes' | 'no' | 'unknown'
  readonly service: Service | undefined
  readonly action: Action | undefined
  /** For an action that AWS does not list: the one that is probably meant, "service:Action". */
  readonly suggestion: string | undefined
}

/** Looks an action up, "service:Action" in any case. */
export function findAction(reference: Reference, text: string): ActionFound {
  const nothing = { service: undefined, action: undefined, suggestion: undefined }
  const asked = text.trim().toLowerCase()
  const colon = asked.indexOf(':')
  const [prefix, name] = [asked.slice(0, Math.max(colon, 0)), asked.slice(colon + 1)]
  const service = reference.services.get(prefix)
  if (!service) {
    if (reference.prefixes.has(prefix)) return { ...nothing, known: 'unknown' }
    const meant = closest(prefix, reference.prefixes.keys())
    return { ...nothing, known: 'no', suggestion: meant && suggestionIn(reference.services.get(meant), name) }
  }
  const action = service.actions.get(name)
  if (action) return { ...nothing, known: 'yes', service, action }
  const suggestion =
    renamedOperations.get(asked) ?? suggestionIn(service, name) ?? elsewhere(reference, text.trim().slice(colon + 1))
  return { ...nothing, known: 'no', service, suggestion }
}

function suggestionIn(service: Service | undefined, name: string): string | undefined {
  const meant =
    service &&
    closestAction(
      name,
      [...service.actions.values()].map((action) => action.name),
    )
  const action = meant === undefined ? undefined : service?.actions.get(meant)
  return action && `${service?.prefix}:${action.name}`
}

/**
 * The action of exactly this name in the only other loaded service that has one: "ec2:PutLogEvents" is CloudWatch Logs', and
 * "iam:AssumeRole" is AWS STS's. A usual verb with one word ("ListObjects") says too little: services that have nothing in common share such names.
 */
function elsewhere(reference: Reference, name: string): string | undefined {
  const words = /^(?:[A-Z][a-z0-9]+)+$/.test(name) ? (name.match(/[A-Z]/g)?.length ?? 0) : 0
  if (words < 2 || (words === 2 && hasUsualVerb(name))) return undefined
  const found = [...reference.services.values()].flatMap((service) => {
    const action = service.actions.get(name.toLowerCase())
    return action?.name === name ? [`${service.prefix}:${name}`] : []
  })
  return found.length === 1 ? found[0] : undefined
}
