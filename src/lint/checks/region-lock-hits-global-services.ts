import { identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { globalServicesLocked } from '../region-lock.ts'

export const regionLockHitsGlobalServices = check({
  code: 'REGION_LOCK_HITS_GLOBAL_SERVICES',
  own: true,
  type: 'SUGGESTION',
  title: 'A Region lock denies global services and Billing',
  messages: {
    found:
      'Calls to {{locked}} go to us-east-1 whichever Region you work in, so this statement denies them everywhere. Exempt the services that you need with `NotAction`.',
  },
  policyTypes: ['scp', ...identityTypes],
  needs: /^aws:requestedregion$/,
  wrong: policyOf(
    '{ "Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "NotAction": ["iam:*", "sts:*", "organizations:*", "cloudfront:*", "route53:*", "support:*", "billing:*", "ce:*", "budgets:*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } } }',
  ),
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const locked = globalServicesLocked(statement)
      if (locked.length === 0 || !statement.action) continue
      const message = told('found', { locked })
      yield { path: `${statement.path}/${statement.action.keyword.value}`, span: statement.action.span, message }
    }
  },
})
