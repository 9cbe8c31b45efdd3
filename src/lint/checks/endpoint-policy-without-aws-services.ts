import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, conditionsOn, isAllow } from '../statement-check.ts'

export const endpointPolicyWithoutAwsServices = conditionCheck(
  {
    code: 'ENDPOINT_POLICY_WITHOUT_AWS_SERVICES',
    type: 'SUGGESTION',
    title: 'The endpoint policy leaves out requests by AWS services',
    messages: {
      found:
        'Requests that AWS services make through the endpoint, and unsigned ones, carry no `{{key}}`: they are denied. If you need them, add a statement with `"Bool": { "aws:PrincipalIsAWSService": "true" }`.',
    },
    policyTypes: ['vpc-endpoint'],
    key: /^aws:principal(?:orgid|orgpaths|account)$/,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
      '{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:PrincipalIsAWSService": "true" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html',
  },
  (condition, statement, { policy }) => {
    const isComplete = policy.statements.some(
      (each) =>
        isAllow(each) &&
        (each.conditions.length === 0 || conditionsOn(each, /^aws:principal(?:isawsservice|servicename)/).length > 0),
    )
    if (!isAllow(statement) || isComplete) return undefined
    const message = told('found', { key: condition.key.value })
    return { at: atKey(condition), message }
  },
)
