import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'
import { fromProblems } from '../from-problems.ts'

/** Action with NotAction, Resource with NotResource, Principal with NotPrincipal. */
export const unsupportedElementCombination: Check = {
  code: 'UNSUPPORTED_ELEMENT_COMBINATION',
  type: 'ERROR',
  title: 'A statement holds an element and its opposite',
  policyTypes,
  wrong: policyOf('{ "Effect": "Deny", "Action": "ce:*", "NotAction": "billing:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Deny", "NotAction": "billing:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: (subject) => fromProblems(subject, ({ code }) => code === 'element-combination'),
}
