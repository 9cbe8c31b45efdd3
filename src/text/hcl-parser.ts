import { ExternalTokenizer, type InputStream, type LRParser, type Stack } from '@lezer/lr'
import { hclLanguage } from 'codemirror-lang-hcl'

// The grammar's own tokenizers take every character of a string or heredoc as a token of its own, and all eight of them simulate the parser at
// each token of the text before they look at the character there. These look at the character first, and can take a run of plain ones at once.

/** The numbers of the grammar's external tokens. */
const token = {
  quoteStart: 1,
  quoteEnd: 2,
  interpolationStart: 3,
  interpolationEnd: 4,
  directiveStart: 5,
  directiveEnd: 6,
  heredocIdentifier: 7,
  chunk: 105,
}

/** What the grammar's context says that the parser is in. */
const inside = { quotes: 1, interpolation: 2, directive: 4, heredoc: 8 }

const codeOf = (letter: string): number => letter.charCodeAt(0)
const [quote, backslash, newline, dollar, percent, brace, closingBrace] = [...'"\\\n$%{}'].map(codeOf)

const isBlank = (code: number): boolean => code >= 0 && /\s/.test(String.fromCharCode(code))
const isIdentifier = (code: number): boolean => code >= 0 && /[\w-]/.test(String.fromCharCode(code))
const isHex = (code: number): boolean => code >= 0 && /[\da-fA-F]/.test(String.fromCharCode(code))

type Scan = (input: InputStream, stack: Stack) => void

const contextOf = (stack: Stack): number => Number(stack.context?.type)

const quoteStart: Scan = (input, stack) => {
  if (input.next !== quote || contextOf(stack) === inside.quotes || !stack.canShift(token.quoteStart)) return
  input.advance()
  input.acceptToken(token.quoteStart)
}

/** The one letter that ends what the parser is in. */
const ending =
  (letter: number | undefined, context: number, term: number): Scan =>
  (input, stack) => {
    if (input.next !== letter || contextOf(stack) !== context || !stack.canShift(term)) return
    input.advance()
    input.acceptToken(term)
  }

/** `${` or `%{`; a doubled mark before the brace is its escape. */
const opening =
  (mark: number | undefined, context: number, term: number): Scan =>
  (input, stack) => {
    if (input.next !== mark || contextOf(stack) === context) return
    if (!stack.canShift(term) || !stack.canShift(token.chunk)) return
    input.advance()
    if (input.next === brace) {
      input.advance()
      input.acceptToken(term)
      return
    }
    if (input.next === mark) {
      input.advance()
      if (input.next === brace) input.advance()
    }
    input.acceptToken(token.chunk)
  }

const heredocIdentifier: Scan = (input, stack) => {
  if (contextOf(stack) === inside.heredoc) heredocEnd(input, stack)
  else if (input.next !== -1 && stack.canShift(token.heredocIdentifier)) {
    while (isIdentifier(input.next)) input.advance()
    input.acceptToken(token.heredocIdentifier)
  }
}

/** White space, and behind a line's end the word that ends the heredoc, if it is alone on its line. */
function heredocEnd(input: InputStream, stack: Stack): void {
  if (!isBlank(input.next) || !stack.canShift(token.heredocIdentifier) || !stack.canShift(token.chunk)) return
  let isNewLine = false
  for (; isBlank(input.next); input.advance()) if (input.next === newline) isNewLine = true
  input.acceptToken(token.chunk)
  if (!isNewLine) return
  const expected = String(stack.context?.heredoc_identifier)
  for (let i = 0; i < expected.length; i++) {
    if (input.next !== expected.charCodeAt(i)) {
      if (i > 0) input.acceptToken(token.chunk)
      return
    }
    input.advance()
  }
  let behind = 0
  while (isBlank(input.peek(behind)) && input.peek(behind) !== newline) behind++
  const isAlone = input.peek(behind) === -1 || input.peek(behind) === newline
  input.acceptToken(isAlone ? token.heredocIdentifier : token.chunk)
}

/** Text in a string or heredoc: a character or an escape, and the plain characters behind it. */
const chunk: Scan = (input, stack) => {
  const context = contextOf(stack)
  if (input.next === -1 || (context !== inside.quotes && context !== inside.heredoc)) return
  if (!stack.canShift(token.chunk)) return
  if (context !== inside.quotes || input.next !== backslash) input.advance()
  else if (!passEscape(input)) return
  if (!isRecovering(stack)) while (isPlain(input.next, context === inside.heredoc)) input.advance()
  input.acceptToken(token.chunk)
}

/**
 * Is the parser looking for its way back behind an error? Which one it takes depends on how many tokens it gets on each, so it gets single
 * characters then, as from the grammar's own tokenizers.
 */
function isRecovering(stack: Stack): boolean {
  const parse: unknown = Reflect.get(stack, 'p')
  return typeof parse !== 'object' || parse === null || Reflect.get(parse, 'recovering') !== 0
}

/** Can no other token begin with this character? */
const isPlain = (code: number, isHeredoc: boolean): boolean =>
  code !== -1 &&
  code !== dollar &&
  code !== percent &&
  (isHeredoc ? !isBlank(code) : code !== quote && code !== backslash)

/** Passes over a backslash and what it escapes; false if that isn’t an escape. */
function passEscape(input: InputStream): boolean {
  input.advance()
  const letter = String.fromCharCode(input.next)
  if (letter !== 'u' && letter !== 'U') {
    if (!'"nrt\\'.includes(letter)) return false
    input.advance()
    return true
  }
  for (let left = letter === 'u' ? 4 : 8; left > 0; left--) {
    input.advance()
    if (!isHex(input.next)) return false
  }
  input.advance()
  return true
}

/** In the order of the grammar's own. */
const scans: readonly Scan[] = [
  quoteStart,
  ending(quote, inside.quotes, token.quoteEnd),
  opening(dollar, inside.interpolation, token.interpolationStart),
  ending(closingBrace, inside.interpolation, token.interpolationEnd),
  opening(percent, inside.directive, token.directiveStart),
  ending(closingBrace, inside.directive, token.directiveEnd),
  heredocIdentifier,
  chunk,
]

/** Lezer replaces a tokenizer that it is shown; only the parser has them. Another version of the grammar with other ones keeps its own. */
function withScans(parser: LRParser): LRParser {
  const known: unknown = Reflect.get(parser, 'tokenizers')
  const theirs: readonly unknown[] = Array.isArray(known) ? known : []
  const own = theirs.filter((each) => each instanceof ExternalTokenizer)
  if (own.length !== scans.length) return parser
  const tokenizers = own.flatMap((from, i) => {
    const to = scans[i]
    return to ? [{ from, to: new ExternalTokenizer(to, { contextual: true, fallback: true }) }] : []
  })
  return parser.configure({ tokenizers })
}

/** Parses Terraform's language (HCL) into the tree of codemirror-lang-hcl. Linear in the text. */
export const hclParser = withScans(hclLanguage.parser)
