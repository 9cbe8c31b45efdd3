import { policyTypes } from '../../iam/index.ts'
import { isPartition } from '../../reference/index.ts'
import { arnsOf, isLiteral } from '../arns.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidPartition: Check = {
  code: 'INVALID_PARTITION',
  type: 'ERROR',
  title: 'A resource names a partition that does not exist',
  policyTypes: policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:amazon:s3:::reports/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { partition, path, span } of arnsOf(subject)) {
      if (!isLiteral(partition) || isPartition(partition)) continue
      const message = `AWS has no partition ${quote(partition)}. Write \`aws\`, or \`aws-cn\` in China and \`aws-us-gov\` in GovCloud.`
      yield { path, span, message }
    }
  },
}
