import { sameLengthSymbol } from './expression.ts'

/** What only steers a template and puts nothing into the text: Go's and Helm's words, and comments. */
const steering = /^-?\s{0,40}(?:if|else|end|range|with|define|block|template|break|continue|\/\*|\$\w{1,60}\s{0,9}:?=)/
/** Longer than what anyone puts between two braces. */
const longest = 2000

/** Does a text hold marks of a template language: Go and Helm, Jinja, or Terraform's `templatefile`? */
export const holdsMarks = (text: string): boolean => /\{\{|\{%|\$\{/.test(text)

/** Does it hold marks of Go, Helm, or Jinja, which no policy holds? In such a text "${aws:username}" is a policy variable. */
export const holdsDoubleBraces = (text: string): boolean => /\{\{|\{%/.test(text)

/**
 * The text with marks of template languages taken out, character for character, so that places stay: what steers becomes blanks, and what puts a value in
 * becomes a symbol ("${.Values.name}"). In JSON a value outside a string gets quotes around it. Linear in the length of the text.
 */
export function withoutMarks(text: string, as: 'json' | 'yaml'): string {
  const parts: string[] = []
  let [at, inString] = [0, false]
  const keepsVariables = as === 'json' && holdsDoubleBraces(text)
  const mark = /["\\]|\{\{|\{%|\$\{/g
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [opening] = found
    if (opening === '\\') mark.lastIndex++
    else if (opening === '"') inString = !inString
    else if (!(opening === '${' && inString && keepsVariables)) {
      const to = endOf(text, found.index, opening)
      if (to === undefined) continue
      const written = text.slice(found.index, to)
      parts.push(
        text.slice(at, found.index),
        instead(written, opening, as === 'json' && !inString, lineAround(text, found.index, to)),
      )
      at = to
      mark.lastIndex = to
    }
  }
  return parts.join('') + text.slice(at)
}

const closings: ReadonlyMap<string, string> = new Map([
  ['{{', '}}'],
  ['{%', '%}'],
  ['${', '}'],
])

function endOf(text: string, from: number, opening: string): number | undefined {
  const closing = closings.get(opening) ?? '}'
  const end = text.slice(from, from + longest).indexOf(closing, opening.length)
  return end < 0 ? undefined : from + end + closing.length
}

/** Is a mark all that its line holds? Then in YAML it brings lines of its own. */
function lineAround(text: string, from: number, to: number): 'alone' | 'with others' {
  const before = text.slice(Math.max(0, from - longest), from)
  const after = text.slice(to, to + longest)
  return /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(after) ? 'alone' : 'with others'
}

function instead(written: string, opening: string, isValue: boolean, line: 'alone' | 'with others'): string {
  const inside = written.slice(2, opening === '${' ? -1 : -2)
  if (opening === '{%' || (opening === '{{' && (steering.test(inside) || (line === 'alone' && !isValue))))
    return written.replace(/[^\n]/g, ' ')
  return sameLengthSymbol(written, inside.replace(/^-|-$/g, ''), isValue) ?? written
}
