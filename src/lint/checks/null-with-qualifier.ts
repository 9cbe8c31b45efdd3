import { policyTypes } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const nullWithQualifier = check({
  code: 'NULL_WITH_QUALIFIER',
  type: 'SUGGESTION',
  title: 'Null with ForAllValues or ForAnyValue',
  messages: {
    found:
      '`{{written}}` {{result}} matches, whatever the request. To check whether `{{key}}` is present, write `Null` alone.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:Null": { "aws:TagKeys": "false" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "false" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { statement, condition } of subject.conditions) {
      const { operator, path, key } = condition
      if (operator.value?.comparison !== 'null' || operator.value.quantifier === 'single') continue
      const result = operator.value.quantifier === 'for-all' ? 'always' : 'never'
      const message = told('found', { written: operator.written, result, key: key.value })
      const isFree = member(member(statement.node, 'Condition'), 'Null') === undefined
      const fix = isFree ? { fix: replace(fixTitle('write', { text: 'Null' }), operator.span, '"Null"') } : {}
      yield { path, span: operator.span, message, ...fix }
    }
  },
})
