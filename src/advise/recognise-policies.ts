import { guessPolicyType, readPolicy } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Case, RecognisedPolicy } from './diagnosis.ts'
import { lintOnce } from './lint-once.ts'
import type { StandingPolicy } from './situation.ts'

/** The policies of a case, each with its type, and what is wrong with them. */
export interface Recognised {
  readonly standing: readonly StandingPolicy[]
  readonly policies: readonly RecognisedPolicy[]
}

/** Gives every policy a type: the one the user chose, else a guess from its text. */
export function recognisePolicies(given: Case, reference: Reference | undefined): Recognised {
  const typed = given.policies.map((policy) => ({ policy, ...typeOf(policy) }))
  const standing = typed.map(({ policy: { name, target, text }, type }) => ({ name, type, target, text, given: true }))
  const policies = typed.map(({ policy: { name, text }, type, chosen, because }, policyIndex) => ({
    name,
    type,
    chosen,
    because,
    findings: lintOnce(text, type, reference),
    problems: readPolicy(text).problems.map((problem) => ({ ...problem, policyIndex })),
  }))
  return { standing, policies }
}

function typeOf({
  type,
  because,
  text,
}: Case['policies'][number]): Pick<RecognisedPolicy, 'type' | 'chosen' | 'because'> {
  if (type && because !== undefined) return { type, chosen: false, because }
  return type ? { type, chosen: true, because: 'you chose it' } : { ...guessPolicyType(text), chosen: false }
}
