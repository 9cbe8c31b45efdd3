import { matches } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingActionForConditionKey = check({
  code: 'MISSING_ACTION_FOR_CONDITION_KEY',
  type: 'ERROR',
  title: 'A condition requires another action in the statement',
  messages: {
    found:
      '`{{key}}` is only in requests that use `{{needed}}`, and this statement does not allow that action. Add it.',
  },
  policyTypes: ['trust'],
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Build" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:RequestTag/team": "finance" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Build" }, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": { "StringEquals": { "aws:RequestTag/team": "finance" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { statement, condition, key } of subject.conditions) {
      const { action, effect } = statement
      const needed = neededFor(key)
      if (needed === undefined || effect?.value !== 'Allow' || action?.sense !== 'any-of') continue
      const covers = (name: string): boolean =>
        action.items.some(({ value }) => matches(value.raw.toLowerCase(), name.toLowerCase()))
      if (covers(needed) || !assuming.some(covers)) continue
      const message = told('found', { key: condition.key.value, needed })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})

const assuming = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'] as const

function neededFor(key: string): string | undefined {
  if (key.startsWith('aws:requesttag/') || key === 'aws:tagkeys' || key === 'sts:transitivetagkeys')
    return 'sts:TagSession'
  return key === 'sts:sourceidentity' ? 'sts:SetSourceIdentity' : undefined
}
