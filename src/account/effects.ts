import { type CompiledStatement, isAbout, type PreparedPolicy } from '../evaluate/index.ts'
import { globMatch, type ResourcePattern } from '../iam/index.ts'

/**
 * What a policy does to requests for one subject, by any caller: nothing, or it allows them, denies them, or both. "complex": a condition, a
 * variable, or an element that this doesn't read decides.
 */
export type PolicyEffect = 'none' | 'allows' | 'denies' | 'both' | 'complex'

/** Reads the effect of a policy's statements about an action on a resource. */
export function effectOn(about: readonly CompiledStatement[], resource: string): PolicyEffect {
  let effect: PolicyEffect = 'none'
  for (const statement of about) {
    const hit = isHit(statement, resource)
    if (hit === false) continue
    if (hit === undefined || statement.conditions.length > 0) return 'complex'
    const own = statement.effect === 'Allow' ? 'allows' : 'denies'
    effect = effect === 'none' || effect === own ? own : 'both'
  }
  return effect
}

/** The statements of a policy about an action. */
export function statementsAbout({ prepared }: PreparedPolicy, action: string): readonly CompiledStatement[] {
  const asked = sidesOf(action)
  return prepared.statements.filter(
    (each) => (each.services === undefined || each.services.has(asked.service)) && isAbout(each, asked),
  )
}

/** Policies by the services that their statements name; those about every service are in all of the lists. */
interface PoliciesByService<Policy> {
  about(action: string): readonly Policy[]
}

/** Sorts policies by service once, so that a question reads only those that might be about its action. */
export function policiesByService<Policy>(
  policies: Iterable<Policy>,
  read: (policy: Policy) => PreparedPolicy,
): PoliciesByService<Policy> {
  const general: Policy[] = []
  const special = new Map<string, Policy[]>()
  for (const policy of policies) {
    const { statements } = read(policy).prepared
    const services = new Set(statements.flatMap((each) => (each.services ? [...each.services] : ['*'])))
    if (services.has('*')) general.push(policy)
    else
      for (const service of services) {
        const known = special.get(service)
        if (known) known.push(policy)
        else special.set(service, [policy])
      }
  }
  return { about: (action) => [...general, ...(special.get(sidesOf(action).service) ?? [])] }
}

/** Is a resource among those of the statement? Undefined: it isn't decided by its text alone. */
export function isHit({ resource: clause }: CompiledStatement, resource: string): boolean | undefined {
  if (!clause) return true
  // A request through an access point is also one for its bucket.
  if (resource.includes(':accesspoint/')) return undefined
  const hits = clause.items.map(({ value }) => isHitBy(value, resource))
  if (hits.includes(undefined)) return undefined
  return hits.includes(true) === (clause.sense === 'any-of')
}

function isHitBy(pattern: ResourcePattern, resource: string): boolean | undefined {
  if (pattern.kind === 'all') return true
  if (pattern.kind === 'invalid') return false
  return pattern.whole.glob && globMatch(pattern.whole.glob, resource)
}

/** The two sides of "service:Action", in lower case. */
function sidesOf(action: string): { readonly service: string; readonly actionName: string } {
  const lower = action.trim().toLowerCase()
  const colon = lower.indexOf(':')
  return { service: lower.slice(0, Math.max(0, colon)), actionName: lower.slice(colon + 1) }
}

/** Which of the resources in these statements match a resource: two resources with the same result are the same to all of them. */
export function resourceClasses(statements: readonly CompiledStatement[]): (resource: string) => string {
  const items = statements.flatMap(({ resource }) => resource?.items.map(({ value }) => value) ?? [])
  const patterns = [...new Map(items.map((value) => [value.raw, value])).values()]
  // A variable can be any part of the resource.
  if (patterns.some((pattern) => pattern.kind === 'arn' && !pattern.whole.glob)) return (resource) => resource
  return (resource) => patterns.flatMap((pattern, i) => (isHitBy(pattern, resource) ? [i] : [])).join(' ')
}
