import { policyTypes } from '../../iam/index.ts'
import { closest, isPartition, isRegion, partitionOfRegion, regionNames } from '../../reference/index.ts'
import { isLiteral } from '../arns.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnRegion = check({
  code: 'INVALID_ARN_REGION',
  type: 'ERROR',
  title: 'A resource names a Region that does not exist, or one of another partition',
  messages: {
    otherPartition:
      'The Region `{{region}}` belongs to the partition `{{home}}`, so no ARN of `{{partition}}` names it.',
    unknown: 'AWS has no Region `{{region}}`, so this ARN matches nothing.',
    unknownMisspelled: 'AWS has no Region `{{region}}`, so this ARN matches nothing. Did you mean `{{meant}}`?',
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-esat-1:111122223333:jobs" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:jobs" }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { partition, region, raw, path, span } of subject.arns) {
      if (!isLiteral(region)) continue
      if (isRegion(region)) {
        const home = partitionOfRegion(region)
        if (!isPartition(partition) || partition === home) continue
        const message = told('otherPartition', { region, home, partition })
        yield { path, span, message }
        continue
      }
      const meant = closest(region, regionNames)
      const data = { region }
      const message = meant === undefined ? told('unknown', data) : told('unknownMisspelled', { ...data, meant: meant })
      const fix =
        meant === undefined
          ? undefined
          : replace(
              fixTitle('write', { text: meant }),
              span,
              JSON.stringify(raw.replace(`:${region}:`, () => `:${meant}:`)),
            )
      yield { path, span, message, ...withFix(fix) }
    }
  },
})
