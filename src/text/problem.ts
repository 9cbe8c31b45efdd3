import type { Span } from './span.ts'

/** A place where a text isn't right, and the kind of mistake. Readers never throw: they return as much as could be read and these. */
export interface Slip {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly span: Span
  /** JSON pointer of the element concerned; absent where the text is not JSON. */
  readonly path?: string
}

/** What is wrong with a text as JSON. `message` says what is wrong, `expected` what would be right; neither ends in a period. */
export interface Problem extends Slip {
  readonly message: string
  readonly expected?: string
}
