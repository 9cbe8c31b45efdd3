import { readPolicy } from '../iam/index.ts'
import type { StandingPolicy, Stated } from './situation.ts'

/** What AWS attaches to every level of an organization. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
const fullAwsAccess = {
  name: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
}

/** The policies to evaluate, and what to tell about those that were counted in. */
export interface CountedIn {
  readonly policies: readonly StandingPolicy[]
  readonly notice: string | undefined
}

/**
 * People paste the SCP that they wrote and leave out the one that AWS wrote. Where the SCPs of a level only deny, FullAWSAccess is counted
 * in, unless AWS says that no SCP allows it.
 */
export function countFullAccessIn(policies: readonly StandingPolicy[], stated: Stated): CountedIn {
  if (stated.policyType === 'scp' && stated.effect === 'implicit-deny') return { policies, notice: undefined }
  const scps = policies.filter(({ type }) => type === 'scp')
  const allowed = new Set(scps.filter(allowsSomething).map(({ target }) => target))
  const bare = [...new Set(scps.map(({ target }) => target))].filter((target) => !allowed.has(target))
  if (bare.length === 0) return { policies, notice: undefined }
  const counted = bare.map((target): StandingPolicy => ({ ...fullAwsAccess, type: 'scp', target, given: false }))
  const where = bare.map((target) => (target === undefined ? '' : ` at ${target}`)).join(',')
  return {
    policies: [...policies, ...counted],
    notice: `The service control policies you gave${where} only deny. AWS attaches FullAWSAccess beside them unless somebody took it away, so it is counted in.`,
  }
}

const allowsSomething = ({ text }: StandingPolicy): boolean =>
  readPolicy(text).policy.statements.some(({ effect }) => effect?.value === 'Allow')
