import type { JsonNode, Place, Span } from '../../text/index.ts'

/**
 * Where the parts of a policy are that is in a string: `within` says where they are in the string's value without the blanks around it. The string can be written in any way that
 * changes only blanks and escapes: in quotes over several lines, or as a block of YAML. Only keys, values, and opening brackets have places, because
 * nothing can be put into such a string as it is. None where the value and what is written differ in more.
 */
export function placesInString(
  within: readonly Place[],
  { value, span }: Extract<JsonNode, { kind: 'string' }>,
  source: string,
): readonly Place[] {
  const origins = originsIn(value, source.slice(span.from, span.to))
  if (!origins) return []
  const lead = value.length - value.trimStart().length
  const originOf = ({ from, to }: Span): Span => ({
    from: span.from + (origins[lead + from] ?? 0),
    to: span.from + (origins[lead + to - 1] ?? 0) + 1,
  })
  const start = ({ from }: Span): Span => ({ from, to: from + 1 })
  return within.map(({ at, from }) =>
    '{['.includes(value[lead + from.from] ?? ' ')
      ? { at: start(at), from: originOf(start(from)) }
      : { at, from: originOf(from) },
  )
}

const isBlank = (letter: string | undefined): boolean => letter !== undefined && ' \n\r\t'.includes(letter)

/** For each letter of a value, where it's written; a run of blanks can be any other run, because lines are indented and folded. */
function originsIn(value: string, written: string): readonly number[] | undefined {
  const opener = /^(?:[|>][^\n]*\n[ \t\r\n]*|<<[-~]?\w+[ \t]*\r?\n[ \t]*|["'`])/.exec(written)?.[0] ?? ''
  const quote = opener.length === 1 ? opener : ''
  const origins: number[] = []
  let at = opener.length
  // A block's first blanks aren't part of its value.
  let i = quote === '' ? value.length - value.trimStart().length : 0
  for (let before = 0; before < i; before++) origins.push(at)
  while (i < value.length) {
    const letter = letterAt(written, at, quote)
    if (isBlank(value[i]) && (isBlank(letter.text) || at >= written.length)) {
      for (; isBlank(value[i]); i++) origins.push(at)
      at = afterBlanks(written, at, quote)
    } else if (letter.text === '') at = afterBlanks(written, letter.to, quote)
    else if (letter.text === value[i]) {
      origins.push(at)
      at = letter.to
      i++
    } else return undefined
  }
  return origins
}

function afterBlanks(written: string, from: number, quote: string): number {
  let at = from
  for (let letter = letterAt(written, at, quote); isBlank(letter.text); letter = letterAt(written, at, quote))
    at = letter.to
  return at
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' }

/** The letter that begins at an offset, without its escape: a backslash in double quotes, a second quote in single ones. An escaped end of a line is none. */
function letterAt(
  written: string,
  at: number,
  quote: string,
): { readonly text: string | undefined; readonly to: number } {
  const letter = written[at]
  if (quote === "'" && letter === "'" && written[at + 1] === "'") return { text: "'", to: at + 2 }
  if ((quote !== '"' && quote !== '`') || letter !== '\\') return { text: letter, to: at + 1 }
  const next = written[at + 1] ?? ''
  if (next !== 'u') return { text: escaped[next] ?? next, to: at + 2 }
  return { text: String.fromCharCode(Number.parseInt(written.slice(at + 2, at + 6), 16)), to: at + 6 }
}
