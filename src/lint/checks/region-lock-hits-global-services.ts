import { type Check, type Found, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { globalServicesLocked } from '../region-lock.ts'
import { listed } from '../words.ts'

export const regionLockHitsGlobalServices: Check = {
  code: 'REGION_LOCK_HITS_GLOBAL_SERVICES',
  own: true,
  type: 'SUGGESTION',
  title: 'A Region lock denies global services and Billing',
  policyTypes: ['scp', ...identityTypes],
  wrong: policyOf(
    '{ "Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "NotAction": ["iam:*", "sts:*", "organizations:*", "cloudfront:*", "route53:*", "support:*", "billing:*", "ce:*", "budgets:*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } } }',
  ),
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  *find({ policy: { statements } }): Iterable<Found> {
    for (const statement of statements) {
      const locked = globalServicesLocked(statement)
      if (locked.length === 0 || !statement.action) continue
      const message = `Calls to ${listed(locked, 6)} go to us-east-1 whichever Region you work in, so this statement denies them everywhere. Exempt the services that you need with \`NotAction\`.`
      yield { path: `${statement.path}/${statement.action.keyword.value}`, span: statement.action.span, message }
    }
  },
}
