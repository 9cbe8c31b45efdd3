import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, includesAction, isDeny, isNegated } from '../statement-check.ts'

export const regionLockMissesCopies = conditionCheck(
  {
    code: 'REGION_LOCK_MISSES_COPIES',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A Region lock doesn’t keep data in the Region',
    messages: {
      found:
        '`aws:RequestedRegion` is the Region that a call goes to. Replication and copies still take data of Amazon S3 to another Region. If the data must stay, also deny `s3:PutReplicationConfiguration`, and limit where buckets are created with `s3:LocationConstraint`.',
    },
    policyTypes: ['scp', 'identity', 'permissions-boundary'],
    key: /^aws:requestedregion$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-west-1" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-west-1" } } }',
      '{ "Effect": "Deny", "Action": "s3:PutReplicationConfiguration", "Resource": "*" }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion',
  },
  (condition, statement, { policy: { statements } }) => {
    const isGuarded = statements.some(
      (each) => isDeny(each) && includesAction(each, /^s3:(?:putreplicationconfiguration|putreplication\*)$/),
    )
    if (!isDeny(statement) || isGuarded || !includesAction(statement, /^s3:\*$/)) return undefined
    return { at: atKey(condition), message: told('found') }
  },
)
