import { Brackets, closeBrace, openBrace, openBracket, type Span, StringEnds } from '../text/index.ts'

/** Arrays under these names are envelopes: their items come out one by one. CloudTrail's files and CLI, CloudWatch Logs, EventBridge. */
const envelope = /"(?:Records|records|Events|events|logEvents|Items|hits|results|QueryResultRows)"\s{0,20}:\s{0,20}$/

/** An object that grows beyond this is an envelope, whatever its name: its members come out one by one. An event has 256 KB at most. */
const longest = 1_000_000

const quote = 34

/** A piece of the input, in order and without gaps: an outermost JSON object, or what stands between them. `from` counts from the input's beginning. */
export interface Segment {
  readonly kind: 'object' | 'text'
  readonly text: string
  readonly from: number
}

interface OpenObject {
  readonly from: number
  /** Its members that are objects and have ended. */
  closed: Span[] | undefined
}

/** `members`: of an envelope, and of an object too long for an event, the members come out. `whole`: every object comes out as it is. */
export type Cut = 'members' | 'whole'

/**
 * Cuts the outermost JSON objects out of a text that comes in pieces, whatever stands around them: lines, arrays, envelopes, prose. Gives
 * back every character once, as part of an object or of the text between. Holds at most the object that is still open: cut into members, up to
 * a megabyte. Linear in the text for pieces of a sensible size (a kilobyte or more).
 */
export class ObjectSplitter {
  private readonly cut: Cut
  private text = ''
  /** How many characters were dropped in front of `text`. */
  private dropped = 0
  private readonly brackets = new Brackets()
  private stringEnds = new StringEnds('')
  /** Everything before this was given back. */
  private given = 0
  /** The objects around `at`, the outermost at index `outer`. */
  private open: OpenObject[] = []
  private outer = 0
  private found: Segment[] = []

  constructor(cut: Cut = 'members') {
    this.cut = cut
  }

  /** Takes a piece of text; gives what is complete. */
  push(piece: string): readonly Segment[] {
    this.forget(piece)
    let goesOn = true
    while (goesOn && this.brackets.at < this.text.length)
      goesOn = this.outermost === undefined ? this.begin() : this.scan(this.outermost)
    this.giveText(this.outermost?.from ?? this.brackets.at)
    return this.taken()
  }

  /**
   * The rest, at the end of the input: an object that was never closed is returned as an object, unless it contains whole events or only whole objects are
   * wanted.
   */
  end(): readonly Segment[] {
    const { outermost } = this
    if (this.cut === 'whole') this.open = []
    else if (this.open.slice(this.outer).some(({ closed }) => closed?.some((range) => this.holdsEvent(range)))) {
      while (this.outermost !== undefined) this.abandon()
    } else if (outermost !== undefined) this.giveObject({ from: outermost.from, to: this.text.length })
    this.giveText(this.text.length)
    return this.taken()
  }

  private holdsEvent({ from, to }: Span): boolean {
    return isEvent(this.text.slice(from, to))
  }

  private get outermost(): OpenObject | undefined {
    return this.open[this.outer]
  }

  private taken(): readonly Segment[] {
    const { found } = this
    this.found = []
    return found
  }

  /** Drops what was given back and adds the piece. */
  private forget(piece: string): void {
    const { given } = this
    this.text = this.text.slice(given) + piece
    this.stringEnds = new StringEnds(this.text)
    this.dropped += given
    this.brackets.at -= given
    this.given = 0
    this.open = this.open
      .slice(this.outer)
      .map(({ from, closed }) => ({ from: from - given, closed: closed?.map((range) => moved(range, -given)) }))
    this.outer = 0
  }

  private giveText(to: number): void {
    if (to > this.given) this.give('text', to)
  }

  private giveObject({ from, to }: Span): void {
    this.giveText(from)
    this.give('object', to)
  }

  private give(kind: Segment['kind'], to: number): void {
    this.found.push({ kind, text: this.text.slice(this.given, to), from: this.dropped + this.given })
    this.given = to
  }

