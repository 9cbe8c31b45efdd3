// Requests that can exist: parts of a request that depend on each other are brought into line, or the request is given up.
import type { ContextInput, Request } from '../evaluate/index.ts'
import { accountIn, isAccountId, readCaller, splitArn } from '../iam/index.ts'

/** Is the resource in the caller's account or in another one? */
export type Place = 'same-account' | 'cross-account'

const accounts = ['444455556666', '555566667777'] as const

/** The same request in forms that can exist in this place, the closest one first. None where its parts contradict each other. */
export function consistentRequests(request: Request, place: Place): readonly Request[] {
  const withOwner = ownedBy(withoutAbsent(withCallersKeys(request)))
  const caller = readCaller(request.principal)?.account
  const placed = place === 'same-account' ? inOneAccount(withOwner, caller) : inTwoAccounts(withOwner, caller)
  return placed.map(withCallersId).flatMap(inOneRegion).filter(isPossible)
}

/** Calls about something in a Region are usually made in that Region. */
function inOneRegion(request: Request): readonly Request[] {
  const region = textOf(request, 'aws:requestedregion')
  const parts = splitArn(request.resource)
  if (region === undefined || !parts || parts[3] === '' || parts[3] === region || !/^[a-z]+(-[a-z]+)+-\d$/.test(region))
    return [request]
  return [{ ...request, resource: parts.with(3, region).join(':') }, request]
}

/** Keys that AWS fills in from the caller. */
const callerKeys: ReadonlySet<string> = new Set(['aws:username', 'aws:principalarn', 'aws:principalaccount'])

/** Where a policy variable was given the caller's name, ARN, or account, the caller becomes one that has it. */
function withCallersKeys(request: Request): Request {
  const [name, arn, account] = [...callerKeys].map((key) => textOf(request, key))
  let { principal } = request
  const caller = readCaller(principal)
  const isUser = caller?.kind === 'user' || caller?.kind === 'role-session' || caller?.kind === 'role'
  if (arn !== undefined && isUser && readCaller(arn)) principal = arn
  else if (name !== undefined && isUser && /^[\w+=,.@-]{1,64}$/.test(name))
    principal = `arn:${caller.partition}:iam::${caller.account ?? accounts[0]}:user/${name}`
  else if (isAbsent(request, 'aws:username') && caller?.kind === 'user')
    principal = `arn:${caller.partition}:sts::${caller.account ?? accounts[0]}:assumed-role/some-role/session`
  if (account !== undefined && isAccountId(account)) principal = movedTo(principal, account)
  const context = Object.entries(request.context ?? {}).filter(([key]) => !callerKeys.has(key.toLowerCase()))
  return { ...request, principal, context: Object.fromEntries(context) }
}

const isAbsent = ({ context = {} }: Request, key: string): boolean => context[key] === null

/** Keys that are said to be absent are left out, so that AWS's own values take their place. */
const withoutAbsent = (request: Request): Request => ({
  ...request,
  context: Object.fromEntries(Object.entries(request.context ?? {}).filter(([, value]) => value !== null)),
})

/** The resource's owner according to the context or the ARN, with the ARN changed to match. */
function ownedBy(request: Request): Request {
  const told = ownerIn(request)
  const named = accountIn(request.resource)
  if (told === undefined) return named === undefined ? request : { ...request, resourceAccount: named }
  const owner = isAccountId(told) ? told : (named ?? accounts[0])
  const context = isAccountId(told) ? request.context : mapKeys(request.context, ownerKeys, owner)
  return { ...request, context, resource: movedTo(request.resource, owner), resourceAccount: owner }
}

const ownerKeys: ReadonlySet<string> = new Set(['aws:resourceaccount', 's3:resourceaccount'])

const ownerIn = (request: Request): string | undefined => [...ownerKeys].flatMap((key) => textOf(request, key) ?? [])[0]

function mapKeys(context: Request['context'], keys: ReadonlySet<string>, value: ContextInput): Request['context'] {
  const entries = Object.entries(context ?? {})
  return Object.fromEntries(entries.map(([key, old]) => [key, keys.has(key.toLowerCase()) ? value : old]))
}

function textOf({ context = {} }: Request, wanted: string): string | undefined {
  const found = Object.entries(context).find(([key]) => key.toLowerCase() === wanted)?.[1]
  return typeof found === 'string' ? found : undefined
}

