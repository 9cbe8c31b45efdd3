import { messagesOf, type Text } from './messages.ts'

const told = messagesOf('symbols', {
  says: 'what {{name}} says',
  rest: 'what the rest of {{name}} says',
  unread: 'what the unread {{name}} says',
  ofAccount: '{{name}} of account {{account}}',
  numbered: '{{symbol}} ({{number}})',
})

/**
 * What an answer depends on: a condition key as it is. The part of a document that can't be read has a symbol of the form "what … says", which takes part
 * in the evaluation like a key; here it becomes words.
 */
export function symbolText(key: string): Text {
  const [, of = '', name = '', number] = /^what (the rest of |the unread )?(.+?) says(?: \((\d+)\))?$/.exec(key) ?? []
  if (name === '') return key
  const symbol = told(of === '' ? 'says' : of === 'the unread ' ? 'unread' : 'rest', { name: nameText(name) })
  return number === undefined ? symbol : told('numbered', { symbol, number })
}

/** "policy/Gone of account 111122223333": a policy that an account has and the listing doesn't hold. */
function nameText(name: string): Text {
  const [, path, account] = /^(\S+) of account (\d{12})$/.exec(name) ?? []
  return path === undefined || account === undefined ? name : told('ofAccount', { name: path, account })
}
