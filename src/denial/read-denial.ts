import type { PolicyType } from '../iam/index.ts'
import type { Span } from '../text/index.ts'
import { readConsoleLabels } from './console-labels.ts'
import type { Denial, DenialField, DenialKind } from './denial.ts'
import { readEncoded } from './encoded.ts'
import { type Decoded, type Event, jsonIn, objectsIn, readDecoded, readEvent } from './events.ts'
import { type Flat, flatten } from './flatten.ts'
import { credentialProblems, type LookAlike, otherSystems } from './look-alikes.ts'
import { type Message, readMessages } from './message.ts'
import { actionOfOperation, derivedAction } from './operations.ts'
import type { Piece } from './piece.ts'
import { accountOf, principalTypeOf } from './principal-type.ts'
import { apiPrefix, isRefusal, refusedResource } from './refusal-words.ts'
import { readRequestId } from './request-id.ts'

/** Reads what a pasted text says was denied. Never throws; takes time linear in the text. */
export function readDenial(text: string): Denial {
  const flat = flatten(text)
  const json = /"(?:userIdentity|explicitDeny|eventSource|DecodedMessage)|userIdentity\\"/.test(text)
    ? (jsonIn(text) ?? jsonIn(flat.text))
    : undefined
  const documents = json ? firstDocuments(json, flat) : {}
  if (documents.decoded) return fromDecoded(documents.decoded, flat)
  const [first] = readMessages(flat.text)
  const message = readConsoleLabels(flat.text) ?? first
  const encoded = readEncoded(flat.text)
  if (encoded)
    return assemble(flat, { kind: 'encoded-authorization-failure', message, encoded, event: documents.event })
  if (documents.event)
    return assemble(flat, {
      kind: documents.event.denied ? 'access-denied' : 'not-authorization',
      message,
      event: documents.event,
    })
  return withoutDocument(flat, message)
}

function withoutDocument(flat: Flat, message: Message | undefined): Denial {
  if (message?.action?.text.includes(':')) return assemble(flat, { kind: 'access-denied', message })
  const other = otherSystems.find(({ pattern }) => pattern.test(flat.text))
  if (other && !message) return assemble(flat, { kind: other.kind, lookAlike: other })
  const credential = credentialProblems.find(({ pattern }) => pattern.test(flat.text))
  if (credential && !message) return assemble(flat, { kind: credential.kind, lookAlike: credential })
  return assemble(flat, { kind: message || isRefusal(flat.text) ? 'access-denied' : 'not-authorization', message })
}

/** The first decoded message, or the first event that was denied, or else the first event. */
function firstDocuments(
  json: NonNullable<ReturnType<typeof jsonIn>>,
  flat: Flat,
): { decoded?: Decoded; event?: Event } {
  let event: Event | undefined
  let seen = 0
  for (const node of objectsIn(json)) {
    const decoded = readDecoded(node)
    if (decoded) return { decoded }
    const read = readEvent(node)
    if (read?.denied) return { event: read }
    event ??= read
    if (++seen > 200_000) break
  }
  // An event that was cut off before its error still says "not authorized" in the text.
  if (event && readMessages(flat.text).length > 0) return { event: { ...event, denied: true } }
  return event ? { event } : {}
}

interface Found {
  readonly kind: DenialKind
  readonly message?: Message | undefined
  readonly encoded?: Piece | undefined
  readonly event?: Event | undefined
  readonly lookAlike?: LookAlike | undefined
}

const nothing: Message = {
  principal: undefined,
  action: undefined,
  resource: undefined,
  reason: { effect: undefined, policyType: undefined, policyArn: undefined, phrase: undefined },
}

function assemble(flat: Flat, { kind, message = nothing, encoded, event, lookAlike }: Found): Denial {
  const isDenial = kind === 'access-denied' || kind === 'encoded-authorization-failure'
  const action = message.action ?? (isDenial ? apiPrefix(flat.text) : undefined)
  const resource = message.resource ?? (isDenial ? refusedResource(flat.text) : undefined)
  const principal = message.principal?.text ?? event?.principal
  const requestId = readRequestId(flat.text)
  const { effect, policyType, policyArn, phrase } = message.reason
  return {
    kind,
    principal,
    principalType: principal === undefined ? undefined : principalTypeOf(principal),
    accountId: principal === undefined ? undefined : accountOf(principal),
    action: action?.text,
    actionDerived: action || kind === 'not-authorization' ? undefined : derive(flat.text, event),
    resource: resource?.text,
    effect,
    policyType,
    policyArn: policyArn?.text,
    encodedMessage: encoded?.text,
    requestId: event?.requestId ?? requestId?.text,
    context: event?.context ?? new Map(),
    insteadOf: lookAlike?.sentence ?? (event && !event.denied ? 'This CloudTrail event was not denied.' : undefined),
    spans: spansOf(flat, {
      principal: message.principal,
      action,
      resource,
      effect: phrase,
      policyArn,
      encodedMessage: encoded,
      requestId,
    }),
  }
}

const derive = (text: string, event: Event | undefined): string | undefined =>
  event?.eventName ? actionOfOperation(event.eventName, event.eventSource) : derivedAction(text)

function spansOf(flat: Flat, pieces: Readonly<Record<DenialField, Piece | undefined>>): ReadonlyMap<DenialField, Span> {
  const spans = new Map<DenialField, Span>()
  const fields: readonly DenialField[] = [
    'principal',
    'action',
    'resource',
    'effect',
    'policyArn',
    'encodedMessage',
    'requestId',
  ]
  for (const field of fields) {
    const piece = pieces[field]
    if (piece) spans.set(field, flat.origin(piece.from, piece.to))
  }
  return spans
}

const sourceTypes: readonly (readonly [pattern: RegExp, type: PolicyType])[] = [
  [/service control|SCP/i, 'scp'],
  [/resource control|RCP/i, 'rcp'],
  [/boundary/i, 'permissions-boundary'],
  [/session/i, 'session'],
  [/endpoint/i, 'vpc-endpoint'],
  [/^IAM policy/i, 'identity'],
]

function fromDecoded(decoded: Decoded, flat: Flat): Denial {
  const { principal, sourcePolicyType = '' } = decoded
  const place = (text: string | undefined): Piece | undefined => {
    const at = text ? flat.text.indexOf(text) : -1
    return text && at >= 0 ? { text, from: at, to: at + text.length } : undefined
  }
  const base = assemble(flat, {
    kind: 'decoded-authorization-message',
    message: {
      ...nothing,
      principal: place(principal),
      action: place(decoded.action),
      resource: place(decoded.resource),
    },
  })
  return {
    ...base,
    principal,
    principalType: principal === undefined ? undefined : principalTypeOf(principal),
    accountId: principal === undefined ? undefined : accountOf(principal),
    action: decoded.action,
    actionDerived: undefined,
    resource: decoded.resource,
    effect: decoded.explicitDeny ? 'explicit-deny' : 'implicit-deny',
    policyType: sourceTypes.find(([pattern]) => pattern.test(sourcePolicyType))?.[1],
    context: decoded.context,
  }
}
