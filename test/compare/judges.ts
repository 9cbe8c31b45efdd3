// Does a request break a proof? `evaluate` decides it for both sides, in every setting in which a policy of this type decides.
import { compile, type Evaluator, type PolicyInput, type Request } from '../../src/evaluate/index.ts'
import { type PolicyType, readCaller } from '../../src/iam/index.ts'
import type { EntangledPair } from './entangled-pair.ts'

const document = (Statement: object): object => ({ Version: '2012-10-17', Statement })
const accounts = ['111122223333', '444455556666', '123456789012', '777788889999']

const callersOwn: PolicyInput = {
  type: 'identity',
  document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
}
const sessionIsOpen: PolicyInput = { ...callersOwn, type: 'session' }
const resourceIsOpen: PolicyInput = {
  type: 'resource',
  document: document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
}
const roleIsOpen: PolicyInput = {
  type: 'trust',
  document: document({ Effect: 'Allow', Principal: '*', Action: 'sts:*' }),
}
const keyLeavesIt: PolicyInput = {
  type: 'resource',
  document: document({ Effect: 'Allow', Principal: { AWS: accounts }, Action: 'kms:*', Resource: '*' }),
}
const roleLeavesIt: PolicyInput = {
  type: 'trust',
  document: document({ Effect: 'Allow', Principal: { AWS: accounts }, Action: 'sts:*' }),
}

/** What is assumed around the compared policies, and where the resource is. */
interface Setting {
  readonly assumed: readonly PolicyInput[]
  readonly place: 'same-account' | 'cross-account'
}

/** A policy decides by itself in the caller's account; across accounts the other side is open. What limits everyone is next to what allows everything. */
function settingsOf({ type, surroundings }: EntangledPair): readonly Setting[] {
  const given = new Set<PolicyType>([type, ...surroundings.map((policy) => policy.type)])
  const at = (place: Setting['place'], ...assumed: readonly PolicyInput[]): Setting => ({
    place,
    assumed: assumed.filter(
      (policy) =>
        !given.has(policy.type) &&
        // In one account, what is open to everyone would allow it next to the caller's own policies.
        !(place === 'same-account' && given.has('identity') && (policy === resourceIsOpen || policy === roleIsOpen)),
    ),
  })
  switch (type) {
    case 'identity':
      return [
        at('same-account', keyLeavesIt, roleLeavesIt, sessionIsOpen),
        at('cross-account', resourceIsOpen, roleIsOpen, sessionIsOpen),
      ]
    case 'resource':
    case 'trust':
      // A federated user without a session policy is let in only by who names it.
      return [at('same-account', sessionIsOpen), at('same-account'), at('cross-account', callersOwn, sessionIsOpen)]
    // What a resource's policy grants in the caller's account is denied by a boundary or a session policy, but never allowed by it.
    case 'permissions-boundary':
    case 'session':
      return [
        at('same-account', callersOwn, keyLeavesIt, roleLeavesIt, sessionIsOpen),
        at('cross-account', callersOwn, resourceIsOpen, roleIsOpen, sessionIsOpen),
      ]
    default:
      return [
        at('same-account', callersOwn, keyLeavesIt, roleLeavesIt, sessionIsOpen),
        at('same-account', callersOwn, resourceIsOpen, roleIsOpen, sessionIsOpen),
        at('cross-account', callersOwn, resourceIsOpen, roleIsOpen, sessionIsOpen),
      ]
  }
}

/** Calls that AWS itself allows: a Deny that is gone opens them, but the policy doesn't allow them. */
const allowedByAws = /^(sts:GetSessionToken|sts:GetCallerIdentity|cognito-identity:.*)$/i
const grants: ReadonlySet<PolicyType> = new Set<PolicyType>(['identity', 'resource', 'trust'])
const attached = new Set(['user', 'role-session', 'federated-user'])

/** Can the caller have policies of the kinds that take part, and is the action one that they are asked about? */
function isMeant({ type, surroundings }: EntangledPair, request: Request): boolean {
  const { principal, action, resourceAccount, context = {} } = request
  const { kind = 'anonymous', account } = readCaller(principal) ?? {}
  const given = new Set<string>([type, ...surroundings.map((policy) => policy.type)])
  if (given.has('session') && kind !== 'role-session' && kind !== 'federated-user') return false
  if ((given.has('identity') || given.has('permissions-boundary')) && !attached.has(kind)) return false
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html: no one can attach policies to a service-linked role.
  if (
    /\/AWSServiceRoleFor/.test(principal) &&
    ['identity', 'permissions-boundary', 'session'].some((each) => given.has(each))
  )
    return false
  // An endpoint's policy is asked about requests that come through it.
  if (given.has('vpc-endpoint') && !Object.keys(context).some((key) => /^aws:(SourceVpc|VpcSourceIp)/.test(key)))
    return false
  if (grants.has(type) && allowedByAws.test(action)) return false
  // The owner's root user needs no Allow, so what a Deny of its resource lets through isn't allowed by that policy.
  if (grants.has(type) && kind === 'root' && account === resourceAccount) return false
  // Compared alone, a policy that names an account counts for everyone in it: their own policies have the last word.
  if (
    type !== 'identity' &&
    grants.has(type) &&
    surroundings.length === 0 &&
    account === resourceAccount &&
    account !== undefined
  )
    return false
  return type !== 'trust' || action.toLowerCase().startsWith('sts:')
}

export const bothSides = (
  { old, new: now, surroundings }: EntangledPair,
  assumed: readonly PolicyInput[],
): readonly [before: Evaluator, after: Evaluator] => [
  compile([...old, ...surroundings, ...assumed]),
  compile([...now, ...surroundings, ...assumed]),
]

export const isNew = ([before, after]: readonly [Evaluator, Evaluator], request: Request): boolean =>
  after.decide(request) === 'allowed' && before.decide(request) !== 'allowed'

/** Does a request show that the new side of a pair allows more? */
export function breakerOf(pair: EntangledPair): (request: Request) => boolean {
  const judges = settingsOf(pair).map(({ assumed, place }) => ({ sides: bothSides(pair, assumed), place }))
  return (request) => {
    if (!isMeant(pair, request)) return false
    const { account } = readCaller(request.principal) ?? {}
    const place = account === request.resourceAccount || account === undefined ? 'same-account' : 'cross-account'
    return judges.some((judge) => judge.place === place && isNew(judge.sides, request))
  }
}
