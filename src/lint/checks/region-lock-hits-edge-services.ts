import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionsOn, includesAction, isDeny, isNegated, statementCheck } from '../statement-check.ts'

export const regionLockHitsEdgeServices = statementCheck(
  {
    code: 'REGION_LOCK_HITS_EDGE_SERVICES',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A Region lock on KMS breaks CloudFront, replication, and global tables',
    messages: {
      found:
        'Multi-Region keys, replication, and services at the edge call KMS in other Regions: CloudFront, for example, in us-east-1. If you use them, add those Regions.',
    },
    policyTypes: ['scp', 'identity', 'permissions-boundary'],
    wrong: policyOf(
      '{ "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1"] } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion',
  },
  (statement) => {
    const [condition] = conditionsOn(statement, /^aws:requestedregion$/, isNegated)
    const isOpen = condition?.values.some(({ value }) => /us-east-1|[*?$]/.test(value.raw))
    if (!isDeny(statement) || !condition || isOpen || !includesAction(statement, /^kms:\*$/)) return undefined
    return { at: atKey(condition), message: told('found') }
  },
)
