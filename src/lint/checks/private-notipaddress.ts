import { isPrivateRange, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const privateNotipaddress = check({
  code: 'PRIVATE_NOTIPADDRESS',
  awsCode: 'PRIVATE_NOT_IP_ADDRESS',
  type: 'ERROR',
  title: 'Only private addresses are left out, which AWS never sees',
  messages: {
    found:
      'Requests reach AWS from public addresses, so this matches every request. Use the public address of your network, or `aws:VpcSourceIp` for requests through a VPC endpoint.',
  },
  policyTypes,
  needs: /^aws:sourceip$/,
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8", "192.168.0.0/16"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      const operator = condition.operator.value
      if (key !== 'aws:sourceip' || operator?.comparison !== 'ip' || !operator.negated) continue
      if (condition.values.length === 0 || !condition.values.every(({ value }) => isPrivateRange(value.raw))) continue
      yield {
        path: condition.path,
        span: condition.span,
        message: told('found'),
      }
    }
  },
})
