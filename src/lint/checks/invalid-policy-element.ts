import { policyTypes } from '../../iam/index.ts'
import { closest } from '../../reference/index.ts'
import type { Edit, Problem } from '../../text/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems } from '../from-problems.ts'

/** A key that the grammar does not know: misspelled, in the wrong case, or a comment. */
export const invalidPolicyElement: Check = {
  code: 'INVALID_POLICY_ELEMENT',
  type: 'ERROR',
  title: 'The policy has an element that does not exist',
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*", "Conditions": {} }'),
  right: policyOf('{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code }) => code === 'unknown-element',
      (problem) => fixOf(problem, subject.policy.text),
    ),
}

const ofPolicy = ['Version', 'Id', 'Statement']
const ofStatement = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

function fixOf({ span, path = '' }: Problem, text: string): Edit | undefined {
  const known = path.lastIndexOf('/') === 0 ? ofPolicy : ofStatement
  const byName = new Map(known.map((name) => [name.toLowerCase(), name]))
  const written = text.slice(span.from + 1, span.to - 1).trim().toLowerCase()
  const meant = byName.get(byName.has(written) ? written : (closest(written, byName.keys()) ?? ''))
  return meant === undefined ? undefined : replace(`Write ${meant}`, span, `"${meant}"`)
}
