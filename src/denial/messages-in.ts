import type { Denial } from './denial.ts'
import type { Sighting } from './denial-groups.ts'
import { isFromAwsTool } from './denial-words.ts'
import type { Flat } from './flat.ts'
import { FlatText } from './flat-text.ts'
import { type Flattening, flatten } from './flatten.ts'
import { hardBreaks } from './hard-breaks.ts'
import { saysMore } from './joined-lines.ts'
import { readMessages } from './message.ts'
import { isOperation } from './operation-services.ts'
import { isCounted, ofMessage } from './read-denial.ts'

/** Takes the text of a log piece by piece; each call gives the denials that became complete. Memory is bounded. */
export class MessageReader {
  private readonly flattened: Flattening
  private text = ''
  /** Where `text` begins in the input. */
  private from = 0
  /** Errors whose mark stands before this place in `text` were given. */
  private read = 0

  /** `flattened` gives a stretch of the text flat. */
  constructor(flattened: Flattening) {
    this.flattened = flattened
  }

  /** `from` is the place of the piece in the input. After a gap, what came before is complete. */
  push(piece: string, from: number): readonly Sighting[] {
    const found: Sighting[] = []
    if (from !== this.from + this.text.length) {
      found.push(...this.end())
      this.from = from
    }
    for (let at = 0; at < piece.length; at += enough) {
      this.text += piece.slice(at, at + enough)
      if (this.text.length >= enough) found.push(...this.take(this.text.length - lookAhead))
    }
    return found
  }

  /** The rest, when nothing more comes or something else follows. */
  end(): readonly Sighting[] {
    const found = this.take(this.text.length)
    this.from += this.text.length
    this.text = ''
    this.read = 0
    return found
  }

  /** The errors whose mark stands before `limit`. Keeps what the next ones need. */
  private take(limit: number): readonly Sighting[] {
    const { text, from, read } = this
    const found = regionsOf(text).flatMap((region) => {
      const errors = errorsOf(text.slice(region.from, region.to), from + region.from, this.flattened)
      return errors.filter(({ at }) => at >= from + read && at < from + limit)
    })
    const kept = Math.max(0, lineBefore(text, limit, lookBack))
    this.text = text.slice(kept)
    this.from += kept
    this.read = limit - kept
    return found.map(({ sighting }) => sighting)
  }
}

/** Texts are gathered up to this length before they are read. */
const enough = 64_000
/** An error is read with so much of the text behind its mark, and begins at most so far in front of it. */
const lookAhead = 8_000
const lookBack = 2_000

/** Words without which no error is there: the text around others isn't looked at. */
const hint = /authori[sz]ed|calling|AccessDenied|UnauthorizedOperation/gi

interface Region {
  readonly from: number
  readonly to: number
}

/** As long as the shortest hint: what stands between two events is shorter. */
const shortestHint = 'calling'.length

/** The lines around each hint; those that touch are one. */
function regionsOf(text: string): readonly Region[] {
  if (text.length < shortestHint) return []
  const regions: { from: number; to: number }[] = []
  for (const { index } of text.matchAll(hint)) {
    const last = regions.at(-1)
    if (last && index + lookAhead / 2 < last.to) continue
    const from = lineBefore(text, index, lookBack)
    const to = Math.min(text.length, index + lookAhead)
    if (last && from <= last.to) last.to = to
    else regions.push({ from, to })
  }
  return regions
}

/** The beginning of the farthest line that starts at most `most` characters before a place. */
function lineBefore(text: string, at: number, most: number): number {
  const earliest = Math.max(0, at - most)
  if (earliest === 0) return 0
  const line = text.indexOf('\n', earliest) + 1
  return line > 0 && line <= at ? line : earliest
}

const placed = (flat: Flat, shift: number): Flat => ({
  text: flat.text,
  origin: (from, to) => {
    const span = flat.origin(from, to)
    return { from: span.from + shift, to: span.to + shift }
  },
})

interface ErrorAt {
  /** The place of its mark in the input. */
  readonly at: number
  readonly sighting: Sighting
}

/** The errors of a region. Where a terminal cut an action in two, its lines are read joined, too. */
function errorsOf(text: string, shift: number, flattened: Flattening): readonly ErrorAt[] {
  const plain = errorsIn(placed(flattened(text), shift))
  const edges = plain.some(({ sighting }) => hasCutAction(sighting.denial)) ? hardBreaks(text) : undefined
  if (!edges) return plain
  const joined = errorsIn(placed(flatten(text, edges), shift))
  return joined.length !== plain.length
    ? plain
    : plain.map((error, i) => {
        const other = joined[i]
        return other && saysMore(other.sighting.denial, error.sighting.denial) ? other : error
      })
}

