import type {
  ContextInput,
  DocumentInput,
  Facts,
  PolicyInput,
  Request,
  StatementRef,
  Verdict,
} from '../evaluate/index.ts'
import { isHit } from './effects.ts'
import type { AccountPolicy, AccountPrincipal } from './read-account.ts'
import type { Alike, Participant, Subject, Survey } from './survey.ts'

/** A question about everyone in the account. */
export interface AccountQuestion {
  /** "service:Action", any case. */
  readonly action: string
  /** An ARN, or "*". */
  readonly resource: string
  readonly resourceAccount?: string | undefined
  readonly context?: Readonly<Record<string, ContextInput>> | undefined
  /** "partial", the default: a key that isn't given is unknown, and the answer can depend on it. */
  readonly contextIs?: 'partial' | 'complete' | undefined
  /** Facts for this question, in addition to those of the survey. */
  readonly facts?: Facts | undefined
}

/** A verdict without its gates and traces: thousands of them are kept at once. */
export type DecidedBy = Pick<Verdict, 'decision' | 'blockedBy' | 'missingContext' | 'rule'> & {
  readonly decidedBy: readonly StatementRef[]
  /** False where no policy allows it, whatever the keys are that the decision depends on: they only choose between two kinds of deny. */
  readonly canBeAllowed: boolean
}

/** The decision about each principal. Principals that no policy tells apart are decided once. */
export function decisions(
  survey: Survey,
  question: AccountQuestion,
  subject: Subject = subjectOf(survey, question),
): (principal: AccountPrincipal) => DecidedBy {
  const decide = verdicts(survey, question, subject)
  return (principal) => decide(principal).whole()
}

/** A decision, and on demand the principal's own statements behind it. */
export interface Decided {
  /** Its `decidedBy` names policies that represent others with the same effect. */
  readonly verdict: DecidedBy
  whole(): DecidedBy
}

/** The decisions, cheap where only the answer is needed. */
export function verdicts(
  survey: Survey,
  question: AccountQuestion,
  subject: Subject = subjectOf(survey, question),
): (principal: AccountPrincipal) => Decided {
  const deciderFor = survey.about(subject)
  const mightAllow = survey.allowing(subject.action).on(subject.resource)
  const isOpen = survey.isGrantedAround(subject)
  const known = new Map<Alike, DecidedBy>()
  return (principal) => {
    const { evaluator, alike, identity } = deciderFor(principal)
    const found = alike && known.get(alike)
    const verdict = found ?? decidedBy(evaluator.explain(requestOf(principal, question)))
    if (alike && !found) known.set(alike, verdict)
    if (verdict.decision !== 'undetermined' || isOpen || mightAllow(principal))
      return { verdict, whole: () => withOwnPolicies(verdict, identity, subject) }
    const denied = { ...verdict, canBeAllowed: false }
    return { verdict: denied, whole: () => denied }
  }
}

/** A verdict names policies that represent others: the principal's own statements replace them here. */
function withOwnPolicies(verdict: DecidedBy, identity: readonly Participant[], subject: Subject): DecidedBy {
  const effect = verdict.decision === 'allowed' ? 'Allow' : 'Deny'
  if (!verdict.decidedBy.some(({ policyType }) => policyType === 'identity')) return verdict
  const complex = new Set(identity.flatMap(({ index, effect: own }) => (own === 'complex' ? [index] : [])))
  const plain = identity
    .filter((each) => each.effect !== 'complex')
    .flatMap(({ statements }) => statements.filter((each) => each.effect === effect && isHit(each, subject.resource)))
    .map(({ ref }) => ref)
  const rest = verdict.decidedBy.filter(
    ({ policyType, policyIndex }) => policyType !== 'identity' || complex.has(policyIndex),
  )
  return { ...verdict, decidedBy: [...rest, ...plain] }
}

const subjectOf = (
  survey: Survey,
  question: Pick<AccountQuestion, 'action' | 'resource' | 'resourceAccount' | 'facts'>,
): Subject => ({
  action: question.action,
  resource: question.resource,
  resourceAccount: question.resourceAccount,
  trust: trustAsked(survey, question),
  facts: question.facts,
})

/** The policies that decide a question about one principal, as `compile` takes them. */
export const decidingPolicies = (
  survey: Survey,
  question: AccountQuestion,
  principal: AccountPrincipal,
): readonly (PolicyInput | DocumentInput)[] => survey.policiesFor(subjectOf(survey, question), principal)

export const decidedBy = (verdict: Verdict): DecidedBy => ({
  decision: verdict.decision,
  decidedBy: verdict.decidedBy,
  blockedBy: verdict.blockedBy,
  missingContext: verdict.missingContext,
  rule: verdict.rule,
  canBeAllowed: verdict.decision === 'allowed' || (verdict.decision === 'undetermined' && verdict.canBeAllowed),
})

/** A role's own trust policy decides who assumes it. */
const trustAsked = (
  { account }: Survey,
  { action, resource }: Pick<AccountQuestion, 'action' | 'resource'>,
): AccountPolicy | undefined =>
  /^sts:(AssumeRole|TagSession|SetSourceIdentity)/i.test(action)
    ? account.principals.find(({ arn }) => arn === resource)?.trust
    : undefined

/** The request that a principal makes; a user's own tags are known, a role's can be replaced by those of its session. */
export function requestOf(
  principal: AccountPrincipal,
  { contextIs = 'partial', context, action, resource, resourceAccount }: AccountQuestion,
): Request {
  const tags =
    principal.kind === 'user' ? [...principal.tags].map(([key, value]) => [`aws:PrincipalTag/${key}`, value]) : []
  return {
    principal: principal.arn,
    action,
    resource,
    resourceAccount,
    context: { ...Object.fromEntries(tags), ...context },
    contextIs,
  }
}
