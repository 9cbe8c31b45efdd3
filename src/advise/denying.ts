import type { StatementRef } from '../evaluate/index.ts'
import type { Condition, Statement } from '../iam/index.ts'
import { statementOf } from './fixes/except-from-deny.ts'
import { type Evaluated, isEvaluated, type Situation } from './situation.ts'

/** A statement that denies the request. */
export interface Denying {
  readonly situation: Evaluated
  readonly ref: StatementRef
  readonly statement: Statement
}

/** The first Deny that hits, of the layer that is blamed; undefined where none of the given policies denies. */
export function denyingStatement(situation: Situation): Denying | undefined {
  if (!isEvaluated(situation) || situation.verdict.decision !== 'explicitDeny' || situation.blame.unseen)
    return undefined
  const ref = situation.verdict.decidedBy.find(({ policyType }) => policyType === situation.blame.policyType)
  const statement = ref && statementOf(situation, ref)
  return statement && { situation, ref, statement }
}

/**
 * The conditions of each Deny that stops the call: it has to get out of all of them. Where several statements deny only together, each under its value of
 * an unknown key, getting out of one leads into another.
 */
export function avoidable({ situation }: Denying): readonly (readonly Condition[])[] {
  const { gates } = situation.verdict
  const decidedBy: readonly StatementRef[] = situation.verdict.decidedBy
  const unsure = gates.flatMap(({ statements }) => statements.filter(({ answer }) => answer === 'unknown'))
  if (decidedBy.length > 1 && unsure.some(({ ref }) => decidedBy.includes(ref))) return []
  return decidedBy.map((ref) => {
    const conditions = statementOf(situation, ref)?.conditions ?? []
    return conditions.filter(({ key }) => !isNeverCarried(situation, key.value))
  })
}

/** Do requests for the action never carry this key? Then no call can meet a condition on it. */
export const isNeverCarried = ({ verdict }: Evaluated, key: string): boolean =>
  verdict.unsupportedKeys.some((each) => each.toLowerCase() === key.toLowerCase())

/** The condition of a statement that looks at one of these keys. */
export const conditionOn = ({ conditions }: Statement, ...keys: readonly string[]): Condition | undefined =>
  conditions.find(({ key }) => keys.some((wanted) => wanted.toLowerCase() === key.value.toLowerCase()))

/** The values of a condition, as the policy writes them. */
export const valuesOf = ({ values }: Condition): readonly string[] => values.map(({ value }) => value.raw)
