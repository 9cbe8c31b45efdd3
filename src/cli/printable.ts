/** Control characters, invisible and direction-changing ones, line separators, halves of characters; a line break and a tab are fine. */
const unsafe = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * A text as a terminal or a spreadsheet can show it without obeying it: what could move the cursor, color, reorder, or hide text is
 * written as \u001b and the like. Everything the command line prints goes through here. In JSON, these escapes mean the same text.
 */
export const printable = (text: string): string =>
  text.replace(unsafe, (found) => Array.from({ length: found.length }, (_, i) => escaped(found.charCodeAt(i))).join(''))

/** The same for a part of a line: a line break in it can't begin a line of its own. */
export const inLine = (text: string): string => printable(text).replaceAll('\n', '\\u000a').replaceAll('\t', '\\u0009')

const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`
