import { policyTypes } from '../../iam/index.ts'
import { closest, isRegion, regionNames } from '../../reference/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidRegion = check({
  code: 'INVALID_REGION',
  type: 'ERROR',
  title: 'A condition names a Region that does not exist',
  messages: {
    found: 'AWS has no Region `{{value}}`.',
    foundMisspelled: 'AWS has no Region `{{value}}`. Did you mean `{{meant}}`?',
  },
  policyTypes,
  needs: /^aws:requestedregion$/,
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-wset-2"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-west-2"] } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      if (key !== 'aws:requestedregion') continue
      for (const value of condition.values) {
        const { raw } = value.value
        if (!/^[\w-]+$/.test(raw) || isRegion(raw)) continue
        const meant = closest(raw, regionNames)
        const data = { value: raw }
        const message = meant === undefined ? told('found', data) : told('foundMisspelled', { ...data, meant: meant })
        const fix =
          meant === undefined
            ? undefined
            : replace(fixTitle('write', { text: meant }), value.span, JSON.stringify(meant))
        yield { path: valuePath(condition, value), span: value.span, message, ...withFix(fix) }
      }
    }
  },
})
