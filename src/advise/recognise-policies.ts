import { guessPolicyType, type PolicyType, readPolicy } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Case, RecognisedPolicy } from './diagnosis.ts'
import { lintOnce } from './lint-once.ts'
import type { StandingPolicy } from './situation.ts'

/** The policies of a case, each with its type, and what is wrong with them. */
export interface Recognised {
  readonly standing: readonly StandingPolicy[]
  readonly policies: readonly RecognisedPolicy[]
}

/** Gives every policy a type: the one the user chose, else a guess from its text, in the light of the type that AWS's message blames. */
export function recognisePolicies(
  given: Case,
  reference: Reference | undefined,
  blamed: PolicyType | undefined,
): Recognised {
  const typed = given.policies.map((policy) => ({ policy, ...blamedOr(typeOf(policy), blamed) }))
  const standing = typed.map(({ policy: { name, target, text, reach, source }, type }) => ({
    name,
    type,
    target,
    text,
    reach,
    source,
    given: true,
  }))
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

/** A policy that only denies looks like one of the organization, wherever it's attached. AWS's message knows where. */
function blamedOr(guess: ReturnType<typeof typeOf>, blamed: PolicyType | undefined): ReturnType<typeof typeOf> {
  const isOpen = guess.because === 'only-denies' || guess.because === 'denies-everyone'
  const fits =
    (guess.type === 'scp' && (blamed === 'identity' || blamed === 'permissions-boundary' || blamed === 'session')) ||
    (guess.type === 'rcp' && blamed === 'resource')
  return isOpen && blamed && fits ? { ...guess, type: blamed, because: 'blamed' } : guess
}

function typeOf({
  type,
  because,
  text,
}: Case['policies'][number]): Pick<RecognisedPolicy, 'type' | 'chosen' | 'because'> {
  if (type && because !== undefined) return { type, chosen: false, because: { told: because } }
  return type ? { type, chosen: true, because: 'chosen' } : { ...guessPolicyType(text), chosen: false }
}
