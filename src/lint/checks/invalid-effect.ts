import { policyTypes } from '../../iam/index.ts'
import type { Slip } from '../../text/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer, type Subject } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle, type QuickFix } from '../fix-titles.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html */
export const invalidEffect = check({
  code: 'INVALID_EFFECT',
  type: 'ERROR',
  title: 'A statement has an Effect that does not exist',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf('{ "Effect": "allow", "Action": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code }) => code === 'invalid-effect',
      (problem) => fixOf(problem, subject),
    ),
})

/** A customer-managed resource control policy can’t allow anything, so there the intended effect isn’t certain. */
function fixOf({ span }: Slip, { policy: { text }, policyType }: Subject): QuickFix | undefined {
  const written = text
    .slice(span.from + 1, span.to - 1)
    .trim()
    .toLowerCase()
  const meant = ['Allow', 'Deny'].find((effect) => effect.toLowerCase() === written)
  return meant === undefined || (meant === 'Allow' && policyType === 'rcp')
    ? undefined
    : replace(fixTitle('write', { text: meant }), span, `"${meant}"`)
}
