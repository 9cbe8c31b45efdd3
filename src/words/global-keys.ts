// What each global condition key holds, and which requests carry it: sentences for hovers and for the keys' own pages.
import type { KeyTexts, KeyWords } from './key-words.ts'
import { keysOfCallers } from './keys-of-callers.ts'
import { keysOfRequests } from './keys-of-requests.ts'
import { messagesOf, type Text, type Translation, write } from './messages.ts'

const texts: ReadonlyMap<string, KeyTexts> = new Map([...keysOfCallers, ...keysOfRequests])

/** The keys that have words, in AWS's spelling. Keys that AWS doesn't explain aren't among them. */
export const explainedKeys: readonly string[] = [...texts.keys()]

/** What a key is, by its name in AWS's spelling. */
export function globalKeyWords(key: string, translation?: Translation): KeyWords | undefined {
  const found = texts.get(key)
  if (!found) return undefined
  const say = (text: Text): string => write(text, translation)
  const { holds, present, absent, care } = found
  return {
    holds: say(holds),
    present: say(present),
    absent: absent === undefined ? undefined : say(absent),
    ...(care === undefined ? {} : { care: say(care) }),
  }
}

const told = messagesOf('condition-keys', {
  on: 'On: {{requests}}',
  notOn: 'Not on: {{requests}}',
  severalValues: 'It can have several values. Use `ForAnyValue` or `ForAllValues`.',
  ofService: 'A condition key of {{service}}. Type: {{type}}.',
})

/** What a key is, which requests carry it, and what to take care of: a sentence per line. */
export function globalKeyLines(
  { name, multivalued }: { readonly name: string; readonly multivalued: boolean },
  translation?: Translation,
): readonly string[] {
  const key = texts.get(name)
  if (!key) return []
  const { holds, present, absent, care } = key
  return [
    holds,
    told('on', { requests: present }),
    ...(absent === undefined ? [] : [told('notOn', { requests: absent })]),
    ...(multivalued ? [told('severalValues')] : []),
    ...(care === undefined ? [] : [care]),
  ].map((text) => write(text, translation))
}

/** About a key of one service, of which only its type is known. */
export const serviceKeySentence = (service: string, type: string, translation?: Translation): string =>
  write(told('ofService', { service, type }), translation)
