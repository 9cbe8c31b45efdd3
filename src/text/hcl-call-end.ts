/** How deep brackets and interpolations can be nested in a call. */
const deepest = 200

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/**
 * Where the call whose opening parenthesis is at `open` ends, behind its closing one. Brackets in strings don't count, except in what is interpolated
 * there. Undefined if it isn't closed. Linear in the length of the call.
 */
export function callEnd(text: string, open: number): number | undefined {
  const awaited: string[] = []
  for (let at = open; at < text.length && awaited.length < deepest; at++) {
    const letter = text[at] ?? ''
    if (awaited.at(-1) === '"') {
      if (letter === '\\') at++
      else if (letter === '"') awaited.pop()
      else if (letter === '$' && text[at + 1] === '{') {
        awaited.push('}')
        at++
      }
      continue
    }
    const end = letter === '"' ? '"' : closing.get(letter)
    if (end !== undefined) awaited.push(end)
    else if (letter === awaited.at(-1)) awaited.pop()
    if (awaited.length === 0) return at + 1
  }
  return undefined
}
