import { neverCarries } from '../../reference/index.ts'
import { identityTypes } from '../check.ts'
import { conditionalActions, ridesAlong } from '../conditional-actions.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** If no action of the statement has the key, UNSUPPORTED_ACTION_FOR_CONDITION_KEY reports it. */
export const conditionKeyNotForEveryAction = check({
  code: 'CONDITION_KEY_NOT_FOR_EVERY_ACTION',
  own: true,
  type: 'WARNING',
  title: 'A condition key that only some actions of the statement have',
  messages: {
    allow:
      'Requests for `{{actions}}` never carry `{{key}}`, so this statement allows nothing of the kind. Put those actions into a statement without this condition.',
    deny: 'Requests for `{{actions}}` never carry `{{key}}`, so this statement denies nothing of the kind. Put those actions into a statement without this condition.',
  },
  // In resource-based policies and trust policies UNSUPPORTED_ACTION_FOR_CONDITION_KEY says it.
  policyTypes: [...identityTypes, 'scp', 'rcp', 'vpc-endpoint'],
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "StringLike": { "s3:prefix": "home/*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports", "Condition": { "StringLike": { "s3:prefix": "home/*" } } }',
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/home/*" }',
  ),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find({ policy: { statements }, reference }) {
    if (!reference) return
    for (const statement of statements) {
      for (const { condition, name, actions } of conditionalActions(statement)) {
        // A negated condition holds where the key is missing, which may be what is meant.
        if (condition.operator.value?.negated) continue
        const without = actions.filter(
          ({ value }) =>
            !ridesAlong.has(value.raw.toLowerCase()) && neverCarries(reference, value.raw.toLowerCase(), name),
        )
        if (without.length === 0 || without.length === actions.length) continue
        const { key, path } = condition
        const data = { actions: without.map(({ value }) => value.raw), key: key.value }
        const message = statement.effect?.value === 'Deny' ? told('deny', data) : told('allow', data)
        yield { path, span: key.span, message }
      }
    }
  },
})
