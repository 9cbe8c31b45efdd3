import type { Caller } from '../iam/index.ts'
import { absent, type ContextValue, single } from './context-value.ts'

/** What the keys that AWS fills in are derived from. */
export interface Known {
  readonly caller: Caller
  /** Lower-cased prefix of the action. */
  readonly service: string
  readonly resourceAccount: string | undefined
}

/** A key's value as far as caller and resource tell it, "absent" included; undefined where they don't tell. Keys in lower case. */
export type Derive = (key: string) => ContextValue | undefined

/** Looks one key up among those that AWS fills in by itself. */
export const deriveFrom =
  (known: Known): Derive =>
  (key) =>
    (derivations.get(key) ?? (key.startsWith(principalTag) ? ofTaggable : undefined))?.(known)

const principalTag = 'aws:principaltag/'

/** Every derived key that has a value in this request, for people. */
export const derivedKeys = (known: Known): readonly { readonly key: string; readonly value: string }[] =>
  [...derivations].flatMap(([key, derive]) => {
    const value = derive(known)
    return value?.is === 'single' ? [{ key, value: value.value }] : []
  })

type Derivation = (known: Known) => ContextValue | undefined

const one = (value: string | undefined): ContextValue | undefined => (value === undefined ? undefined : single(value))

/** Requests of services, of anonymous callers and with nothing but a token never carry what only an identity has. */
const ofIdentities =
  (derive: Derivation): Derivation =>
  (known) =>
    hasIdentity.has(known.caller.kind) ? derive(known) : absent

const hasIdentity: ReadonlySet<Caller['kind']> = new Set([
  'user',
  'role',
  'role-session',
  'federated-user',
  'root',
  'account',
])

/** Only users and roles have tags, and sessions have those of their role and their own. */
const ofTaggable: Derivation = ({ caller }) =>
  caller.kind === 'root' || !hasIdentity.has(caller.kind) ? absent : undefined

/** Where a service's call comes from: nobody else's call carries that. */
const ofServices: Derivation = ({ caller }) => (caller.kind === 'service' ? undefined : absent)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const derivations: ReadonlyMap<string, Derivation> = new Map<string, Derivation>([
  ['aws:principalisawsservice', ({ caller }) => single(String(caller.kind === 'service'))],
  ['aws:principalservicename', ({ caller }) => (caller.kind === 'service' ? single(caller.name) : absent)],
  ['aws:username', ({ caller }) => (caller.kind === 'user' ? single(caller.name) : absent)],
  ['aws:principaltype', ({ caller }) => one(principalTypes[caller.kind])],
  ['aws:principalaccount', ({ caller }) => (caller.kind === 'anonymous' ? single('anonymous') : one(caller.account))],
  ['aws:principalarn', ofIdentities(({ caller }) => one(principalArn(caller)))],
  ['kms:calleraccount', ({ caller, service }) => (service === 'kms' ? one(caller.account) : undefined)],
  ['aws:userid', ({ caller }) => userId(caller)],
  ['aws:principalorgid', ofIdentities(() => undefined)],
  ['aws:principalorgpaths', ofIdentities(() => undefined)],
  ['aws:multifactorauthpresent', ofIdentities(() => undefined)],
  ['aws:multifactorauthage', ofIdentities(() => undefined)],
  ['aws:sourcearn', ofServices],
  ['aws:sourceaccount', ofServices],
  ['aws:sourceorgid', ofServices],
  ['aws:sourceorgpaths', ofServices],
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
