import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import {
  asksThatKeyIsThere,
  atKey,
  conditionCheck,
  conditionsOn,
  includesAction,
  isDeny,
  isForEveryone,
  isNegated,
} from '../statement-check.ts'

/** Keys that a request by a service principal doesn't carry. */
const callersOwn =
  /^aws:(?:principalorgid|principalorgpaths|principalaccount|principalarn|principaltag\/.*|sourcevpce?)$/

/** What AWS services write to or read from by themselves: logs, notifications, and the keys for those. */
const written = /^(?:\*|s3:(?:\*|put.*)|(?:sqs|sns|kms):.*)$/

/** In an RCP that is RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY. */
export const denyHitsAwsServices = conditionCheck(
  {
    code: 'DENY_HITS_AWS_SERVICES',
    type: 'SUGGESTION',
    title: 'A Deny by network or organization also denies AWS services',
    messages: {
      found:
        'AWS services that read or write here on their own, such as log delivery, carry no `{{key}}`, and a negated operator also matches when the key is missing: this Deny applies to them. Add `"Bool": { "aws:PrincipalIsAWSService": "false" }`.',
    },
    policyTypes: ['resource'],
    key: callersOwn,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": "false" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice',
  },
  (condition, statement) => {
    if (!isDeny(statement) || !isForEveryone(statement)) return undefined
    if (!includesAction(statement, written)) return undefined
    const exempt = conditionsOn(statement, /^aws:principal(?:isawsservice|servicename(?:slist)?)$/)
    if (exempt.length > 0 || asksThatKeyIsThere(statement, condition.key.value)) return undefined
    const message = told('found', { key: condition.key.value })
    return { at: atKey(condition), message }
  },
)
