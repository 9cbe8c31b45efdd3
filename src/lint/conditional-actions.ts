import type { ActionPattern, Condition, Entry, Statement } from '../iam/index.ts'
import { entriesOf } from './entries.ts'

/** A condition that asks for a key of a service, and all the actions of its statement. */
interface ConditionalActions {
  readonly condition: Condition
  /** The key, in lower case. */
  readonly name: string
  readonly actions: readonly Entry<ActionPattern>[]
}

/** The conditions of a statement for which AWS’s lists say with certainty which actions have their keys. Skips actions with wildcards, as Access Analyzer does. */
export function conditionalActions(statement: Statement): readonly ConditionalActions[] {
  const { action, conditions } = statement
  if (action?.sense !== 'any-of' || conditions.length === 0) return []
  const actions = entriesOf(action)
  if (actions.some(({ value }) => /[*?]/.test(value.raw))) return []
  return conditions
    .map((condition) => ({ condition, name: condition.key.value.toLowerCase(), actions }))
    .filter(({ condition, name }) => isAsked(condition.operator) && !hasGaps.test(name))
}

/** "…IfExists", ForAllValues, and Null can hold for a request without the key. */
const isAsked = ({ value }: Condition['operator']): boolean =>
  value !== undefined && !value.ifExists && value.quantifier !== 'for-all' && value.comparison !== 'null'

/** AWS's own policies ask for these, and for keys of tags, where its list of keys does not show them. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AnthropicFullAccess.html */
const hasGaps = /^(aws-marketplace|iottwinmaker):|\//

/** AWS asks for these within the request that assumes the role, with what that carries. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
export const ridesAlong: ReadonlySet<string> = new Set(['sts:tagsession', 'sts:setsourceidentity'])
