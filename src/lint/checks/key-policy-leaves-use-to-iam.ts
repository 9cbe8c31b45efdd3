import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isAllow, statementCheck } from '../statement-check.ts'

export const keyPolicyLeavesUseToIam = statementCheck(
  {
    code: 'KEY_POLICY_LEAVES_USE_TO_IAM',
    group: 'least-privilege',
    type: 'SUGGESTION',
    title: 'Every identity-based policy in the account can grant use of the key',
    messages: {
      found:
        'With this statement, identity-based policies decide who can use the key: anyone who has `kms:Decrypt` on `*` can. To limit that, leave only administration to the account, and name who can use the key.',
    },
    policyTypes: ['resource'],
    exampleOf: 'AWS::KMS::Key',
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": ["kms:Create*", "kms:Put*", "kms:Describe*", "kms:ScheduleKeyDeletion"], "Resource": "*" }',
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*" }',
    ),
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  },
  (statement) => {
    const { principal, conditions } = statement
    const isAccount =
      principal?.sense === 'any-of' &&
      principal.items.some(({ value }) => /^(?:arn:[\w-]+:iam::)?\d{12}(?::root)?$/.test(value.raw))
    if (
      !isAllow(statement) ||
      !isAccount ||
      conditions.length > 0 ||
      !includesAction(statement, /^kms:(?:\*|decrypt|d\*|de\*)$/)
    )
      return undefined
    return { at: atElement(statement, statement.action), message: told('found') }
  },
)