  /** Goes to the next brace that begins an object: one with a key in double quotes. False: more text must come first. */
  private begin(): boolean {
    const { text, brackets } = this
    const brace = text.indexOf('{', brackets.at)
    if (brace < 0) {
      brackets.at = text.length
      return true
    }
    const next = skipBlanks(text, brace + 1)
    if (next >= text.length && next - brace < 1000) {
      brackets.at = brace
      return false
    }
    brackets.startAt(brace + 1)
    if (text.charCodeAt(next) !== quote) return true
    const end = this.wholeObject(brace)
    if (end !== undefined) {
      brackets.startAt(end)
      this.giveObject({ from: brace, to: end })
      return true
    }
    this.open = [{ from: brace, closed: undefined }]
    this.outer = 0
    return true
  }

  /**
   * The end of an object that is in the text as a whole and isn't cut into members; undefined for any other, which is then read bracket by bracket. Most
   * events of a log are such objects, and this is where the time for those that weren't denied goes.
   */
  private wholeObject(from: number): number | undefined {
    const { text, stringEnds } = this
    const limit = this.cut === 'whole' ? text.length : Math.min(text.length, from + longest)
    let depth = 0
    for (let at = from; at < limit; at++) {
      const code = text.charCodeAt(at)
      if (code === quote) {
        const end = stringEnds.behind(at + 1)
        if (end === undefined) return undefined
        at = end
      } else if (code === openBrace) depth++
      else if (code === closeBrace) {
        depth--
        if (depth === 0) return at + 1
      } else if (code === openBracket && depth === 1 && this.cut === 'members' && isEnvelopeAt(text, from, at))
        return undefined
    }
    return undefined
  }

  /** Goes to the next bracket of the object. False: more text must come first. */
  private scan({ from }: OpenObject): boolean {
    const { text, brackets } = this
    const limit = this.cut === 'whole' ? text.length : from + longest + 1
    const code = brackets.next(text, Math.min(text.length, limit))
    if (code === openBrace) this.open.push({ from: brackets.at - 1, closed: undefined })
    else if (code === closeBrace) this.close()
    else if (code === openBracket && this.isEnvelope()) this.abandon()
    else if (code === undefined && brackets.at - from > longest && this.cut === 'members') this.abandon()
    else if (code === undefined) return false
    return true
  }

  private isEnvelope(): boolean {
    const { outermost, text } = this
    if (this.cut === 'whole' || outermost === undefined || this.open.length !== this.outer + 1) return false
    return isEnvelopeAt(text, outermost.from, this.brackets.at - 1)
  }

  private close(): void {
    const ended = this.open.pop()
    if (ended === undefined) return
    const range = { from: ended.from, to: this.brackets.at }
    const around = this.open.length > this.outer ? this.open.at(-1) : undefined
    if (around === undefined) this.giveObject(range)
    else {
      around.closed ??= []
      around.closed.push(range)
    }
  }

  /** Takes the outermost object for text with objects in it; the next one inside becomes the outermost. */
  private abandon(): void {
    for (const range of this.outermost?.closed ?? []) this.giveObject(range)
    this.outer++
    // The rest of a string outside of any object is text.
    if (this.outermost === undefined) {
      this.brackets.startAt(this.brackets.at)
      this.giveText(this.brackets.at)
    }
  }
}

/** Is the list at a place the items of an envelope, in the object that begins at `from`? */
const isEnvelopeAt = (text: string, from: number, at: number): boolean =>
  envelope.test(text.slice(Math.max(from, at - 60), at))

const moved = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by })

/** Does a text have the words of a CloudTrail event, in CloudTrail's form or in that of Security Lake? */
export const isEvent = (text: string): boolean =>
  text.includes('userIdentity') ||
  (text.includes('eventSource') && text.includes('eventName')) ||
  (text.includes('"api"') && text.includes('"operation"') && text.includes('"actor"'))

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at
}
