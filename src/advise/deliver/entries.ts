// Where the entries of a list, an object, or a block are in a text of HCL, YAML's flow style, JSON, or a program. It looks at brackets, strings, and comments only.

import type { Span } from '../../text/index.ts'

/** How a language separates and comments. */
export interface Marks {
  /** What begins a comment that ends with its line. */
  readonly comments: readonly string[]
  /** Does a line break end an entry, as in objects and blocks of HCL? */
  readonly lineEnds: boolean
}

const opening = '([{'
const closing = ')]}'
const quotes = '"\'`'
/** An entry goes on behind these on its next line. */
const goesOn = '=:?+'

/** Behind the string or the comment that begins here; undefined where neither does. */
function behindQuiet(text: string, at: number, { comments }: Marks): number | undefined {
  const c = text[at] ?? ''
  if (comments.some((mark) => text.startsWith(mark, at)) && /^\s?$/.test(text[at - 1] ?? '')) {
    const end = text.indexOf('\n', at)
    return end < 0 ? text.length : end
  }
  if (text.startsWith('/*', at) && comments.includes('//')) {
    const end = text.indexOf('*/', at + 2)
    return end < 0 ? text.length : end + 2
  }
  if (!quotes.includes(c) || c === '') return undefined
  let end = at + 1
  while (end < text.length && text[end] !== c && (c === '`' || text[end] !== '\n')) end += text[end] === '\\' ? 2 : 1
  return Math.min(end + 1, text.length)
}

/** The place of the bracket that closes the one at `open`; undefined where none does. */
export function closeOf(text: string, open: number, marks: Marks): number | undefined {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const behind = behindQuiet(text, at, marks)
    if (behind !== undefined) {
      at = behind - 1
      continue
    }
    const c = text[at] ?? ''
    if (opening.includes(c)) depth++
    else if (closing.includes(c) && --depth === 0) return at
  }
  return undefined
}

/** The innermost brackets around a place, from `start` on. */
export function bracketsAround(text: string, start: number, place: number, marks: Marks): Span | undefined {
  const open: number[] = []
  for (let at = start; at < place; at++) {
    const behind = behindQuiet(text, at, marks)
    if (behind !== undefined) {
      at = behind - 1
      continue
    }
    const c = text[at] ?? ''
    if (opening.includes(c)) open.push(at)
    else if (closing.includes(c)) open.pop()
  }
  const from = open.at(-1)
  const to = from === undefined ? undefined : closeOf(text, from, marks)
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** The entries between a bracket and the one that closes it, without the white space, commas, and comments around them. */
export function entriesIn(text: string, { from: open, to: close }: Span, marks: Marks): readonly Span[] {
  const entries: Span[] = []
  let [from, to, depth] = [-1, -1, 0]
  const end = (): void => {
    if (from >= 0) entries.push({ from, to })
    from = -1
  }
  for (let at = open + 1; at < close; at++) {
    const c = text[at] ?? ''
    const behind = behindQuiet(text, at, marks)
    const isString = behind !== undefined && quotes.includes(c)
    if (behind === undefined && depth === 0 && c === ',') {
      end()
      continue
    }
    const breaks = marks.lineEnds && depth === 0 && c === '\n' && from >= 0 && !goesOn.includes(text[to - 1] ?? '')
    if (breaks) end()
    if (behind !== undefined && !isString) {
      at = behind - 1
      continue
    }
    if (/\s/.test(c)) continue
    if (from < 0) from = at
    if (behind !== undefined) at = behind - 1
    else if (opening.includes(c)) depth++
    else if (closing.includes(c)) depth--
    to = at + 1
  }
  end()
  return entries
}
