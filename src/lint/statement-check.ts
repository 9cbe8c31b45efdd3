import type { Condition, Operator, Statement } from '../iam/index.ts'
import type { Span } from '../text/index.ts'
import type { Messages } from '../words/index.ts'
import type { Check, Subject } from './check.ts'
import type { MessageOf } from './messages.ts'

/** A place in a policy. */
interface At {
  readonly path: string
  readonly span: Span
}

/** What is wrong with a statement, and where. */
interface Fault<M extends Messages> {
  readonly at: At
  readonly message: MessageOf<M>
}

type About<M extends Messages> = Omit<Check, 'find' | 'own' | 'messages'> & { readonly messages: M }

/** A check of our own that looks at one statement after the other. Statements that AWS wouldn't accept are left to the checks of the grammar. */
export const statementCheck = <const M extends Messages>(
  about: About<M>,
  faultIn: (statement: Statement, subject: Subject) => Fault<M> | undefined,
): Check => ({
  ...about,
  own: true,
  *find(subject) {
    for (const statement of subject.policy.statements) {
      const fault = statement.effective ? faultIn(statement, subject) : undefined
      if (fault) yield { ...fault.at, message: fault.message }
    }
  },
})

/** A condition key (a pattern of its lower case), and operators under which a check looks at it: all, if it doesn't say. */
interface Key {
  readonly key: RegExp
  readonly under?: (operator: Operator) => boolean
}

/** A check of our own that looks at the first condition on a key in each statement that has one. */
export const conditionCheck = <const M extends Messages>(
  { key: wanted, under = () => true, ...about }: Omit<About<M>, 'needs'> & Key,
  faultIn: (condition: Condition, statement: Statement, subject: Subject) => Fault<M> | undefined,
): Check => ({
  ...about,
  needs: wanted,
  own: true,
  *find(subject) {
    let last: Statement | undefined
    for (const { statement, condition, key } of subject.conditions) {
      const operator = condition.operator.value
      if (statement === last || !statement.effective || !operator || !under(operator) || !wanted.test(key)) continue
      last = statement
      const fault = faultIn(condition, statement, subject)
      if (fault) yield { ...fault.at, message: fault.message }
    }
  },
})

/** The key of a condition. */
export const atKey = ({ path, key }: Condition): At => ({ path, span: key.span })

/** The keyword and value of an element. */
export const atElement = (
  { path, span }: Statement,
  element: Pick<NonNullable<Statement['action']>, 'keyword' | 'span'> | undefined,
): At => (element ? { path: `${path}/${element.keyword.value}`, span: element.span } : { path, span })

export const isAllow = ({ effect }: Statement): boolean => effect?.value === 'Allow'
export const isDeny = ({ effect }: Statement): boolean => effect?.value === 'Deny'

/** Principal "*" or { "AWS": "*" }, or no Principal at all, as in an SCP. */
export const isForEveryone = ({ principal }: Statement): boolean =>
  !principal || (principal.sense === 'any-of' && principal.items.some(({ value }) => value.kind === 'everyone'))

/** Are all principals AWS services? Those that deliver logs always send the ACL header, for instance. */
export const isForServices = ({ principal }: Statement): boolean =>
  principal?.sense === 'any-of' &&
  principal.items.length > 0 &&
  principal.items.every(({ value }) => value.kind === 'service')

/** The conditions on keys (matched in lower case) under operators of a kind. */
export const conditionsOn = (
  { conditions }: Statement,
  key: RegExp,
  under: (operator: Operator) => boolean = () => true,
): readonly Condition[] =>
  conditions.filter(
    (condition) =>
      key.test(condition.key.value.toLowerCase()) &&
      condition.operator.value !== undefined &&
      under(condition.operator.value),
  )

/** "…NotEquals", "…NotLike", "NotIpAddress": also holds where the key is missing, with or without IfExists. */
export const isNegated = (operator: Operator): boolean => operator.negated
/** Holds only where the key is there. */
export const asksForKey = (operator: Operator): boolean =>
  !operator.negated && !operator.ifExists && operator.comparison !== 'null' && operator.quantifier !== 'for-all'

/** Does a `Null` condition keep requests without this key out of the statement? */
export const asksThatKeyIsThere = ({ conditions }: Statement, name: string): boolean =>
  conditions.some(
    ({ key, operator, values }) =>
      key.value.toLowerCase() === name.toLowerCase() &&
      operator.value?.comparison === 'null' &&
      values.some(({ value }) => value.raw.toLowerCase() === 'false'),
  )

/** Does `Action` allow or deny this action, or everything? `NotAction` counts as not. */
export const includesAction = ({ action }: Statement, wanted: RegExp): boolean =>
  action?.sense === 'any-of' && action.items.some(({ value }) => wanted.test(value.raw.toLowerCase()))

/** "*" in Action. */
export const isEveryAction = ({ action }: Statement): boolean =>
  action?.sense === 'any-of' && action.items.some(({ value }) => value.kind === 'all')

/** "*" in Resource. */
export const isEveryResource = ({ resource }: Statement): boolean =>
  resource?.sense === 'any-of' && resource.items.some(({ value }) => value.kind === 'all')
