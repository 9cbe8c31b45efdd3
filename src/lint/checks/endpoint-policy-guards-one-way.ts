import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, isDeny, isEveryResource, isNegated } from '../statement-check.ts'

export const endpointPolicyGuardsOneWay = conditionCheck(
  {
    code: 'ENDPOINT_POLICY_GUARDS_ONE_WAY',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A VPC endpoint policy applies only to calls through the endpoint',
    messages: {
      found:
        'An endpoint policy applies only to calls that go through this endpoint. With the same credentials, calls from elsewhere never meet it. To protect the resources, add a bucket policy, an SCP, or an RCP.',
    },
    policyTypes: ['vpc-endpoint'],
    key: /^aws:resource(?:orgid|orgpaths|account)$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceOrgID": "o-exampleorgid" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceOrgID": "o-exampleorgid" } } }',
    ),
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
  (condition, statement) => {
    return isDeny(statement) && isEveryResource(statement)
      ? { at: atKey(condition), message: told('found') }
      : undefined
  },
)
