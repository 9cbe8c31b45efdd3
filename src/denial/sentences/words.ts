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
const kinds: readonly number[] = Array.from({ length: 128 }, (_, code) => {
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
  private readonly places: Word[] = []
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
    const from = start + labelLength(this.text, start, to)
    const place = { from, to }
    // Only these can be two words.
    const twice = isPlain && to - from !== 6 ? undefined : spelled(this.text.slice(from, to).toLowerCase())
    for (const plain of twice ?? [undefined]) {
      this.places.push(place)
      this.plains.push(plain)
    }
  }

  get length(): number {
    return this.places.length
  }

  at(index: number): Word | undefined {
    return this.places[index]
  }

  slice(from: number, to: number): readonly Word[] {
    return this.places.slice(from, to)
  }

  /** The word as it compares: lower case, in one spelling; "" behind the end. */
  plain(index: number): string {
    const known = this.plains[index]
    if (known !== undefined) return known
    const place = this.places[index]
    if (!place) return ''
    const bare = this.text.slice(place.from, place.to).toLowerCase()
    const plain = spellings.get(bare)?.[0] ?? bare
    this.plains[index] = plain
    return plain
  }

  /** A number that words with the same plain form share: enough to rule out most words that don’t begin a sentence. */
  signature(index: number): number {
    const place = this.places[index]
    return place ? signatureOf(this.text.charCodeAt(place.from), place.to - place.from) : 0
  }
}

/** "MetaException(message:Insufficient …", "org.apache.kafka.common.errors.SaslAuthenticationException": how long the label or the package is in front of a word. */
function labelLength(text: string, from: number, to: number): number {
  if (to - from <= 8) return 0
  if (text[from + 7] === ':' && text.slice(from, from + 7).toLowerCase() === 'message') return 8
  return text.endsWith('Exception', to) ? packageLength(text.slice(from, to)) : 0
}

/** Packages are written in small letters, classes with a capital. */
function packageLength(name: string): number {
  const at = name.lastIndexOf('.') + 1
  return at > 0 && /^(?:[a-z]\w{0,60}\.){1,12}$/.test(name.slice(0, at)) ? at : 0
}

/** How many signatures there are. */
export const signatures = 1024

/** By the first letter, in either case, and the length. */
export const signatureOf = (code: number, length: number): number => (code & 31) * 32 + Math.min(length, 31)

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
