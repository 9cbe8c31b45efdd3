import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { check } from '../messages.ts'

/** Action with NotAction, Resource with NotResource, Principal with NotPrincipal. */
export const unsupportedElementCombination = check({
  code: 'UNSUPPORTED_ELEMENT_COMBINATION',
  type: 'ERROR',
  title: 'A statement holds an element and its opposite',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf('{ "Effect": "Deny", "Action": "ce:*", "NotAction": "billing:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Deny", "NotAction": "billing:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) => fromProblems(subject, ({ code }) => code === 'element-combination'),
})
