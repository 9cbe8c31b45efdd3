import type { Condition, ConditionValue, PolicyDocument, Statement } from '../iam/index.ts'
import type { Located } from '../text/index.ts'

/** One condition with its statement. */
export interface ConditionAt {
  readonly statement: Statement
  readonly condition: Condition
  /** In lower case. */
  readonly key: string
}

/** Every condition of a policy. */
export const readConditions = ({ statements }: PolicyDocument): readonly ConditionAt[] =>
  statements.flatMap((statement) =>
    statement.conditions.map((condition) => ({ statement, condition, key: condition.key.value.toLowerCase() })),
  )

/** The JSON pointer of a value: its own place in a list, or the key’s place for a single value. */
export const valuePath = ({ path, values }: Condition, value: Located<ConditionValue>): string =>
  values.length > 1 ? `${path}/${values.indexOf(value)}` : path
