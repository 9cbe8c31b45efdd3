import type { Message } from './message.ts'
import { type Piece, pieceBetween } from './piece.ts'
import { readReason } from './reason.ts'

/** The lines that the console offers to copy. Order and presence vary; values may stand in brackets. */
const label =
  /(?:(?<![A-Za-z])(User|Service|Name|HTTP status code|Request ID)|(Action|On resource\(s\)|Context|Service(?=:\s?\[?[a-z0-9-]{1,40}\]?Action:))):(?!:)\*{0,2}/g

/** Reads "User: … Service: … Action: … On resource(s): … Context: …"; undefined where the text has no such lines. */
export function readConsoleLabels(text: string): Message | undefined {
  if (!text.includes('Context:')) return undefined
  const marks = [...text.matchAll(label)].slice(0, 200)
  const names = new Set(marks.map(nameOf))
  if (!names.has('Context') || !(names.has('User') || names.has('Action'))) return undefined
  const values = new Map<string, Piece>()
  marks.forEach((mark, i) => {
    const start = mark.index + mark[0].length
    const value = labelValue(text, start, Math.min(marks[i + 1]?.index ?? text.length, start + 600))
    if (value) values.set(nameOf(mark), value)
  })
  const context = values.get('Context')
  return {
    principal: values.get('User'),
    action: actionOf(values.get('Service'), values.get('Action')),
    resource: values.get('On resource(s)'),
    // The phrase may be broken over lines.
    reason: context ? readReason(text, context.from - 9, context.from + 200) : readReason('', 0, 0),
  }
}

const nameOf = (mark: RegExpExecArray): string => mark[1] ?? mark[2] ?? ''

/** The first line of the value, without brackets and the button's word. */
function labelValue(text: string, from: number, to: number): Piece | undefined {
  const piece = pieceBetween(text, from, to)
  if (!piece) return undefined
  const line = text.slice(piece.from, piece.to).split('\n', 1)[0] ?? ''
  const bare = line.replace(/\s+Copy$/, '')
  const bracketed = /^\[(.*)\]$/.exec(bare)
  const start = bracketed ? piece.from + 1 : piece.from
  return pieceBetween(text, start, start + (bracketed?.[1] ?? bare).length)
}

function actionOf(service: Piece | undefined, action: Piece | undefined): Piece | undefined {
  if (!action || action.text.includes(':') || !service || !/^[a-z0-9-]+$/.test(service.text))
    return action?.text.includes(':') ? action : undefined
  return { ...action, text: `${service.text}:${action.text}` }
}
