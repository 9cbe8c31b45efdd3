import { isAccountId, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnAccount = check({
  code: 'INVALID_ARN_ACCOUNT',
  type: 'ERROR',
  title: 'The account ID in an ARN does not have 12 digits',
  messages: {
    found:
      '`{{account}}` isn’t an account ID: account IDs have 12 digits. Write the account that owns the resource, or `*` for any account.',
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:1111222233:jobs" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs" }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { account, path, span } of subject.arns) {
      if (account === '' || /[*?$]/.test(account) || isAccountId(account) || owners.has(account)) continue
      const message = told('found', { account })
      yield { path, span, message }
    }
  },
})

/** What AWS itself writes in the place of an account. */
const owners: ReadonlySet<string> = new Set([
  'aws',
  'amazon',
  'aws-marketplace',
  'aws-managed',
  'cloudfront',
  'self',
  'system',
])
