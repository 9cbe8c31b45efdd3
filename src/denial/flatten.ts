import { once } from '../text/index.ts'
import { withoutEmphasis } from './emphasis.ts'
import type { Flat } from './flat.ts'
import { columnIndent } from './hard-breaks.ts'
import { behindLineMarks } from './line-marks.ts'
import { colourEnd, entityAt, linkAt, type Meant, macroEnd, tagAt } from './markup.ts'
import { Origins } from './origins.ts'

/** More than this is not looked through character by character; the window lies around the first word of an error. */
export const longestFlat = 400_000

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
 * Takes off what shells, logs, Terraform, JSON, HTML, trackers and addresses put around a message: escapes at any depth, entities, tags,
 * macros, colors, Markdown's emphasis, the sides of boxes, comment and quote marks at the start of lines, a line break in the middle of an ARN, and the line
 * breaks that a terminal made (`hardBreaks`, offsets in the original). Curly quotes become straight. One pass, linear.
 */
export function flatten(original: string, hardBreaks?: ReadonlySet<number>): Flat {
  const start = original.length > longestFlat ? windowStart(original) : 0
  return withoutEmphasis(new Flattener(original.slice(start, start + longestFlat), start, hardBreaks).run())
}

/** Flattens a paste, or a piece of it. */
export type Flattening = (text: string) => Flat

/** For the readers of one paste, and as long as they read: the paste is flattened once, for the first of them that asks. A piece of it is a text of its own. */
export function flattenOnce(paste: string): Flattening {
  const whole = once(() => flatten(paste))
  return (text) => (text === paste ? whole() : flatten(text))
}

function windowStart(text: string): number {
  const lower = text.toLowerCase()
  const found = beginnings.map((word) => lower.indexOf(word)).filter((at) => at >= 0)
  return Math.max(0, Math.min(...found, text.length) - 20_000)
}

