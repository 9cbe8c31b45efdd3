import { type Piece, pieceBetween, trimEnd } from './piece.ts'

/** Words by which AWS and its tools refuse without saying who and what. Each alone is enough. */
const refusals: readonly RegExp[] = [
  /access[\s_-]?denied|AccessDenied/i,
  /UnauthorizedOperation|UnauthorizedAccess|AuthorizationError|NotAuthorized/,
  /not\s+authorized\s+to\s+perform/i,
  /ServiceLinkedRoleCreationNotPermitted/,
  /\b(?:api error|StatusCode:?|Status Code:?|status:|HTTP|error:?|occurred)\s*\(?403\b/i,
  /\b403\)?\s*[:-]?\s*Forbidden|Forbidden: (?:null|Forbidden)|httpStatusCode: 403/i,
  /do(?:n['’]t| not)\s+have\s+(?:the\s+)?permissions?\s+to/i,
  /do(?:n['’]t| not)\s+have\s+access\s+to\s+the\s+model/i,
  /role\s+does\s+not\s+have\s+(?:sufficient\s+)?permissions/i,
  /not enabled for cost explorer access|access not activated/i,
  /Insufficient Lake Formation permission/i,
  /cannot be assumed by|Roles? may not be assumed/i,
  /not allowed to access/i,
  /Access to the resource \S{1,500} is denied/i,
]

/** Does the text refuse in any of these ways? */
export const isRefusal = (text: string): boolean => refusals.some((pattern) => pattern.test(text))

/** Where such a text names what was refused. */
const resources: readonly RegExp[] = [
  /Access to the resource (\S{1,500}) is denied/i,
  /Insufficient Lake Formation permission\(s\):?(?: Required [\w, ]{1,80})? on ([\w./-]{1,200})/i,
]

/** The resource that such a text names, if it does. */
export function refusedResource(text: string): Piece | undefined {
  for (const pattern of resources) {
    const found = pattern.exec(text)
    if (!found?.[1]) continue
    const from = found.index + found[0].indexOf(found[1])
    const piece = pieceBetween(text, from, from + found[1].length)
    return piece && trimEnd(piece)
  }
  return undefined
}

/** CloudFormation and the CDK put "API: service:Action" before the message. */
export function apiPrefix(text: string): Piece | undefined {
  const found = /\bAPI: ([a-z0-9-]{1,40}:[A-Za-z0-9]{1,100})/.exec(text)
  return found?.[1] ? pieceBetween(text, found.index + 5, found.index + found[0].length) : undefined
}
