import type { PolicyFault, ReadProblem } from '../iam/index.ts'
import { deepestJson, type JsonMistake } from '../text/index.ts'
import { messagesOf, type Text, type Told, type Translation, write } from './messages.ts'

/** What is wrong, and what would be right; neither ends in a period. */
export interface ProblemWords {
  readonly message: string
  readonly expected: string | undefined
}

type Words = readonly [message: Text, expected: Text]

/** The sentences for what is wrong with a text that should be a policy. */
export function problemWords(problem: ReadProblem, translation?: Translation): ProblemWords {
  const [message, expected] = wordsOf(problem)
  return { message: write(message, translation), expected: write(expected, translation) }
}

const wordsOf = (problem: ReadProblem): Words =>
  'fault' in problem ? faultWords(problem.fault) : jsonWords[problem.mistake]

const sentences = messagesOf('problem-sentences', {
  message: '{{message}}.',
  withExpected: '{{message}}. Expected here: {{expected}}.',
})

/** The same as sentences with full stops, in no language yet. */
export function problemText(problem: ReadProblem): Told {
  const [message, expected] = wordsOf(problem)
  return expected === '' ? sentences('message', { message }) : sentences('withExpected', { message, expected })
}

const json = messagesOf('json-problems', {
  symbol: 'This is not JSON',
  anyValue: 'a text in double quotes, a number, true, false, null, { or [',
  noNumber: 'This is not a number',
  numberEnds: 'This number stops too early',
  digits: 'digits, as in 3600',
  key: 'A key is missing here',
  keyOrEnd: 'a key in double quotes, or } without a comma before it',
  value: 'A value is missing here',
  colon: 'A colon is missing here',
  colonPlace: ': between the key and its value',
  comma: 'A comma is missing here',
  commaPlace: '"," between two entries',
  closeBrace: 'An object is not closed',
  closeBracket: 'A list is not closed',
  end: 'The JSON ends before this',
  nothingMore: 'nothing more after the last bracket',
  comment: 'JSON has no comments',
  openComment: 'This comment has no end',
  noComment: 'the policy without this comment',
  openString: 'This text has no closing quote',
  quoteAtEnd: '" at its end, on the same line',
  unicode: 'This \\u is not followed by four hexadecimal digits',
  unicodeExample: '\\u0041, for instance',
  escape: 'JSON knows no such escape',
  escapes: 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
  character: 'This character isn’t allowed in a string',
  escapeExample: 'an escape, as in \\n or \\t',
  empty: 'There is nothing here',
  policyBegin: 'a policy, beginning with {',
  depth: 'Nested more than {{levels}} levels deep',
  policyDepth: 'a policy: it has 6 levels at most',
})

const jsonWords: Readonly<Record<JsonMistake, Words>> = {
  symbol: [json('symbol'), json('anyValue')],
  noNumber: [json('noNumber'), json('digits')],
  numberEnds: [json('numberEnds'), json('digits')],
  key: [json('key'), json('keyOrEnd')],
  value: [json('value'), json('anyValue')],
  colon: [json('colon'), json('colonPlace')],
  comma: [json('comma'), json('commaPlace')],
  closeBrace: [json('closeBrace'), '}'],
  closeBracket: [json('closeBracket'), ']'],
  end: [json('end'), json('nothingMore')],
  comment: [json('comment'), json('noComment')],
  openComment: [json('openComment'), json('noComment')],
  openString: [json('openString'), json('quoteAtEnd')],
  unicode: [json('unicode'), json('unicodeExample')],
  escape: [json('escape'), json('escapes')],
  character: [json('character'), json('escapeExample')],
  empty: [json('empty'), json('policyBegin')],
  depth: [json('depth', { levels: deepestJson }), json('policyDepth')],
  other: [json('symbol'), 'JSON'],
}

const policy = messagesOf('policy-problems', {
  conditionValue: 'This isn’t a condition value',
  conditionValues: 'a text, a number, true or false, or a list of them',
  version: '`{{written}}` isn’t a policy version',
  effect: '`{{written}}` isn’t an effect',
  effects: '"Allow" or "Deny", with a capital letter',
  operator: 'AWS has no operator `{{written}}`',
  anOperator: 'StringEquals, for instance',
  noStatement: 'The policy has no Statement',
  noAction: 'The statement has no Action',
  noEffect: 'The statement has no Effect',
  effectElement: '"Effect": "Allow" or "Effect": "Deny"',
  together: '{{one}} and {{other}} in one statement',
  oneOfTwo: 'one of the two',
  unknownElement: '`{{written}}` isn’t an element of a policy',
  elementMeant: '"{{meant}}": elements are case-sensitive',
  twice: '`{{written}}` is here twice',
  once: 'each element once',
  notPolicy: 'This isn’t a policy',
  aPolicy: 'an object with Version and Statement',
  notStatement: 'This isn’t a statement',
  aStatement: 'an object with Effect, Action, and Resource',
  notCondition: 'This isn’t a condition',
  notText: 'This must be a text',
  aText: 'a text in double quotes, or a list of such texts',
  elementNotText: '{{element}} must be a text',
  oneText: 'a text in double quotes',
  notPrincipal: 'This isn’t a principal',
  notPrincipalAlone: '`{{written}}` isn’t a principal by itself',
  aPrincipal: '{ "AWS": "…" }, { "Service": "…" } or "*"',
})

function faultWords(fault: PolicyFault): Words {
  switch (fault.code) {
    case 'data-type':
      return typeWords(fault)
    case 'condition-data-type':
      return [policy('conditionValue'), policy('conditionValues')]
    case 'invalid-version':
      return [policy('version', { written: fault.written }), '2012-10-17']
    case 'invalid-effect':
      return [policy('effect', { written: fault.written }), policy('effects')]
    case 'invalid-operator':
      return [policy('operator', { written: fault.written }), policy('anOperator')]
    case 'missing-statement':
      return [policy('noStatement'), '"Statement": [ … ]']
    case 'missing-action':
      return [policy('noAction'), '"Action": "service:Action"']
    case 'missing-effect':
      return [policy('noEffect'), policy('effectElement')]
    case 'element-combination':
      return [policy('together', { one: fault.elements[0], other: fault.elements[1] }), policy('oneOfTwo')]
    case 'unknown-element':
      return [
        policy('unknownElement', { written: fault.written }),
        fault.meant ? policy('elementMeant', { meant: fault.meant }) : fault.known.join(', '),
      ]
    case 'duplicate-element':
      return [policy('twice', { written: fault.written }), policy('once')]
  }
}

function typeWords(fault: Extract<PolicyFault, { readonly code: 'data-type' }>): Words {
  switch (fault.wanted) {
    case 'policy':
      return [policy('notPolicy'), policy('aPolicy')]
    case 'statement':
      return [policy('notStatement'), policy('aStatement')]
    case 'condition block':
      return [policy('notCondition'), '{ "Operator": { "key": "value" } }']
    case 'condition':
      return [policy('notCondition'), '{ "key": "value" }']
    case 'text':
      return [policy('notText'), policy('aText')]
    case 'element':
      return [policy('elementNotText', { element: fault.element }), policy('oneText')]
    case 'principal':
      return [
        fault.written === undefined ? policy('notPrincipal') : policy('notPrincipalAlone', { written: fault.written }),
        policy('aPrincipal'),
      ]
  }
}
