import { messagesOf, type Text } from './messages.ts'

const told = messagesOf('symbols', {
  says: 'what {{name}} says',
  rest: 'what the rest of {{name}} says',
  unread: 'what the unread {{name}} says',
  numbered: '{{symbol}} ({{number}})',
})

/**
 * What an answer depends on: a condition key as it is. The part of a document that can't be read has a symbol of the form "what … says", which takes part
 * in the evaluation like a key; here it becomes words.
 */
export function symbolText(key: string): Text {
  const [, of = '', name = '', number] = /^what (the rest of |the unread )?(.+?) says(?: \((\d+)\))?$/.exec(key) ?? []
  if (name === '') return key
  const symbol = told(of === '' ? 'says' : of === 'the unread ' ? 'unread' : 'rest', { name })
  return number === undefined ? symbol : told('numbered', { symbol, number })
}
