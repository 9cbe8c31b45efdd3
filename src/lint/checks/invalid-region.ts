import { policyTypes } from '../../iam/index.ts'
import { closest, isRegion, regionNames } from '../../reference/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf, valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidRegion: Check = {
  code: 'INVALID_REGION',
  type: 'ERROR',
  title: 'A condition names a Region that does not exist',
  policyTypes: policyTypes,
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-wset-2"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-west-2"] } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition, key } of conditionsOf(subject)) {
      if (key !== 'aws:requestedregion') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (!/^[\w-]+$/.test(raw) || isRegion(raw)) continue
        const meant = closest(raw, regionNames)
        const message = `AWS has no Region ${quote(raw)}.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`}`
        const fix = meant === undefined ? undefined : replace(`Write ${meant}`, value.span, JSON.stringify(meant))
        yield { path: valuePath(condition, value), span: value.span, message, ...withFix(fix) }
      }
    }
  },
}
