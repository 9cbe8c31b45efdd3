import {
  type CompiledStatement,
  compilePrepared,
  type DocumentInput,
  type Evaluator,
  type Facts,
  type PolicyInput,
  type PreparedPolicy,
  prepare,
  preparePolicy,
} from '../evaluate/index.ts'
import { accountIn, grantsNothing } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { once } from '../text/index.ts'
import { aboutActions } from './about-action.ts'
import { type Allowances, allowancesOf } from './allowances.ts'
import { effectOn, type PolicyEffect, resourceClasses, statementsAbout } from './effects.ts'
import { parsedJson } from './json.ts'
import { type AttachedPolicy, type Organization, policiesAbove } from './organization.ts'
import { namesCaller, policyReader } from './policy-reader.ts'
import type { Account, AccountPolicy, AccountPrincipal } from './read-account.ts'
import { remembered } from './remembered.ts'

/** What surrounds the account's own policies: SCPs and RCPs by level, resource-based policies, KMS grants, access control lists. */
export interface Surroundings {
  readonly policies: readonly (PolicyInput | DocumentInput)[]
  readonly facts: Facts
  readonly reference: Reference | undefined
  /** Whose SCPs and RCPs apply to each account by its place. */
  readonly organization?: Organization | undefined
}

/** Everything that decides about one principal. */
export interface PrincipalPolicies {
  readonly evaluator: Evaluator
  readonly identity: readonly PreparedPolicy[]
  /** Its boundary, SCPs, RCPs, and resource-based policies. */
  readonly others: readonly PreparedPolicy[]
}

/** What is asked about every principal. */
export interface Subject {
  readonly action: string
  /** An ARN, or "*": resource-based policies of other resources are left out. */
  readonly resource: string
  readonly resourceAccount?: string | undefined
  /** A role's trust policy, where the action assumes that role. */
  readonly trust?: AccountPolicy | undefined
  readonly facts?: Facts | undefined
}

/** Stands for all principals that nothing tells apart. */
export interface Alike {
  readonly principal: AccountPrincipal
}

/** What decides about one principal and one subject. */
export interface Decider {
  /**
   * Decides as all policies of the principal do. Of its policies that have the same plain effect on the subject, one represents all, so that
   * principals share evaluators.
   */
  readonly evaluator: Evaluator
  /** Principals with the same object get the same decision. Undefined: a policy treats callers differently. */
  readonly alike: Alike | undefined
  /** The principal's identity-based policies that take part. */
  readonly identity: readonly Participant[]
}

/** An identity-based policy with a statement about the subject. */
export interface Participant {
  readonly policy: AccountPolicy
  /** Those about the action. */
  readonly statements: readonly CompiledStatement[]
  /** What references to the policy name. */
  readonly index: number
  readonly effect: Exclude<PolicyEffect, 'none'>
}

/** An account whose policies are read once, to answer any number of questions. */
export interface Survey {
  readonly account: Account
  readonly surroundings: Surroundings
  /** The attachment behind a reference's `policyIndex`; undefined for policies that surround the account. */
  policyAt(index: number): AccountPolicy | undefined
  /**
   * Decides about one action for any principal. Policies without a statement about the action are left out, and principals that share
   * the rest share an evaluator. The decisions are those of all policies together: a statement that isn't about the action takes no part.
   */
  about(subject: Subject): (principal: AccountPrincipal) => Decider
  /** What the principals' identity-based policies allow about an action. */
  allowing(action: string): Allowances
  /** Resources with the same result are the same to every statement about the action, in whatever policy of the account or around it. */
  resourceClass(action: string): (resource: string) => string
  /** Might something else than a principal's own policies allow it: a resource-based or trust policy, a grant, an access control list? */
  isGrantedAround(subject: Subject): boolean
  /** All policies of one principal, for questions about many actions. */
  of(principal: AccountPrincipal): PrincipalPolicies
  /** The policies that decide about one principal and subject, as `compile` takes them. */
  policiesFor(subject: Subject, principal: AccountPrincipal): readonly (PolicyInput | DocumentInput)[]
}

