import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import { Brackets, closeBrace, closeBracket } from './brackets.ts'
import { indexOf, type JsonMember, type JsonNode } from './json-node.ts'
import type { Problem } from './problem.ts'
import type { Located, Span } from './span.ts'
import { readStrict } from './strict-json.ts'

/** The part of the text that could be read, and all its problems. */
export interface JsonRead {
  readonly value: JsonNode | undefined
  readonly problems: readonly Problem[]
}

/** Deeper than any policy or CloudTrail event; keeps the recursive parser off the end of the stack. */
const deepest = 100

/** The expected input for each error that jsonc-parser reports. */
const expectations: Readonly<Record<string, readonly [code: string, message: string, expected: string]>> = {
  InvalidSymbol: ['json-symbol', 'This is not JSON', 'a text in double quotes, a number, true, false, null, { or ['],
  InvalidNumberFormat: ['json-number', 'This is not a number', 'digits, as in 3600'],
  PropertyNameExpected: ['json-key', 'A key is missing here', 'a key in double quotes, or } without a comma before it'],
  ValueExpected: [
    'json-value',
    'A value is missing here',
    'a text in double quotes, a number, true, false, null, { or [',
  ],
  ColonExpected: ['json-colon', 'A colon is missing here', ': between the key and its value'],
  CommaExpected: ['json-comma', 'A comma is missing here', '"," between two entries'],
  CloseBraceExpected: ['json-close-brace', 'An object is not closed', '}'],
  CloseBracketExpected: ['json-close-bracket', 'A list is not closed', ']'],
  EndOfFileExpected: ['json-end', 'The JSON ends before this', 'nothing more after the last bracket'],
  InvalidCommentToken: ['json-comment', 'JSON has no comments', 'the policy without this comment'],
  UnexpectedEndOfComment: ['json-comment', 'This comment has no end', 'the policy without this comment'],
  UnexpectedEndOfString: ['json-string', 'This text has no closing quote', '" at its end, on the same line'],
  UnexpectedEndOfNumber: ['json-number', 'This number stops too early', 'digits, as in 3600'],
  InvalidUnicode: ['json-escape', 'This \\u is not followed by four hexadecimal digits', '\\u0041, for instance'],
  InvalidEscapeCharacter: ['json-escape', 'JSON knows no such escape', 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u'],
  InvalidCharacter: ['json-character', 'This character isn’t allowed in a string', 'an escape, as in \\n or \\t'],
}

/** Reads JSON tolerantly: after a mistake the rest is still read. Never throws; takes time linear in the text. */
export function readJson(text: string): JsonRead {
  const strict = readStrict(text, deepest)
  if (strict) return { value: strict, problems: [] }
  if (text.trim() === '') return { value: undefined, problems: [empty(text)] }
  const tooDeep = deeperThan(text, deepest)
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
        problems.push(mistake(error, place(offset, Math.max(length, 1))))
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

function mistake(error: ParseErrorCode, span: Span): Problem {
  const [code, message, expected] = expectations[printParseErrorCode(error)] ?? ['json', 'This is not JSON', 'JSON']
  return { code, severity: 'error', span, message, expected }
}

function empty(text: string): Problem {
  const span = { from: 0, to: text.length }
  return {
    code: 'json-empty',
    severity: 'error',
    span,
    message: 'There is nothing here',
    expected: 'a policy, beginning with {',
  }
}

function deeperThan(text: string, limit: number): Problem | undefined {
  const brackets = new Brackets()
  let depth = 0
  for (let code = brackets.next(text); code !== undefined; code = brackets.next(text)) {
    if (code === closeBrace || code === closeBracket) depth--
    else if (++depth > limit) {
      const message = `Nested more than ${limit} levels deep`
      const span = { from: brackets.at - 1, to: brackets.at }
      return { code: 'json-depth', severity: 'error', span, message, expected: 'a policy: it has 6 levels at most' }
    }
  }
  return undefined
}
