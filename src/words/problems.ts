import type { PolicyFault, ReadProblem } from '../iam/index.ts'

/** What is wrong, and what would be right; neither ends in a period. */
export interface ProblemWords {
  readonly message: string
  readonly expected: string | undefined
}

/** The sentences for what is wrong with a text that should be a policy. */
export const problemWords = (problem: ReadProblem): ProblemWords =>
  'fault' in problem ? faultWords(problem.fault) : { message: problem.message, expected: problem.expected }

function faultWords(fault: PolicyFault): ProblemWords {
  switch (fault.code) {
    case 'data-type':
      return typeWords(fault)
    case 'condition-data-type':
      return {
        message: 'This isn’t a condition value',
        expected: 'a text, a number, true or false, or a list of them',
      }
    case 'invalid-version':
      return { message: `\`${fault.written}\` isn’t a policy version`, expected: '2012-10-17' }
    case 'invalid-effect':
      return { message: `\`${fault.written}\` isn’t an effect`, expected: '"Allow" or "Deny", with a capital letter' }
    case 'invalid-operator':
      return { message: `AWS has no operator \`${fault.written}\``, expected: 'StringEquals, for instance' }
    case 'missing-statement':
      return { message: 'The policy has no Statement', expected: '"Statement": [ … ]' }
    case 'missing-action':
      return { message: 'The statement has no Action', expected: '"Action": "service:Action"' }
    case 'missing-effect':
      return { message: 'The statement has no Effect', expected: '"Effect": "Allow" or "Effect": "Deny"' }
    case 'element-combination':
      return { message: `${fault.elements[0]} and ${fault.elements[1]} in one statement`, expected: 'one of the two' }
    case 'unknown-element':
      return {
        message: `\`${fault.written}\` isn’t an element of a policy`,
        expected: fault.meant ? `"${fault.meant}": elements are case-sensitive` : fault.known.join(', '),
      }
    case 'duplicate-element':
      return { message: `\`${fault.written}\` is here twice`, expected: 'each element once' }
  }
}

function typeWords(fault: Extract<PolicyFault, { readonly code: 'data-type' }>): ProblemWords {
  switch (fault.wanted) {
    case 'policy':
      return { message: 'This isn’t a policy', expected: 'an object with Version and Statement' }
    case 'statement':
      return { message: 'This isn’t a statement', expected: 'an object with Effect, Action, and Resource' }
    case 'condition block':
      return { message: 'This isn’t a condition', expected: '{ "Operator": { "key": "value" } }' }
    case 'condition':
      return { message: 'This isn’t a condition', expected: '{ "key": "value" }' }
    case 'text':
      return { message: 'This must be a text', expected: 'a text in double quotes, or a list of such texts' }
    case 'element':
      return { message: `${fault.element} must be a text`, expected: 'a text in double quotes' }
    case 'principal':
      return {
        message:
          fault.written === undefined ? 'This isn’t a principal' : `\`${fault.written}\` isn’t a principal by itself`,
        expected: '{ "AWS": "…" }, { "Service": "…" } or "*"',
      }
  }
}
