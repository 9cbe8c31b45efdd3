/** The place of a word in its text. */
export interface Word {
  readonly from: number
  readonly to: number
}

/** One meaning, one spelling. A contraction is two words. */
const spellings: ReadonlyMap<string, readonly string[]> = new Map([
  ['permissions', ['permission']],
  ['authorised', ['authorized']],
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ['service-linked', ['service', 'linked']],
  ['linked-role', ['linked', 'role']],
  ['regions', ['region']],
])

/** What a character is to a word: 0 ends it, 1 may stand inside it, 2 may begin and end it. Letters, digits, all that isn't ASCII, and the star of a wildcard. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const c = String.fromCharCode(code)
  if (/[A-Za-z0-9*]/.test(c)) return 2
  return /[\s\0"`{}<>()[\],;|=]/.test(c) ? 0 : 1
})
const blanks = new Set([0xa0, 0x2007, 0x202f, 0x3000, 0x201c, 0x201d])
const kindOf = (code: number): number => (code < 128 ? (kinds[code] ?? 0) : blanks.has(code) ? 0 : 2)

/**
 * The words of a text between two offsets, without what stands around them. How each compares is worked out only for those that are looked
 * at: most words of a message begin no sentence.
 */
export class Words {
  readonly text: string
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly plains: (string | undefined)[] = []

  constructor(text: string, start = 0, stop = text.length) {
    this.text = text
    let from = -1
    let to = -1
    let isPlain = true
    for (let at = start; at <= stop; at++) {
      const code = at < stop ? text.charCodeAt(at) : 32
      const kind = kindOf(code)
      if (kind === 2) {
        if (from < 0) from = at
        to = at + 1
      } else if (kind === 0 && from >= 0) {
        this.add(from, to, isPlain)
        from = -1
        isPlain = true
      } else if (code === 39 || code === 45) isPlain = false
    }
  }

  private add(start: number, to: number, isPlain: boolean): void {
    const from = to - start > 8 ? start + labelLength(this.text, start, to) : start
    if (isPlain && !mayBeCannot(this.text, from, to)) this.put(from, to, undefined)
    else for (const plain of spelled(this.text.slice(from, to).toLowerCase())) this.put(from, to, plain)
  }

  private put(from: number, to: number, plain: string | undefined): void {
    this.starts.push(from)
    this.ends.push(to)
    this.plains.push(plain)
  }

  get length(): number {
    return this.starts.length
  }

  at(index: number): Word | undefined {
    const [from, to] = [this.starts[index], this.ends[index]]
    return from === undefined || to === undefined ? undefined : { from, to }
  }

  slice(from: number, to: number): readonly Word[] {
    return this.starts.slice(from, to).map((start, i) => ({ from: start, to: this.ends[from + i] ?? start }))
  }

  /** The word as it compares: lower case, in one spelling; "" behind the end. */
  plain(index: number): string {
    const known = this.plains[index]
    if (known !== undefined) return known
    const start = this.starts[index]
    if (start === undefined) return ''
    const bare = this.text.slice(start, this.ends[index]).toLowerCase()
    const plain = spellings.get(bare)?.[0] ?? bare
    this.plains[index] = plain
    return plain
  }

  /** A number that words which are written alike share: enough to rule out nearly all that don’t begin a sentence. */
  signature(index: number): number {
    const start = this.starts[index]
    if (start === undefined) return 0
    const known = this.plains[index]
    return known === undefined ? signatureOf(this.text, start, this.ends[index] ?? start) : signatureOf(known)
  }
}

/** Without an apostrophe or a hyphen, only this is two words. */
const mayBeCannot = (text: string, from: number, to: number): boolean =>
  to - from === 6 && (text.charCodeAt(from) | 32) === 99

/** "MetaException(message:Insufficient …", "org.apache.kafka.common.errors.SaslAuthenticationException": how long the label or the package is in front of a word. */
function labelLength(text: string, from: number, to: number): number {
  if (text.charCodeAt(from + 7) === colon && text.slice(from, from + 7).toLowerCase() === 'message') return 8
  return text.charCodeAt(to - 1) === letterN && text.endsWith('Exception', to) ? packageLength(text.slice(from, to)) : 0
}

/** Packages are written in small letters, classes with a capital. */
function packageLength(name: string): number {
  const at = name.lastIndexOf('.') + 1
  return at > 0 && /^(?:[a-z]\w{0,60}\.){1,12}$/.test(name.slice(0, at)) ? at : 0
}

const [colon, letterN] = [58, 110]

/** By the first letter and the last, in either case, and the length. Zero isn't any word's. */
const signatureOf = (text: string, from = 0, to = text.length): number =>
  ((text.charCodeAt(from) & 31) << 10) | ((text.charCodeAt(to - 1) & 31) << 5) | Math.min(to - from, 31)

/** The signatures that one word with this plain form may have. */
export const signaturesOf = (plain: string): readonly number[] =>
  [
    plain,
    ...[...spellings].flatMap(([written, [only, ...more]]) => (only === plain && more.length === 0 ? written : [])),
  ].map((written) => signatureOf(written))

/** How a plain word may be written, itself first. */
export const writtenAs = (plain: string): readonly string[] => [
  plain,
  `${plain}n't`,
  ...[...spellings].flatMap(([written, plains]) => (plains.includes(plain) ? [written] : [])),
]

function spelled(bare: string): readonly string[] {
  const known = spellings.get(bare)
  if (known) return known
  return bare.endsWith("n't") ? [bare.slice(0, -3), 'not'] : [bare]
}

/** The words of a sentence in the table. Most are small letters only, and aren't taken apart: the command line starts faster. */
export function plainWords(text: string): readonly string[] {
  if (/^[a-z]+$/.test(text)) return text.length === 6 ? spelled(text) : [spellings.get(text)?.[0] ?? text]
  const words = new Words(text)
  return Array.from({ length: words.length }, (_, at) => words.plain(at))
}
