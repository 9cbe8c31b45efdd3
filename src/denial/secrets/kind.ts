import type { Secret } from '../denial.ts'

/** One kind of secret that the page recognizes. */
export interface SecretKind {
  /** As the page lists it. */
  readonly name: string
  readonly kind: Secret['kind']
  /** A global expression. Its first group that takes part is the secret; without a group, the whole match is. */
  readonly pattern: RegExp
  /** False for what only has the shape. */
  readonly isReal?: ((value: string) => boolean) | undefined
  /** True where a value can go on over line breaks. */
  readonly wraps?: boolean | undefined
  /** True where it counts only near an access key ID. */
  readonly nearKey?: boolean | undefined
}

/** Between a name and its value: quotes (escaped and encoded ones, too), a colon, an equals sign, the end of a tag, an attribute or element called value, the line of a table, Markdown. */
export const separator = String.raw`(?:>-|["'\\\s:=>|,\]*${'`'}]|<\/?(?:name|key|value|string)>|\bvalue\b|\\[nrt]|&quot;|&gt;|&#34;|%22|%3A|%3D|%20|\\u0022|\\u003[dDeE]){1,16}`
/** The same, without white space alone: for names that are words of prose, too. */
export const assignment = String.raw`(?:["'\\]|&quot;|%22|\\u0022){0,4}\s{0,4}(?:[:=>|]|&gt;|%3A|%3D|\\u003[dDeE])(?:>-|["'\\\s>|]|&quot;|%22|%20|\\u0022){0,12}`
/** Before a value that has a fixed start: nothing of its alphabet, or an escape that ends in a letter or digit. */
export const boundary = String.raw`(?:(?<![A-Za-z0-9_-])|(?<=\\[nrt]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}))`
