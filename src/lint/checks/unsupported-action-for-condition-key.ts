import { type PolicyType, policyTypes } from '../../iam/index.ts'
import { neverCarries } from '../../reference/index.ts'
import { listed, quote } from '../../words/index.ts'
import { accessAnalyzer } from '../check.ts'
import { conditionalActions, ridesAlong } from '../conditional-actions.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** In these, Access Analyzer also reports a key that only some actions of the statement lack. */
const countsParts: ReadonlySet<PolicyType> = new Set(['resource', 'trust'])

/**
 * In identity-based policies only if no action of the statement has the key; if some have it, CONDITION_KEY_NOT_FOR_EVERY_ACTION says so. Access Analyzer
 * doesn't look at actions with wildcards.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const unsupportedActionForConditionKey = check({
  code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  type: 'ERROR',
  title: 'A condition key that no action of the statement has',
  messages: {
    found:
      'Requests for {{named}} never carry `{{key}}`. Put the actions that have the key into a separate statement with this condition.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringLike": { "s3:prefix": "home/*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports", "Condition": { "StringLike": { "s3:prefix": "home/*" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements }, policyType, reference }) {
    if (!reference) return
    for (const statement of statements) {
      for (const { condition, name, actions } of conditionalActions(statement)) {
        const { key } = condition
        const without = isOfToken(name)
          ? actions.filter(({ value }) => value.raw.toLowerCase() === 'sts:tagsession')
          : actions.filter(
              ({ value }) =>
                !ridesAlong.has(value.raw.toLowerCase()) && neverCarries(reference, value.raw.toLowerCase(), name),
            )
        const [first] = without
        if (!first || (without.length < actions.length && !isOfToken(name) && !countsParts.has(policyType))) continue
        const named = listed(
          without.map(({ value }) => quote(value.raw)),
          3,
        )
        const message = told('found', { named, key: key.value })
        yield { path: first.path, span: first.span, message }
      }
    }
  },
})

/** The claims of a token, "accounts.google.com:aud": AWS reads them where the role is assumed, not where the session is tagged. https://docs.aws.amazon.com/cli/latest/reference/accessanalyzer/validate-policy.html */
const isOfToken = (key: string): boolean => /^[^:]*\.[^:]*:/.test(key)
