import {
  type ActionPattern,
  type Clause,
  coversActions,
  coversResource,
  overlaps,
  type PrincipalPattern,
  type ResourcePattern,
  type Statement,
} from '../iam/index.ts'

/** So many pairs of patterns are compared in one policy; no policy that AWS accepts is long enough for more. */
const mostPairs = 200_000

/**
 * Every statement that allows something, with a Deny of the same policy that covers its actions, resources, and principals. `counts` chooses the
 * Denies by their conditions: without it, only those without any, which hold whatever the request.
 */
export function* deniedWholly(
  statements: readonly Statement[],
  counts = ({ conditions }: Statement, _allow: Statement): boolean => conditions.length === 0,
): Iterable<{ readonly statement: Statement; readonly by: Statement }> {
  const denies = statements.filter((each) => each.effective && each.effect?.value === 'Deny')
  if (denies.length === 0) return
  let pairs = 0
  for (const statement of statements) {
    if (!statement.effective || statement.effect?.value !== 'Allow') continue
    for (const by of denies) {
      const isCounted = counts(by, statement)
      pairs += isCounted ? cost(statement, by) : 1
      if (pairs > mostPairs) return
      if (!isCounted || !coversAll(by, statement)) continue
      yield { statement, by }
      break
    }
  }
}

const size = (clause: Clause<unknown> | undefined): number => clause?.items.length ?? 1
const cost = (a: Statement, b: Statement): number =>
  1 + size(a.action) * size(b.action) + size(a.resource) * size(b.resource) + size(a.principal) * size(b.principal)

const coversAll = (deny: Statement, allow: Statement): boolean =>
  coversActionClause(deny.action, allow.action) &&
  coversResources(deny.resource, allow.resource) &&
  coversPrincipals(deny.principal, allow.principal)

const textOf = (action: ActionPattern): string => (action.kind === 'all' ? '*' : action.raw.toLowerCase())

const areApart = (left: ActionPattern, value: ActionPattern): boolean =>
  left.kind !== 'open' && value.kind !== 'open' && !overlaps(textOf(left), textOf(value))

function coversActionClause(deny: Statement['action'], allow: Statement['action']): boolean {
  if (deny?.sense !== 'any-of') {
    // NotAction: denied is what none of its entries match.
    return Boolean(
      deny &&
        allow?.sense === 'any-of' &&
        allow.items.length > 0 &&
        allow.items.every(({ value }) => deny.items.every((left) => areApart(left.value, value))),
    )
  }
  if (deny.items.some(({ value }) => value.kind === 'all')) return true
  return everyItem(allow, (item) => deny.items.some(({ value }) => coversActions(value, item)))
}

function coversResources(deny: Statement['resource'], allow: Statement['resource']): boolean {
  if (deny?.sense !== 'any-of') return deny === undefined && allow === undefined
  if (deny.items.some(({ value }) => value.kind === 'all')) return true
  return everyItem(allow, (item: ResourcePattern) =>
    deny.items.some(
      ({ value }) => value.raw === item.raw || (value.kind === 'arn' && coversResource(value.raw, item.raw)),
    ),
  )
}

/** Everyone, or exactly the same principals. */
function coversPrincipals(deny: Statement['principal'], allow: Statement['principal']): boolean {
  if (deny?.sense !== 'any-of') return deny === undefined && allow === undefined
  if (deny.items.some(({ value }) => value.kind === 'everyone')) return true
  const denied = new Set(deny.items.map(({ value }) => nameOf(value)))
  return everyItem(allow, (item: PrincipalPattern) => denied.has(nameOf(item)))
}

const nameOf = ({ kind, raw }: PrincipalPattern): string => `${kind} ${raw}`

const everyItem = <T>(clause: Clause<T> | undefined, test: (item: T) => boolean): boolean =>
  clause?.sense === 'any-of' && clause.items.length > 0 && clause.items.every(({ value }) => test(value))
