import { policyTypes } from '../../iam/index.ts'
import { deniedWholly } from '../dead-statements.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** An explicit Deny always wins. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
export const deadStatement = check({
  code: 'DEAD_STATEMENT',
  own: true,
  type: 'WARNING',
  title: 'One statement denies everything that another one allows',
  messages: {
    named:
      'This statement allows nothing: `{{sid}}` denies all of it, and a Deny always wins. Make the Deny narrower, or remove this statement.',
    numbered:
      'This statement allows nothing: statement {{number}} denies all of it, and a Deny always wins. Make the Deny narrower, or remove this statement.',
  },
  policyTypes,
  needs: 'Deny',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": "*" }',
    '{ "Effect": "Deny", "Action": "ce:*", "Resource": "*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": "*" }',
    '{ "Effect": "Deny", "Action": "ce:Delete*", "Resource": "*" }',
  ),
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  *find({ policy: { statements } }) {
    for (const { statement, by } of deniedWholly(statements)) {
      const { path, span } = statement
      const message = by.sid?.value
        ? told('named', { sid: by.sid.value })
        : told('numbered', { number: String(by.index + 1) })
      yield { path, span: { from: span.from, to: span.from + 1 }, message }
    }
  },
})
