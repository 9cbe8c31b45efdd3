import type { Condition } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
export const unsupportedConditionKeyForServicePrincipal = check({
  code: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  type: 'ERROR',
  title: 'A condition checks which organization an AWS service belongs to',
  messages: {
    found:
      'An AWS service belongs to no organization, so its requests never carry `{{key}}` and this statement allows nothing. To allow requests that the service makes for your accounts only, use `{{instead}}`.',
    forAll:
      'An AWS service belongs to no organization, so its requests never carry `{{key}}`, and `ForAllValues` lets all of them in. To allow requests that the service makes for your accounts only, use `{{instead}}`.',
  },
  policyTypes: ['resource'],
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-abcdefghij" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringEquals": { "aws:SourceOrgID": "o-abcdefghij" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { effect, principal, conditions } of statements) {
      const isForServices =
        principal?.sense === 'any-of' &&
        principal.items.length > 0 &&
        principal.items.every(({ value }) => value.kind === 'service')
      if (effect?.value === 'Deny' || !isForServices) continue
      for (const condition of conditions) {
        const { key, operator, path } = condition
        const instead = ofMembers.get(key.value.toLowerCase())
        if (instead === undefined || !asksForKey(condition)) continue
        const id = operator.value?.quantifier === 'for-all' ? 'forAll' : 'found'
        yield { path, span: key.span, message: told(id, { key: key.value, instead }) }
      }
    }
  },
})

/** Neither negated, nor IfExists, nor "is missing": those are how a policy exempts services. */
const asksForKey = ({ operator: { value: operator }, values }: Condition): boolean =>
  operator !== undefined &&
  !operator.negated &&
  !operator.ifExists &&
  (operator.comparison !== 'null' || values.every(({ value }) => value.raw === 'false'))

/** Maps keys that only requests of an organization’s members carry to the keys that name the account a service calls for. */
const ofMembers: ReadonlyMap<string, string> = new Map([
  ['aws:principalorgid', 'aws:SourceOrgID'],
  ['aws:principalorgpaths', 'aws:SourceOrgPaths'],
])
