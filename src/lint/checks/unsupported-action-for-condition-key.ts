import { type ActionPattern, type Condition, policyTypes, type Statement } from '../../iam/index.ts'
import { neverCarries } from '../../reference/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { type Entry, entriesOf } from '../entries.ts'
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
      for (const { key, operator } of statement.conditions) {
        const name = key.value.toLowerCase()
        if (!isAsked(operator) || hasGaps.test(name)) continue
        const without = isOfToken(name)
          ? actions.filter(({ value }) => value.raw.toLowerCase() === 'sts:tagsession')
          : actions.every(({ value }) => neverCarries(reference, value.raw.toLowerCase(), name))
            ? actions
            : []
        const [first] = without
        if (!first) continue
        const named = listed(
          without.map(({ value }) => quote(value.raw)),
          3,
        )
        const message = `Requests for ${named} never carry ${quote(key.value)}, so the condition is not about them. Put the condition on the actions that have the key, in a statement of their own.`
        yield { path: first.path, span: first.span, message }
      }
    }
  },
}

/** All actions of a statement; none where one of them is a pattern. */
function literalActions(statement: Statement): readonly Entry<ActionPattern>[] {
  if (statement.action?.sense !== 'any-of') return []
  const entries = entriesOf(statement, statement.action)
  return entries.some(({ value }) => /[*?]/.test(value.raw)) ? [] : entries
}

/** The claims of a token, "accounts.google.com:aud": AWS reads them where the role is assumed, not where the session is tagged. https://docs.aws.amazon.com/cli/latest/reference/accessanalyzer/validate-policy.html */
const isOfToken = (key: string): boolean => /^[^:]*\.[^:]*:/.test(key)

/** "…IfExists" and Null also say something where the key is not there. */
const isAsked = ({ value }: Condition['operator']): boolean =>
  value !== undefined && !value.ifExists && value.comparison !== 'null'

/** AWS's own policies ask for these, and for keys of tags, where its list of keys does not show them. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AnthropicFullAccess.html */
const hasGaps = /^(aws-marketplace|iottwinmaker):|\//
