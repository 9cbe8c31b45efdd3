import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, includesAction, isDeny, isNegated } from '../statement-check.ts'

export const regionLockHitsEdgeServices = conditionCheck(
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
    key: /^aws:requestedregion$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1"] } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion',
  },
  (condition, statement) => {
    const isOpen = condition.values.some(({ value }) => /us-east-1|[*?$]/.test(value.raw))
    if (!isDeny(statement) || isOpen || !includesAction(statement, /^kms:\*$/)) return undefined
    return { at: atKey(condition), message: told('found') }
  },
)
