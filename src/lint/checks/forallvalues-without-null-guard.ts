import { policyTypes, type Statement } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { isSingleValued } from '../key-types.ts'
import { check, told } from '../messages.ts'

/** FORALLVALUES_WITH_SINGLE_VALUED_KEY reports single-valued keys. Tag keys are left out: a request without tags is normal. */
export const forallvaluesWithoutNullGuard = check({
  code: 'FORALLVALUES_WITHOUT_NULL_GUARD',
  own: true,
  type: 'SUGGESTION',
  title: 'ForAllValues also allows requests that do not carry the key',
  messages: {
    found:
      'This also matches a request without `{{key}}`. To require the key, add `"Null": { "{{key2}}": "false" }` to the condition.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:Query", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders", "Condition": { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "customer-7" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:Query", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders", "Condition": { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "customer-7" }, "Null": { "dynamodb:LeadingKeys": "false" } } }',
  ),
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      const operator = condition.operator.value
      if (operator?.quantifier !== 'for-all' || operator.negated || operator.comparison === 'null') continue
      if (statement.effect?.value !== 'Allow' || condition.values.length === 0 || key.endsWith('tagkeys')) continue
      if (isSingleValued(key, subject.reference) || isWanted(statement, key)) continue
      const message = told('found', { key: condition.key.value, key2: condition.key.value })
      yield { path: condition.path, span: condition.key.span, message }
    }
  },
})

/** Does another condition of the statement hold only where the key is there? */
const isWanted = ({ conditions }: Statement, wanted: string): boolean =>
  conditions.some(({ key, operator: { value }, values }) => {
    if (key.value.toLowerCase() !== wanted || !value) return false
    return value.comparison === 'null'
      ? values.some((each) => each.value.raw.toLowerCase() === 'false')
      : value.quantifier === 'for-any'
  })
