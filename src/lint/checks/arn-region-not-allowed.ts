import { policyTypes } from '../../iam/index.ts'
import { hasNeedless } from '../arns.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const arnRegionNotAllowed = check({
  code: 'ARN_REGION_NOT_ALLOWED',
  type: 'ERROR',
  title: 'An ARN names a Region where its service has none',
  messages: {
    found:
      'ARNs of this kind have no Region: with `{{region}}` in it, this one matches nothing. Leave that part empty, but keep its colons.',
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam:us-east-1:111122223333:user/mary" }',
  ),
  right: policyOf('{ "Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam::111122223333:user/mary" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const at of subject.arns) {
      const { raw, path, span, region } = at
      if (!hasNeedless(at, 'region')) continue
      const message = told('found', { region })
      yield {
        path,
        span,
        message,
        fix: replace(fixTitle('leaveOut'), span, JSON.stringify(raw.replace(`:${region}:`, () => '::'))),
      }
    }
  },
})
