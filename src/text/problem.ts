import type { Span } from './span.ts'

/**
 * What is wrong with a text that the user gave. Readers never throw: they return as much as could be read and these.
 * `message` says what is wrong, `expected` what would be right; neither ends in a full stop.
 */
export interface Problem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly span: Span
  /** JSON pointer of the element concerned; absent where the text is not JSON. */
  readonly path?: string
  readonly message: string
  readonly expected?: string
}
