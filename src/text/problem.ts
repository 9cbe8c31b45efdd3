import type { Span } from './span.ts'

/** A place where a text isn't right, and the kind of mistake. Readers never throw: they return as much as could be read and these. */
export interface Slip {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly span: Span
  /** JSON pointer of the element concerned; absent where the text is not JSON. */
  readonly path?: string
}

/** How a text breaks the grammar of JSON. */
export type JsonMistake =
  | 'symbol'
  | 'noNumber'
  | 'numberEnds'
  | 'key'
  | 'value'
  | 'colon'
  | 'comma'
  | 'closeBrace'
  | 'closeBracket'
  | 'end'
  | 'comment'
  | 'openComment'
  | 'openString'
  | 'unicode'
  | 'escape'
  | 'character'
  | 'empty'
  | 'depth'
  | 'other'

/** What is wrong with a text as JSON, as data: `problemWords` in src/words has the sentences. */
export interface Problem extends Slip {
  readonly mistake: JsonMistake
}
