const quote = 34
const backslash = 92
const newline = 10

/** Codes of the brackets. */
export const openBrace = 123
export const closeBrace = 125
export const openBracket = 91
export const closeBracket = 93

/**
 * The one scanner for JSON, whatever stands around it: finds the brackets outside strings, one after the other, in a text that may come in pieces. A line
 * break ends a string too: JSON doesn’t allow it there, so a quote was missing.
 */
export class Brackets {
  /** Where the search goes on; the caller moves it where it drops what was read. */
  at = 0
  private inString = false

  /** Goes to another place, outside of any string. */
  startAt(at: number): void {
    this.at = at
    this.inString = false
  }

  /**
   * The code of the next bracket before `end`; `at` is then behind it. Undefined where there is none: then `at` is `end` (behind it, where that is in the middle of an escape), or the
   * backslash at the end of the text that escapes what is still to come.
   */
  next(text: string, end = text.length): number | undefined {
    let { at, inString } = this
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (inString) {
        if (code === backslash) {
          if (at + 1 >= text.length) break
          at++
        } else if (code === quote || code === newline) inString = false
      } else if (code === quote) inString = true
      else if (code === openBrace || code === closeBrace || code === openBracket || code === closeBracket) {
        this.startAt(at + 1)
        return code
      }
    }
    // An escaped character at the end was passed over, too.
    this.at = at
    this.inString = inString
    return undefined
  }
}
