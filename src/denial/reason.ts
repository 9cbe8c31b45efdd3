import { type PolicyType, policyTypes } from '../iam/index.ts'
import { type Piece, pieceBetween, trimEnd } from './piece.ts'

/** Why AWS denied the request, as far as the message says. */
export interface Reason {
  readonly effect: 'explicit-deny' | 'implicit-deny' | undefined
  readonly policyType: PolicyType | undefined
  readonly policyArn: Piece | undefined
  readonly phrase: Piece | undefined
}

/** A message that gives none. */
export const noReason: Reason = { effect: undefined, policyType: undefined, policyArn: undefined, phrase: undefined }

/** The words for each policy type. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const kinds: Readonly<Record<PolicyType, RegExp>> = {
  identity: /^identity(?:-\s*|\s+)based\b/i,
  resource: /^resource(?:-\s*|\s+)based\b/i,
  'permissions-boundary': /^permissions?\s+boundar/i,
  scp: /^service\s+control\b/i,
  rcp: /^resource\s+control\b/i,
  session: /^sessions?\b/i,
  'vpc-endpoint': /^VPC\s+endpoint\b/i,
  trust: /^(?:role\s+)?trust\b/i,
}

const explicit =
  /(?:with|due\s+to)\s+an\s+explicit\s+deny(?:\s+in\s+(?:an?|the|any|one\s+or\s+more|multiple|some)\s+)?/i
const implicit =
  /(?:because|Context:|[:：])\*{0,2}\s*\[?\s*no\s+(?=identity|resource|permissions?\s|service\s|session|VPC|role\s|trust)/i
/** The console's reason without its label, which translations and copies lose. In prose it follows "if" or "there is". */
const consoleImplicit =
  /(?<!\b(?:if|when|where|while|unless|is|as|since|that)\s{1,9})\bno\s+(?=(?:(?:identity|resource)(?:-\s*|\s+)based|permissions?\s+boundary|(?:service|resource)\s+control|sessions?|VPC\s+endpoint)\s[a-z\- ]{0,20}allows\s+the\s)/i
const consoleExplicit =
  /(?<!\bor\s{1,20})\ban?\s+(?=(?:identity|resource)(?:-\s*|\s+)based|permissions?\s+boundary|(?:service|resource)\s+control|sessions?\s|VPC\s|role\s+trust)[a-z\- ]{4,40}explicitly\s+denies/i
const phrases = [
  { effect: 'explicit-deny', pattern: explicit },
  { effect: 'implicit-deny', pattern: implicit },
  { effect: 'implicit-deny', pattern: consoleImplicit },
  { effect: 'explicit-deny', pattern: consoleExplicit },
] as const
/** The longest phrase there is, with room for line breaks. */
const phraseLength = 120

/** Reads the reason from a stretch of the message. */
export function readReason(text: string, from: number, to: number): Reason {
  const stretch = text.slice(from, to)
  let first: { readonly effect: Reason['effect']; readonly match: RegExpExecArray } | undefined
  for (const { effect, pattern } of phrases) {
    const match = pattern.exec(stretch)
    if (match && (!first || match.index < first.match.index)) first = { effect, match }
  }
  if (!first) return noReason
  const { match, effect } = first
  const behind = match.index + (match[0].includes('explicitly') ? match[0].search(/\s\S/) + 1 : match[0].length)
  const words = stretch.slice(behind, behind + phraseLength)
  const policyType = policyTypes.find((type) => kinds[type].test(words))
  const phrase = pieceBetween(text, from + match.index, from + behind + (policyType ? phraseEnd(words) : 0))
  return { effect, policyType, policyArn: readPolicyArn(text, from + behind, to), phrase }
}

/** AWS's words for a Deny where a log or a report quotes them alone: "... explicit deny in a service control policy ...". */
export const quotedDeny = /\bexplicit\s{1,60}deny\s{1,60}in\s{1,60}(?:an?|the)\s{1,60}/i
/** A sentence about such a Deny that doesn't say that there is one. */
const supposed = /\b(?:no|not|without|any|if|whether|unless|n[’']t)\b[^.\n]{0,60}$/i

/** Reads the reason where only these words were quoted; none if they don't name a type of policy. */
export function readQuotedDeny(text: string): Reason {
  const found = quotedDeny.exec(text)
  if (!found || supposed.test(text.slice(Math.max(0, found.index - 80), found.index))) return noReason
  const behind = found.index + found[0].length
  const words = text.slice(behind, behind + phraseLength)
  const policyType = policyTypes.find((type) => kinds[type].test(words))
  if (policyType === undefined) return noReason
  const phrase = pieceBetween(text, found.index, behind + phraseEnd(words))
  return { effect: 'explicit-deny', policyType, policyArn: undefined, phrase }
}

function phraseEnd(words: string): number {
  const end = /\b(?:polic(?:y|ies)|boundary)\b/i.exec(words)
  return end ? end.index + end[0].length : 0
}

/**
 * "… policy: arn:aws:…:policy/p": since 2026 messages may name the policy that denied. S3 writes "… policy, with policy ARN: arn:…".
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
function readPolicyArn(text: string, from: number, to: number): Piece | undefined {
  const named =
    /^[A-Za-z\-\s]{0,60}?(?:policy|boundary)\*{0,2}\s*(?:,\s*with\s+policy\s+ARN\s*)?:\s*["'`“*]{0,3}(?=arn:)/i.exec(
      text.slice(from, Math.min(to, from + 200)),
    )
  if (!named) return undefined
  const start = from + named[0].length
  const end = /[\s"'`”]|<\/|$/.exec(text.slice(start, start + 2000))
  const piece = pieceBetween(text, start, start + (end?.index ?? 0))
  return piece && trimEnd(piece)
}
