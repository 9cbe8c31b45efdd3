import type { Reference } from '../../reference/index.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { serviceOf } from '../resource-types.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const unsupportedActionInPolicy = check({
  code: 'UNSUPPORTED_ACTION_IN_POLICY',
  type: 'ERROR',
  title: 'An action that this type of policy does not support',
  messages: {
    otherService:
      'This policy can contain only actions of `{{service}}`, not `{{value}}`. Put the action into a policy of the caller, or of the other resource.',
    noBucket:
      '`{{value}}` applies to neither buckets nor objects, so a bucket policy cannot allow or deny it. Put it into a policy of the caller.',
  },
  policyTypes: ['resource', 'trust'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["s3:GetObject", "sqs:SendMessage"], "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  exampleOf: 'AWS::S3::Bucket',
  source: accessAnalyzer,
  *find(subject) {
    const service = serviceOf(subject)
    if (service === undefined) return
    for (const statement of subject.policy.statements) {
      if (statement.action?.sense !== 'any-of') continue
      for (const { value, path, span } of entriesOf(statement.action)) {
        if (value.kind !== 'action') continue
        if (value.service !== service) {
          const message = told('otherService', { service, value: value.raw })
          yield { path, span, message }
        } else if (subject.resourceType === 'AWS::S3::Bucket' && isForNoBucket(value.name.raw, subject.reference)) {
          const message = told('noBucket', { value: value.raw })
          yield { path, span, message }
        }
      }
    }
  },
})

/** A written-out action of S3 that works on other things: a list of all buckets, a job, an access point. */
function isForNoBucket(name: string, reference: Reference | undefined): boolean {
  const action = reference?.services.get('s3')?.actions.get(name)
  return action !== undefined && !action.resourceTypes.some((type) => type.name === 'bucket' || type.name === 'object')
}
