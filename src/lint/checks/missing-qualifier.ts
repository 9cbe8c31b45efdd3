import { policyTypes } from '../../iam/index.ts'
import { findGlobalKey } from '../../reference/index.ts'
import { accessAnalyzer, type Subject } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingQualifier = check({
  code: 'MISSING_QUALIFIER',
  type: 'ERROR',
  title: 'A key with several values without ForAllValues or ForAnyValue',
  messages: {
    found:
      '`{{key}}` can have several values, and `{{written}}` alone never matches those, not even in a Deny. Put `ForAllValues:` or `ForAnyValue:` before it.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "StringEquals": { "aws:TagKeys": ["team", "cost"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": ["team", "cost"] } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      const operator = condition.operator.value
      if (
        operator === undefined ||
        operator.quantifier !== 'single' ||
        operator.comparison === 'null' ||
        !isMultivalued(key, subject)
      )
        continue
      const message = told('found', { key: condition.key.value, written: condition.operator.written })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})

function isMultivalued(key: string, { reference }: Subject): boolean {
  const prefix = key.slice(0, Math.max(key.indexOf(':'), 0))
  if (prefix === 'aws') return findGlobalKey(key)?.multivalued ?? false
  return reference?.services.get(prefix)?.conditionKeys.get(key)?.startsWith('ArrayOf') ?? false
}
