/** Arrays under these names are envelopes: their items come out one by one. CloudTrail's files and CLI, CloudWatch Logs, EventBridge. */
const envelope = /"(?:Records|records|Events|events|logEvents|Items|hits|results|QueryResultRows)"\s{0,20}:\s{0,20}$/

/** An object that grows beyond this is an envelope, whatever its name: its members come out one by one. An event has 256 KB at most. */
const longest = 1_000_000

const quote = 34
const backslash = 92
const newline = 10

/** A piece of the input, in order and without gaps: an outermost JSON object, or what stands between them. `from` counts from the input's beginning. */
export interface Segment {
  readonly kind: 'object' | 'text'
  readonly text: string
  readonly from: number
}

interface Range {
  readonly from: number
  readonly to: number
}

interface OpenObject {
  readonly from: number
  /** Its members that are objects and have ended. */
  closed: Range[] | undefined
}

/**
 * Cuts the outermost JSON objects out of a text that comes in pieces, whatever stands around them: lines, arrays, envelopes, prose. Gives
 * back every character once, as part of an object or of the text between. Holds at most the object that is still open, up to a megabyte.
 * Linear in the text for pieces of a sensible size (a kilobyte or more).
 */
export class ObjectSplitter {
  private text = ''
  /** How many characters were dropped in front of `text`. */
  private dropped = 0
  private at = 0
  /** Everything before this was given back. */
  private given = 0
  /** The objects around `at`, the outermost at index `outer`. */
  private open: OpenObject[] = []
  private outer = 0
  private inString = false
  private found: Segment[] = []

  /** Takes a piece of text; gives what is complete. */
  push(piece: string): readonly Segment[] {
    this.forget(piece)
    let goesOn = true
    while (goesOn && this.at < this.text.length)
      goesOn = this.outermost === undefined ? this.begin() : this.inString ? this.string() : this.scan()
    this.giveText(this.outermost?.from ?? this.at)
    return this.taken()
  }

  /** The rest, at the end of the input: an object that was never closed is returned as an object, unless it contains whole events. */
  end(): readonly Segment[] {
    const { outermost } = this
    if (this.open.slice(this.outer).some(({ closed }) => closed?.some((range) => this.holdsEvent(range)))) {
      while (this.outermost !== undefined) this.abandon()
    } else if (outermost !== undefined) this.giveObject({ from: outermost.from, to: this.text.length })
    this.giveText(this.text.length)
    return this.taken()
  }

  private holdsEvent({ from, to }: Range): boolean {
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
    this.dropped += given
    this.at -= given
    this.given = 0
    this.open = this.open
      .slice(this.outer)
      .map(({ from, closed }) => ({ from: from - given, closed: closed?.map((range) => moved(range, -given)) }))
    this.outer = 0
  }

  private giveText(to: number): void {
    if (to > this.given) this.give('text', to)
  }

  private giveObject({ from, to }: Range): void {
    this.giveText(from)
    this.give('object', to)
  }

  private give(kind: Segment['kind'], to: number): void {
    this.found.push({ kind, text: this.text.slice(this.given, to), from: this.dropped + this.given })
    this.given = to
  }

  /** Goes to the next brace that begins an object: one with a key in double quotes. False: more text must come first. */
  private begin(): boolean {
    const brace = this.text.indexOf('{', this.at)
    if (brace < 0) {
      this.at = this.text.length
      return true
    }
    const next = skipBlanks(this.text, brace + 1)
    if (next >= this.text.length && next - brace < 1000) {
      this.at = brace
      return false
    }
    this.at = brace + 1
    if (this.text.charCodeAt(next) !== quote) return true
    this.open = [{ from: brace, closed: undefined }]
    this.outer = 0
    this.inString = false
    return true
  }

  private scan(): boolean {
    for (; this.at < this.text.length; this.at++) {
      const c = this.text.charCodeAt(this.at)
      if (c === quote) {
        this.inString = true
        this.at++
        return true
      }
      if (c === 123) this.open.push({ from: this.at, closed: undefined })
      else if (c === 125) {
        this.at++
        this.close()
        return true
      } else if (c === 91 && this.isEnvelope()) {
        this.at++
        this.abandon()
        return true
      }
      if (this.isTooLong()) {
        this.abandon()
        return true
      }
    }
    return true
  }

  /** A line break ends a string too: JSON doesn’t allow it there, so a quote was missing. */
  private string(): boolean {
    for (; this.at < this.text.length; this.at++) {
      const c = this.text.charCodeAt(this.at)
      if (c === backslash) {
        if (this.at + 1 >= this.text.length) return false
        this.at++
      } else if (c === quote || c === newline) {
        this.inString = false
        this.at++
        return true
      } else if (this.isTooLong()) {
        this.abandon()
        return true
      }
    }
    return true
  }

  private isTooLong(): boolean {
    const { outermost } = this
    return outermost !== undefined && this.at - outermost.from > longest
  }

  private isEnvelope(): boolean {
    const { outermost, text, at } = this
    if (outermost === undefined || this.open.length !== this.outer + 1) return false
    return envelope.test(text.slice(Math.max(outermost.from, at - 60), at))
  }

  private close(): void {
    const ended = this.open.pop()
    if (ended === undefined) return
    const range = { from: ended.from, to: this.at }
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
      this.inString = false
      this.giveText(this.at)
    }
  }
}

const moved = ({ from, to }: Range, by: number): Range => ({ from: from + by, to: to + by })

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
