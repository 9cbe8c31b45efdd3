import type { Text } from './messages.ts'

/** What a key is, in words. The source is in the key's row of `globalKeys`. */
export interface KeyWords<T = string> {
  /** "The IP address that the request comes from." */
  readonly holds: T
  /** Which requests carry it. */
  readonly present: T
  /** Which requests don't; undefined where every request carries it. */
  readonly absent: T | undefined
  /** The usual mistakes. */
  readonly care?: T
}

/** The same, in no language yet. */
export type KeyTexts = KeyWords<Text>