/** Only an action that no service has can be half of one. */
function hasCutAction({ action }: Denial): boolean {
  const operation = action?.slice(action.indexOf(':') + 1) ?? ''
  return operation !== '' && !isOperation(operation)
}

function errorsIn(flat: Flat): readonly ErrorAt[] {
  const starts = startsIn(flat.text)
  return starts.flatMap(({ from, mark }, i) => {
    const part = new FlatText(partOf(flat, i === 0 ? 0 : from, starts[i + 1]?.from ?? flat.text.length))
    const denial = ofMessage(part, readMessages(part.text, part)[0])
    const at = flat.origin(mark, mark).from
    return isCounted(denial.kind) ? [{ at, sighting: { denial, time: undefined } }] : []
  })
}

/** The words that every error has once, and the codes that appear alone when a service says only "Access Denied". */
const marks =
  /(?<call>when\s{1,10}calling\s{1,10}the\s{1,10}\w{2,80}\s{1,40}operation)|(?<sentence>not\s{1,60}authorized\s{1,60}to\s{1,60}perform\b(?!\s{1,10}this))|(?<code>\b(?:AccessDenied(?:Exception)?|UnauthorizedOperation)\b)/gi
/** The CLI's "when calling …" and the message behind it are one error. */
const belongs = 400

interface Start {
  readonly from: number
  readonly mark: number
}

/** Where each error begins: at the line of its first mark. */
function startsIn(text: string): readonly Start[] {
  const starts: Start[] = []
  const found = [...text.matchAll(marks)].map(asMark)
  let last = { to: 0, is: '' }
  found.forEach((mark, i) => {
    if (mark.is === 'code' && !isOnlyMark(text, mark, found[i - 1], reportBehind(text, found, i))) return
    if (mark.is !== 'sentence' || last.is !== 'call' || mark.from - last.to > belongs)
      starts.push({ from: startOf(text, mark, last.to), mark: mark.from })
    last = mark
  })
  return starts
}

/** Two sentences in one line: the second begins at its own "User", so that the first keeps its action and resource. */
function startOf(text: string, mark: Mark, behind: number): number {
  const beginning = beginningOf(text, mark)
  if (beginning >= behind || mark.is !== 'sentence') return Math.max(beginning, behind)
  return Math.max(lastBefore(text, 'User', mark.from), behind)
}

interface Mark {
  readonly is: 'call' | 'sentence' | 'code'
  readonly from: number
  readonly to: number
}

const asMark = ({ index, groups, 0: { length } }: RegExpExecArray): Mark => ({
  is: groups?.call !== undefined ? 'call' : groups?.code !== undefined ? 'code' : 'sentence',
  from: index,
  to: index + length,
})

/** The line of the mark; of a sentence, the line of the "User" in front of it, however it is wrapped. */
function beginningOf(text: string, { is, from }: Mark): number {
  const subject = is === 'sentence' ? Math.max(lastBefore(text, 'User', from), lastBefore(text, '\n', from)) - 1 : from
  return lastBefore(text, '\n', Math.max(0, subject)) + 1
}

/** `lastIndexOf` that looks back a bounded way, so that many marks in one long line take linear time. */
function lastBefore(text: string, word: string, at: number): number {
  const earliest = Math.max(0, at - lookBack)
  const found = text.slice(earliest, at + word.length).lastIndexOf(word)
  return found < 0 ? earliest - 1 : earliest + found
}

/** The line that the SDK for Go puts below an error. */
const ofGo = /^\s{1,20}status code: 4\d\d, request id: \w/

/** A time of day, as log lines begin. */
const clock = /\d\d:\d\d/

/** More codes than this in one line, and each is its own. */
const mostCodes = 5

/** The mark behind a code that isn't the same code again in its line: "AccessDeniedException: An error occurred (AccessDeniedException) when calling". */
function reportBehind(text: string, marks: readonly Mark[], at: number): Mark | undefined {
  const line = text.indexOf('\n', marks[at]?.to ?? 0)
  const end = line < 0 ? text.length : line
  return marks.slice(at + 1, at + 1 + mostCodes).find(({ is, from }) => is !== 'code' || from > end)
}

/** A code counts by itself in a line of AWS’s tools, or in a line with a time, if no sentence and no other code reports the same error. */
function isOnlyMark(text: string, { from: at }: Mark, before: Mark | undefined, after: Mark | undefined): boolean {
  const from = lastBefore(text, '\n', at) + 1
  if (before !== undefined && before.from >= from) return false
  if (after !== undefined && after.is !== 'code' && after.from - at < belongs) return false
  const [line = '', next = ''] = text.slice(from, at + lookBack).split('\n', 2)
  return isFromAwsTool(line) || clock.test(line) || ofGo.test(next)
}

const partOf = (flat: Flat, start: number, end: number): Flat => ({
  text: flat.text.slice(start, end),
  origin: (from, to) => flat.origin(start + from, start + to),
})
