import { type Piece, pieceBetween, trimEnd } from './piece.ts'
import type { Spotted } from './spotter.ts'

/**
 * "Principal: arn:…", "caller identity arn:…": who called, on a line of its own. A role's ARN is the caller's only where a label says so: it can
 * be what was to be assumed or passed, too.
 */
const label =
  /(?:^|[\n>|*•·-])[\s`*_"']{0,6}(?:the\s)?(?:(?:IAM\s)?(?:principal|caller|identity|user)(?:[ _]?(?:arn|identity))?|caller identity|(?:running|authenticated|logged in|signed in) as(?: caller identity)?|(?:assumed|current|my)[ _]role(?:[ _]?arn)?|userIdentity\.arn)["'`*_]{0,4}\s{0,3}(?:[:=]|\sis\s)?\s{0,4}["'`*<(]{0,4}(arn:aws[\w-]{0,10}:(?:iam|sts)::[\w*<>. -]{0,20}:(?:user|role|assumed-role|federated-user|root)[\w+=,.@/<>*-]{0,300})/gi

/** A row of a trail without its head: the caller, and behind it the service, the operation, and the code. */
const row =
  /(arn:aws[\w-]{0,10}:(?:iam|sts)::[\w*<>.-]{0,20}:(?:user|role|assumed-role|federated-user|root)[\w+=,.@/<>*-]{0,300})(?=["'\s|;][^\n]{0,120}?\.amazonaws\.com["'\s|,;]{1,40}[A-Z][A-Za-z0-9]{2,80}["'\s|,;]{1,40}(?:(?:Client|Server)\.)?(?:AccessDenied|UnauthorizedOperation))/g

export const labelHints: readonly RegExp[] = [label, row]

/** The caller that a label or a row names, for a denial whose message names none; undefined where they name several. */
export function labelledCaller(text: string, spotted: Spotted): Piece | undefined {
  if (!spotted.mayHave(label) && !spotted.mayHave(row)) return undefined
  let found: Piece | undefined
  for (const match of [...text.matchAll(label), ...text.matchAll(row)]) {
    const arn = match[1] ?? ''
    const to = match.index + match[0].length
    const whole = pieceBetween(text, to - arn.length, to)
    const piece = whole && trimEnd(whole)
    if (found && piece && piece.text !== found.text) return undefined
    found ??= piece
  }
  return found
}
