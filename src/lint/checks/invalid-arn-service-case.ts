import { policyTypes } from '../../iam/index.ts'
import { isLiteral } from '../arns.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnServiceCase = check({
  code: 'INVALID_ARN_SERVICE_CASE',
  type: 'ERROR',
  title: 'The service in an ARN is written in capitals',
  messages: { found: 'ARNs are case-sensitive, so `{{service}}` in `{{value}}` matches nothing. Write `{{lower}}`.' },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:S3:::reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const { service, raw, path, span } of subject.arns) {
      const lower = service.toLowerCase()
      if (!isLiteral(service) || lower === service) continue
      const message = told('found', { service, value: raw, lower })
      yield {
        path,
        span,
        message,
        fix: replace(
          fixTitle('write', { text: lower }),
          span,
          JSON.stringify(raw.replace(`:${service}:`, () => `:${lower}:`)),
        ),
      }
    }
  },
})
