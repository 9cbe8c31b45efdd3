import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isDeny, statementCheck } from '../statement-check.ts'

export const denyWithNotprincipal = statementCheck(
  {
    code: 'DENY_WITH_NOTPRINCIPAL',
    type: 'WARNING',
    title: 'A Deny with NotPrincipal also denies the principals that it names',
    messages: {
      found:
        'A request has several principals: the session, its role, and the account. Those that `NotPrincipal` leaves out are denied, and so are AWS services and principals with a permissions boundary. Use `"Principal": "*"` with `ArnNotEquals` on `aws:PrincipalArn`.',
    },
    policyTypes: ['resource'],
    wrong: policyOf(
      '{ "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/Admin" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"], "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } } }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
    needs: 'Deny',
  },
  (statement) => {
    if (!isDeny(statement) || statement.principal?.sense !== 'none-of') return undefined
    const message = told('found')
    return { at: atElement(statement, statement.principal), message }
  },
)
