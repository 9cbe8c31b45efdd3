// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { type Operator, policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidVariableForOperator = check({
  code: 'INVALID_VARIABLE_FOR_OPERATOR',
  type: 'ERROR',
  title: 'A variable with an operator that doesn’t support variables',
  messages: {
    found: 'Variables work only with String and Arn operators; with `{{written}}`, `{{value}}` is plain text.',
  },
  policyTypes,
  needs: 'condition',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "NumericEquals": { "aws:MultiFactorAuthAge": "${aws:PrincipalTag/age}" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "${aws:username}" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition } of subject.conditions) {
      const comparison = condition.operator.value?.comparison
      if (comparison === undefined || takesVariables.has(comparison)) continue
      for (const value of condition.values) {
        if (!/\$\{[\w.-]+:[^:}]/.test(value.value.raw)) continue
        const message = told('found', { written: condition.operator.written, value: value.value.raw })
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
})

const takesVariables: ReadonlySet<Operator['comparison']> = new Set([
  'string',
  'string-ignore-case',
  'string-like',
  'arn',
])
