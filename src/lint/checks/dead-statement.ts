import { policyTypes } from '../../iam/index.ts'
import type { Check, Found } from '../check.ts'
import { deniedWholly } from '../dead-statements.ts'
import { policyOf } from '../example.ts'
import { quote } from '../words.ts'

/** An explicit Deny always wins. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
export const deadStatement: Check = {
  code: 'DEAD_STATEMENT',
  own: true,
  type: 'WARNING',
  title: 'One statement denies everything that another one allows',
  policyTypes,
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
  *find({ policy: { statements } }): Iterable<Found> {
    for (const { statement, by } of deniedWholly(statements)) {
      const { path, span } = statement
      const name = by.sid?.value ? quote(by.sid.value) : `statement ${by.index + 1}`
      const message = `This statement allows nothing: ${name} denies all of it, and a Deny always wins. Make the Deny narrower, or remove this statement.`
      yield { path, span: { from: span.from, to: span.from + 1 }, message }
    }
  },
}