/** Prepares an account for questions: each of its documents is read once, when a question first needs it. */
export function survey(account: Account, surroundings: Surroundings): Survey {
  const { facts, reference, organization } = surroundings
  const around = prepare(surroundings.policies)
  const attached = new Map(organization?.attached.map((policy, i) => [policy, around.length + i]))
  const { read, at } = policyReader(around.length + attached.size)
  const readAttached = remembered((policy: AttachedPolicy) => preparePolicy(policy, attached.get(policy) ?? 0))
  const tellsCallersApart = remembered(({ document }: { readonly document?: unknown }) => namesCaller(document))
  const above = remembered((id: string) => (organization ? policiesAbove(organization, id) : []))
  const levelsFor = ({ accountId }: AccountPrincipal, { resource, resourceAccount }: Subject) => [
    ...above(accountId).filter(({ type }) => type === 'scp'),
    ...above(resourceAccount ?? accountIn(resource) ?? accountId).filter(({ type }) => type === 'rcp'),
  ]
  const factsFor = ({ accountId }: AccountPrincipal): Facts =>
    organization?.managementAccount === undefined
      ? facts
      : { managementAccount: organization.managementAccount === accountId, ...facts }

  const aboutAction = once(() =>
    aboutActions(
      new Set(account.principals.flatMap(({ attachments }) => attachments.map(({ policy }) => policy))),
      (policy) => read(policy, 'identity'),
    ),
  )

  /** Evaluators by the policies that take part, whatever the action: actions that the same policies are about share them. */
  const evaluators = new Map<string, Evaluator>()
  function evaluatorOf(policies: readonly (PreparedPolicy | DocumentInput)[], given: Facts, key: string): Evaluator {
    const found = evaluators.get(key) ?? compilePrepared(policies, given, reference)
    evaluators.set(key, found)
    return found
  }

  /** What decides about actions of one class on everything: most of the actions in Billing are alike. */
  const shared = new Map<object, Map<string, (principal: AccountPrincipal) => Decider>>()

  function deciderFor(subject: Subject): (principal: AccountPrincipal) => Decider {
    const { resource, trust, facts: asked } = subject
    const isHere = surroundings.policies.map((policy) => concerns(policy, resource))
    const general = around.filter((_, i) => isHere[i])
    const isGeneralAlike = surroundings.policies.every((input, i) => !isHere[i] || !tellsCallersApart(whole(input)))
    const isTrustAlike = trust === undefined || !tellsCallersApart(trust)
    const about = aboutAction()(subject.action).statements
    const effectOf = remembered((policy: AccountPolicy) => effectOn(about(policy), resource))
    const ground = `${JSON.stringify(asked ?? {})} ${isHere.map((here) => (here ? 1 : 0)).join('')} ${trust ? read(trust, 'trust').index : ''}`
    /** One policy for each plain effect represents all others with it. */
    const standIns = new Map<PolicyEffect, AccountPolicy>()
    const deciders = new Map<string, { readonly evaluator: Evaluator; readonly isAlike: boolean }>()
    const groups = new Map<string, Alike>()
    return (principal) => {
      const { boundary, accountId } = principal
      const identity: Participant[] = []
      const taking = new Set<AccountPolicy>()
      for (const { policy } of principal.attachments) {
        const effect = effectOf(policy)
        if (effect === 'none' || identity.some((each) => each.policy === policy)) continue
        identity.push({ policy, statements: about(policy), index: read(policy, 'identity').index, effect })
        if (effect === 'complex') taking.add(policy)
        else {
          const standIn = standIns.get(effect) ?? policy
          standIns.set(effect, standIn)
          taking.add(standIn)
        }
      }
      const own = [...taking].map((policy) => read(policy, 'identity')).sort((a, b) => a.index - b.index)
      const prepared = [
        ...own,
        ...(boundary ? [read(boundary, 'permissions-boundary')] : []),
        ...(trust ? [read(trust, 'trust')] : []),
      ]
      const key = `${organization ? accountId : ''} ${prepared.map(({ index }) => index).join(' ')}`
      const made = deciders.get(key) ?? makeDecider()
      deciders.set(key, made)
      return { evaluator: made.evaluator, alike: made.isAlike ? groupOf(key) : undefined, identity }

      function groupOf(policies: string): Alike {
        const group = `${policies}\n${sharedBy(principal)}`
        const found = groups.get(group) ?? { principal }
        groups.set(group, found)
        return found
      }

      function makeDecider(): { readonly evaluator: Evaluator; readonly isAlike: boolean } {
        const levels = levelsFor(principal, subject)
        const isAlike =
          isGeneralAlike &&
          isTrustAlike &&
          !namesIdentity(resource) &&
          ![...taking, ...(boundary ? [boundary] : []), ...levels].some(tellsCallersApart)
        const owner = subject.resourceAccount ?? accountIn(resource)
        return {
          evaluator: evaluatorOf(
            [...general, ...levels.map(readAttached), ...prepared],
            { ...factsFor(principal), ...asked },
            `${ground} ${owner === accountId ? '' : owner} ${key}`,
          ),
          isAlike,
        }
      }
    }
  }

  return {
    account,
    surroundings,
    policyAt: at,
    about(subject) {
      if (subject.resource !== '*' || subject.trust) return deciderFor(subject)
      const { sameFor } = aboutAction()(subject.action)
      const ofClass = shared.get(sameFor) ?? new Map<string, (principal: AccountPrincipal) => Decider>()
      shared.set(sameFor, ofClass)
      const key = JSON.stringify([subject.resourceAccount, subject.facts])
      const found = ofClass.get(key) ?? remembered(deciderFor(subject))
      ofClass.set(key, found)
      return found
    },
    allowing: remembered((action: string) => allowancesOf(aboutAction()(action))),
    resourceClass(action) {
      const policies = new Set(
        account.principals.flatMap(({ attachments, boundary }) => [
          ...attachments.map(({ policy }) => policy),
          ...(boundary ? [boundary] : []),
        ]),
      )
      const about = aboutAction()(action).statements
      const everywhere = [...around.filter((policy) => 'prepared' in policy), ...[...attached.keys()].map(readAttached)]
      const statements = [
        ...[...policies].flatMap(about),
        ...everywhere.flatMap((policy) => statementsAbout(policy, action)),
      ]
      return resourceClasses(statements)
    },
    isGrantedAround: ({ resource, trust }) =>
      trust !== undefined ||
      surroundings.policies.some((policy) => !allowNothing.has(policy.type) && concerns(policy, resource)),
    of(principal) {
      const identity = [...new Set(principal.attachments.map(({ policy }) => read(policy, 'identity')))]
      const boundary = principal.boundary ? [read(principal.boundary, 'permissions-boundary')] : []
      const levels = levelsFor(principal, { action: '', resource: '*' }).map(readAttached)
      const others = [...around.filter((policy) => 'prepared' in policy), ...levels, ...boundary]
      const policies = [...around, ...levels, ...identity, ...boundary]
      return { evaluator: compilePrepared(policies, factsFor(principal), reference), identity, others }
    },
    policiesFor(subject, principal) {
      const taking = principal.attachments.filter(
        ({ policy }, i, all) =>
          effectOn(aboutAction()(subject.action).statements(policy), subject.resource) !== 'none' &&
          all.findIndex((each) => each.policy === policy) === i,
      )
      const { boundary } = principal
      const { trust } = subject
      return [
        ...surroundings.policies.filter((policy) => concerns(policy, subject.resource)),
        ...levelsFor(principal, subject).map(({ type, name, target, document }) => ({ type, name, target, document })),
        ...taking.map(({ policy: { name, document } }) => ({ type: 'identity' as const, name, document })),
        ...(boundary ? [asInput('permissions-boundary', boundary)] : []),
        ...(trust ? [asInput('trust', trust)] : []),
      ]
    },
  }
}