/** An ARN with an account in another account. ARNs without one, as of S3, stay as they are. */
function movedTo(arn: string, account: string): string {
  const parts = splitArn(arn)
  return parts && isAccountId(parts[4]) ? parts.with(4, account).join(':') : arn
}

function inOneAccount(request: Request, caller: string | undefined): readonly Request[] {
  const { resourceAccount: owner } = request
  // Services and anonymous callers are in no account.
  if (caller === undefined || owner === caller) return [request]
  if (owner === undefined) return [{ ...request, resourceAccount: caller }]
  const callerMoved = { ...request, principal: movedTo(request.principal, owner) }
  if (ownerIn(request) !== undefined) return [callerMoved]
  return [callerMoved, { ...request, resource: movedTo(request.resource, caller), resourceAccount: caller }]
}

function inTwoAccounts(request: Request, caller: string | undefined): readonly Request[] {
  const { resourceAccount: owner } = request
  // Services and anonymous callers are in no account, but an RCP of the resource's account counts for them, too.
  if (caller === undefined)
    return owner === undefined ? accounts.map((account) => ({ ...request, resourceAccount: account })) : [request]
  if (owner !== undefined && owner !== caller) return [request]
  const other = accounts.find((account) => account !== caller) ?? accounts[0]
  if (owner === undefined) return [{ ...request, resourceAccount: other }]
  const callerMoved = { ...request, principal: movedTo(request.principal, other) }
  if (ownerIn(request) !== undefined) return [callerMoved]
  return [{ ...request, resource: movedTo(request.resource, other), resourceAccount: other }, callerMoved]
}

/**
 * aws:userid holds the session's name behind a colon for role sessions, and no colon for users: the caller becomes one that fits.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
function withCallersId(request: Request): Request {
  const id = textOf(request, 'aws:userid')
  const caller = readCaller(request.principal)
  if (id === undefined || !caller) return request
  const [, unique = '', told] = /^([^:]+):(.*)$/.exec(id) ?? []
  if (told === undefined) return request
  // Where a pattern ends in a star, the shortest match has no session name.
  const session = told === '' ? 'session' : told
  if (!/^[\w+=,.@-]{2,64}$/.test(session)) return request
  const { account, partition, kind, name } = caller
  if (account === undefined || (kind !== 'role-session' && kind !== 'role' && kind !== 'user')) return request
  const role = kind === 'user' ? 'some-role' : name
  const context = mapKeys(request.context, new Set(['aws:userid']), `${unique}:${session}`)
  return { ...request, context, principal: `arn:${partition}:sts::${account}:assumed-role/${role}/${session}` }
}

/** Do the parts of a request that depend on each other fit together? */
function isPossible(request: Request): boolean {
  return callerFitsId(request) && sourceFitsAccount(request) && networkFits(request) && ownerFits(request)
}

function callerFitsId(request: Request): boolean {
  const id = textOf(request, 'aws:userid')
  const caller = readCaller(request.principal)
  if (id === undefined || !caller) return true
  switch (caller.kind) {
    case 'anonymous':
      return id === 'anonymous'
    case 'root':
      return id === caller.account
    case 'role-session':
      return id.endsWith(`:${caller.session ?? ''}`)
    case 'user':
      return !id.includes(':')
    default:
      return caller.kind !== 'service'
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html: the account of the source's ARN, where it names one, is the source's account. */
function sourceFitsAccount(request: Request): boolean {
  const arn = textOf(request, 'aws:sourcearn')
  const account = textOf(request, 'aws:sourceaccount')
  const named = arn === undefined ? undefined : accountIn(arn)
  return named === undefined || account === undefined || named === account
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip: not present through a VPC endpoint. */
const networkFits = (request: Request): boolean =>
  textOf(request, 'aws:sourceip') === undefined ||
  (textOf(request, 'aws:sourcevpce') === undefined && textOf(request, 'aws:sourcevpc') === undefined)

/** The keys about the owner, the ARN, and the owner that the request is placed under are one account. */
function ownerFits(request: Request): boolean {
  const told = [ownerIn(request), textOf(request, 's3:resourceaccount'), accountIn(request.resource)]
  const owners = new Set([...told, request.resourceAccount].filter((account) => account !== undefined))
  return owners.size <= 1
}
