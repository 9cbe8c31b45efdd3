import { readPolicy } from '../iam/index.ts'
import type { Asked, StandingPolicy, Stated } from './situation.ts'

/** The policies to evaluate, and what to tell about those that nobody gave. */
export interface CountedIn {
  readonly policies: readonly StandingPolicy[]
  readonly notices: readonly string[]
  /** Those of the notices that the answer rests on. */
  readonly guesses: readonly string[]
}

/** What is there although nobody pasted it: AWS's own part of the organization's policies, and what AWS's message takes for granted. */
export function countIn(policies: readonly StandingPolicy[], stated: Stated, asked: Asked | undefined): CountedIn {
  const parts = [fullAccess(policies, stated), asked ? handedOver(policies, stated, asked) : nothing]
  return {
    policies: [...policies, ...parts.flatMap((part) => part.policies)],
    notices: parts.flatMap((part) => part.notices),
    guesses: parts.flatMap((part) => part.guesses),
  }
}

const nothing: CountedIn = { policies: [], notices: [], guesses: [] }

/**
 * People paste the SCP that they wrote and leave out the one that AWS attaches to every level. Where the SCPs of a level only deny, it is
 * counted in, unless AWS says that no SCP allows this.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function fullAccess(policies: readonly StandingPolicy[], { policyType, effect }: Stated): CountedIn {
  if (policyType === 'scp' && effect === 'implicit-deny') return nothing
  const scps = policies.filter(({ type }) => type === 'scp')
  const allowed = new Set(scps.filter(allowsSomething).map(({ target }) => target))
  const bare = [...new Set(scps.map(({ target }) => target))].filter((target) => !allowed.has(target))
  if (bare.length === 0) return nothing
  const statement = { Effect: 'Allow', Action: '*', Resource: '*' }
  const where = bare.map((target) => (target === undefined ? '' : ` at ${target}`)).join(',')
  return {
    policies: bare.map((target) => ({ ...document('FullAWSAccess', 'scp', statement), target })),
    notices: [
      `The service control policies you gave${where} only deny. AWS attaches FullAWSAccess beside them unless somebody took it away, so it is counted in.`,
    ],
    // AWS attaches it by itself. Without it the answer would be a denial all the same.
    guesses: [],
  }
}

const allowsSomething = ({ text }: StandingPolicy): boolean =>
  readPolicy(text).policy.statements.some(({ effect }) => effect?.value === 'Allow')

/** A key or a role always asks its own policy too. Where AWS blames the caller's policies alone, that one must have handed over to the account. */
function handedOver(policies: readonly StandingPolicy[], { policyType, effect }: Stated, asked: Asked): CountedIn {
  const type = asked.service === 'kms' ? 'resource' : 'trust'
  const always = asked.service === 'kms' || /^sts:AssumeRole$/i.test(asked.action)
  const { account } = asked.caller
  const isBlamed = policyType === 'identity' && effect === 'implicit-deny'
  if (!always || !isBlamed || !account || policies.some((policy) => policy.type === type)) return nothing
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: asked.action,
    ...(type === 'resource' ? { Resource: '*' } : {}),
  }
  const name = type === 'resource' ? 'key policy' : 'trust policy'
  const notice = `The ${name} was not given. AWS blames only the caller’s own policies, so it is taken to trust the account.`
  return { policies: [document(name, type, statement)], notices: [notice], guesses: [notice] }
}

const document = (name: string, type: StandingPolicy['type'], statement: object): StandingPolicy => ({
  name,
  type,
  target: undefined,
  text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
  given: false,
})
