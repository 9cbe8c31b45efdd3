import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isDeny, statementCheck } from '../statement-check.ts'

export const deleteGuardMissesLifecycle = statementCheck(
  {
    code: 'DELETE_GUARD_MISSES_LIFECYCLE',
    type: 'SUGGESTION',
    title: 'Objects can be deleted by a lifecycle rule',
    messages: {
      found:
        'A lifecycle rule that expires objects deletes them without these actions. Deny `s3:PutLifecycleConfiguration` on the bucket too, or use Object Lock.',
    },
    policyTypes: ['resource', 'scp', 'rcp'],
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion"], "Resource": "arn:aws:s3:::reports/*" }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutLifecycleConfiguration"], "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } } }',
    ),
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-set-lifecycle-configuration-intro.html',
    needs: 'Deny',
  },
  (statement, { policy }) => {
    const isGuard = isDeny(statement) && includesAction(statement, /^s3:deleteobject(?:version|\*)?$/)
    const isComplete = policy.statements.some(
      (each) => isDeny(each) && includesAction(each, /^(?:\*|s3:\*|s3:put\*|s3:put(?:bucket)?lifecycle\w*\*?)$/),
    )
    if (!isGuard || isComplete) return undefined
    const message = told('found')
    return { at: atElement(statement, statement.action), message }
  },
)
