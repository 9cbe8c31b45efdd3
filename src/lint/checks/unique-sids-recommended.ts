import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { repeatedSids } from '../repeated-sids.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const uniqueSidsRecommended = check({
  code: 'UNIQUE_SIDS_RECOMMENDED',
  type: 'WARNING',
  title: 'Two statements have the same Sid',
  messages: {
    found: 'Some services reject a policy in which two statements have the same `Sid`. `{{sid}}` is used again here.',
  },
  policyTypes: ['resource', 'scp', 'rcp', 'vpc-endpoint'],
  wrong: policyOf(
    '{ "Sid": "Costs", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
    '{ "Sid": "Costs", "Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Sid": "Costs", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
    '{ "Sid": "NoCosts", "Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  find: ({ policy }) => repeatedSids(policy, (sid) => told('found', { sid })),
})
