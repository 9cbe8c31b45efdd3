import { type PolicyInput, type PreparedPolicy, preparePolicy } from '../evaluate/index.ts'
import { guessTypeOf, type PolicyDocument, type PolicyRead, type PolicyType, readPolicy } from '../iam/index.ts'
import { type Finding, lint } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Case, RecognisedPolicy } from './diagnosis.ts'
import { type FoundMask, masksIn } from './masks/index.ts'
import type { StandingPolicy } from './situation.ts'

/** The policies of a case, each with its type, and what is wrong with them. */
export interface Recognised {
  readonly standing: readonly StandingPolicy[]
  readonly policies: readonly RecognisedPolicy[]
}

/** Where policies are read and checked. A session gives what it holds of those that didn't change since its last question. */
export interface PolicyReader {
  /** What a text says. */
  readonly read: (text: string) => PolicyRead
  /** What is wrong with it. */
  readonly findings: (read: PolicyRead, type: PolicyType, reference: Reference | undefined) => readonly Finding[]
  /** The values that its ARNs hide. */
  readonly masksIn: (text: string) => readonly FoundMask[]
  /** The policy, ready to be evaluated at this place of the list. */
  readonly prepare: (policy: PolicyInput & { readonly text: string }, index: number) => PreparedPolicy
}

/** Reads and checks every time. */
export const readsAnew: PolicyReader = {
  read: readPolicy,
  findings: (read, policyType, reference) => lint({ text: read.policy.text, read, policyType, reference }),
  masksIn,
  prepare: preparePolicy,
}

/** Gives every policy a type: the one the user chose, else a guess from its text, in the light of the type that AWS's message blames. */
export function recognisePolicies(
  given: Case,
  reference: Reference | undefined,
  blamed: PolicyType | undefined,
  reader: PolicyReader,
): Recognised {
  const typed = given.policies.map((policy) => {
    const read = reader.read(policy.text)
    const told = blamedOr(typeOf(policy, read.policy), blamed, policy.name)
    return { policy, read, ...told, findings: reader.findings(read, told.type, reference) }
  })
  const standing = typed.map(({ policy: { name, target, text, reach, source }, type, read, findings }, index) => ({
    name,
    type,
    target,
    text,
    reach,
    source,
    given: true,
    read,
    prepared: reader.prepare({ name, type, target, text, read }, index),
    linted: { of: text, findings },
  }))
  const policies = typed.map(({ policy: { name }, type, chosen, because, findings, read }, policyIndex) => ({
    name,
    type,
    chosen,
    because,
    findings,
    problems: read.problems.map((problem) => ({ ...problem, policyIndex })),
  }))
  return { standing, policies }
}

/**
 * A policy that only denies looks like one of the organization, wherever it's attached, and a boundary looks like any policy of an identity. AWS's
 * message knows which one it is.
 */
function blamedOr(
  guess: ReturnType<typeof typeOf>,
  blamed: PolicyType | undefined,
  name: string,
): ReturnType<typeof typeOf> {
  const isBoundary = blamed === 'permissions-boundary' && guess.type === 'identity' && /boundar(?:y|ies)/i.test(name)
  if (isBoundary && !guess.chosen) return { ...guess, type: blamed, because: 'blamed' }
  const isOpen = guess.because === 'only-denies' || guess.because === 'denies-everyone'
  const fits =
    (guess.type === 'scp' && (blamed === 'identity' || blamed === 'permissions-boundary' || blamed === 'session')) ||
    (guess.type === 'rcp' && blamed === 'resource')
  return isOpen && blamed && fits ? { ...guess, type: blamed, because: 'blamed' } : guess
}

function typeOf(
  { type, because }: Case['policies'][number],
  read: PolicyDocument,
): Pick<RecognisedPolicy, 'type' | 'chosen' | 'because'> {
  if (type && because !== undefined) return { type, chosen: false, because: { told: because } }
  return type ? { type, chosen: true, because: 'chosen' } : { ...guessTypeOf(read), chosen: false }
}
