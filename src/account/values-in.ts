import type { UnusedReason } from './gathered.ts'

/** The JSON values of a text, and what isn't JSON in it. */
export interface ValuesIn {
  readonly values: readonly unknown[]
  /** Undefined if all of the text was read. */
  readonly problem: UnusedReason | undefined
}

/**
 * Reads outputs that stand in one text: a single JSON value, several of them one after the other, or one per line. Lines between them that
 * begin with "#" are comments. A value at the end that is cut off is a problem; those before it count. Linear in the text.
 */
export function valuesIn(text: string): ValuesIn {
  const whole = parsed(text)
  if (whole) return { values: [whole.value], problem: undefined }
  const values: unknown[] = []
  let at = 0
  for (;;) {
    at = afterBlanks(text, at)
    if (at >= text.length) return { values, problem: undefined }
    const end = endOfValue(text, at)
    if (end === undefined) return { values, problem: { code: 'cut' } }
    const value = parsed(text.slice(at, end))
    if (!value) return { values, problem: { code: 'no-json', character: at + 1 } }
    values.push(value.value)
    at = end
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** The next character that isn’t a blank, a comma, or part of a comment. */
function afterBlanks(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === hash) {
      const end = text.indexOf('\n', at)
      at = end === -1 ? text.length : end + 1
    } else if (code <= space || code === comma || code === byteOrderMark) at++
    else return at
  }
}

const [hash, space, comma, byteOrderMark, quote, backslash] = [0x23, 0x20, 0x2c, 0xfeff, 0x22, 0x5c]

/** Where the object or list that begins here ends; undefined if it doesn't end, or begins with something else. */
function endOfValue(text: string, from: number): number | undefined {
  const first = text.charAt(from)
  if (first !== '{' && first !== '[') return undefined
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === 0x7b || code === 0x5b) depth++
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1
  }
  return undefined
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === backslash) at++
    else if (code === quote) return at
  }
  return text.length
}
