import { accessAnalyzer, type Check, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { repeatedSids } from '../repeated-sids.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const uniqueSidsRequired: Check = {
  code: 'UNIQUE_SIDS_REQUIRED',
  type: 'ERROR',
  title: 'Two statements have the same Sid, which IAM rejects',
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
  find: ({ policy }) => repeatedSids(policy, 'In IAM each `Sid` of a policy must be different'),
}
