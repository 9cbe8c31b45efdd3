import type { Caller } from '../iam/index.ts'
import type { ContextInput, Request } from './request.ts'

/** What a request holds under a context key. An array in the input makes a multivalued key, even with one entry. */
export type ContextValue =
  | { readonly is: 'absent' }
  | { readonly is: 'unknown' }
  | { readonly is: 'single'; readonly value: string }
  | { readonly is: 'multi'; readonly values: readonly string[] }

/** The context of one request. Keys are looked up in lower case, tag keys included. */
export interface Context {
  lookup(key: string): ContextValue
}

const absent: ContextValue = { is: 'absent' }
const unknown: ContextValue = { is: 'unknown' }
const single = (value: string): ContextValue => ({ is: 'single', value })

/** The context that a request gives, on top of what AWS fills in by itself. */
export function contextOf(request: Request, derived: ReadonlyMap<string, ContextValue>): Context {
  const given = new Map<string, ContextValue>()
  for (const [key, value] of Object.entries(request.context ?? {})) given.set(key.toLowerCase(), contextValue(value))
  const otherwise = request.contextIs === 'partial' ? unknown : absent
  return { lookup: (key) => given.get(key) ?? derived.get(key) ?? otherwise }
}

/** The same context with some keys filled in, for trying completions. */
export const withKeys = (context: Context, filled: ReadonlyMap<string, ContextValue>): Context => ({
  lookup: (key) => filled.get(key) ?? context.lookup(key),
})

const contextValue = (input: ContextInput): ContextValue =>
  typeof input === 'object' ? { is: 'multi', values: input.map(String) } : single(String(input))

/** What the keys of the caller are derived from. */
interface Known {
  readonly caller: Caller
  /** Lower-cased prefix of the action. */
  readonly service: string
  readonly resourceAccount: string | undefined
}

/**
 * The keys that AWS fills in by itself, as far as caller and resource tell them; a key in the result is certain, "absent" included.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function derivedKeys({ caller, service, resourceAccount }: Known): ReadonlyMap<string, ContextValue> {
  const keys = new Map<string, ContextValue>()
  const set = (key: string, value: string | undefined): unknown => value !== undefined && keys.set(key, single(value))
  const isService = caller.kind === 'service'
  keys.set('aws:principalisawsservice', single(String(isService)))
  keys.set('aws:principalservicename', isService ? single(caller.name) : absent)
  keys.set('aws:username', caller.kind === 'user' ? single(caller.name) : absent)
  set('aws:principaltype', principalTypes[caller.kind])
  set('aws:principalaccount', caller.account)
  set('aws:principalarn', principalArn(caller))
  if (service === 'kms') set('kms:calleraccount', caller.account)
  if (caller.kind === 'root') set('aws:userid', caller.account)
  if (!hasIdentity.has(caller.kind)) for (const key of keysOfIdentities) keys.set(key, absent)
  if (caller.kind === 'anonymous')
    for (const key of ['aws:principalaccount', 'aws:userid']) keys.set(key, single('anonymous'))
  set('aws:resourceaccount', resourceAccount)
  if (service === 's3') set('s3:resourceaccount', resourceAccount)
  return keys
}

const hasIdentity: ReadonlySet<Caller['kind']> = new Set([
  'user',
  'role',
  'role-session',
  'federated-user',
  'root',
  'account',
])

/** Keys that requests of services, of anonymous callers and with nothing but a token never carry. */
const keysOfIdentities = [
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
]

const principalTypes: Readonly<Partial<Record<Caller['kind'], string>>> = {
  user: 'User',
  role: 'AssumedRole',
  'role-session': 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
}

/** For a session the ROLE's ARN. Its path does not stand in the session's ARN: without one is the likeliest. */
function principalArn(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'user':
    case 'role':
    case 'root':
    case 'federated-user':
      return caller.arn
    case 'role-session': {
      const path = caller.name.startsWith('AWSReservedSSO_') ? 'aws-reserved/sso.amazonaws.com/' : ''
      return caller.account && `arn:${caller.partition}:iam::${caller.account}:role/${path}${caller.name}`
    }
    case 'service':
    case 'anonymous':
    case 'identity-provider':
    case 'account':
      return undefined
  }
}
