import { compile, type Decision, type Facts, readOf } from '../evaluate/index.ts'
import type { Reference } from '../reference/index.ts'
import { inTurn, messagesOf, type Text } from '../words/index.ts'
import { assumesItself } from './assumes-itself.ts'
import type { Asked, StandingPolicy, Stated } from './situation.ts'

const told = messagesOf('counted-in', {
  keyPolicy: 'key policy',
  trustPolicy: 'trust policy',
  at: 'at {{target}}',
  serviceControlPolicies:
    'The service control policies you gave {{where}} only deny. AWS attaches FullAWSAccess as well, unless someone detached it, so we assume it’s there.',
  isAttached: 'FullAWSAccess is attached next to it',
  onlyDenyHere:
    'The service control policies you gave {{where}} only deny. AWS attaches FullAWSAccess to every level, so someone detached it here, or another level of the organization lacks the permission. Paste the policies of all levels.',
  isThisLevel: 'this is the level that doesn’t allow it',
  namesCallersOwn: 'AWS names only the caller’s own policies, so we assume that it trusts the account.',
  weAssumeTrusts: 'We assume that it trusts the account. Then the policies that you gave lack the permission.',
  notice: 'The {{name}} was not given. {{why}}',
  trustsAccount: 'the {{name}} trusts the account',
})

/** The policies to evaluate, and notices about those that we assume. */
export interface CountedIn {
  readonly policies: readonly StandingPolicy[]
  readonly notices: readonly Text[]
  /** Those of the notices that the answer rests on. */
  readonly guesses: readonly Text[]
  /** What an answer rests on because of them, as a clause after "if". */
  readonly onlyIf: Text | undefined
}

/** Adds policies that we assume although they weren’t pasted: FullAWSAccess in the organization, and policies that AWS’s message implies. */
export function countIn(
  policies: readonly StandingPolicy[],
  stated: Stated,
  asked: Asked | undefined,
  { facts, reference }: Known,
): CountedIn {
  const decide = (others: readonly StandingPolicy[]): Decision | undefined =>
    asked && compile([...policies, ...others], facts, reference).decide(asked.request)
  const parts = [fullAccess(policies, stated), asked ? handedOver(policies, stated, asked, decide) : nothing]
  return {
    policies: [...policies, ...parts.flatMap((part) => part.policies)],
    notices: parts.flatMap((part) => part.notices),
    guesses: parts.flatMap((part) => part.guesses),
    onlyIf: parts.flatMap((part) => part.onlyIf ?? [])[0],
  }
}

/** What the evaluator gets besides policies. */
export interface Known {
  readonly facts: Facts | undefined
  readonly reference: Reference | undefined
}

const nothing: CountedIn = { policies: [], notices: [], guesses: [], onlyIf: undefined }

/**
 * People paste the SCP that they wrote and leave out the one that AWS attaches to every level. If the SCPs of a level only deny, this adds
 * FullAWSAccess. Where AWS's message is about the organization, no proof rests on that without saying so.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function fullAccess(policies: readonly StandingPolicy[], { policyType, effect }: Stated): CountedIn {
  const scps = policies.filter(({ type }) => type === 'scp')
  const allowed = new Set(scps.filter(allowsSomething).map(({ target }) => target))
  const bare = [...new Set(scps.map(({ target }) => target))].filter((target) => !allowed.has(target))
  if (bare.length === 0) return nothing
  const statement = { Effect: 'Allow', Action: '*', Resource: '*' }
  const where = inTurn(
    bare.flatMap((target) => (target === undefined ? [] : [told('at', { target })])),
    ', ',
  )
  // Some level lacks the permission, says AWS. Nothing says that it's this one: a policy that only denies isn't meant to allow.
  if (policyType === 'scp' && effect === 'implicit-deny')
    return { ...nothing, notices: [told('onlyDenyHere', { where })], onlyIf: told('isThisLevel') }
  const isNamed = policyType === 'scp' || policyType === 'rcp'
  return {
    policies: bare.map((target) => ({ ...document('FullAWSAccess', 'scp', statement), target })),
    notices: [told('serviceControlPolicies', { where })],
    // AWS attaches it automatically, and without it the answer is a denial, too.
    guesses: [],
    onlyIf: isNamed ? told('isAttached') : undefined,
  }
}

const allowsSomething = (policy: StandingPolicy): boolean =>
  readOf(policy).policy.statements.some(({ effect }) => effect?.value === 'Allow')

/**
 * A key or a role always asks its own policy too. Where AWS blames the caller's policies alone, that one must have handed over to the account. Where AWS
 * blames no one and the caller's policies were pasted, these lead if they lack the permission: its other side isn't known, its own is.
 */
function handedOver(
  policies: readonly StandingPolicy[],
  { policyType, effect }: Stated,
  asked: Asked,
  decide: (others: readonly StandingPolicy[]) => Decision | undefined,
): CountedIn {
  const type = asked.service === 'kms' ? 'resource' : 'trust'
  const always = asked.service === 'kms' || /^sts:AssumeRole$/i.test(asked.action)
  const { account } = asked.caller
  const isBlamed = policyType === 'identity' && effect === 'implicit-deny'
  const mayBeOwn =
    policyType === undefined &&
    effect !== 'explicit-deny' &&
    policies.some(({ type: of, isOfOther }) => of === 'identity' && !isOfOther)
  if (!always || !account || policies.some((policy) => policy.type === type)) return nothing
  if (!isBlamed && (!mayBeOwn || assumesItself(asked))) return nothing
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: asked.action,
    ...(type === 'resource' ? { Resource: '*' } : {}),
  }
  const name = told(type === 'resource' ? 'keyPolicy' : 'trustPolicy')
  const trusting = [document(name.template, type, statement)]
  const decision = isBlamed ? undefined : decide(trusting)
  if (decision === 'allowed') return nothing
  const why = isBlamed ? told('namesCallersOwn') : told('weAssumeTrusts')
  const notice = told('notice', { name, why })
  return { policies: trusting, notices: [notice], guesses: [notice], onlyIf: told('trustsAccount', { name }) }
}

const document = (name: string, type: StandingPolicy['type'], statement: object): StandingPolicy => ({
  name,
  type,
  target: undefined,
  text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
  given: false,
})
