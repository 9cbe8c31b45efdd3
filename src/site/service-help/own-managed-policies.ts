// Which AWS managed policies are about a service.

/** The most that a page lists. */
const most = 12
/** At least this share of a policy's entries must be about the service. */
const share = 0.5

/**
 * AWS managed policies by the service that they are about: full access first, then read only, then the others.
 * `prefixes` are all services with their names.
 */
export function managedPoliciesByService(
  policies: ReadonlyMap<string, { readonly document: unknown }>,
  prefixes: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [name, { document }] of policies) {
    const service = /ServiceRolePolicy$/.test(name) ? undefined : serviceOf(name, document, prefixes)
    if (service !== undefined) found.set(service, [...(found.get(service) ?? []), name])
  }
  return new Map([...found].map(([service, names]) => [service, names.toSorted(byUse).slice(0, most)]))
}

/** The service that the policy is named after, or that it allows all of, or that at least half of its actions belong to. */
function serviceOf(name: string, document: unknown, prefixes: ReadonlyMap<string, string>): string | undefined {
  const actions = actionsIn(document)
  const services = actions.map((action) => action.split(':')[0]?.toLowerCase() ?? '')
  const counts = Map.groupBy(services, (service) => service)
  const [named] = [...counts.keys()]
    .map((service) => ({ service, part: partOf(name, service, prefixes.get(service)) }))
    .toSorted((a, b) => b.part - a.part)
  if (named && named.part > 0) return named.service
  const whole = actions.find((action) => /^[a-z0-9-]+:\*$/i.test(action))
  if (whole !== undefined) return whole.split(':')[0]?.toLowerCase()
  const [first] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return first && first[0] !== '*' && first[1].length >= services.length * share ? first[0] : undefined
}

/** How many letters of a policy's name are the service's prefix or name; 0 where it has neither. */
function partOf(policy: string, prefix: string, name = ''): number {
  const short = name.replace(/^(?:Amazon|AWS) /, '').replaceAll(/[^a-z0-9]/gi, '')
  const parts = [prefix.replaceAll('-', ''), short.toLowerCase()].filter(
    (part) => part.length > 1 && policy.toLowerCase().includes(part),
  )
  return Math.max(0, ...parts.map(({ length }) => length))
}

/** The actions of a document's Allow statements. AWS's own documents are objects with a Statement. */
function actionsIn(document: unknown): readonly string[] {
  return listOf(memberOf(document, 'Statement')).flatMap((statement) =>
    memberOf(statement, 'Effect') === 'Allow' ? listOf(memberOf(statement, 'Action')).map(String) : [],
  )
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

function byUse(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || a.localeCompare(b, 'en')
}

const rankOf = (name: string): number =>
  /FullAccess/i.test(name) ? 0 : /ReadOnly/i.test(name) ? 1 : /Power|Developer|Operator|Admin/i.test(name) ? 2 : 3
