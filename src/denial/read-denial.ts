import { assemble, fromDecoded } from './assemble.ts'
import { readConsoleLabels } from './console-labels.ts'
import type { Denial, DenialKind } from './denial.ts'
import { readEncoded } from './encoded.ts'
import { readDocuments } from './event-documents.ts'
import type { Event } from './events.ts'
import { type Flat, flatten } from './flatten.ts'
import { hardBreaks } from './hard-breaks.ts'
import { credentialProblems, type LookAlike, otherErrors, otherSystems, s3Compatible } from './look-alikes.ts'
import { type Message, readMessages } from './message.ts'
import { isOperation } from './operation-services.ts'
import { inOneLine } from './piece.ts'
import { isPlainRefusal, isRefusal, isRefusalOfAws } from './refusal-words.ts'

/** Reads what a pasted text says was denied: the first denial, where it holds several. Never throws; takes time linear in the text. */
export function readDenial(text: string): Denial {
  const denial = read(text, flatten(text))
  const breaks = hardBreaks(text)
  if (!breaks) return denial
  const rejoined = read(text, flatten(text, breaks))
  return saysMore(rejoined, denial) ? rejoined : denial
}

/** Does the text say more with its lines joined? In words that were whole before, joining only destroys. */
function saysMore(joined: Denial, plain: Denial): boolean {
  // What was known for another thing by its words is one, unless a whole message comes out.
  if (plain.insteadOf !== undefined && joined.action === undefined) return false
  const more = completeness(joined) - completeness(plain)
  if (more !== 0) return more > 0
  if (joined.kind !== plain.kind) return joined.kind === 'encoded-authorization-failure'
  const isSpaced = /\s/.test(plain.principal ?? '') && !/\s/.test(joined.principal ?? '')
  const names = [
    isSpaced,
    grows(plain.action, joined.action) && !isWhole(plain.action, joined.action),
    grows(plain.principal, joined.principal),
    grows(plain.resource, joined.resource),
  ]
  const id = joined.requestId !== plain.requestId
  if (id && !uuid.test(joined.requestId ?? '')) return false
  return id || names.includes(true) || grows(plain.policyArn, joined.policyArn)
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Does the longer one go on where the shorter was cut, with what a name may hold? Not with the next line's bullet or its first word. */
function grows(shorter: string | undefined, longer: string | undefined): boolean {
  if (shorter === undefined || longer === undefined || !longer.startsWith(shorter)) return false
  return /^(?!\.[A-Z])(?=.*[A-Za-z0-9/])[\w/:.+=,@*-]+$/.test(longer.slice(shorter.length))
}

/** An action that is known as it stands goes on, if at all, with a word in capitals or in the plural: no "GetObjectcaused". */
function isWhole(shorter: string | undefined, longer: string | undefined): boolean {
  const operation = shorter?.split(':')[1] ?? ''
  const rest = longer?.slice(shorter?.length) ?? ''
  return isOperation(operation) && !/^(?:[A-Z]|s$)/.test(rest)
}

function completeness({ kind, ...denial }: Denial): number {
  if (kind === 'not-authorization') return 0
  const { principal, principalType, accountId, action, actionDerived, resource, effect, policyType, policyArn } = denial
  const fields = [principal, principalType, accountId, action ?? actionDerived, resource, effect, policyType, policyArn]
  return 1 + fields.filter((field) => field !== undefined).length
}

function read(text: string, flat: Flat): Denial {
  const { decoded, event } = readDocuments(text, flat.text)
  if (decoded) return fromDecoded(decoded, flat)
  const messages = readMessages(flat.text)
  if (event) return ofEvent(event, flat, messages)
  return ofMessage(flat, readConsoleLabels(flat.text) ?? messages[0])
}

/** The denial of an event; `messages` are those of the text that it stands in. */
export function ofEvent(event: Event, flat: Flat, messages: readonly Message[]): Denial {
  const message = messageOf(event, messages)
  const mayBeEncoded = event.errorMessage === undefined || /encoded\s+authorization/i.test(event.errorMessage)
  const encoded = mayBeEncoded ? readEncoded(flat.text) : undefined
  if (encoded) return assemble(flat, { kind: 'encoded-authorization-failure', message, encoded, event })
  // An event that was cut off before its error still says "not authorized" in the text.
  if (event.denied || message)
    return assemble(flat, { kind: 'access-denied', message, event: { ...event, denied: true } })
  if (!event.isCredentialProblem) return assemble(flat, { kind: 'not-authorization', event })
  return assemble(flat, { kind: 'credential-problem', event, lookAlike: find(credentialProblems, flat.text) })
}

/** The message that stands in this event's error, not in another's; with the error cut off, the first. */
function messageOf({ errorMessage }: Event, messages: readonly Message[]): Message | undefined {
  if (errorMessage === undefined) return messages[0]
  const has = (piece: { readonly text: string } | undefined): boolean => !piece || errorMessage.includes(piece.text)
  const whole = messages.find((message) => message.action && has(message.action) && has(message.principal))
  // A line break inside of the JSON string cuts the error off before its action.
  const isCut = !whole && /is\s+not\s*(?:authorized[^:]{0,40}:?\s*)?$/i.test(errorMessage)
  return isCut ? messages.find(({ principal }) => principal && has(principal)) : whole
}

/** The denial of a text that holds no JSON document; `message` is the one that counts. */
export function ofMessage(flat: Flat, message: Message | undefined): Denial {
  const encoded = readEncoded(flat.text)
  if (encoded) return assemble(flat, { kind: 'encoded-authorization-failure', message, encoded })
  if (message?.isForeign) return assemble(flat, { kind: 'not-authorization', lookAlike: find(otherSystems, flat.text) })
  if (message?.action) return assemble(flat, { kind: 'access-denied', message })
  // "Not authorized to perform" without an action is said by other systems too.
  const words = inOneLine(flat.text)
  const other = message ? (message.principal ? undefined : find(otherSystems, words)) : lookAlike(words)
  if (other) return assemble(flat, { kind: other.kind, lookAlike: other })
  const isDenied = message !== undefined || isRefusal(withoutStatementIds(words))
  return assemble(flat, { kind: isDenied ? 'access-denied' : 'not-authorization', message })
}

/** Statements of policies are named after what they deny: such a name is no refusal. */
const withoutStatementIds = (text: string): string =>
  text.replace(/"(?:Sid|statementId)"\s{0,9}:\s{0,9}"[^"\n]{0,200}"/g, '""')

/** What a text without a message of AWS is instead of a refusal: other systems first, because they use AWS's words too. */
function lookAlike(text: string): LookAlike | undefined {
  return (
    find(s3Compatible, text) ??
    (isRefusalOfAws(text) ? undefined : find(otherSystems, text)) ??
    find(credentialProblems, text) ??
    (isPlainRefusal(text) ? undefined : find(otherErrors, text))
  )
}

const find = (kinds: readonly LookAlike[], text: string): LookAlike | undefined =>
  kinds.find(({ pattern, unless }) => pattern.test(text) && unless?.test(text) !== true)

const counted: ReadonlySet<DenialKind> = new Set([
  'access-denied',
  'encoded-authorization-failure',
  'credential-problem',
])

/** Is this kind of answer counted as a denial in logs? */
export const isCounted = (kind: DenialKind): boolean => counted.has(kind)
