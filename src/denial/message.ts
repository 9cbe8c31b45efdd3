import { type Piece, pieceBetween } from './piece.ts'
import { type Reason, readReason } from './reason.ts'
import { readResource } from './resource.ts'
import { readSubject } from './subject.ts'

/** What one "… is not authorized to perform …" says. */
export interface Message {
  readonly principal: Piece | undefined
  readonly action: Piece | undefined
  readonly resource: Piece | undefined
  readonly reason: Reason
}

const anchor = /\bnot\s{1,60}authorized\s{1,60}to\s{1,60}perform\b:?/gi
const action = /\s*["'`[]?([A-Za-z0-9-]{1,60}:[A-Za-z0-9*]{1,120}|null\b)/y
/** How far behind the action a reason may stand. */
const reach = 1500

/**
 * Every such sentence in the text, in order: subject, action, resource, reason.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readMessages(text: string): readonly Message[] {
  const anchors = [...text.matchAll(anchor)].slice(0, 500)
  return anchors.flatMap((found, i) => {
    const end = found.index + found[0].length
    const limit = Math.min(anchors[i + 1]?.index ?? text.length, end + reach)
    if (/^\s*this\s+(?:operation|action)/i.test(text.slice(end, end + 40))) return []
    return [readMessage(text, { start: found.index, end, limit })]
  })
}

function readMessage(text: string, { start, end, limit }: { start: number; end: number; limit: number }): Message {
  action.lastIndex = end
  const named = action.exec(text)
  const word = named?.[1] ?? ''
  const actionEnd = named ? end + named[0].length : end
  const { resource, end: behind } = readResource(text, skipQuote(text, actionEnd))
  return {
    principal: readSubject(text, start),
    action: word.includes(':') ? pieceBetween(text, actionEnd - word.length, actionEnd) : undefined,
    resource: resource && /^this\b/i.test(resource.text) ? undefined : resource,
    reason: readReason(text, behind, limit),
  }
}

const skipQuote = (text: string, at: number): number => (/["'`\]]/.test(text[at] ?? '') ? at + 1 : at)
