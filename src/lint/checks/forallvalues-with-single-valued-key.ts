import { policyTypes } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { isSingleValued } from '../key-types.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const forallvaluesWithSingleValuedKey = check({
  code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  type: 'SECURITY_WARNING',
  title: 'ForAllValues on a key with one value',
  messages: {
    found:
      '`{{key}}` has a single value, and `ForAllValues` also matches when the key is missing: this allows more than it seems to. Remove `ForAllValues:`.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-abcd1234" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-abcd1234" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      const { operator } = condition
      if (operator.value?.quantifier !== 'for-all' || !isSingleValued(key, subject.reference)) continue
      const message = told('found', { key: condition.key.value })
      const plain = operator.written.replace(/^ForAllValues:/i, '')
      const isFree = member(member(statement.node, 'Condition'), plain) === undefined
      const fix = isFree ? replace(fixTitle('use', { name: plain }), operator.span, JSON.stringify(plain)) : undefined
      yield { path: condition.path, span: condition.key.span, message, ...withFix(fix) }
    }
  },
})
