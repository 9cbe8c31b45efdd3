import { isWhole, type NamelessPart, type ReadNote, type Unread, type UnreadReason } from '../denial/index.ts'
import { positionAt } from '../text/index.ts'
import { inTurn, messagesOf, type Text, write } from '../words/index.ts'

const told = messagesOf('read-notes', {
  name: '`{{name}}`',
  more: '{{shown}} and {{count}} more',
  isUnknown: '{{names}} is unknown.',
  areUnknown: '{{names}} are unknown.',
  answerCantConfirmed: 'The answer can’t be confirmed without the rest.',
  readOneStatement: 'Read as one statement of {{what}}.',
  readStatements: 'Read as {{statements}} statements of {{what}}.',
  missingRead: 'The {{element}} is missing, so it’s read as {{value}}.',
  bothValuesChooses: 'Both values that `{{condition}}` chooses between are read.',
  includeAdds: 'It doesn’t include what `{{what}}` adds.',
  stateBefore: 'It’s read as it was before the change: without the lines marked `+`.',
  stateAfter: 'It’s read as it is after the change: without the lines marked `-`.',
  cutOffEnd: 'It’s cut off at its end.',
  dynamicBlock: 'a dynamic block',
  statement: 'a statement',
  principal: 'a principal',
  lineSeemsHold:
    '{{language}} on line {{line}} seems to hold a policy, but it can’t be read: {{reason}}. The answer can’t be confirmed without it.',
})

const unread = messagesOf('unread-reasons', {
  'cut-off': 'it ends in the middle of a statement',
  'no-statement': 'no statement in it has an Effect and an Action',
  built: 'its statements are built by `{{by}}`',
  elsewhere: "{{key}} comes from `{{from}}`, which isn't in the text",
  hidden: 'the plan hides {{what}}',
  unknownGrants: "what {{names}} grants isn't in the text",
  name: '`{{name}}`',
})

/** No reader wants more names than this at once. */
const mostNames = 4

/** "`a`, `b` and 3 more are unknown." */
const unknown = (names: readonly string[]): Text => {
  const shown = inTurn(
    names.slice(0, mostNames).map((name) => told('name', { name })),
    ', ',
  )
  const all = names.length > mostNames ? told('more', { shown, count: names.length - mostNames }) : shown
  return told(names.length === 1 ? 'isUnknown' : 'areUnknown', { names: all })
}

/** What was done to read a document, in sentences; `what` it was read as: "an identity-based policy". Empty where there's nothing to tell. */
export function noteSentence(notes: readonly ReadNote[], what: Text): Text {
  const names = notes.flatMap((note) => (note.code === 'unknown' ? [note.name] : []))
  const sentences = [
    ...notes.map((note) => sentenceOf(note, what)),
    ...(names.length > 0 ? [unknown(names)] : []),
    ...(isWhole(notes) ? [] : [told('answerCantConfirmed')]),
  ]
  return inTurn([...new Map(sentences.map((sentence) => [write(sentence), sentence])).values()].filter(Boolean))
}

function sentenceOf(note: ReadNote, what: Text): Text {
  switch (note.code) {
    case 'wrapped':
      return note.statements === 1
        ? told('readOneStatement', { what })
        : told('readStatements', { statements: note.statements, what })
    case 'completed':
      return told('missingRead', { element: note.element, value: note.value })
    case 'either':
      return told('bothValuesChooses', { condition: note.condition })
    case 'left-out':
      return told('includeAdds', { what: partText(note.what) })
    case 'changed':
      return told(note.state === 'before' ? 'stateBefore' : 'stateAfter')
    case 'cut-off':
      return told('cutOffEnd')
    case 'sam-template':
    case 'unknown':
      return ''
  }
}

/** What can't be read, with its line in the text. */
export function unreadSentence({ language, reason, at }: Unread, text: string): Text {
  const { line } = positionAt(text, at)
  return told('lineSeemsHold', { language, line, reason: reasonText(reason) })
}

function reasonText(reason: UnreadReason): Text {
  switch (reason.code) {
    case 'broken':
      return reason.says
    case 'built':
      return unread('built', { by: reason.by })
    case 'elsewhere':
      return unread('elsewhere', { key: reason.key, from: reason.from })
    case 'hidden':
      return unread('hidden', { what: partText(reason.what) })
    case 'unknown-grants':
      return unread('unknownGrants', {
        names: inTurn(
          reason.names.map((name) => unread('name', { name: partText(name) })),
          ', ',
        ),
      })
    default:
      return unread(reason.code)
  }
}

const parts = {
  'dynamic-block': told('dynamicBlock'),
  statement: told('statement'),
  principal: told('principal'),
} as const

const partText = (what: string | NamelessPart): Text => (typeof what === 'string' ? what : parts[what.part])
