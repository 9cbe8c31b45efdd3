import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isAllow, statementCheck } from '../statement-check.ts'

/** Every bucket, or one that AWS owns. */
const ofAws =
  /^(?:\*|arn:[^:]*:s3:::(?:\*.*|.*(?:starport|amazonlinux|al20\d\d|patch-baseline|aws-ssm|repo\.|packages\.).*))$/

export const endpointPolicyWithoutBucketsOfAws = statementCheck(
  {
    code: 'ENDPOINT_POLICY_WITHOUT_BUCKETS_OF_AWS',
    type: 'SUGGESTION',
    title: 'The endpoint policy leaves out the buckets of AWS services',
    messages: {
      found:
        'Container layers (`prod-<REGION>-starport-layer-bucket`), package repositories, and patch baselines come from buckets of AWS through the same endpoint, and are denied. Allow `s3:GetObject` on those that are needed.',
    },
    policyTypes: ['vpc-endpoint'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }',
      '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*" }',
    ),
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
  },
  (statement, { policy }) => {
    const s3 = policy.statements.filter((each) => isAllow(each) && includesAction(each, /^s3:/))
    if (statement !== s3[0]) return undefined
    const arns = s3.flatMap(({ resource }) =>
      resource?.sense === 'any-of' ? resource.items.map(({ value }) => value.raw) : ['*'],
    )
    if (arns.length === 0 || arns.some((arn) => ofAws.test(arn))) return undefined
    const message = told('found')
    return { at: atElement(statement, statement.resource), message }
  },
)
