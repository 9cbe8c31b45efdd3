import { policyTypes } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { isKeyOf } from '../service-keys.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidServiceConditionKey = check({
  code: 'INVALID_SERVICE_CONDITION_KEY',
  type: 'ERROR',
  title: 'A service has no such condition key',
  messages: {
    found: '{{service}} has no condition key `{{key}}`, so it is never in a request.',
    foundMisspelled:
      '{{service}} has no condition key `{{key}}`, so it is never in a request. Did you mean `{{meant}}`?',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports", "Condition": { "StringLike": { "s3:prefixes": "home/*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports", "Condition": { "StringLike": { "s3:prefix": "home/*" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      const prefix = key.slice(0, Math.max(key.indexOf(':'), 0))
      const service = prefix === 'aws' ? undefined : subject.reference?.services.get(prefix)
      if (!service || service.conditionKeys.size === 0 || key.includes('${') || isKeyOf(service, key)) continue
      const meant = closest(key, service.conditionKeys.keys())
      const data = { service: service.name, key: condition.key.value }
      const message = meant === undefined ? told('found', data) : told('foundMisspelled', { ...data, meant: meant })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})
