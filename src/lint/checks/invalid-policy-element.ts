import { type PolicyDocument, policyElements, policyTypes, statementElements } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import { member, type Slip } from '../../text/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle, type QuickFix } from '../fix-titles.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** A key that the grammar does not know: misspelled, in the wrong case, or a comment. */
export const invalidPolicyElement = check({
  code: 'INVALID_POLICY_ELEMENT',
  type: 'ERROR',
  title: 'The policy has an element that does not exist',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Conditions": { "Bool": { "aws:SecureTransport": "true" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }',
  ),
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code }) => code === 'unknown-element',
      (problem) => fixOf(problem, subject.policy),
    ),
})

function fixOf({ span, path = '' }: Slip, { text, root, statements }: PolicyDocument): QuickFix | undefined {
  const isOfPolicy = path.lastIndexOf('/') === 0
  const byName = new Map((isOfPolicy ? policyElements : statementElements).map((name) => [name.toLowerCase(), name]))
  const written = text
    .slice(span.from + 1, span.to - 1)
    .trim()
    .toLowerCase()
  const meant = byName.get(byName.has(written) ? written : (closest(written, byName.keys()) ?? ''))
  const parent = isOfPolicy ? root : statements.find((statement) => path.startsWith(`${statement.path}/`))?.node
  return meant === undefined || member(parent, meant)
    ? undefined
    : replace(fixTitle('write', { text: meant }), span, `"${meant}"`)
}
