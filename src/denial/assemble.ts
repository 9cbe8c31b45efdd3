import type { PolicyType } from '../iam/index.ts'
import type { Span } from '../text/index.ts'
import { answeringService } from './answering-service.ts'
import { readAuthorization } from './authorization-id.ts'
import type { Denial, DenialField, DenialKind } from './denial.ts'
import { deniedPrincipal, deniedReason, deniedResource, namedAction, reasonAction } from './denial-words.ts'
import type { Decoded, Event } from './events.ts'
import type { Flat } from './flat.ts'
import type { FlatText } from './flat-text.ts'
import { labelledCaller } from './labelled-caller.ts'
import type { LookAlike } from './look-alikes.ts'
import type { Message } from './message.ts'
import { actionOfOperation, derivedActions, describedActions } from './operations.ts'
import type { Piece } from './piece.ts'
import { accountOf, principalTypeOf } from './principal-type.ts'
import { noReason } from './reason.ts'
import { readRequestId } from './request-id.ts'
import { impliedResource, onlyArn } from './resource-clues.ts'
import { isUnsigned } from './s3-tools.ts'
import type { ReadSentence } from './sentences/index.ts'

/** What was found in a text, before it is put together. */
export interface Found {
  readonly kind: DenialKind
  readonly message?: Message | undefined
  readonly encoded?: Piece | undefined
  readonly event?: Event | undefined
  readonly lookAlike?: LookAlike | undefined
  readonly own?: ReadSentence | undefined
}

const nothing: Message = {
  principal: undefined,
  action: undefined,
  resource: undefined,
  reason: noReason,
}

/** Puts the parts of a denial together; what the message does not say, the event says. */
export function assemble(flat: FlatText, { kind, message = nothing, encoded, event, lookAlike, own }: Found): Denial {
  const isDenial = kind === 'access-denied' || kind === 'encoded-authorization-failure'
  const action =
    message.action ??
    own?.action ??
    (isDenial ? namedAction(flat.text, flat) : undefined) ??
    (isDenial && !event ? reasonAction(flat.text, flat) : undefined)
  const written = message.resource ?? own?.resource ?? (isDenial ? deniedResource(flat.text, flat) : undefined)
  const isOwnCall = own === undefined || own.sentence.caller.kind === 'caller'
  const named =
    message.principal ??
    own?.principal ??
    (isDenial && !message.action ? deniedPrincipal(flat.text, flat) : undefined) ??
    (isDenial && !event && isOwnCall ? labelledCaller(flat.text, flat) : undefined)
  const principal =
    named?.text ?? event?.principal ?? (isDenial && isUnsigned(flat.text, flat) ? 'anonymous' : undefined)
  const requestId = event?.requestId === undefined ? readRequestId(flat.text, flat) : placeOf(flat, event.requestId)
  const { effect, policyType, policyArn, phrase } =
    message === nothing && isDenial ? deniedReason(flat.text, flat) : message.reason
  const isOpen = action === undefined && kind !== 'not-authorization'
  const derived = !isOpen ? [] : own?.derived === undefined ? candidateActions(flat, event) : [own.derived]
  // What a tool says that it was doing isn't the name of an operation: it's asked about.
  const isUnnamed = isOpen && isDenial && derived.length === 0 && own === undefined && !event
  const service = isOpen && derived.length === 0 ? answeringService(flat.line, flat) : undefined
  const candidates = isUnnamed ? describedActions(flat.line, flat).filter(isOf(service)) : derived
  const implied =
    isDenial && (written === undefined || isHost(written))
      ? (event?.resource ??
        impliedResource(flat.text, action?.text ?? candidates[0], flat) ??
        (isOwnCall ? undefined : onlyArn(flat.text, action?.text ?? candidates[0])))
      : undefined
  const resource = implied === undefined ? written : undefined
  return {
    kind,
    principal,
    principalType: principal === undefined ? undefined : principalTypeOf(principal),
    accountId: principal === undefined ? event?.account : accountOf(principal),
    action: action?.text,
    actionDerived: derived.length === 1 ? derived[0] : undefined,
    actionCandidates: isUnnamed || candidates.length > 1 ? candidates : [],
    service: kind === 'access-denied' && candidates.length === 0 ? service : undefined,
    resource: resource?.text,
    impliedResource: implied,
    effect,
    policyType: policyType ?? (event?.isByEndpoint ? 'vpc-endpoint' : undefined) ?? own?.sentence.blames,
    policyArn: policyArn?.text,
    encodedMessage: encoded?.text,
    requestId: event?.requestId ?? requestId?.text,
    context: event?.context ?? new Map(),
    insteadOf: lookAlike?.sentence ?? (event && !event.denied ? 'This CloudTrail event was not denied.' : undefined),
    insteadTopic: lookAlike?.topic,
    sentence: own?.sentence,
    authorization: readAuthorization(flat.text, flat),
    recorded: undefined,
    matched: undefined,
    doubts: [],
    candidate: undefined,
    spans: spansOf(flat, {
      principal: named ?? placeOf(flat, event?.principal),
      action,
      resource,
      effect: phrase,
      policyArn,
      encodedMessage: encoded,
      requestId,
    }),
  }
}

