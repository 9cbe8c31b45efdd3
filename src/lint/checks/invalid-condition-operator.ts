import { operatorNames, policyTypes } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import type { Slip } from '../../text/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle, type QuickFix } from '../fix-titles.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'
import { isNullIfExists } from './null-with-if-exists.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const invalidConditionOperator = check({
  code: 'INVALID_CONDITION_OPERATOR',
  type: 'ERROR',
  title: 'A condition has an operator that does not exist',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEqual": { "aws:RequestedRegion": "us-east-1" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-east-1" } } }',
  ),
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code, span }) => code === 'invalid-operator' && !isNullIfExists(subject.policy.text.slice(span.from, span.to)),
      (problem) => fixOf(problem, subject.policy.text),
    ),
})

function fixOf({ span }: Slip, text: string): QuickFix | undefined {
  const written = text.slice(span.from + 1, span.to - 1)
  const quantifier = ['ForAllValues:', 'ForAnyValue:'].find((each) => written.startsWith(each)) ?? ''
  const ifExists = written.endsWith('IfExists') ? 'IfExists' : ''
  const name = written.slice(quantifier.length, written.length - ifExists.length)
  const byName = new Map(operatorNames.map((each) => [each.toLowerCase(), each]))
  const meant = byName.get(closest(name.toLowerCase(), byName.keys()) ?? '')
  if (meant === undefined) return undefined
  const whole = `${quantifier}${meant}${ifExists}`
  return replace(fixTitle('write', { text: whole }), span, JSON.stringify(whole))
}
