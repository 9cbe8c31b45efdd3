import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'
import { somePrivate } from '../some-private.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export const privateIpAddressSubset: Check = {
  code: 'PRIVATE_IP_ADDRESS_SUBSET',
  type: 'SUGGESTION',
  title: 'Private addresses, which AWS never sees, among public ones',
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } } }',
  ),
  source: accessAnalyzer,
  find: (subject) => somePrivate(subject, { negated: false, result: 'and never match here' }),
}
