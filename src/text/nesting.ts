const openers: ReadonlySet<string> = new Set('([{')
const closers: ReadonlySet<string> = new Set(')]}')

/**
 * Where a program's text begins to be nested deeper than `deepest`; its length if it never is. What parsers need for broken text grows with its depth:
 * 300 KB of nothing but opening brackets took gigabytes of memory. A string in double quotes ends with its line.
 */
export function endOfShallow(text: string, deepest: number): number {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (inString && letter === '\\') at++
    else if (letter === '"') inString = !inString
    else if (letter === '\n') inString = false
    else if (!inString && openers.has(letter)) depth++
    else if (!inString && closers.has(letter)) depth = Math.max(0, depth - 1)
    if (depth > deepest) return at
  }
  return text.length
}