/** What an input is when it allows nothing by itself; inputs can be other documents than policies. */
const allowNothing: ReadonlySet<string> = grantsNothing

const asInput = (type: PolicyInput['type'], { name, document }: AccountPolicy): PolicyInput => ({
  type,
  name,
  document,
})

/** An input whose text is read as a document. */
const whole = ({ text, document }: PolicyInput | DocumentInput): { readonly document?: unknown } => ({
  document: text === undefined ? document : parsedJson(text),
})

/** What principals of one kind, account, and path share. The path shows which roles are service-linked. */
const sharedBy = ({ kind, accountId, arn }: AccountPrincipal): string =>
  `${kind} ${accountId} ${arn.slice(arn.indexOf('/'), arn.lastIndexOf('/'))}`

/** AWS has rules about calls on the caller's own user or role. */
const namesIdentity = (resource: string): boolean => /:(?:user|assumed-role)\//.test(resource)

/** Can the policy take part in requests for the resource? One that is attached to another resource can't. */
function concerns({ type, target }: PolicyInput | DocumentInput, resource: string): boolean {
  // A request through an access point is also one for its bucket.
  if (type !== 'resource' || target === undefined || resource.includes(':accesspoint/')) return true
  return resource === target || resource.startsWith(`${target}/`) || resource.startsWith(`${target}:`)
}
