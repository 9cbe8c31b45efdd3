import { policyTypes } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** Is this operator, quotes included, Null with IfExists? */
export const isNullIfExists = (written: string): boolean =>
  /^"(ForAllValues:|ForAnyValue:)?NullIfExists"$/i.test(written)

/** Null already asks whether the key is there. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const nullWithIfExists = check({
  code: 'NULL_WITH_IF_EXISTS',
  type: 'ERROR',
  title: 'Null does not work with IfExists',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf(
    '{ "Effect": "Deny", "Action": "ce:*", "Resource": "*", "Condition": { "NullIfExists": { "aws:TokenIssueTime": "true" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Action": "ce:*", "Resource": "*", "Condition": { "Null": { "aws:TokenIssueTime": "true" } } }',
  ),
  source: accessAnalyzer,
  find: (subject) =>
    fromProblems(
      subject,
      ({ code, span }) => code === 'invalid-operator' && isNullIfExists(subject.policy.text.slice(span.from, span.to)),
      ({ span }) =>
        replace(
          fixTitle('remove', { name: 'IfExists' }),
          { from: span.to - '"'.length - 'IfExists'.length, to: span.to - 1 },
          '',
        ),
    ),
})
