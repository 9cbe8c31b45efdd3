import { isWhole, type ReadNote, type Unread } from '../denial/index.ts'
import { positionAt } from '../text/index.ts'

/** No reader wants more names than this at once. */
const mostNames = 4

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNames).map((name) => `\`${name}\``)
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  return `${shown.join(', ')}${more} ${names.length === 1 ? 'is' : 'are'}`
}

/** What was done to read a document, in sentences; `what` it was read as: "an identity-based policy". Empty where there's nothing to tell. */
export function noteSentence(notes: readonly ReadNote[], what: string): string {
  const names = notes.flatMap((note) => (note.code === 'unknown' ? [note.name] : []))
  const sentences = [
    ...notes.map((note) => sentenceOf(note, what)),
    ...(names.length > 0 ? [`${listed(names)} unknown.`] : []),
    ...(isWhole(notes) ? [] : ['The answer can’t be confirmed without the rest.']),
  ]
  return [...new Set(sentences)].filter((sentence) => sentence !== '').join(' ')
}

function sentenceOf(note: ReadNote, what: string): string {
  switch (note.code) {
    case 'wrapped':
      return note.statements === 1
        ? `Read as one statement of ${what}.`
        : `Read as ${note.statements} statements of ${what}.`
    case 'completed':
      return `The ${note.element} is missing, so it’s read as ${note.value}.`
    case 'either':
      return `Both values that \`${note.condition}\` chooses between are read.`
    case 'left-out':
      return `It doesn’t include what \`${note.what}\` adds.`
    case 'cut-off':
      return 'It’s cut off at its end.'
    case 'unknown':
      return ''
  }
}

/** What can't be read, with its line in the text. */
export function unreadSentence({ language, reason, at }: Unread, text: string): string {
  const { line } = positionAt(text, at)
  return `${language} on line ${line} seems to hold a policy, but it can’t be read: ${reason}. The answer can’t be confirmed without it.`
}
