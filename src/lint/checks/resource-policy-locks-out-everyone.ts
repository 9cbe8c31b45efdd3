import { coversAction, type Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** Only the root user, or a session of sts:AssumeRoot from the organization, can then remove the policy. */
export const resourcePolicyLocksOutEveryone = check({
  code: 'RESOURCE_POLICY_LOCKS_OUT_EVERYONE',
  own: true,
  type: 'WARNING',
  title: 'A Deny for everyone also denies changing this policy',
  messages: {
    found:
      "Even administrators can't change or delete this policy: the Deny includes `{{locked}}`. Exempt an administrator role with `aws:PrincipalArn`, or leave those actions out.",
    outside:
      "Administrators outside that network can't change or delete this policy: the Deny includes `{{locked}}`. Exempt an administrator role with `aws:PrincipalArn`, or leave those actions out.",
  },
  policyTypes: ['resource'],
  needs: 'Deny',
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" }, "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } } }',
  ),
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const locked = changes.filter((change) => covers(statement, change))
      if (locked.length === 0 || !deniesWhereverTheyAre(statement) || !statement.action) continue
      const message = told(statement.conditions.length > 0 ? 'outside' : 'found', { locked })
      yield { path: `${statement.path}/${statement.action.keyword.value}`, span: statement.action.span, message }
    }
  },
})

/** What changes the policy of a resource, by service. */
const changes: readonly string[] = [
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  'sqs:SetQueueAttributes',
  'sns:SetTopicAttributes',
  'kms:PutKeyPolicy',
  'secretsmanager:PutResourcePolicy',
  'secretsmanager:DeleteResourcePolicy',
  'ecr:SetRepositoryPolicy',
  'backup:PutBackupVaultAccessPolicy',
  'glacier:SetVaultAccessPolicy',
  'dynamodb:PutResourcePolicy',
]

function covers({ action }: Statement, change: string): boolean {
  const [service = '', name = ''] = change.toLowerCase().split(':')
  if (action?.sense !== 'any-of') return false
  return action.items.some(({ value }) => value.kind === 'action' && coversAction(value, service, name))
}

/** Applies to everyone, without conditions or with conditions on the network only: no identity is exempt. */
const deniesWhereverTheyAre = ({ effect, principal, conditions }: Statement): boolean =>
  effect?.value === 'Deny' &&
  principal?.sense === 'any-of' &&
  principal.items.some(({ value }) => value.kind === 'everyone') &&
  conditions.every(
    ({ key, operator }) =>
      operator.value?.negated === true && /^aws:(?:sourceip|sourcevpce?|vpcsourceip)$/i.test(key.value),
  )
