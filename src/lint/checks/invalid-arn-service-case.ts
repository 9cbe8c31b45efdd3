import { policyTypes } from '../../iam/index.ts'
import { arnsOf, isLiteral } from '../arns.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnServiceCase: Check = {
  code: 'INVALID_ARN_SERVICE_CASE',
  type: 'ERROR',
  title: 'The service in an ARN is written in capitals',
  policyTypes: policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:S3:::reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { service, raw, path, span } of arnsOf(subject)) {
      const lower = service.toLowerCase()
      if (!isLiteral(service) || lower === service) continue
      const message = `ARNs are case-sensitive, so ${quote(service)} in ${quote(raw)} matches nothing. Write ${quote(lower)}.`
      yield {
        path,
        span,
        message,
        fix: replace(`Write ${lower}`, span, JSON.stringify(raw.replace(`:${service}:`, () => `:${lower}:`))),
      }
    }
  },
}
