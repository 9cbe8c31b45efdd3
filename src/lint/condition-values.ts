import type { Condition, ConditionValue, PolicyDocument, Statement } from '../iam/index.ts'
import type { Located } from '../text/index.ts'
import type { Subject } from './check.ts'

/** One condition with its statement. */
export interface ConditionAt {
  readonly statement: Statement
  readonly condition: Condition
  /** In lower case. */
  readonly key: string
}

/** Every condition of a policy; gathered once for all checks. */
export function conditionsOf({ policy }: Pick<Subject, 'policy'>): readonly ConditionAt[] {
  const made = known.get(policy) ?? gather(policy)
  known.set(policy, made)
  return made
}

const known = new WeakMap<PolicyDocument, readonly ConditionAt[]>()

const gather = ({ statements }: PolicyDocument): readonly ConditionAt[] =>
  statements.flatMap((statement) =>
    statement.conditions.map((condition) => ({ statement, condition, key: condition.key.value.toLowerCase() })),
  )

/** The JSON pointer of a value: its own place in a list, or the key’s place for a single value. */
export const valuePath = ({ path, values }: Condition, value: Located<ConditionValue>): string =>
  values.length > 1 ? `${path}/${values.indexOf(value)}` : path
