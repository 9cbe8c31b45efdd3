import { policyTypes } from '../../iam/index.ts'
import { isPartition } from '../../reference/index.ts'
import { isLiteral } from '../arns.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidPartition = check({
  code: 'INVALID_PARTITION',
  type: 'ERROR',
  title: 'A resource names a partition that does not exist',
  messages: {
    found: 'AWS has no partition `{{partition}}`. Write `aws`, or `aws-cn` in China and `aws-us-gov` in GovCloud.',
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:amazon:s3:::reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const { partition, path, span } of subject.arns) {
      if (!isLiteral(partition) || isPartition(partition)) continue
      const message = told('found', { partition })
      yield { path, span, message }
    }
  },
})
