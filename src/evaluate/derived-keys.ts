import type { Caller } from '../iam/index.ts'
import { type Bearer, type KeyBearer, onlyRegionOf, presenceOf } from '../reference/index.ts'
import { absent, type ContextValue, single } from './context-value.ts'

/** What the keys that AWS fills in are derived from. */
export interface Known {
  readonly caller: Caller
  /** The two sides of the action's colon, in lower case. */
  readonly service: string
  readonly actionName: string
  readonly resourceAccount: string | undefined
}

/**
 * A key's value, derived from the caller and the resource: AWS fills in some keys itself, and a request like this never carries some others.
 * Undefined if the value can't be derived. The key is in lower case.
 */
export const derived = (key: string, known: Known): ContextValue | undefined =>
  presenceOf(key, keyBearer(known)) === 'absent' ? absent : derivations.get(key)?.(known)

/** Every derived key that has a value in this request, for people. */
export const derivedKeys = (known: Known): readonly { readonly key: string; readonly value: string }[] => {
  return [...derivations.keys()].flatMap((key) => {
    const value = derived(key, known)
    return value?.is === 'single' ? [{ key, value: value.value }] : []
  })
}

/** The request as the table of key presence asks for it. */
export const keyBearer = ({ caller, service, actionName }: Known): KeyBearer => ({
  bearer: bearerOf(caller),
  service,
  operation: actionName,
})

function bearerOf({ kind, name }: Caller): Bearer {
  if (kind === 'role-session' && name.startsWith('AWSReservedSSO_')) return 'identity-center-session'
  return kind === 'service' && name.toLowerCase() === 'rolesanywhere.amazonaws.com' ? 'roles-anywhere' : kind
}

type Derivation = (known: Known) => ContextValue | undefined

const one = (value: string | undefined): ContextValue | undefined => (value === undefined ? undefined : single(value))

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const derivations: ReadonlyMap<string, Derivation> = new Map<string, Derivation>([
  ['aws:principalisawsservice', ({ caller }) => single(String(caller.kind === 'service'))],
  ['aws:principalservicename', ({ caller }) => one(caller.name)],
  ['aws:username', ({ caller }) => one(caller.name)],
  ['aws:principaltype', ({ caller }) => one(principalTypes[caller.kind])],
  ['aws:principalaccount', ({ caller }) => (caller.kind === 'anonymous' ? single('anonymous') : one(caller.account))],
  ['aws:principalarn', ({ caller }) => one(principalArn(caller))],
  ['kms:calleraccount', ({ caller, service }) => (service === 'kms' ? one(caller.account) : undefined)],
  ['aws:userid', ({ caller }) => userId(caller)],
  ['aws:requestedregion', ({ caller, service }) => one(onlyRegionOf(service, caller.partition))],
  ['aws:resourceaccount', ({ resourceAccount }) => one(resourceAccount)],
  ['s3:resourceaccount', ({ service, resourceAccount }) => (service === 's3' ? one(resourceAccount) : undefined)],
])

const principalTypes: Readonly<Partial<Record<Caller['kind'], string>>> = {
  user: 'User',
  role: 'AssumedRole',
  'role-session': 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
}

function userId(caller: Caller): ContextValue | undefined {
  if (caller.kind === 'anonymous') return single('anonymous')
  return caller.kind === 'root' ? one(caller.account) : undefined
}

/** For a session, the ROLE's ARN. The session's ARN doesn't contain the role's path, so we assume the likeliest: no path. */
function principalArn(caller: Caller): string | undefined {
  if (caller.kind !== 'role-session') return arnBearers.has(caller.kind) ? caller.arn : undefined
  const path = caller.name.startsWith('AWSReservedSSO_') ? 'aws-reserved/sso.amazonaws.com/' : ''
  return caller.account && `arn:${caller.partition}:iam::${caller.account}:role/${path}${caller.name}`
}

/** Callers whose aws:PrincipalArn is their own ARN. */
const arnBearers: ReadonlySet<Caller['kind']> = new Set<Caller['kind']>(['user', 'role', 'root', 'federated-user'])
