import type { Span } from '../text/index.ts'

/** A pasted text with its wrapping taken off, and the way back to where each character stood. */
export interface Flat {
  readonly text: string
  /** The place in the original of a range of the flat text. */
  origin(from: number, to: number): Span
}
