import { type Condition, policyTypes, type Statement } from '../../iam/index.ts'
import { neverCarries } from '../../reference/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { listed, quote } from '../words.ts'

/**
 * Only where no action of the statement has the key: where some have it, the statement still says something. As Access Analyzer does, actions with wildcards are not looked at.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const unsupportedActionForConditionKey: Check = {
  code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  type: 'ERROR',
  title: 'A condition key that no action of the statement has',
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "s3:prefix": "home/*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports", "Condition": { "StringLike": { "s3:prefix": "home/*" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements }, reference }): Iterable<Found> {
    if (!reference) return
    for (const statement of statements) {
      const actions = literalActions(statement)
      if (actions.length === 0) continue
      for (const { key, operator, path } of statement.conditions) {
        const name = key.value.toLowerCase()
        if (
          !isAsked(operator) ||
          hasGaps.test(name) ||
          !actions.every((action) => neverCarries(reference, action, name))
        )
          continue
        const message = `Requests for ${listed(actions.map(quote), 3)} never carry ${quote(key.value)}, so the condition is not about them. Put the condition on the actions that have the key, in a statement of their own.`
        yield { path, span: key.span, message }
      }
    }
  },
}

/** All actions of a statement, in small letters; none where one of them is a pattern. */
function literalActions({ action }: Statement): readonly string[] {
  if (action?.sense !== 'any-of') return []
  const raw = action.items.map(({ value }) => value.raw.toLowerCase())
  return raw.some((each) => /[*?]/.test(each)) ? [] : raw
}

/** "…IfExists" and Null also say something where the key is not there. */
const isAsked = ({ value }: Condition['operator']): boolean =>
  value !== undefined && !value.ifExists && value.comparison !== 'null'

/** AWS's own policies ask for these, and for keys of tags, where its list of keys does not show them. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AnthropicFullAccess.html */
const hasGaps = /^(aws-marketplace|iottwinmaker):|\//
