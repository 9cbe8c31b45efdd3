import { positionAt } from '../text/index.ts'
import type { UnusedReason } from './gathered.ts'

/** The JSON values of a text, and what isn't JSON in it. */
export interface ValuesIn {
  readonly values: readonly unknown[]
  /** Undefined if all of the text was read. */
  readonly problem: UnusedReason | undefined
}

/**
 * Reads outputs from one text: a single JSON value, several of them one after the other, or one per line. Lines between them that
 * begin with "#" are comments. Other lines, such as an error message, are skipped and reported. A value at the end that is cut off is a problem;
 * those before it count. Linear in the text.
 */
export function valuesIn(text: string): ValuesIn {
  const whole = parsed(text)
  if (whole) return { values: [whole.value], problem: undefined }
  const values: unknown[] = []
  let problem: UnusedReason | undefined
  let at = 0
  for (;;) {
    at = afterBlanks(text, at)
    if (at >= text.length) return { values, problem }
    if (!isOpening(text, at)) {
      problem ??= { code: 'no-json', at: positionAt(text, at) }
      at = afterLine(text, at)
      continue
    }
    const end = endOfValue(text, at)
    if (end === undefined)
      return { values, problem: { code: 'cut', from: positionAt(text, at), end: positionAt(text, text.length) } }
    const value = parsed(text.slice(at, end))
    if (value) values.push(value.value)
    else problem ??= { code: 'no-json', at: positionAt(text, at) }
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
    if (code === hash) at = afterLine(text, at)
    else if (code <= space || code === comma || code === byteOrderMark) at++
    else return at
  }
}

function afterLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end + 1
}

const isOpening = (text: string, at: number): boolean => text.charAt(at) === '{' || text.charAt(at) === '['

const [hash, space, comma, byteOrderMark, quote, backslash] = [0x23, 0x20, 0x2c, 0xfeff, 0x22, 0x5c]

/** Where the object or list that begins here ends; undefined if it doesn't end. */
function endOfValue(text: string, from: number): number | undefined {
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
