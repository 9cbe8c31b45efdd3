/** What a key is, for people. The source is in the key's row of `globalKeys`. */
export interface KeyWords {
  /** "The IP address that the request comes from." */
  readonly holds: string
  /** Which requests carry it. */
  readonly present: string
  /** Which requests don't; undefined where every request carries it. */
  readonly absent: string | undefined
  /** The usual mistakes. */
  readonly care?: string
}
