import type { Flat } from './flat.ts'
import { Origins } from './origins.ts'

/** No paragraph is looked at further back than this. */
const furthest = 2_000
/** Runs of Markdown's marks. Longer ones are lines, or masks. */
const runs = /\*+|_+|~~/g
const mostMarks = 3
/** Looked for first, because almost no message has a mark. */
const mayHaveMark = (text: string): boolean =>
  (text.includes('*') || text.includes('_') || text.includes('~~')) && mayBeMark.test(text)
const mayBeMark = /\*\*|__|~~|(?:^|[\s(:/*])[*_](?=[\p{L}\d"'`])/u

/**
 * A flat text without Markdown's bold, italic, and strikethrough: around the sentence, around words and values, and around parts of a value
 * ("arn:aws:iam::**111122223333**:user/ana"). A star that's a wildcard or a mask stays, and so does an underscore that's part of a name:
 * "instance/*", "***", "my__role__name", "bucket/__init__.py". Where a name could be read both ways, its marks are Markdown's only if the text has
 * others. Linear in the text. https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */
export function withoutEmphasis(flat: Flat): Flat {
  if (!mayHaveMark(flat.text)) return flat
  const marks = marksIn(flat.text)
  return marks.length === 0 ? flat : without(flat, marks)
}

/** A run of one mark: its position, and the characters next to it. */
interface Run {
  readonly mark: string
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
}

/** What a pair of marks is: Markdown's for sure, perhaps a part of the name, or no pair. */
type Certainty = 'sure' | 'possible' | 'none'

function marksIn(text: string): readonly Run[] {
  const opened = new Map<string, Run>()
  const pairs: { readonly runs: readonly [Run, Run]; readonly is: Certainty }[] = []
  /** Two underscores around anything that can't be a name. */
  let isMarkdown = false
  for (const { index, 0: mark } of text.matchAll(runs)) {
    if (mark.length > mostMarks) continue
    const run = runAt(text, index, mark)
    if (isInWord(run)) continue
    const closed = closedBy(text, opened, run)
    if (closed) {
      const [first, last] = closed
      opened.delete(first.mark)
      const is = certaintyOf(text, first, last)
      if (is !== 'none') {
        pairs.push({ runs: closed, is })
        isMarkdown ||= is === 'sure' && first.mark === '__' && isNoName(text, first, last)
        continue
      }
    }
    if (opens(run)) opened.set(mark, run)
  }
  return pairs
    .filter(({ is }) => is === 'sure' || isMarkdown)
    .flatMap(({ runs }) => runs)
    .sort((a, b) => a.from - b.from)
}

const runAt = (text: string, from: number, mark: string): Run => ({
  mark,
  from,
  to: from + mark.length,
  before: text[from - 1] ?? '',
  after: text[from + mark.length] ?? '',
})

const letterOrDigit = /[\p{L}\d]/u
/** Between two letters, an underscore is a letter. */
const isInWord = ({ mark, before, after }: Run): boolean =>
  mark.startsWith('_') && letterOrDigit.test(before) && letterOrDigit.test(after)
const opens = ({ before, after }: Run): boolean => before !== '\\' && /[\p{L}\d"'`_*~]/u.test(after)

/** The run that a run closes, with the part of it that's a mark: bold around "…/*" ends with three stars. */
function closedBy(text: string, opened: ReadonlyMap<string, Run>, run: Run): readonly [Run, Run] | undefined {
  if (/^\s?$/.test(run.before) || run.before === '\\') return undefined
  const same = opened.get(run.mark)
  if (same) return [same, run]
  const bold = run.mark === '***' ? opened.get('**') : undefined
  return bold && isWide(bold, run) && run.before === '/'
    ? [bold, runAt(text, run.to - bold.mark.length, bold.mark)]
    : undefined
}

const begins = ({ before }: Run): boolean => /^[\s("'`[>*_~]?$/.test(before)
const ends = (run: Run): boolean => /^[\s.,;:!?)\]"'`<*_~。，]?$/.test(run.after)
const isWide = (first: Run, last: Run): boolean => begins(first) && ends(last)

function certaintyOf(text: string, first: Run, last: Run): Certainty {
  if (last.from - first.to > furthest) return 'none'
  const content = text.slice(first.to, last.from)
  if (/\n[ \t]*\n/.test(content)) return 'none'
  if (/\s/.test(content))
    return isWide(first, last) && (first.mark.length > 1 || isInOneLine(text, first, content)) ? 'sure' : 'none'
  const isWhole = isWide(first, last) && !(first.mark === '_' && isWordOf(text, last))
  return isWhole && (first.mark.length > 1 || /[\p{L}\d"'`_*~]/u.test(last.before))
    ? 'sure'
    : partCertainty(text, first, last, content)
}

/** One star or underscore around words: they begin a line, because alone each is also a wildcard or a part of a name. */
const isInOneLine = (text: string, first: Run, content: string): boolean =>
  !content.includes('\n') &&
  (first.from === 0 ||
    first.before === '\n' ||
    /^(?:>|-|\*|\d+\.) $/.test(text.slice(Math.max(0, first.from - 2), first.from)))

/** "_name_.txt" */
const isWordOf = (text: string, { after, to }: Run): boolean =>
  /[.:]/.test(after) && letterOrDigit.test(text[to + 1] ?? '')

const operation = /(?:^|[\s"'`(*_])[a-z][a-z0-9-]{1,40}:$/
const denied = /perform:?\s{1,9}["'`]?[a-z][a-z0-9-]{1,40}:$/

/** Marks around a part of a word, which can be letters of the word. */
function partCertainty(text: string, first: Run, last: Run, content: string): Certainty {
  const isWord = letterOrDigit.test(content[0] ?? '') && letterOrDigit.test(content.at(-1) ?? '')
  if (!isWord) return 'none'
  const before = text.slice(Math.max(0, first.from - 60), first.from)
  const isAccount = /^\d{12}$/.test(content) && before.endsWith(':') && last.after === ':'
  const isOperation =
    (first.mark.includes('*') ? denied : operation).test(before) && /^[A-Z][A-Za-z0-9]*$/.test(content)
  if (isAccount || isOperation) return 'sure'
  if (first.mark === '**' || first.mark === '~~')
    return /\d/.test(first.before) || /\d/.test(last.after) ? 'none' : 'sure'
  const isPart = /^[\s:/"'`(]?$/.test(first.before) && /^[\s:/"'`,)]?$/.test(last.after)
  if (first.mark === '***') return isPart ? 'sure' : 'none'
  if (first.mark !== '__') return 'none'
  // No bucket's name has an underscore.
  return isPart ? (before.endsWith(':::') ? 'sure' : 'possible') : 'none'
}

/** A name alone can have underscores at both its ends ("__init__"); words, an ARN, an action, an account, and a bucket can't. */
const isNoName = (text: string, first: Run, last: Run): boolean =>
  !isWide(first, last) || /[\s:]/.test(text.slice(first.to, last.from))

function without(flat: Flat, marks: readonly Run[]): Flat {
  const origins = new Origins()
  const parts: string[] = []
  let [from, length] = [0, 0]
  for (const { from: to, to: next } of [...marks, { from: flat.text.length, to: flat.text.length }]) {
    origins.note(length, { from, to }, true)
    parts.push(flat.text.slice(from, to))
    length += to - from
    from = next
  }
  return {
    text: parts.join(''),
    origin: (start, end) => {
      const first = origins.of(start)
      return flat.origin(first, end > start ? origins.of(end - 1) + 1 : first)
    },
  }
}
