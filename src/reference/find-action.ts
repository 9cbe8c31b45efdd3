import { closest, closestAction } from './closest.ts'
import type { Action, Reference, Service } from './reference.ts'

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
  return { ...nothing, known: 'no', service, suggestion: suggestionIn(service, name) ?? elsewhere(reference, name) }
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

/** The same action name in another service that is loaded. */
function elsewhere(reference: Reference, name: string): string | undefined {
  for (const service of reference.services.values()) {
    const action = service.actions.get(name)
    if (action) return `${service.prefix}:${action.name}`
  }
  return undefined
}
