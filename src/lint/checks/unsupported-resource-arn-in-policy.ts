import { isLiteral } from '../arns.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { serviceOf } from '../resource-types.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const unsupportedResourceArnInPolicy = check({
  code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  type: 'ERROR',
  title: 'A resource that this policy is not attached to',
  messages: {
    found:
      'This policy belongs to a resource of `{{service}}`; `{{value}}` belongs to another service. Name the resource that the policy is attached to.',
  },
  policyTypes: ['resource'],
  needs: 'ARN',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  exampleOf: 'AWS::S3::Bucket',
  source: accessAnalyzer,
  *find(subject) {
    const service = serviceOf(subject)
    if (service === undefined || service === 'sts') return
    for (const { service: named, raw, path, span } of subject.arns) {
      if (!isLiteral(named) || named.toLowerCase() === service) continue
      const message = told('found', { service, value: raw })
      yield { path, span, message }
    }
  },
})
