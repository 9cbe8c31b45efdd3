import type { Span } from '../text/index.ts'

/** A pasted text with its wrapping taken off, and the way back to where each character stood. */
export interface Flat {
  readonly text: string
  /** The place in the original of a range of the flat text. */
  origin(from: number, to: number): Span
}

/** More than this is not looked through character by character; the window lies around the first word of an error. */
const longest = 400_000

const beginnings = [
  'authoriz',
  'denied',
  'unauthorized',
  'errorcode',
  'forbidden',
  'explicitdeny',
  'credential',
  'token',
]

/**
 * Takes off what shells, logs, Terraform, JSON and HTML put around a message: JSON escapes at any depth, entities, box characters, comment
 * and quote marks at the start of lines, a line break in the middle of an ARN. One pass, linear.
 */
export function flatten(original: string): Flat {
  const start = original.length > longest ? windowStart(original) : 0
  return new Flattener(original.slice(start, start + longest), start).run()
}

function windowStart(text: string): number {
  const lower = text.toLowerCase()
  const found = beginnings.map((word) => lower.indexOf(word)).filter((at) => at >= 0)
  return Math.max(0, Math.min(...found, text.length) - 20_000)
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
])

/** A backslash escape at any depth: the backslashes, then what they stand before. */
const escapeSequence = /\\+(?:u([0-9a-fA-F]{4})|(["'/nrt]))/y
const lineMark = /[ \t]*(?:[│╷╵┃|>#]|\/\/|!!!|\d\d:\d\d:\d\d +│)[ \t]*/y
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ' }

class Flattener {
  private flat = ''
  /** Where runs of characters that stand side by side in both texts begin, in each of them. */
  private readonly flatStarts: number[] = [0]
  private readonly originalStarts: number[] = [0]
  private readonly source: string
  private readonly shift: number
  private next = 0

  constructor(source: string, shift: number) {
    this.source = source
    this.shift = shift
  }

  run(): Flat {
    let at = this.skipLineMarks(0)
    while (at < this.source.length) at = this.step(at)
    const { flat, flatStarts, originalStarts, shift } = this
    const place = (offset: number): number => {
      const run = lastAtMost(flatStarts, offset)
      return (originalStarts[run] ?? 0) + offset - (flatStarts[run] ?? 0) + shift
    }
    return {
      text: flat,
      origin: (from, to) => ({ from: place(from), to: to > from ? place(to - 1) + 1 : place(from) }),
    }
  }

  private step(at: number): number {
    const c = this.source[at] ?? ''
    if (c === '\\') return this.unescape(at)
    if (c === '&') return this.entity(at)
    if (c === '\n') return this.lineBreak(at, at + 1)
    if (c === '\r') return at + 1
    return this.put(c, at, at + 1)
  }

  private unescape(at: number): number {
    escapeSequence.lastIndex = at
    const found = escapeSequence.exec(this.source)
    if (!found) return this.put('\\', at, at + 1)
    const [whole, hex, letter = ''] = found
    const end = at + whole.length
    const meant = hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[letter] ?? letter)
    return meant === '\n' ? this.lineBreak(at, end) : this.put(meant, at, end)
  }

  private entity(at: number): number {
    const end = this.source.indexOf(';', at) + 1
    const meant = end > at && end - at <= 6 ? entities.get(this.source.slice(at, end)) : undefined
    return meant === undefined ? this.put('&', at, at + 1) : this.put(meant, at, end)
  }

  /** A break inside an ARN goes away with the indentation behind it; any other stays. */
  private lineBreak(at: number, end: number): number {
    const rest = this.skipLineMarks(end)
    const token =
      this.flat
        .slice(Math.max(0, this.flat.length - 300))
        .split(/\s/)
        .at(-1) ?? ''
    const indented = skipBlanks(this.source, rest)
    const word = /^[A-Za-z0-9][A-Za-z]*/.exec(this.source.slice(indented, indented + 12))?.[0] ?? ''
    if (
      /(^|["'`])arn:/.test(token) &&
      /[-:/]$/.test(token) &&
      word !== '' &&
      !['is', 'on', 'because', 'with', 'status'].includes(word)
    )
      return indented
    return this.put('\n', at, rest)
  }

  private skipLineMarks(from: number): number {
    let at = from
    for (;;) {
      lineMark.lastIndex = at
      const found = lineMark.exec(this.source)
      if (!found) return at
      at += found[0].length
    }
  }

  private put(text: string, from: number, to: number): number {
    if (from !== this.next) {
      this.flatStarts.push(this.flat.length)
      this.originalStarts.push(from)
    }
    this.flat += text
    // What stood for more than one character breaks the run.
    this.next = to - from === text.length ? to : -1
    return to
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
