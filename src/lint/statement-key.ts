import type { Clause, Condition, PrincipalPattern, Statement } from '../iam/index.ts'

/**
 * A text that two statements share if they say the same, whatever the order of their lists and whatever their Sids. Actions, operators and condition keys
 * ignore case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export const statementKey = ({ effect, principal, action, resource, conditions }: Statement): string =>
  JSON.stringify([
    effect?.value,
    clauseKey(principal, principalKey),
    clauseKey(action, ({ raw }) => raw.toLowerCase()),
    clauseKey(resource, ({ raw }) => raw),
    conditions.map(conditionKey).sort(),
  ])

const clauseKey = <T>(clause: Clause<T> | undefined, keyOf: (item: T) => string): unknown =>
  clause && [clause.sense, inOrder(clause.items.map(({ value }) => keyOf(value)))]

const principalKey = (principal: PrincipalPattern): string =>
  `${principal.kind} ${principal.kind === 'account' ? principal.account : principal.raw}`

const conditionKey = ({ operator, key, values }: Condition): string =>
  JSON.stringify([
    operator.written.toLowerCase(),
    key.value.toLowerCase(),
    inOrder(values.map(({ value: { raw } }) => raw)),
  ])

const inOrder = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()