/** A backslash escape at any depth: the backslashes, then what they stand before. */
const escapeSequence = /\\+(?:u([0-9a-fA-F]{4})|(["'“”‘’/nrt]))/y
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ' }
/** What needs no look. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes of terminals are taken off
const plain = /[^\\&\n\r<[{%+|│┃“”‘’\u001b\u00a0\u00ad\u2007\u200b-\u200d\u202f\u2060\ufeff]+/y
function isPlain(text: string): boolean {
  plain.lastIndex = 0
  return plain.test(text) && plain.lastIndex === text.length
}

const asItIs = (text: string, shift: number): Flat => ({
  text,
  origin: (from, to) => ({ from: from + shift, to: Math.max(from, to) + shift }),
})

/** What word processors and chats make of straight quotes. */
const straight: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
])
/** Blanks as forms write them, and as the rest of addresses does: the whole text came out of a URL. */
const inUrl = /not(%20|\+)authori[sz]ed\1|Access(?:%20|\+)Denied/i
const percent = /%([2-7][0-9a-fA-F]|0[aAdD])/y
/** Where a line ends, escaped or not. */
const lineEnd = /\\{1,9}[nr]|[\r\n]|$/y
const loneStar = /[ \t]*\*(?=[ \t]*(?:\n|$|because\b|with\b|\())/y
/** Words that go on after a principal or a resource: before them no ARN was broken. */
const label = /^[A-Za-z][A-Za-z ]{1,18}:\s/
const goingOn = new Set(['is', 'on', 'because', 'with', 'status', 'and', 'not', 'in'])

class Flattener {
  /** In parts: reading the end of a long text that is still being put together would cost its length each time. */
  private readonly parts: string[] = []
  private length = 0
  private readonly origins = new Origins()
  private readonly source: string
  private readonly shift: number

  private readonly hardBreaks: ReadonlySet<number> | undefined
  /** How blanks are written, if the text came out of a URL. */
  private readonly blankInUrl: string | undefined
  private lineStart = 0

  constructor(source: string, shift: number, hardBreaks: ReadonlySet<number> | undefined) {
    this.source = source
    this.shift = shift
    this.hardBreaks = hardBreaks
    this.blankInUrl = blankInUrl(source)
  }

  run(): Flat {
    let at = behindLineMarks(this.source, 0)
    if (at === 0 && isPlain(this.source)) return asItIs(this.source, this.shift)
    while (at < this.source.length) at = this.step(at)
    const { parts, origins, shift } = this
    const place = (offset: number): number => origins.of(offset) + shift
    return {
      text: parts.join(''),
      origin: (from, to) => ({ from: place(from), to: to > from ? place(to - 1) + 1 : place(from) }),
    }
  }

  private step(at: number): number {
    plain.lastIndex = at
    if (plain.test(this.source)) return this.put(this.source.slice(at, plain.lastIndex), at, plain.lastIndex)
    const c = this.source[at] ?? ''
    const link = c === '[' || c === '<' ? linkAt(this.source, at) : undefined
    if (link) {
      this.put(link.text, link.from, link.from + link.text.length)
      return link.end
    }
    if (c === '\\') return this.unescape(at)
    if (c === '\n') return this.lineBreak(at, at + 1)
    if (c === '&') return this.take(entityAt(this.source, at), at)
    if (c === '<') return this.take(tagAt(this.source, at, this.last) ?? { text: c, end: at + 1 }, at)
    if ('│┃|'.includes(c)) return this.border(at)
    if (c === '%' || c === '+') return this.take(this.urlDecoded(at), at)
    if ('[\u001b{'.includes(c)) return this.ornament(at)
    const quote = straight.get(c)
    if (quote) return this.put(quote, at, at + 1)
    // A blank that may not break; else a carriage return or something without a width.
    return '\u00a0\u2007\u202f'.includes(c) ? this.put(' ', at, at + 1) : at + 1
  }

  private take({ text, end }: Meant, at: number): number {
    return text === '' ? end : this.put(text, at, end)
  }

  /** The last character so far. */
  private get last(): string {
    return this.parts.at(-1)?.at(-1) ?? ' '
  }

  /** A colour or a tracker's macro goes away, a bracket stays. */
  private ornament(at: number): number {
    const c = this.source[at] ?? ''
    const end = c === '{' ? macroEnd(this.source, at) : colourEnd(this.source, at)
    if (end > at) return end
    return c === '\u001b' ? at + 1 : this.put(c, at, at + 1)
  }

  /** "%20" and "+" in a text that came out of a URL; elsewhere they are part of a name. */
  private urlDecoded(at: number): Meant {
    const c = this.source[at] ?? ''
    const same = { text: c, end: at + 1 }
    if (this.blankInUrl === undefined) return same
    if (c === '+') return this.blankInUrl === '+' ? { text: ' ', end: at + 1 } : same
    percent.lastIndex = at
    const code = percent.exec(this.source)?.[1]
    return code === undefined ? same : { text: String.fromCharCode(Number.parseInt(code, 16)), end: at + 3 }
  }

  private unescape(at: number): number {
    escapeSequence.lastIndex = at
    const found = escapeSequence.exec(this.source)
    if (!found) return this.backslashes(at)
    const [whole, hex, letter = ''] = found
    const end = at + whole.length
    const meant = hex
      ? String.fromCharCode(Number.parseInt(hex, 16))
      : (escapes[letter] ?? straight.get(letter) ?? letter)
    // The escape of a colour; the rest of it goes by itself.
    if (meant === '\u001b') return end
    return meant === '\n' ? this.lineBreak(at, end) : this.put(meant, at, end)
  }

  /** Backslashes that escape nothing stay, all at once: looked at one by one they would cost the square of their number. */
  private backslashes(at: number): number {
    let end = at
    while (this.source[end] === '\\') end++
    // HTML around JSON: "\&quot;".
    const escapesEntity = this.source[end] === '&' && `"'/`.includes(entityAt(this.source, end).text)
    return escapesEntity || this.escapesMark(at, end) ? end : this.put(this.source.slice(at, end), at, end)
  }

  /** Markdown's escape of a star or, in an ARN, of an underscore: "arn:aws:glue:\\*:\\*:catalog", "role/my\\_role". Elsewhere it's a path of Windows. */
  private escapesMark(at: number, end: number): boolean {
    const mark = this.source[end]
    return end - at <= 2 && (mark === '*' || (mark === '_' && this.isInArn()))
  }

  /** The right side of a box goes away with the padding before it; of a box of "|" only where the left side is there too. */
  private border(at: number): number {
    const c = this.source[at] ?? ''
    const end = skipBlanks(this.source, at + 1)
    lineEnd.lastIndex = end
    const isLast = lineEnd.test(this.source)
    if (!isLast || (c === '|' && !this.hasLeftSide())) return this.put(c, at, at + 1)
    this.unpad()
    return end
  }

  private hasLeftSide(): boolean {
    return this.source.slice(this.lineStart, behindLineMarks(this.source, this.lineStart)).includes('|')
  }

  /** Takes blanks off the end of what was put. */
  private unpad(): void {
    for (let last = this.parts.pop(); last !== undefined; last = this.parts.pop()) {
      let end = last.length
      while (end > 0 && ' \t'.includes(last[end - 1] ?? '')) end--
      this.length -= last.length - end
      if (end === 0) continue
      this.parts.push(last.slice(0, end))
      return
    }
  }

  /** A break inside an ARN goes away with the indentation behind it; any other stays. */
  private lineBreak(at: number, end: number): number {
    const before = this.lineStart
    this.lineStart = end
    if (this.hardBreaks?.has(at + this.shift)) return this.rejoin(at, end, before)
    // "on resource:", and on the next line the star that was asked for: no comment's mark.
    loneStar.lastIndex = end
    const isValue = /[:/]$/.test(this.parts.at(-1)?.trimEnd() ?? '') && loneStar.test(this.source)
    const rest = isValue ? end : behindLineMarks(this.source, end)
    if ('-:/'.includes(this.last) && this.isInArn()) {
      const indented = skipBlanks(this.source, rest)
      const word = /^[A-Za-z0-9*<[{$][A-Za-z]*/.exec(this.source.slice(indented, indented + 12))?.[0] ?? ''
      if (word !== '' && !goingOn.has(word) && !label.test(this.source.slice(indented, indented + 24))) return indented
    }
    const indented = skipBlanks(this.source, rest)
    return this.put('\n', at, indented - rest >= columnIndent ? indented : rest)
  }

  /** Two blanks behind a line's mark: one belongs to the box, the other to the text. */
  private rejoin(at: number, end: number, lineStart: number): number {
    const cell = skipBlanks(this.source, end)
    if (cell - end >= columnIndent) {
      this.unpad()
      return cell
    }
    // A mark stands before every line or before none: "/*" may be the end of an ARN.
    const isMarked = behindLineMarks(this.source, lineStart) > lineStart
    const rest = isMarked ? behindLineMarks(this.source, end) : end
    const isSpaced =
      rest === end ? this.source[end] === ' ' : /[ \t]{2}$/.test(this.source.slice(Math.max(end, rest - 2), rest))
    return isSpaced ? this.put(' ', at, rest) : rest
  }

  private isInArn(): boolean {
    let before = ''
    for (let i = this.parts.length - 1; i >= 0 && before.length < 300; i--) before = `${this.parts[i]}${before}`
    before = before.slice(-300)
    const arn = before.lastIndexOf('arn:')
    return arn >= 0 && (arn === 0 || /[\s"'`([]/.test(before[arn - 1] ?? '')) && !/\s/.test(before.slice(arn))
  }

  private put(text: string, from: number, to: number): number {
    this.origins.note(this.length, { from, to }, to - from === text.length)
    this.parts.push(text)
    this.length += text.length
    return to
  }
}

/** How blanks are written in a text that came out of a URL; undefined for any other. */
function blankInUrl(text: string): string | undefined {
  // Looking for a sign costs less than looking for the words around it.
  if (!text.includes('%20') && !text.includes('+')) return undefined
  const known = inUrl.exec(text)?.[0]
  if (known) return known.includes('+') ? '+' : '%20'
  return text.includes('%20') && !/\s/.test(text.trim()) ? '%20' : undefined
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}
