import { policyTypes } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const nullWithQualifier: Check = {
  code: 'NULL_WITH_QUALIFIER',
  type: 'SUGGESTION',
  title: 'Null with ForAllValues or ForAnyValue',
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "ForAllValues:Null": { "aws:TagKeys": "false" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": { "Null": { "aws:TagKeys": "false" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { statement, condition } of conditionsOf(subject)) {
      const { operator, path, key } = condition
      if (operator.value?.comparison !== 'null' || operator.value.quantifier === 'single') continue
      const result = operator.value.quantifier === 'for-all' ? 'always' : 'never'
      const message = `${quote(operator.written)} ${result} matches, whatever the request. To check whether ${quote(key.value)} is present, write \`Null\` alone.`
      const isFree = member(member(statement.node, 'Condition'), 'Null') === undefined
      const fix = isFree ? { fix: replace('Write Null', operator.span, '"Null"') } : {}
      yield { path, span: operator.span, message, ...fix }
    }
  },
}
