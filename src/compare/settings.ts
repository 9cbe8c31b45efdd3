import type { PolicyInput } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Place } from './consistent.ts'

/** What is assumed to stand around the compared policies, and where the resource is, while `evaluate` decides an example. */
export interface Setting {
  readonly assumed: readonly PolicyInput[]
  readonly place: Place
}

/** In what a policy decides by itself: `simple` with as little as possible, for examples; `widest` with everything that others can grant, for proofs. */
export interface Settings {
  readonly simple: readonly Setting[]
  readonly widest: readonly Setting[]
}

const document = (Statement: object): object => ({ Version: '2012-10-17', Statement })

const callersOwn: PolicyInput = {
  type: 'identity',
  name: 'assumed: the caller may do everything',
  document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
}
const callersOwnOfKeys: PolicyInput = {
  type: 'identity',
  name: 'assumed: the caller may use every key',
  document: document({ Effect: 'Allow', Action: 'kms:*', Resource: 'arn:*:kms:*:*:key/*' }),
}
const roleTrusts: PolicyInput = {
  type: 'trust',
  name: 'assumed: the role trusts everyone',
  document: document({ Effect: 'Allow', Principal: '*', Action: 'sts:*' }),
}
const resourceIsOpen: PolicyInput = {
  type: 'resource',
  name: 'assumed: everyone may',
  document: document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
}
/** A federated user has no permissions without one. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html */
const sessionIsOpen: PolicyInput = {
  type: 'session',
  name: 'assumed: the session policy allows everything',
  document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
}

/** A trust policy or a key policy that leaves the decision to the policies of the caller names the caller's account, whichever it is. */
const roleLeavesIt = (accounts: readonly string[]): PolicyInput => ({
  type: 'trust',
  name: 'assumed: the role leaves it to the account',
  document: document({ Effect: 'Allow', Principal: { AWS: accounts }, Action: 'sts:*' }),
})
const keyLeavesIt = (accounts: readonly string[]): PolicyInput => ({
  type: 'resource',
  name: 'assumed: the key leaves it to the account',
  document: document({ Effect: 'Allow', Principal: { AWS: accounts }, Action: 'kms:*', Resource: '*' }),
})

/**
 * Settings in which a policy of this type decides by itself. Policies that limit are tried with a caller who may do everything else; policies of a
 * resource also across accounts, because only there can't the caller's own policies grant the access instead. `given` are the types of the policies that
 * stand around both sides, `accounts` those that callers can be in.
 */
export function settingsFor(type: PolicyType, given: ReadonlySet<PolicyType>, accounts: readonly string[]): Settings {
  const [same, cross] = ['same-account', 'cross-account'] as const
  const { simple, widest } = usualSettings(type, accounts)
  // Within one account, if the caller's policies are given, we assume that no resource-based policy grants access in addition.
  const isAssumed = (policy: PolicyInput, place: Place): boolean =>
    policy.type !== type &&
    !given.has(policy.type) &&
    !(given.has('identity') && place === same && (policy === resourceIsOpen || policy === roleTrusts))
  const at = (place: Place, list: readonly (readonly PolicyInput[])[]): readonly Setting[] =>
    list.map((assumed) => ({ assumed: assumed.filter((policy) => isAssumed(policy, place)), place }))
  return {
    simple: [...at(same, simple.same), ...at(cross, simple.cross)],
    widest: [...at(same, widest.same), ...at(cross, widest.cross)],
  }
}

/** What is assumed next to each other, by where the resource is. */
type ByPlace = Readonly<Record<'same' | 'cross', readonly (readonly PolicyInput[])[]>>

function usualSettings(
  type: PolicyType,
  accounts: readonly string[],
): { readonly simple: ByPlace; readonly widest: ByPlace } {
  const [role, key] = [roleLeavesIt(accounts), keyLeavesIt(accounts)]
  switch (type) {
    case 'identity':
      return {
        simple: { same: [[], [role], [key], [sessionIsOpen]], cross: [[resourceIsOpen], [roleTrusts]] },
        widest: { same: [[role, key, sessionIsOpen]], cross: [[roleTrusts, resourceIsOpen, sessionIsOpen]] },
      }
    case 'resource':
      return {
        simple: { same: [[]], cross: [[callersOwn]] },
        widest: {
          same: [[sessionIsOpen], [callersOwnOfKeys, sessionIsOpen], []],
          cross: [[callersOwn, sessionIsOpen]],
        },
      }
    case 'trust':
      return {
        simple: { same: [[]], cross: [[callersOwn]] },
        widest: { same: [[], [callersOwn]], cross: [[callersOwn]] },
      }
    case 'session':
    case 'permissions-boundary':
    case 'scp':
    case 'vpc-endpoint':
    case 'rcp':
      return {
        simple: {
          same: [[callersOwn], [callersOwn, roleTrusts], [callersOwn, resourceIsOpen], [callersOwn, sessionIsOpen]],
          cross: [[callersOwn, resourceIsOpen]],
        },
        widest: {
          same: [
            [callersOwn, role, key, sessionIsOpen],
            [callersOwn, roleTrusts, resourceIsOpen, sessionIsOpen],
          ],
          cross: [[callersOwn, roleTrusts, resourceIsOpen, sessionIsOpen]],
        },
      }
  }
}
