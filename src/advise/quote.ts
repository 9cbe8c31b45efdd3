import { type Denial, findSecrets } from '../denial/index.ts'
import { lineStart } from '../text/index.ts'

/** A message is shorter; a log or an event around it is not what someone would quote. */
const longest = 500

/** How messages of AWS begin, and of the tools that show them. */
const beginnings = [
  'An error occurred',
  'User: ',
  'AccessDenied',
  'UnauthorizedOperation',
  'Not authorized',
  'You are not',
]

/** They come behind the sentence, or somewhere else. */
const besides: ReadonlySet<string> = new Set(['requestId', 'encodedMessage'])

const isSentence = /not authorized|access ?denied|unauthorized|permission|not allowed|denied/i

/** Marks that turn the direction of writing, and control characters: a message to someone else mustn’t have them. */
const invisible = /[\p{Cc}\p{Cf}]/gu

/**
 * AWS’s sentence as it was pasted, in one line, for people who know the message when they see it. Undefined where there’s none in words: an event of
 * CloudTrail, a long log line, or one with a secret in it.
 */
export function quoteOf(paste: string, { kind, spans }: Pick<Denial, 'kind' | 'spans'>): string | undefined {
  const places = [...spans].flatMap(([field, span]) => (besides.has(field) ? [] : [span]))
  if (kind !== 'access-denied' || places.length === 0) return undefined
  const from = Math.min(...places.map((span) => span.from))
  const to = Math.max(...places.map((span) => span.to))
  if (to - from > longest || to > paste.length) return undefined
  const ownLine = lineStart(paste, from)
  const lineAbove = lineStart(paste, ownLine - 1)
  // A narrow terminal breaks the line behind "User:".
  const isBroken = /\b(?:User|operation):?\s{0,3}\n\W{0,9}$/.test(
    paste.slice(Math.max(lineAbove, from - longest), from),
  )
  const lineFrom = Math.max(isBroken ? lineAbove : ownLine, from - longest)
  const before = paste.slice(lineFrom, from)
  // What comes first in the line: "An error occurred (AccessDenied) when calling …: User: … is not authorized".
  const found = beginnings.map((words) => before.indexOf(words)).filter((at) => at >= 0)
  const start = found.length === 0 ? sentenceFrom(paste, from) : lineFrom + Math.min(...found)
  // A star that emphasized the message isn’t part of it.
  const behind = paste.slice(to, to + 200).replace(/^[*_]{1,3}/, '')
  const rest = behind.slice(0, /[\n"\\`|<{]/.exec(behind)?.index)
  const said = paste
    .slice(start, to)
    .concat(rest)
    .replaceAll(invisible, ' ')
    .replace(/\s{1,100}/g, ' ')
    .trim()
  return said.length <= longest && isSentence.test(said) && findSecrets(said).length === 0 ? said : undefined
}

/** How much comes before the first thing that was read of a sentence, at most: more is what people write around a message. */
const mostBefore = 60
const mostWordsBefore = 8

/** Ends of what comes before a sentence: another sentence, a quote, a log's columns, a blank line. */
const endBefore = /[.!?]\s|["'`|>\]{}]|\s[-–|]\s|\n\s*\n/g

/** Where the sentence begins in whose middle this is, also on the line above: "User:", "Your role", "Insufficient permissions on". */
function sentenceFrom(paste: string, from: number): number {
  const before = paste.slice(Math.max(0, from - 2 * mostBefore), from)
  const last = [...before.matchAll(endBefore)].at(-1)
  const open = before.slice(last ? last.index + last[0].length : 0)
  const own = open.slice(/^[\s#*]*/.exec(open)?.[0].length ?? 0)
  const isWhole = last !== undefined || from <= 2 * mostBefore
  const isOwn = /^\p{Lu}/u.test(own) && own.length <= mostBefore && own.trim().split(/\s+/).length <= mostWordsBefore
  return isWhole && isOwn && !/\b(?:I|my|we|our)\b/.test(own) ? from - own.length : from
}
