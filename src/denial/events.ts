import type { MatchedDeny } from './denial.ts'
import { eventContext } from './event-context.ts'
import { fieldOf, itemsOf, type Tree, textOf } from './json-tree.ts'
import { credentialProblems } from './look-alikes.ts'
import { actionOfOperation } from './operations.ts'
import { eventOfOcsf } from './records/ocsf.ts'
import { resourceOfEvent } from './resource-clues.ts'

/** What a CloudTrail event tells, denied or not. */
export interface Event {
  readonly denied: boolean
  /** It failed because of the credentials, not of permissions. */
  readonly isCredentialProblem: boolean
  readonly principal: string | undefined
  /** The caller's account, also where no ARN is told (callers of other accounts). */
  readonly account: string | undefined
  readonly eventSource: string | undefined
  readonly eventName: string | undefined
  readonly errorMessage: string | undefined
  /** What the request was about, as its parameters say. */
  readonly resource: string | undefined
  /** A VPC endpoint's policy denied it. */
  readonly isByEndpoint: boolean
  readonly requestId: string | undefined
  /** When, as AWS writes it (ISO 8601, UTC). */
  readonly time: string | undefined
  readonly context: ReadonlyMap<string, string | readonly string[]>
}

/** What `sts decode-authorization-message` gives. */
export interface Decoded {
  readonly principal: string | undefined
  readonly action: string | undefined
  readonly resource: string | undefined
  readonly explicitDeny: boolean
  readonly sourcePolicyType: string | undefined
  readonly matched: MatchedDeny | undefined
  readonly context: ReadonlyMap<string, string | readonly string[]>
}

const denial = /access ?denied|unauthorized|not authorized|forbidden/i

/** Reads an object as a CloudTrail event; undefined where it is none. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export function readEvent(written: Tree): Event | undefined {
  const tree = eventOfOcsf(written) ?? written
  const [eventSource, eventName] = [textOf(tree, 'eventSource'), textOf(tree, 'eventName')]
  const identity = fieldOf(tree, 'userIdentity')
  const hasIdentity = identity?.kind === 'object'
  if (!(hasIdentity ? eventName || textOf(tree, 'eventVersion') : eventName && eventSource)) return undefined
  const errorMessage = textOf(tree, 'errorMessage')
  const error = `${textOf(tree, 'errorCode') ?? ''} ${errorMessage ?? ''}`
  const denied = denial.test(error)
  return {
    denied,
    isCredentialProblem: !denied && error !== ' ' && credentialProblems.some(({ pattern }) => pattern.test(error)),
    principal: principalOf(identity),
    account: accountOf(identity),
    eventSource,
    eventName,
    errorMessage,
    resource: denied ? resourceOfEvent(tree, actionOfOperation(eventName ?? '', eventSource)) : undefined,
    isByEndpoint: /^VpceAccessDenied$/.test(textOf(tree, 'errorCode') ?? ''),
    requestId: textOf(tree, 'requestID'),
    time: textOf(tree, 'eventTime'),
    context: eventContext(tree),
  }
}

function principalOf(identity: Tree): string | undefined {
  const issuer = fieldOf(fieldOf(identity, 'sessionContext'), 'sessionIssuer')
  const named = textOf(identity, 'arn') || textOf(issuer, 'arn') || textOf(identity, 'invokedBy')
  return named || (textOf(identity, 'accountId')?.toLowerCase() === 'anonymous' ? 'anonymous' : undefined)
}

function accountOf(identity: Tree): string | undefined {
  const account = textOf(identity, 'accountId')
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined
}

/** Reads an object as a decoded authorization message; undefined where it is none. https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export function readDecoded(tree: Tree): Decoded | undefined {
  const explicitDeny = fieldOf(tree, 'explicitDeny')
  const context = fieldOf(tree, 'context')
  if (explicitDeny?.kind !== 'boolean' || !(isGiven(context) || isGiven(fieldOf(tree, 'matchedStatements'))))
    return undefined
  const principal = fieldOf(context, 'principal')
  const [statement] = itemsOf(fieldOf(tree, 'matchedStatements'))
  return {
    principal: textOf(principal, 'arn') ?? textOf(principal, 'id'),
    // People leave out the end, which has the context. A statement that is about one action and one resource tells as much.
    action: textOf(context, 'action') ?? onlyOf(statement, 'actions'),
    resource: textOf(context, 'resource') ?? onlyOf(statement, 'resources'),
    explicitDeny: explicitDeny.value,
    sourcePolicyType: textOf(statement, 'sourcePolicyType'),
    matched: explicitDeny.value ? matchedDeny(statement) : undefined,
    context: new Map(itemsOf(fieldOf(context, 'conditions')).flatMap(conditionOf)),
  }
}

function matchedDeny(statement: Tree): MatchedDeny | undefined {
  const sid = textOf(statement, 'statementId') || undefined
  const policy = textOf(statement, 'sourcePolicyId') || undefined
  const conditions = itemsOf(fieldOf(statement, 'conditions'))
    .flatMap(conditionOf)
    .map(([key, values]) => ({ key, values: [values].flat() }))
  return conditions.length === 0 && sid === undefined ? undefined : { sid, policy, conditions }
}

/** The only value of a list in a matched statement, unless it's a pattern. */
function onlyOf(statement: Tree, list: 'actions' | 'resources'): string | undefined {
  const [only, ...more] = itemsOf(fieldOf(statement, list)).flatMap((item) => textOf(item, 'value') ?? [])
  return only === undefined || more.length > 0 || /[*?]/.test(only) ? undefined : only
}

const isGiven = (tree: Tree): boolean => tree !== undefined && tree.kind !== 'null'

function conditionOf(tree: Tree): readonly (readonly [string, string | readonly string[]])[] {
  const key = textOf(tree, 'key')
  const values = itemsOf(fieldOf(tree, 'values')).flatMap((value) => textOf(value, 'value') ?? [])
  const [first] = values
  return key && first !== undefined ? [[key, values.length > 1 ? values : first]] : []
}
