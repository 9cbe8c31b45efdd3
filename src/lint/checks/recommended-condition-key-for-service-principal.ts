import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** Keys that say on whose behalf a service calls. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const recommended: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
])

/** What was used before there were those: a header that some services filled in, and the owner of the topic's publisher. */
const outdated: ReadonlySet<string> = new Set(['aws:referer', 'aws:sourceowner'])

export const recommendedConditionKeyForServicePrincipal = check({
  code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  type: 'SUGGESTION',
  title: 'A service is limited by an outdated key',
  messages: {
    found:
      '`{{key}}` does not reliably identify the account that `{{services}}` calls for. Use `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID`, or `aws:SourceOrgPaths` instead.',
  },
  policyTypes: ['resource'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "ses.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::mails/*", "Condition": { "StringEquals": { "aws:Referer": "111122223333" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "ses.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::mails/*", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { principal, effect, conditions } of statements) {
      const named = principal?.sense === 'any-of' ? principal.items : []
      const services = named.flatMap(({ value }) => (value.kind === 'service' ? [value.name] : []))
      const keys = conditions.map(({ key }) => key.value.toLowerCase())
      if (effect?.value !== 'Allow' || services.length === 0 || keys.some((key) => recommended.has(key))) continue
      for (const { key, path } of conditions) {
        if (!outdated.has(key.value.toLowerCase())) continue
        const message = told('found', { key: key.value, services })
        yield { path, span: key.span, message }
      }
    }
  },
})
