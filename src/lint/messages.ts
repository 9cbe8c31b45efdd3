import type { Datum, Messages, PlaceOf } from '../words/index.ts'
import type { Check, FindingData, Found, Message, Subject } from './check.ts'

/** A message of a check with these templates: each ID with the data that its template has places for. */
export type MessageOf<M extends Messages> = {
  readonly [Id in keyof M & string]: {
    readonly id: Id
    readonly data: Readonly<Record<PlaceOf<M[Id]>, Datum>>
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
export function told<const Id extends string, const Data extends FindingData>(id: Id, data: Data): Told<Id, Data>
export function told(id: string, data: FindingData = {}): Message {
  return { id, data }
}

interface Told<Id, Data> {
  readonly id: Id
  readonly data: Data
}
