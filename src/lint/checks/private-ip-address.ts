import { isPrivateRange, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const privateIpAddress: Check = {
  code: 'PRIVATE_IP_ADDRESS',
  type: 'ERROR',
  title: 'Only private addresses, which AWS never sees',
  policyTypes: policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", "192.168.0.0/16"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition, key } of conditionsOf(subject)) {
      const operator = condition.operator.value
      if (key !== 'aws:sourceip' || operator?.comparison !== 'ip' || operator.negated) continue
      if (condition.values.length === 0 || !condition.values.every(({ value }) => isPrivateRange(value.raw))) continue
      yield {
        path: condition.path,
        span: condition.span,
        message:
          'Requests reach AWS from public addresses, so these private ranges never match `aws:SourceIp`. Use the public address of your network, or `aws:VpcSourceIp` for requests through a VPC endpoint.',
      }
    }
  },
}
