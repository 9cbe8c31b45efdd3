import { hasOperation, onlyOperationOf } from './operation-services.ts'
import { type Piece, pieceBetween } from './piece.ts'
import { type Reason, readReason } from './reason.ts'
import { readResource } from './resource.ts'
import type { Spotted } from './spotter.ts'
import { readSubject } from './subject.ts'

/** The contents of one "… is not authorized to perform …" message. */
export interface Message {
  readonly principal: Piece | undefined
  readonly action: Piece | undefined
  readonly resource: Piece | undefined
  readonly reason: Reason
  /** The action is written as no AWS action is: another cloud speaks. */
  readonly isForeign?: boolean
}

/** Products that call AWS for someone write "to perform action sts:AssumeRole". */
const anchor =
  /\bnot\s{1,60}authori[sz]ed\s{1,60}to\s{1,60}perform\b:?(?:\s{1,20}(?:the\s{1,20})?(?:action|operation)\b:?(?=\s{1,20}["'`]?[a-z][a-z0-9-]{1,40}:[a-z]))?/gi
export const messageHints: readonly RegExp[] = [anchor]
/** "service:Action", broken over lines behind a hyphen or the colon at most. AWS has one action with a hyphen: vpc-lattice:AssociateViaAWSService-EventsAndStates. Screenshots have "1am:" and "s3;". */
const action =
  /[\s"'`[*_<(]{0,40}?((?:[A-Za-z]|\d(?=[A-Za-z0-9-]{1,40}:[A-Z]))[A-Za-z0-9]{0,40}(?:-(?:\n\s{0,40})?[A-Za-z0-9]{1,40}){0,4}(?::|;(?=[A-Z]))(?:\n\s{0,40}| (?=[A-Z][A-Za-z]{2,80}\s{1,9}on\s{1,9}resource))?(?:[A-Za-z0-9]{1,120}(?:-[A-Z][A-Za-z0-9]{1,60})?(?:\*(?!\*))?|\*)|null\b)/y
/** Other clouds write "service:type:operation"; an ARN isn’t an action either. */
const isForeign = (text: string, from: number): boolean => /^:[A-Za-z]/.test(text.slice(from, from + 2))
/** How far behind the action a reason may stand. */
const reach = 1500

/**
 * Every such sentence in the text, in order: subject, action, resource, reason.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readMessages(text: string, spotted: Spotted): readonly Message[] {
  if (!spotted.mayHave(anchor)) return []
  const anchors = [...text.matchAll(anchor)].slice(0, 500)
  return anchors.flatMap((found, i) => {
    const end = found.index + found[0].length
    const limit = Math.min(anchors[i + 1]?.index ?? text.length, end + reach)
    if (/^\s*(?:this|the)\s+(?:requested\s+)?(?:operation|action)/i.test(text.slice(end, end + 50))) return []
    return [readMessage(text, { start: found.index, end, limit })]
  })
}

function readMessage(text: string, { start, end, limit }: { start: number; end: number; limit: number }): Message {
  action.lastIndex = end
  const named = action.exec(text)
  const word = named?.[1] ?? ''
  const actionEnd = named ? end + named[0].length : end
  const { resource, end: behind } = readResource(text, skipMarks(text, actionEnd))
  const piece = /[:;]/.test(word) ? pieceBetween(text, actionEnd - word.length, actionEnd) : undefined
  return {
    principal: readSubject(text, start),
    action: piece && whole({ ...piece, text: piece.text.replace(/\s/g, '') }, text.slice(actionEnd, actionEnd + 20)),
    isForeign: piece !== undefined && isForeign(text, actionEnd),
    resource: resource && !/^this\b/i.test(resource.text) ? resource : undefined,
    reason: readReason(text, behind, limit),
  }
}

/** What HTTP clients and logs write where they cut a text off: "(truncated...)" is Guzzle's. */
const cutOff = /^(?:\.{3}|…| ?[([]truncated\b)/

/** An action whose end was cut off is the only one that begins like that, or none. */
function whole(piece: Piece, behind: string): Piece | undefined {
  const [prefix = '', name = ''] = piece.text.split(':')
  if (!cutOff.test(behind) || hasOperation(prefix, name)) return piece
  const operation = onlyOperationOf(prefix, name)
  return operation === undefined ? undefined : { ...piece, text: `${prefix}:${operation}` }
}

/** Quotes, brackets and Markdown's stars behind an action, and "with Tags". */
function skipMarks(text: string, from: number): number {
  const found = /^["'`\]*_>)]{1,4}/.exec(text.slice(from, from + 4))
  const at = from + (found?.[0].length ?? 0)
  return at + (/^\s+with\s+tags?\b/i.exec(text.slice(at, at + 30))?.[0].length ?? 0)
}
