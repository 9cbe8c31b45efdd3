import { type Piece, pieceBetween, trimEnd } from './piece.ts'

/** "on resource: X", in all its spellings; what stands between the action and it may be dots. */
const introduction =
  /\s*(?:\.\.\.|…|\[\.\.\.\])?\s*(?:\*\*)?on\s+(?:resource(?:\(s\)|s)?\s*:?(?:\*\*(?=\s))?|(?=\/|arn:|(?:\.{3}|…):))\s*/iy
const kindWord = /^(?:role|user|group|policy|instance-profile|key|table|topic|queue)$/i

const goingOn = /^(?:because\s+no\b|with\s+an\s+explicit\b|status\s+code\b|request\s?id\b|\((?!arn:))/i
const twoWords =
  /^(?:instance\s+profile|server\s+certificate|(?:virtual\s+)?mfa\s+device|saml\s+provider|oidc provider|open id connect provider|access\s+key|login\s+profile|ssh public key|service specific credential|signing certificate|account alias|policy path)\s+(?!because\s|with\s)(?=\S)/i

/** What was asked for, read from behind the action; `end` is where it stops, also where nothing is named. */
export function readResource(
  text: string,
  from: number,
): { readonly resource: Piece | undefined; readonly end: number } {
  introduction.lastIndex = from
  const found = introduction.exec(text)
  if (!found) return { resource: undefined, end: from }
  const start = from + found[0].length
  // "on resource:" and nothing: what follows is the reason or the tool's own words.
  if (goingOn.test(text.slice(start, start + 40))) return { resource: undefined, end: from }
  // Behind an empty line, someone else speaks.
  if (/\n\s*\n/.test(found[0]) && !/^["'`*]|^arn:/.test(text.slice(start, start + 4)))
    return { resource: undefined, end: from }
  // A bare "on resource" ends the sentence: the next line is a resource only if its own form shows it.
  if (!found[0].includes(':') && found[0].includes('\n') && !/^["'`*]|^arn:/.test(text.slice(start, start + 4)))
    return { resource: undefined, end: from }
  const quote = /["'`]/.exec(text[start] ?? '')?.[0]
  // In a cell of a CSV file a quote is doubled.
  const inside = start + (text[start + 1] === quote ? 2 : 1)
  const end = quote ? closingQuote(text, inside, quote) : slotEnd(text, start)
  const piece = pieceBetween(text, start, end)
  const resource = piece && trimEnd(piece)
  // Dots and lines alone, or a label behind dots, stand where a name was taken out.
  const isName = resource !== undefined && /[\p{L}\d*]/u.test(resource.text) && !/^\.{2,}.{0,40}:$/.test(resource.text)
  return { resource: isName ? resource : undefined, end }
}

/** What closes a quote: a key may hold an apostrophe, and what opens with a backtick may close with one. */
const closers: ReadonlyMap<string, RegExp> = new Map([
  ['"', /"/],
  ["'", /'/],
  ['`', /['`]/],
])

/** The place of the closing quote; where the reason comes before it, the quote was never closed. */
function closingQuote(text: string, from: number, quote: string): number {
  const rest = text.slice(from, from + 2000)
  const at = closers.get(quote)?.exec(rest)?.index ?? -1
  return at < 0 || reason.test(rest.slice(0, at)) ? slotEnd(text, from) : from + at
}

const reason = /\s(?:because\s+no|with\s+an\s+explicit)\s/

/** One word; two for "user NAME" and for an ARN with a blank after its account; more where the name of the thing has blanks. */
function slotEnd(text: string, from: number): number {
  const first = wordEnd(text, from)
  const word = text.slice(from, first)
  const behind = text.slice(first, first + 120)
  const two = twoWords.exec(text.slice(from, from + 60))
  if (two) return wordEnd(text, from + two[0].length)
  const isSplitArn = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:$/.test(word) && /^\s[a-z-]+\//.test(behind)
  const isSpaced = /^arn:(?:[^:\s]*:){1,4}$/.test(word) && /^ [\w*-]{0,20}:\S/.test(behind)
  if (kindWord.test(word) || isSplitArn || isSpaced) return wordEnd(text, skipBlanks(text, first))
  const quoted = quotedPart.exec(word)?.[0] === word ? (/^"[\w*-]{1,40}"(?=[:/])/.exec(behind)?.[0].length ?? 0) : 0
  if (quoted > 0) return wordEnd(text, first + quoted)
  const placeholder = placeholderEnd(word, behind)
  if (placeholder > 0) return wordEnd(text, first + placeholder)
  // "budget/My monthly budget because no …": only where the reason follows at once.
  const rest = word.startsWith('arn:')
    ? /^\s(?:[^\n:"()<>]|\n(?![ \t]*\n)){1,80}?(?=\s(?:because\s+no\s|with\s+an\s+explicit\s+deny))/.exec(behind)
    : null
  return first + (rest && !/^\s(?:because|with)\s/.test(behind) ? rest[0].length : 0)
}

/** An ARN up to a part that was sent in quotation marks: `arn:aws:iam::"111122223333":role/x`. */
const quotedPart = /^arn:(?:[^:\s"]*:){2,4}(?:[\w-]{1,30}\/)?$/

/** How far behind the word its placeholder closes, as in "arn:aws:s3:::<my bucket>/key"; 0 where none is open. */
function placeholderEnd(word: string, behind: string): number {
  const opened = Math.max(word.lastIndexOf('<'), word.lastIndexOf('['), word.lastIndexOf('{'))
  const closing = opened < 0 ? undefined : pairs.get(word[opened] ?? '')
  if (closing === undefined || word.includes(closing, opened)) return 0
  const at = behind.indexOf(closing)
  return at > 0 && at < 60 && !/[\n:.]/.test(behind.slice(0, at)) ? at + 1 : 0
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['[', ']'],
  ['{', '}'],
])

/** Up to a blank, a quote or the end of the element around it. */
function wordEnd(text: string, from: number): number {
  blank.lastIndex = from
  const end = blank.exec(text)?.index ?? text.length
  const word = text.slice(from, Math.min(end, from + 2000))
  // A sentence in Chinese, Japanese or Korean goes on behind an ARN without a blank. Only a key of S3 can hold such letters.
  const foreign = /^["'`]?arn:[\w-]*:(?!s3:)/.test(word) ? word.search(eastern) : -1
  return foreign < 0 ? end : from + foreign
}

/** A blank, a quote, the end of an element, or the punctuation of Chinese, Japanese and Korean. */
const blank = /\s|["“”「」『』【】《》、。，；！？（）：]|<\/[A-Za-z]/g
const eastern = /[`\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u4e00-\u9fff\uac00-\ud7af]/

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}
