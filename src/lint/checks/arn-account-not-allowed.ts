import { policyTypes } from '../../iam/index.ts'
import { hasNeedless } from '../arns.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const arnAccountNotAllowed = check({
  code: 'ARN_ACCOUNT_NOT_ALLOWED',
  type: 'ERROR',
  title: 'An ARN names an account where its service has none',
  messages: {
    found:
      'ARNs of this kind have no account: with `{{account}}` in it, this one matches nothing. Leave that part empty, but keep its colons.',
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3::111122223333:reports" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const at of subject.arns) {
      const { raw, path, span, account } = at
      if (!hasNeedless(at, 'account')) continue
      const message = told('found', { account })
      yield {
        path,
        span,
        message,
        fix: replace(fixTitle('leaveOut'), span, JSON.stringify(raw.replace(`:${account}:`, () => '::'))),
      }
    }
  },
})
