import { indexOf, type JsonMember, type JsonNode, worthAnIndex } from './json-node.ts'
import type { Located } from './span.ts'

const quote = 34
const comma = 44
const colon = 58
const openBracket = 91
const backslash = 92
const closeBracket = 93
const openBrace = 123
const closeBrace = 125

/** A number, and what a program writes in place of a value. https://www.rfc-editor.org/rfc/rfc8259#section-6 */
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const words: readonly (readonly [word: string, value: boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

/**
 * Reads JSON without any mistake, nested at most `deepest` levels; undefined for anything else. Gives what the tolerant reader gives, several times
 * faster: almost every event of a log and almost every document is such JSON. Never throws; takes time linear in the text.
 */
export function readStrict(text: string, deepest: number): JsonNode | undefined {
  const reader = new StrictReader(text, deepest)
  const value = reader.value(0)
  return value !== undefined && reader.isAtEnd() ? value : undefined
}

class StrictReader {
  private readonly text: string
  private readonly deepest: number
  private at = 0

  constructor(text: string, deepest: number) {
    this.text = text
    this.deepest = deepest
  }

  isAtEnd(): boolean {
    this.skipBlanks()
    return this.at === this.text.length
  }

  /** The next value; undefined where the text has a mistake. `depth` counts the objects and lists around it. */
  value(depth: number): JsonNode | undefined {
    const code = this.skipBlanks()
    if (code === quote) {
      const string = this.string()
      return string && { kind: 'string', value: string.value, span: string.span }
    }
    if (code === openBrace || code === openBracket) {
      if (depth >= this.deepest) return undefined
      return code === openBrace ? this.object(depth + 1) : this.array(depth + 1)
    }
    return this.number() ?? this.word()
  }

  private object(depth: number): JsonNode | undefined {
    const from = this.at
    const members: JsonMember[] = []
    this.at++
    if (this.skipBlanks() !== closeBrace) {
      for (;;) {
        const key = this.key()
        const value = key && this.value(depth)
        if (!value) return undefined
        members.push({ key, value })
        const code = this.skipBlanks()
        if (code === closeBrace) break
        if (code !== comma) return undefined
        this.at++
      }
    }
    this.at++
    const span = { from, to: this.at }
    // A spread for each object would take a third of the time.
    return members.length < worthAnIndex
      ? { kind: 'object', members, span }
      : { kind: 'object', members, ...indexOf(members), span }
  }

  /** A key and the colon behind it. */
  private key(): Located<string> | undefined {
    if (this.skipBlanks() !== quote) return undefined
    const key = this.string()
    if (!key || this.skipBlanks() !== colon) return undefined
    this.at++
    return key
  }

  private array(depth: number): JsonNode | undefined {
    const from = this.at
    const items: JsonNode[] = []
    this.at++
    if (this.skipBlanks() !== closeBracket) {
      for (;;) {
        const item = this.value(depth)
        if (!item) return undefined
        items.push(item)
        const code = this.skipBlanks()
        if (code === closeBracket) break
        if (code !== comma) return undefined
        this.at++
      }
    }
    this.at++
    return { kind: 'array', items, span: { from, to: this.at } }
  }

  private string(): Located<string> | undefined {
    const { text, at: from } = this
    let isEscaped = false
    for (let at = from + 1; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === quote) {
        this.at = at + 1
        const value = isEscaped ? unescaped(text.slice(from, at + 1)) : text.slice(from + 1, at)
        return value === undefined ? undefined : { value, span: { from, to: at + 1 } }
      }
      if (code < 32) return undefined
      if (code === backslash) {
        isEscaped = true
        at++
      }
    }
    return undefined
  }

  private number(): JsonNode | undefined {
    const { text, at: from } = this
    number.lastIndex = from
    if (!number.test(text)) return undefined
    this.at = number.lastIndex
    return { kind: 'number', value: Number(text.slice(from, this.at)), span: { from, to: this.at } }
  }

  private word(): JsonNode | undefined {
    const { text, at: from } = this
    const [word, value] = words.find(([each]) => text.startsWith(each, from)) ?? []
    if (word === undefined || value === undefined) return undefined
    this.at = from + word.length
    const span = { from, to: this.at }
    return value === null ? { kind: 'null', span } : { kind: 'boolean', value, span }
  }

  /** Goes to the next character that isn't a blank, and gives its code; NaN at the end. */
  private skipBlanks(): number {
    const { text } = this
    let code = text.charCodeAt(this.at)
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++this.at)
    return code
  }
}

/** A string in its quotes without its escapes; undefined if one of them is wrong. */
function unescaped(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
