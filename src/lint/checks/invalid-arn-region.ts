import { policyTypes } from '../../iam/index.ts'
import { closest, isPartition, isRegion, partitionOfRegion, regionNames } from '../../reference/index.ts'
import { arnsOf, isLiteral } from '../arns.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnRegion: Check = {
  code: 'INVALID_ARN_REGION',
  type: 'ERROR',
  title: 'A resource names a Region that does not exist, or one of another partition',
  policyTypes: policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-esat-1:111122223333:jobs" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs" }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { partition, region, raw, path, span } of arnsOf(subject)) {
      if (!isLiteral(region)) continue
      if (isRegion(region)) {
        const home = partitionOfRegion(region)
        if (!isPartition(partition) || partition === home) continue
        const message = `The Region ${quote(region)} belongs to the partition ${quote(home)}, so no ARN of ${quote(partition)} names it.`
        yield { path, span, message }
        continue
      }
      const meant = closest(region, regionNames)
      const message = `AWS has no Region ${quote(region)}, so this ARN matches nothing.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`}`
      const fix =
        meant === undefined
          ? undefined
          : replace(`Write ${meant}`, span, JSON.stringify(raw.replace(`:${region}:`, () => `:${meant}:`)))
      yield { path, span, message, ...withFix(fix) }
    }
  },
}
