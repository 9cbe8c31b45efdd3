import { policyTypes } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import { arnsOf, isLiteral } from '../arns.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidService: Check = {
  code: 'INVALID_SERVICE',
  type: 'ERROR',
  title: 'A resource names a service that does not exist',
  policyTypes: policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s4:::reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    const { reference } = subject
    if (!reference) return
    for (const { service, path, span } of arnsOf(subject)) {
      const lower = service.toLowerCase()
      if (!isLiteral(service) || reference.prefixes.has(lower) || onlyInArns.has(lower)) continue
      const meant = closest(lower, reference.prefixes.keys())
      const message = `AWS has no service ${quote(service)}, so this ARN matches nothing.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`}`
      yield { path, span, message }
    }
  },
}

/** Names in ARNs that are no prefix of actions. */
const onlyInArns: ReadonlySet<string> = new Set([
  'elastic-inference',
  'route53-recovery-control',
  'catalog',
  'monitoring',
  'email',
  'sso-directory',
])
