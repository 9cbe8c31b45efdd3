import { policyTypes } from '../../iam/index.ts'
import { neverCarries } from '../../reference/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionalActions } from '../conditional-actions.ts'
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
      for (const { condition, name, actions } of conditionalActions(statement)) {
        const { key } = condition
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

/** The claims of a token, "accounts.google.com:aud": AWS reads them where the role is assumed, not where the session is tagged. https://docs.aws.amazon.com/cli/latest/reference/accessanalyzer/validate-policy.html */
const isOfToken = (key: string): boolean => /^[^:]*\.[^:]*:/.test(key)
