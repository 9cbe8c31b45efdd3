import { accessAnalyzer, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { repeatedSids } from '../repeated-sids.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const uniqueSidsRequired = check({
  code: 'UNIQUE_SIDS_REQUIRED',
  type: 'ERROR',
  title: 'Two statements have the same Sid, which IAM rejects',
  messages: { found: 'In IAM each `Sid` of a policy must be different. `{{sid}}` is used again here.' },
  policyTypes: [...identityTypes, 'trust'],
  wrong: policyOf(
    '{ "Sid": "Costs", "Effect": "Allow", "Action": "ce:*", "Resource": "*" }',
    '{ "Sid": "Costs", "Effect": "Deny", "Action": "ce:*", "Resource": "*" }',
  ),
  right: policyOf(
    '{ "Sid": "Costs", "Effect": "Allow", "Action": "ce:*", "Resource": "*" }',
    '{ "Sid": "NoCosts", "Effect": "Deny", "Action": "ce:*", "Resource": "*" }',
  ),
  source: accessAnalyzer,
  find: ({ policy }) => repeatedSids(policy, (sid) => told('found', { sid })),
})
