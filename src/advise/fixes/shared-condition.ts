import { readOf } from '../../evaluate/index.ts'
import type { Statement } from '../../iam/index.ts'
import { endpointKeys, findGlobalKey, listsKey, onlyRegionOf } from '../../reference/index.ts'
import { isMetByAnother } from '../deeds/index.ts'
import type { Evaluated } from '../situation.ts'
import type { Json } from './json-text.ts'
import { conditionJson } from './kept-condition.ts'

/** A condition that all statements share: those about one service, or all of them where none is about it. */
export interface SharedCondition {
  readonly condition: Json
  readonly of: 'service' | 'everything'
}

type Clause = Statement['conditions'][number]

/**
 * The condition under which the caller's policies allow everything that they allow in the action's service, or everything at all: a new statement for the
 * action keeps what of it can hold for this action, except for keys about which the statement says something of its own (`said`, in lower case). Undefined if
 * they also allow something there without it.
 */
export function sharedCondition(
  situation: Evaluated,
  action: string,
  said: ReadonlySet<string> = new Set(),
): SharedCondition | undefined {
  const service = action.split(':', 1)[0]?.toLowerCase() ?? ''
  const allowing = situation.policies
    .filter(({ given, type }) => given && type === 'identity')
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect, effective }) => effective && effect?.value === 'Allow')
  const own = allowing.filter((statement) => speaksOf(statement, service))
  const of = own.length > 0 ? 'service' : 'everything'
  const shared = inAll(own.length > 0 ? own : allowing).filter(
    (clause) =>
      !said.has(clause.key.value.toLowerCase()) &&
      holds(situation, action, clause.key.value, of) &&
      !isMetByAnother(clause, situation.asked),
  )
  return shared.length > 0 ? { condition: conditionJson(shared), of } : undefined
}

const speaksOf = ({ action }: Statement, service: string): boolean =>
  action?.items.some(({ value }) => value.kind === 'all' || (value.kind === 'action' && value.service === service)) ===
  true

/** The clauses that each of the statements has. */
function inAll([first, ...others]: readonly Statement[]): readonly Clause[] {
  const rest = others.map(({ conditions }) => new Set(conditions.map(textOf)))
  return first?.conditions.filter((clause) => rest.every((texts) => texts.has(textOf(clause)))) ?? []
}

const textOf = ({ operator, key, values }: Clause): string =>
  JSON.stringify([
    operator.written.toLowerCase(),
    key.value.toLowerCase(),
    values.map(({ value }) => value.raw).toSorted(),
  ])

/** Keys of a request that every call carries, or that say the same of every call. */
const ofEveryCall: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:referer',
  'aws:securetransport',
  'aws:useragent',
])

/** Can a condition on this key hold for the action? One that speaks of something else would keep the new statement from ever allowing it. */
function holds({ asked, reference }: Evaluated, action: string, written: string, of: SharedCondition['of']): boolean {
  const key = written.toLowerCase()
  const service = action.split(':', 1)[0]?.toLowerCase() ?? ''
  // Services without a Region of their own are called in one.
  if (key === 'aws:requestedregion') return onlyRegionOf(service, asked.caller.partition) === undefined
  // A VPC endpoint is one service's.
  if (endpointKeys.includes(key)) return of === 'service'
  const group = findGlobalKey(key)?.group
  if (group === 'principal' || group === 'session' || group === 'network' || ofEveryCall.has(key)) return true
  return reference !== undefined && listsKey(reference, action.toLowerCase(), key)
}

/** The keys of a condition, in lower case. */
export const keysIn = (condition: Json | undefined): ReadonlySet<string> =>
  new Set(
    isMembers(condition)
      ? Object.values(condition).flatMap((clauses) =>
          isMembers(clauses) ? Object.keys(clauses).map((key) => key.toLowerCase()) : [],
        )
      : [],
  )

type Members = Readonly<Record<string, Json>>

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Both conditions in one: all clauses of an element must hold. */
export function withBoth(shared: Json, own: Json | undefined): Json {
  if (!isMembers(shared) || !isMembers(own)) return own ?? shared
  const operators = new Map(Object.entries(shared))
  for (const [operator, clauses] of Object.entries(own)) {
    const before = operators.get(operator)
    operators.set(operator, isMembers(before) && isMembers(clauses) ? { ...before, ...clauses } : clauses)
  }
  return Object.fromEntries(operators)
}
