import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { listed, quote } from '../words.ts'

/** Keys that say on whose behalf a service calls. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const recommended: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
])

/** What was used before there were those: a header that some services filled in, and the owner of the topic's publisher. */
const outdated: ReadonlySet<string> = new Set(['aws:referer', 'aws:sourceowner'])

export const recommendedConditionKeyForServicePrincipal: Check = {
  code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  type: 'SUGGESTION',
  title: 'A service is limited by an outdated key',
  policyTypes: ['resource'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "ses.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::mails/*", "Condition": { "StringEquals": { "aws:Referer": "111122223333" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Service": "ses.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::mails/*", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const { principal, effect, conditions } of statements) {
      const named = principal?.sense === 'any-of' ? principal.items : []
      const services = named.flatMap(({ value }) => (value.kind === 'service' ? [value.name] : []))
      const keys = conditions.map(({ key }) => key.value.toLowerCase())
      if (effect?.value !== 'Allow' || services.length === 0 || keys.some((key) => recommended.has(key))) continue
      for (const { key, path } of conditions) {
        if (!outdated.has(key.value.toLowerCase())) continue
        const message = `${quote(key.value)} does not reliably identify the account that ${listed(services.map(quote))} calls for. Use \`aws:SourceArn\`, \`aws:SourceAccount\`, \`aws:SourceOrgID\`, or \`aws:SourceOrgPaths\` instead.`
        yield { path, span: key.span, message }
      }
    }
  },
}
