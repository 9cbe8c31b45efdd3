import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import { Brackets, closeBrace, closeBracket } from './brackets.ts'
import { indexOf, type JsonMember, type JsonNode } from './json-node.ts'
import type { JsonMistake, Problem } from './problem.ts'
import type { Located, Span } from './span.ts'
import { readStrict } from './strict-json.ts'

/** The part of the text that could be read, and all its problems. */
export interface JsonRead {
  readonly value: JsonNode | undefined
  readonly problems: readonly Problem[]
}

/** JSON in more levels isn't read: no policy and no CloudTrail event has as many. Keeps the recursive parser off the end of the stack. */
export const deepestJson = 100

/** The code and the mistake for each error that jsonc-parser reports. */
const mistakes: Readonly<Record<string, readonly [code: string, mistake: JsonMistake]>> = {
  InvalidSymbol: ['json-symbol', 'symbol'],
  InvalidNumberFormat: ['json-number', 'noNumber'],
  PropertyNameExpected: ['json-key', 'key'],
  ValueExpected: ['json-value', 'value'],
  ColonExpected: ['json-colon', 'colon'],
  CommaExpected: ['json-comma', 'comma'],
  CloseBraceExpected: ['json-close-brace', 'closeBrace'],
  CloseBracketExpected: ['json-close-bracket', 'closeBracket'],
  EndOfFileExpected: ['json-end', 'end'],
  InvalidCommentToken: ['json-comment', 'comment'],
  UnexpectedEndOfComment: ['json-comment', 'openComment'],
  UnexpectedEndOfString: ['json-string', 'openString'],
  UnexpectedEndOfNumber: ['json-number', 'numberEnds'],
  InvalidUnicode: ['json-escape', 'unicode'],
  InvalidEscapeCharacter: ['json-escape', 'escape'],
  InvalidCharacter: ['json-character', 'character'],
}

/** Reads JSON tolerantly: after a mistake the rest is still read. Never throws; takes time linear in the text. */
export function readJson(text: string): JsonRead {
  const strict = readStrict(text, deepestJson)
  if (strict) return { value: strict, problems: [] }
  if (text.trim() === '') return { value: undefined, problems: [empty(text)] }
  const tooDeep = deeperThan(text, deepestJson)
  if (tooDeep !== undefined) return { value: undefined, problems: [tooDeep] }
  const builder = new TreeBuilder()
  const problems: Problem[] = []
  let lastProblem = -1
  // Where a comment or a string has no end, the parser reports a length that is one too long.
  const place = (offset: number, length: number): Span => ({
    from: Math.min(offset, text.length),
    to: Math.min(offset + length, text.length),
  })
  visit(
    text,
    {
      onObjectBegin: (offset) => builder.open({ kind: 'object', members: [], from: offset, key: undefined }),
      onObjectProperty: (value, offset, length) => builder.key({ value, span: place(offset, length) }),
      onObjectEnd: (offset, length) => builder.close(place(offset, length).to),
      onArrayBegin: (offset) => builder.open({ kind: 'array', items: [], from: offset }),
      onArrayEnd: (offset, length) => builder.close(place(offset, length).to),
      onLiteralValue: (value, offset, length) => builder.put(literal(value, place(offset, length))),
      onError: (error, offset, length) => {
        if (offset === lastProblem) return // one slip, one message: recovery reports the same place again
        lastProblem = offset
        problems.push(mistakeAt(error, place(offset, Math.max(length, 1))))
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  return { value: builder.finish(text.length), problems }
}

type Open =
  | { readonly kind: 'object'; readonly members: JsonMember[]; readonly from: number; key: Located<string> | undefined }
  | { readonly kind: 'array'; readonly items: JsonNode[]; readonly from: number }

/** Builds the tree from the parser's events; what is still open at the end is closed there. */
class TreeBuilder {
  private readonly stack: Open[] = []
  private root: JsonNode | undefined

  open(node: Open): void {
    this.stack.push(node)
  }

  key(key: Located<string>): void {
    const top = this.stack.at(-1)
    if (top?.kind === 'object') top.key = key
  }

  close(to: number): void {
    const top = this.stack.pop()
    if (!top) return
    const span = { from: top.from, to }
    this.put(
      top.kind === 'object'
        ? { kind: 'object', members: top.members, ...indexOf(top.members), span }
        : { kind: 'array', items: top.items, span },
    )
  }

  put(node: JsonNode): void {
    const top = this.stack.at(-1)
    if (!top) this.root ??= node
    else if (top.kind === 'array') top.items.push(node)
    else if (top.key) {
      top.members.push({ key: top.key, value: node })
      top.key = undefined
    }
  }

  finish(end: number): JsonNode | undefined {
    while (this.stack.length > 0) this.close(end)
    return this.root
  }
}

function literal(value: unknown, span: Span): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value, span }
  if (typeof value === 'number') return { kind: 'number', value, span }
  if (typeof value === 'boolean') return { kind: 'boolean', value, span }
  return { kind: 'null', span }
}

function mistakeAt(error: ParseErrorCode, span: Span): Problem {
  const [code, mistake] = mistakes[printParseErrorCode(error)] ?? ['json', 'other']
  return { code, severity: 'error', span, mistake }
}

const empty = (text: string): Problem => ({
  code: 'json-empty',
  severity: 'error',
  span: { from: 0, to: text.length },
  mistake: 'empty',
})

function deeperThan(text: string, limit: number): Problem | undefined {
  const brackets = new Brackets()
  let depth = 0
  for (let code = brackets.next(text); code !== undefined; code = brackets.next(text)) {
    if (code === closeBrace || code === closeBracket) depth--
    else if (++depth > limit)
      return {
        code: 'json-depth',
        severity: 'error',
        span: { from: brackets.at - 1, to: brackets.at },
        mistake: 'depth',
      }
  }
  return undefined
}
