import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isDeny, statementCheck } from '../statement-check.ts'

export const denyForAccountMeansEveryoneInIt = statementCheck(
  {
    code: 'DENY_FOR_ACCOUNT_MEANS_EVERYONE_IN_IT',
    type: 'SUGGESTION',
    title: 'A Deny for the account denies everyone in it, not only the root user',
    messages: {
      found:
        '`{{account}}` means the whole account: this Deny applies to all its users and roles. To deny only the root user, use `"Principal": "*"` with a condition on `aws:PrincipalArn`.',
    },
    policyTypes: ['resource'],
    wrong: policyOf(
      '{ "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:root" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
    needs: 'Deny',
  },
  (statement) => {
    const { principal } = statement
    const account = principal?.items.find(({ value }) => value.kind === 'account' && value.raw.endsWith(':root'))
    if (!isDeny(statement) || principal?.sense !== 'any-of' || !account) return undefined
    const message = told('found', { account: account.value.raw })
    return { at: atElement(statement, principal), message }
  },
)
