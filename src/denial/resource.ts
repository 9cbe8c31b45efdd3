import { type Piece, pieceBetween, trimEnd } from './piece.ts'

/** "on resource: X", in all its spellings; what stands between the action and it may be dots. */
const introduction = /\s*(?:\.\.\.|…|\[\.\.\.\])?\s*on\s+(?:resource(?:\(s\)|s)?\s*:?|(?=\/))\s*/iy
const kindWord =
  /^(?:role|user|group|policy|instance profile|instance-profile|server certificate|mfa device|key|table|topic|queue)$/i

/** What was asked for, read from behind the action; `end` is where it stops, also where nothing is named. */
export function readResource(
  text: string,
  from: number,
): { readonly resource: Piece | undefined; readonly end: number } {
  introduction.lastIndex = from
  const found = introduction.exec(text)
  if (!found) return { resource: undefined, end: from }
  const start = from + found[0].length
  const quote = /["'`“]/.exec(text[start] ?? '')?.[0]
  const end = quote ? closingQuote(text, start + 1) : slotEnd(text, start)
  const piece = pieceBetween(text, start, end)
  return { resource: piece && trimEnd(piece), end }
}

function closingQuote(text: string, from: number): number {
  const found = /["'`”]/g
  found.lastIndex = from
  const at = found.exec(text)?.index
  return at === undefined || at - from > 2000 ? slotEnd(text, from) : at
}

/** One word; two for "user NAME" and for an ARN with a blank after its account. */
function slotEnd(text: string, from: number): number {
  const first = wordEnd(text, from)
  const word = text.slice(from, first)
  const isSplitArn = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:$/.test(word) && /^\s[a-z-]+\//.test(text.slice(first, first + 40))
  return kindWord.test(word) || isSplitArn ? wordEnd(text, skipBlanks(text, first)) : first
}

function wordEnd(text: string, from: number): number {
  const blank = /\s|["“”]/g
  blank.lastIndex = from
  return blank.exec(text)?.index ?? text.length
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}
