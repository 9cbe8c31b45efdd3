/** A half-open range of UTF-16 offsets into a text that the user gave. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A value together with the place it was read from. */
export interface Located<T> {
  readonly value: T
  readonly span: Span
}

/** A list that holds at least one item, so that types can't express "denied without a cause". */
export type NonEmpty<T> = readonly [T, ...T[]]

/** Narrows a list to one that is not empty. */
export const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0
