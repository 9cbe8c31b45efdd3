/** Arrays under these names are envelopes: what they hold is given one by one. CloudTrail's files and CLI, CloudWatch Logs, EventBridge. */
const envelope = /"(?:Records|records|Events|events|logEvents|Items|hits|results)"\s{0,20}:\s{0,20}$/

/** Objects longer than this are passed over: an event has 256 KB at most. */
const longest = 8_000_000

const quote = 34
const backslash = 92
const newline = 10

/**
 * Cuts the outermost JSON objects out of a text that comes in pieces, whatever stands around them: lines, arrays, envelopes, prose. Holds
 * no more than the object that is still open. Linear in the text for pieces of a sensible size (a kilobyte or more).
 */
export class ObjectSplitter {
  private text = ''
  private at = 0
  /** Where the open object begins, -1 outside of one. */
  private start = -1
  private depth = 0
  private inString = false

  /** Takes a piece of text, gives the objects that it closes. */
  push(piece: string): readonly string[] {
    const kept = this.start >= 0 ? this.start : this.at
    this.text = this.text.slice(kept) + piece
    this.at -= kept
    if (this.start >= 0) this.start = 0
    const found: string[] = []
    while (this.at < this.text.length) {
      const before = this.at
      const object = this.start < 0 ? this.open() : this.inString ? this.string() : this.scan()
      if (object !== undefined) found.push(object)
      if (this.at === before) break
    }
    return found
  }

  /** What is still open when nothing more comes. */
  end(): string | undefined {
    return this.start >= 0 ? this.text.slice(this.start) : undefined
  }

  /** Goes to the next brace that begins an object: one with a key in double quotes, or an empty one. */
  private open(): undefined {
    const brace = this.text.indexOf('{', this.at)
    if (brace < 0) {
      this.at = this.text.length
      return
    }
    const next = skipBlanks(this.text, brace + 1)
    if (next >= this.text.length && next - brace < 1000) {
      // Not known yet: wait for more text at the brace.
      this.at = brace
      return
    }
    this.at = brace + 1
    if (this.text.charCodeAt(next) !== quote) return
    this.start = brace
    this.depth = 1
    this.inString = false
  }

  private scan(): string | undefined {
    for (; this.at < this.text.length; this.at++) {
      const c = this.text.charCodeAt(this.at)
      if (c === quote) {
        this.inString = true
        this.at++
        return
      }
      if (c === 123) this.depth++
      else if (
        c === 91 &&
        this.depth === 1 &&
        envelope.test(this.text.slice(Math.max(this.start, this.at - 60), this.at))
      )
        return this.leave()
      else if (c === 125 && --this.depth === 0) return this.close()
      else if (this.at - this.start > longest) return this.leave()
    }
    return
  }

  /** A line break ends a string too: in JSON it may not stand there, so a quote was missing. */
  private string(): undefined {
    for (; this.at < this.text.length; this.at++) {
      const c = this.text.charCodeAt(this.at)
      if (c === backslash) {
        if (this.at + 1 >= this.text.length) return
        this.at++
      } else if (c === quote || c === newline) {
        this.inString = false
        this.at++
        return
      } else if (this.at - this.start > longest) return this.leave()
    }
  }

  private leave(): undefined {
    this.at++
    this.start = -1
  }

  private close(): string {
    this.at++
    const object = this.text.slice(this.start, this.at)
    this.start = -1
    return object
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at
}
