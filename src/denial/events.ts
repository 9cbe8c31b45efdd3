import { type JsonNode, type JsonObject, member, readJson } from '../text/index.ts'

/** What a CloudTrail event tells, denied or not. */
export interface Event {
  readonly denied: boolean
  readonly principal: string | undefined
  readonly eventSource: string | undefined
  readonly eventName: string | undefined
  readonly errorMessage: string | undefined
  readonly requestId: string | undefined
  readonly context: ReadonlyMap<string, string | readonly string[]>
}

/** What `sts decode-authorization-message` gives. */
export interface Decoded {
  readonly principal: string | undefined
  readonly action: string | undefined
  readonly resource: string | undefined
  readonly explicitDeny: boolean
  readonly sourcePolicyType: string | undefined
  readonly context: ReadonlyMap<string, string | readonly string[]>
}

/** Files larger than this are not read as one JSON value here. */
const longest = 5_000_000

/** The JSON in a text: from its first bracket on; an event that was cut out of its braces gets them back. */
export function jsonIn(text: string): JsonNode | undefined {
  if (text.length > longest) return undefined
  const start = text.search(/[{["]/)
  if (start < 0) return undefined
  const cut = text[start] === '"' && /^"\w+"\s*:/.test(text.slice(start, start + 80))
  return readJson(cut ? `{${text.slice(start)}` : text.slice(start)).value
}

/** Every object in a JSON value, strings that hold JSON of their own looked into once. */
export function* objectsIn(node: JsonNode, depth = 0): Generator<JsonObject> {
  if (node.kind === 'object') {
    yield node
    for (const { value } of node.members) yield* objectsIn(value, depth)
  } else if (node.kind === 'array') {
    for (const item of node.items) yield* objectsIn(item, depth)
  } else if (node.kind === 'string' && depth < 3 && /^\s*[{[]/.test(node.value)) {
    const inner = readJson(node.value).value
    if (inner) yield* objectsIn(inner, depth + 1)
  }
}

/** Reads an object as a CloudTrail event; undefined where it is none. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export function readEvent(node: JsonObject): Event | undefined {
  const identity = member(node, 'userIdentity')
  const [eventSource, eventName] = [textOf(node, 'eventSource'), textOf(node, 'eventName')]
  if (identity?.kind !== 'object' || (!eventName && !textOf(node, 'eventVersion'))) return undefined
  const errorMessage = textOf(node, 'errorMessage')
  const error = `${textOf(node, 'errorCode') ?? ''} ${errorMessage ?? ''}`
  const issuer = member(member(identity, 'sessionContext'), 'sessionIssuer')
  return {
    denied: /access ?denied|unauthorized|not authorized|forbidden/i.test(error),
    principal: textOf(identity, 'arn') ?? textOf(issuer, 'arn') ?? textOf(identity, 'invokedBy'),
    eventSource,
    eventName,
    errorMessage,
    requestId: textOf(node, 'requestID'),
    context: eventContext(node, identity),
  }
}

/** Condition keys that an event gives away. */
function eventContext(node: JsonObject, identity: JsonNode): Event['context'] {
  const attributes = member(member(identity, 'sessionContext'), 'attributes')
  const address = textOf(node, 'sourceIPAddress')
  const isAddress = address !== undefined && /^[\d.]+$|:/.test(address)
  const pairs: readonly (readonly [key: string, value: string | undefined])[] = [
    ['aws:SourceIp', isAddress ? address : undefined],
    ['aws:UserAgent', textOf(node, 'userAgent')],
    ['aws:RequestedRegion', textOf(node, 'awsRegion')],
    ['aws:SourceVpce', textOf(node, 'vpcEndpointId')],
    ['aws:MultiFactorAuthPresent', textOf(attributes, 'mfaAuthenticated')],
  ]
  return new Map(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])))
}

/** Reads an object as a decoded authorization message; undefined where it is none. https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export function readDecoded(node: JsonObject): Decoded | undefined {
  const explicitDeny = member(node, 'explicitDeny')
  const context = member(node, 'context')
  if (explicitDeny?.kind !== 'boolean' || !(context || member(node, 'matchedStatements'))) return undefined
  const principal = member(context, 'principal')
  const [statement] = itemsOf(member(node, 'matchedStatements'))
  return {
    principal: textOf(principal, 'arn') ?? textOf(principal, 'id'),
    action: textOf(context, 'action'),
    resource: textOf(context, 'resource'),
    explicitDeny: explicitDeny.value,
    sourcePolicyType: textOf(statement, 'sourcePolicyType'),
    context: new Map(itemsOf(member(context, 'conditions')).flatMap(conditionOf)),
  }
}

function conditionOf(node: JsonNode): readonly (readonly [string, string | readonly string[]])[] {
  const key = textOf(node, 'key')
  const values = itemsOf(member(node, 'values')).flatMap((value) => textOf(value, 'value') ?? [])
  const [first] = values
  return key && first !== undefined ? [[key, values.length > 1 ? values : first]] : []
}

const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] => {
  const items = member(node, 'items')
  return items?.kind === 'array' ? items.items : []
}

function textOf(node: JsonNode | undefined, key: string): string | undefined {
  const value = member(node, key)
  if (value?.kind === 'string') return value.value
  return value?.kind === 'number' || value?.kind === 'boolean' ? String(value.value) : undefined
}
