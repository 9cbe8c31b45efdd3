import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { fromProblems } from '../from-problems.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidConditionDataType: Check = {
  code: 'INVALID_CONDITION_DATA_TYPE',
  type: 'ERROR',
  title: 'A condition value isn’t a string, number, or Boolean, or one condition mixes these types',
  policyTypes: policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": [300, "600"] } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": ["300", "600"] } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    yield* fromProblems(subject, ({ code }) => code === 'condition-data-type')
    for (const { condition } of conditionsOf(subject)) {
      const kinds = new Set(condition.values.map(({ value }) => value.json))
      if (kinds.size < 2) continue
      const message = `The values of ${quote(condition.key.value)} are of different types: ${[...kinds].join(' and ')}. Write all of them as strings, in quotes.`
      yield { path: condition.path, span: condition.span, message }
    }
  },
}
