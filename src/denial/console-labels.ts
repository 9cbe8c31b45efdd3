import { contextWords, copyButton, translatedLabels } from './languages.ts'
import type { Message } from './message.ts'
import { type Piece, pieceBetween } from './piece.ts'
import { noReason, readReason } from './reason.ts'

/** The lines that the console offers to copy. Order and presence vary; values might be in brackets. */
const label =
  /(?:(?<![A-Za-z])(User|Service|Name|HTTP status code|Request ID)|(Action|On resource\(s\)|Context|Service(?=:\s?\[?[a-z0-9-]{1,40}\]?Action:))):(?!:)\*{0,2}/g

/** The same labels in a table that was copied: each in a cell or on a line of its own, with its value behind it. */
const cell = /(?<=^|\n)[ \t|]{0,20}(User|Service|Action|On resource\(s\)|Context)[ ]{0,9}(?:[\t|]|\n)/g

interface Mark {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The labels of a panel, in English or translated. */
function marksIn(text: string): readonly Mark[] {
  const english = [...text.matchAll(label)]
    .slice(0, 200)
    .map((mark) => ({ name: nameOf(mark), start: mark.index, end: mark.index + mark[0].length }))
  const translated = translatedLabels(text)
  return translated.length === 0 ? english : [...english, ...translated].sort((a, b) => a.start - b.start)
}

/**
 * Reads "User: … Service: … Action: … On resource(s): … Context: …", in any language of the console; undefined where the text has no such
 * lines. A log has lines such as "Context: production" too: only with a reason, a caller's ARN or an action are they the panel's.
 */
export function readConsoleLabels(text: string): Message | undefined {
  if (!contextWords.test(text)) return undefined
  const marks = marksIn(text)
  if (isPanel(marks)) return readValues(text, marks)
  const cells = cellsIn(text)
  const told = isPanel(cells) ? readValues(text, cells) : undefined
  return told?.principal?.text.startsWith('arn:') && told.reason.effect !== undefined ? told : undefined
}

/** The labels of a panel that was copied as a table. */
const cellsIn = (text: string): readonly Mark[] =>
  [...text.matchAll(cell)]
    .slice(0, 200)
    .map((mark) => ({ name: mark[1] ?? '', start: mark.index, end: mark.index + mark[0].length }))

function isPanel(marks: readonly Mark[]): boolean {
  const names = new Set(marks.map(({ name }) => name))
  return names.has('Context') && (names.has('User') || names.has('Action'))
}

function readValues(text: string, marks: readonly Mark[]): Message {
  const values = new Map<string, Piece>()
  marks.forEach(({ name, end }, i) => {
    const value = labelValue(text, end, Math.min(marks[i + 1]?.start ?? text.length, end + 600))
    if (value && !isPanels(name, values.get(name))) values.set(name, value)
  })
  const context = values.get('Context')
  return {
    principal: callerOf(values.get('User')),
    action: actionOf(values.get('Service'), values.get('Action')),
    resource: values.get('On resource(s)'),
    // The phrase may be broken over lines.
    reason: context ? readReason(text, Math.max(0, context.from - 9), context.from + 200) : noReason,
  }
}

/** The ARN of a caller has ASCII letters only: in other scripts, the sentence goes on behind it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function callerOf(piece: Piece | undefined): Piece | undefined {
  const own = /^arn:(?:[^:]*:){4}[\p{ASCII}…•●█]*?(?=[ \t]*(?!\p{ASCII})\p{L})/u.exec(piece?.text ?? '')?.[0]
  return piece && own !== undefined ? { text: own, from: piece.from, to: piece.from + own.length } : piece
}

/** Is the value the panel's, so that a later line with the same label belongs to the log around it? */
function isPanels(name: string, value: Piece | undefined): boolean {
  if (!value) return false
  if (name === 'User') return value.text.startsWith('arn:')
  return name === 'Context' && /\bpolic(?:y|ies)\b|\bboundary\b|not activated/.test(value.text)
}

const nameOf = (mark: RegExpExecArray): string => mark[1] ?? mark[2] ?? ''

/** The first line of the value, without brackets and the button's word. */
function labelValue(text: string, from: number, to: number): Piece | undefined {
  const piece = pieceBetween(text, from, to)
  if (!piece) return undefined
  const line = text.slice(piece.from, piece.to).split('\n', 1)[0] ?? ''
  const bare = line.replace(copyButton, '')
  const bracketed = /^\[(.*)\]$/.exec(bare)
  const start = bracketed ? piece.from + 1 : piece.from
  return pieceBetween(text, start, start + (bracketed?.[1] ?? bare).length)
}

function actionOf(service: Piece | undefined, action: Piece | undefined): Piece | undefined {
  if (!action || action.text.includes(':') || !service || !/^[a-z0-9-]+$/.test(service.text))
    return action?.text.includes(':') ? action : undefined
  return { ...action, text: `${service.text}:${action.text}` }
}