/** An address without a path names a service, and nothing in it: "https://sqs.eu-west-1.amazonaws.com/". */
const isHost = ({ text }: Piece): boolean => /^https?:\/\/[^/\s]+\/?$/.test(text)

/** The service that answered denied an action of its own. */
const isOf =
  (service: string | undefined) =>
  (action: string): boolean =>
    service === undefined || action.startsWith(`${service}:`)

/** The place in the text of a value that was read from JSON. */
export function placeOf(flat: Flat, value: string | undefined): Piece | undefined {
  const from = value ? flat.text.indexOf(value) : -1
  return value && from >= 0 ? { text: value, from, to: from + value.length } : undefined
}

/** An event names its source, so its operation leaves no doubt. */
function candidateActions(flat: FlatText, event: Event | undefined): readonly string[] {
  if (!event?.eventName) return derivedActions(flat.line, flat)
  const action = actionOfOperation(event.eventName, event.eventSource)
  return action === undefined ? [] : [action]
}

const fields = ['principal', 'action', 'resource', 'effect', 'policyArn', 'encodedMessage', 'requestId'] as const

function spansOf(flat: Flat, pieces: Readonly<Record<DenialField, Piece | undefined>>): ReadonlyMap<DenialField, Span> {
  const spans = new Map<DenialField, Span>()
  for (const field of fields) {
    const piece = pieces[field]
    if (piece) spans.set(field, flat.origin(piece.from, piece.to))
  }
  return spans
}

const sourceTypes: readonly (readonly [pattern: RegExp, type: PolicyType])[] = [
  [/service[ _]control|SCP/i, 'scp'],
  [/resource[ _]control|RCP/i, 'rcp'],
  [/boundary/i, 'permissions-boundary'],
  [/session/i, 'session'],
  [/endpoint/i, 'vpc-endpoint'],
  [/^IAM policy/i, 'identity'],
]

/** A decoded message is complete by itself; the text only gives its place. */
export function fromDecoded(decoded: Decoded, flat: FlatText): Denial {
  const { principal, action, resource, sourcePolicyType = '' } = decoded
  const message = {
    ...nothing,
    principal: placeOf(flat, principal),
    action: placeOf(flat, action),
    resource: placeOf(flat, resource),
  }
  return {
    ...assemble(flat, { kind: 'decoded-authorization-message', message }),
    principal,
    principalType: principal === undefined ? undefined : principalTypeOf(principal),
    accountId: principal === undefined ? undefined : accountOf(principal),
    action,
    actionDerived: undefined,
    actionCandidates: [],
    resource,
    effect: decoded.explicitDeny ? 'explicit-deny' : 'implicit-deny',
    policyType: sourceTypes.find(([pattern]) => pattern.test(sourcePolicyType))?.[1],
    matched: decoded.matched,
    context: decoded.context,
  }
}
