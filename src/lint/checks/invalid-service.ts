import { policyTypes } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import { isLiteral } from '../arns.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidService = check({
  code: 'INVALID_SERVICE',
  type: 'ERROR',
  title: 'A resource or a condition key names a service that does not exist',
  messages: {
    inArn: 'AWS has no service `{{service}}`, so this ARN matches nothing.',
    inArnMisspelled: 'AWS has no service `{{service}}`, so this ARN matches nothing. Did you mean `{{meant}}`?',
    inKey: 'AWS has no service `{{prefix}}`, so `{{key}}` is never in a request.',
    inKeyMisspelled: 'AWS has no service `{{prefix}}`, so `{{key}}` is never in a request. Did you mean `{{meant}}`?',
  },
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s4:::reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find(subject) {
    const { reference } = subject
    if (!reference) return
    for (const { service, path, span } of subject.arns) {
      const lower = service.toLowerCase()
      if (!isLiteral(service) || reference.prefixes.has(lower) || onlyInArns.has(lower)) continue
      const meant = closest(lower, reference.prefixes.keys())
      const data = { service }
      const message = meant === undefined ? told('inArn', data) : told('inArnMisspelled', { ...data, meant: meant })
      yield { path, span, message }
    }
    for (const { condition, key } of subject.conditions) {
      const prefix = key.slice(0, Math.max(key.indexOf(':'), 0))
      if (!isServiceLike(prefix) || reference.prefixes.has(prefix) || onlyInKeys.has(prefix)) continue
      const meant = closest(prefix, reference.prefixes.keys())
      const data = { prefix, key: condition.key.value }
      const message = meant === undefined ? told('inKey', data) : told('inKeyMisspelled', { ...data, meant: meant })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})

/** Identity providers begin with the name of a host, with its dots: "accounts.google.com:aud". */
const isServiceLike = (prefix: string): boolean => /^[a-z0-9-]+$/.test(prefix) && prefix !== 'aws'

/** Prefixes of keys that are none of actions. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const onlyInKeys: ReadonlySet<string> = new Set(['saml', 'localhost', 'catalog', 'cognito-identity-unauth'])

/** Names in ARNs that aren’t prefixes of actions. */
const onlyInArns: ReadonlySet<string> = new Set([
  'route53-recovery-control',
  'catalog',
  'monitoring',
  'email',
  'sso-directory',
])
