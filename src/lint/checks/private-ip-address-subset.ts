import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { somePrivate } from '../some-private.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export const privateIpAddressSubset = check({
  code: 'PRIVATE_IP_ADDRESS_SUBSET',
  type: 'SUGGESTION',
  title: 'Private addresses, which AWS never sees, among public ones',
  messages: {
    found:
      'Requests reach AWS from public addresses, so the private ranges `{{ranges}}` have no effect under `aws:SourceIp`, and never match here. Remove them, or use `aws:VpcSourceIp` for requests through a VPC endpoint.',
  },
  policyTypes,
  needs: /^aws:sourceip$/,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } } }',
  ),
  source: accessAnalyzer,
  find: (subject) => somePrivate(subject, false, (ranges) => told('found', { ranges })),
})
