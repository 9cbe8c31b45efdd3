import type { Check, Found, Subject } from './check.ts'
import type { Message, MessageData, Messages } from './message.ts'
import { listed, plainText, quote } from './words.ts'

type PlaceOf<Template extends string> = Template extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlaceOf<Rest>
  : never

/** A message of a check with these templates: each ID with the data that its template has places for. */
export type MessageOf<M extends Messages> = {
  readonly [Id in keyof M & string]: {
    readonly id: Id
    readonly data: Readonly<Record<PlaceOf<M[Id]>, string | readonly string[]>>
  }
}[keyof M & string]

/** What a check with these templates finds. */
export type FoundOf<M extends Messages> = Omit<Found, 'message'> & { readonly message: MessageOf<M> }

/** A check whose findings use its own messages only, each with the data that its template needs. */
export const check = <const M extends Messages>(
  definition: Omit<Check, 'messages' | 'find'> & {
    readonly messages: M
    readonly find: (subject: Subject) => Iterable<FoundOf<M>>
  },
): Check => definition

/** A message by its ID. */
export function told<const Id extends string>(id: Id): Told<Id, Record<never, never>>
export function told<const Id extends string, const Data extends MessageData>(id: Id, data: Data): Told<Id, Data>
export function told(id: string, data: MessageData = {}): Message {
  return { id, data }
}

interface Told<Id, Data> {
  readonly id: Id
  readonly data: Data
}

/** The sentence that a template and its data make. A list in backticks has them around each of its texts. */
export function fill(template: string, data: MessageData): string {
  const [first = '', ...parts] = template.split('{{')
  let [text, isQuoted] = [first, isOpenAfter(first, false)]
  for (const part of parts) {
    const [name = '', rest = ''] = part.split('}}', 2)
    const value = data[name] ?? ''
    if (typeof value === 'string') text += (isQuoted ? plainText(value) : value) + rest
    else if (isQuoted && text.endsWith('`') && rest.startsWith('`'))
      text = text.slice(0, -1) + listed(value.map(quote)) + rest.slice(1)
    else text += listed(value) + rest
    isQuoted = isOpenAfter(rest, isQuoted)
  }
  return text
}

/** Is a backtick open behind a text? */
const isOpenAfter = (text: string, isOpen: boolean): boolean => ((text.split('`').length - 1) % 2 === 1) !== isOpen
