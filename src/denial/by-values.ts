import type { Candidate, Doubt } from './denial.ts'
import { deniedInWords } from './languages.ts'
import type { Message } from './message.ts'
import { actionsLike } from './misread.ts'
import { isOperation } from './operation-services.ts'
import { type Piece, pieceBetween, trimEnd } from './piece.ts'
import { readReason } from './reason.ts'
import type { Spotted } from './spotter.ts'

/** Values of a text without a sentence that can be read, and whether the text denies something in another way. */
export interface ByValues {
  readonly message: Message
  readonly isDenied: boolean
  readonly candidate: Candidate
  readonly doubts: readonly Doubt[]
}

/** A browser that translates puts blanks into ARNs: "sts: :123456789012". Screenshots change letters and marks: "arn:aws:iarn;:". */
const caller =
  /\b(?:arn|am)[:;][ ]?aws[\w-]*[:;][ ]?(?:iam|sts|iarn|[lj1|]am|5ts)[:;][ ]?[:;][ ]?[\w*<>-]{1,20}[:;][ ]?(?:(?:user|assumed-role|role|federated-user)\/[\w+=,.@/-]{1,300}|root\b)/
export const valueHints: readonly RegExp[] = [caller]
/** Screenshots put a blank behind the colon: looked for only where no action stands without one. */
const actions = [
  /(?<![\w:;/-])([a-z0-9][a-z0-9-]{1,40})[:;]([a-z][A-Za-z0-9]{2,80})\b(?![:;/])/gi,
  /(?<![\w:;/-])([a-z0-9][a-z0-9-]{1,40}): ([A-Z][A-Za-z0-9]{2,80})\b(?![:/])/gi,
]
/** An action this far from the caller belongs to another sentence. */
const reach = 600
const policyDocument = /["'](?:Statement|Effect)["']\s?:/

/**
 * Reads a caller and an action that are close together, whatever the words between them: translated pages and screenshots keep ARNs and
 * actions. Undefined if the text has none. AWS's English reason, or a translated "access denied", makes the text a denial.
 */
export function readByValues(text: string, spotted: Spotted): ByValues | undefined {
  const found = spotted.mayHave(caller) ? caller.exec(text) : null
  if (!found || policyDocument.test(text)) return undefined
  const end = found.index + found[0].length
  const from = Math.max(0, found.index - reach)
  const named = actionIn(text, from, end + reach, found.index, end)
  if (!named) return undefined
  const principal = compact(text, found.index, end)
  const behind = resourceBehind(text, Math.max(named.to, end))
  // Many texts give their message twice: the caller again isn't what was asked for.
  const resource = behind?.piece.text === principal.piece.text ? undefined : behind
  const reason = readReason(text, from, end + 2 * reach)
  return {
    message: { principal: principal.piece, action: named, resource: resource?.piece, reason },
    isDenied: reason.effect !== undefined || deniedInWords.test(text),
    candidate: { principal: principal.piece.text, action: named.text, resource: resource?.piece.text },
    doubts: [
      ...(principal.isSpaced ? [doubt('principal', text.slice(found.index, end), principal.piece.text)] : []),
      ...(resource?.isSpaced ? [doubt('resource', resource.written, resource.piece.text)] : []),
    ],
  }
}

const doubt = (field: 'principal' | 'resource', read: string, instead: string): Doubt => ({
  field,
  read,
  instead: [instead],
  because: 'blank',
})

/** The first known action outside of the caller's ARN. */
function actionIn(text: string, from: number, to: number, start: number, end: number): Piece | undefined {
  const stretch = text.slice(from, to)
  for (const match of actions.flatMap((action) => [...stretch.matchAll(action)])) {
    const at = from + match.index
    const [whole, , name = ''] = match
    const written = whole.replace(/ /g, '')
    if ((at >= start && at < end) || (!isOperation(name) && actionsLike(written).length === 0)) continue
    return { text: written, from: at, to: at + whole.length }
  }
  return undefined
}

interface Compact {
  readonly piece: Piece
  readonly isSpaced: boolean
  readonly written: string
}

function compact(text: string, from: number, to: number): Compact {
  const written = text.slice(from, to)
  const bare = written.replace(/ /g, '')
  return { piece: { text: bare.replace(/[.,]$/, ''), from, to }, isSpaced: bare !== written, written }
}

const arn =
  /\b(?:arn|am)[:;][ ]?aws[\w-]*[:;][ ]?[\w-]{2,40}[:;][ ]?[\w-]{0,30}(?:- \d)?[:;][ ]?[\w*<>-]{0,20}[:;][ ]?[^\s"'`<>，。；、」』（）]{1,400}/g

/** The next ARN is what was asked for. */
function resourceBehind(text: string, from: number): Compact | undefined {
  arn.lastIndex = from
  const found = arn.exec(text.slice(0, from + reach))
  if (!found) return undefined
  const whole = compact(text, found.index, found.index + found[0].length)
  const piece = pieceBetween(text, found.index, found.index + found[0].length)
  const bare = piece && trimEnd({ ...whole.piece })
  return bare ? { ...whole, piece: bare } : undefined
}
