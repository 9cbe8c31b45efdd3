const quote = 34
const backslash = 92
const newline = 10

/**
 * Finds the ends of the JSON strings of one text, asked for from left to right. Native searches for the next quote, backslash, and line break are several
 * times faster than a look at every character; each is repeated only where its last answer was passed, so all of them together stay linear.
 */
export class StringEnds {
  private readonly text: string
  private escape = -1
  private lineBreak = -1

  constructor(text: string) {
    this.text = text
  }

  /** The place of the quote or the line break that ends the string whose first character is at `at`; undefined where the text ends first. */
  behind(at: number): number | undefined {
    const { text } = this
    const end = placeOf(text, '"', at)
    if (this.escape < at) this.escape = placeOf(text, '\\', at)
    if (this.lineBreak < at) this.lineBreak = placeOf(text, '\n', at)
    const isPlain = end < text.length && this.escape > end && this.lineBreak > end
    return isPlain ? end : stepByStep(text, at)
  }
}

function placeOf(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from)
  return at < 0 ? text.length : at
}

function stepByStep(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote || code === newline) return at
    if (code === backslash) at++
  }
  return undefined
}
