import { inTurn, messagesOf, type Text } from '../words/index.ts'
import type { Case } from './diagnosis.ts'

const told = messagesOf('hidden-direction', {
  policy: '“{{name}}”',
  place: '{{name}} (U+{{code}})',
  error: 'the error',
  invisibleCharactersTurn:
    'There are invisible characters that turn the direction of writing in {{places}}. Names might not be what they appear to be. Don’t trust them.',
})

/** Characters that turn the direction of writing: a name with one reads as another name. Unicode, UAX #9. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** A sentence where what was pasted does not read as it is; undefined elsewhere. */
export function hiddenDirection({ paste, policies }: Case): Text | undefined {
  const places = [
    { name: told('error'), text: paste },
    ...policies.map(({ name, text }) => ({
      name: told('policy', { name: name.replaceAll(new RegExp(turning, 'g'), '') }),
      text: name + text,
    })),
  ].flatMap(({ name, text }) => {
    const at = text.slice(0, longest).search(turning)
    return at < 0
      ? []
      : [told('place', { name, code: text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0') })]
  })
  if (places.length === 0) return undefined
  return told('invisibleCharactersTurn', { places: inTurn(places.slice(0, 3), ', ') })
}

const longest = 1_000_000
