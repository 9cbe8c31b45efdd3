import { decisions } from './decisions.ts'
import type { AccountPolicy, AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'

/** One role that is assumed on the way, with the condition keys that the assumption depends on. */
export interface Step {
  readonly role: AccountPrincipal
  readonly dependsOn: readonly string[]
}

/** Roles to assume one after the other; the last one can do what was asked. */
export type Chain = readonly [Step, ...Step[]]

export interface Chains {
  readonly chains: ReadonlyMap<AccountPrincipal, Chain>
  /** False if the limit was reached before every way was tried. */
  readonly complete: boolean
}

/** Pairs of principal and role that are asked at most. */
const mostPairs = 1_000_000

/**
 * The shortest chain of roles from each principal to one of the roles: breadth first, from the roles backward. A trust policy that only
 * sometimes lets a principal in makes a step that depends on keys; steps that are certain come first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
 */
export function chainsTo(
  survey: Survey,
  roles: readonly AccountPrincipal[],
  reached: ReadonlySet<AccountPrincipal>,
): Chains {
  const chains = new Map<AccountPrincipal, Chain>()
  const waiting = new Set(survey.account.principals.filter((principal) => !reached.has(principal)))
  const assumersOf = assumers(survey)
  const classOf = roleClasses(survey)
  const asked = new Set<string>()
  let pairs = 0
  let level: readonly AccountPrincipal[] = roles
  while (level.length > 0) {
    const next: AccountPrincipal[] = []
    for (const role of level) {
      // Everyone who may assume this role was found with another role like it.
      const like = classOf(role)
      if (asked.has(like)) continue
      asked.add(like)
      const { found, asked: count } = assumersOf(role, waiting)
      pairs += count
      if (pairs > mostPairs) return { chains, complete: false }
      for (const { principal, dependsOn } of found) {
        const onward = chains.get(role)
        const step: Step = { role, dependsOn }
        chains.set(principal, onward ? [step, ...onward] : [step])
        waiting.delete(principal)
        if (principal.kind === 'role') next.push(principal)
      }
    }
    level = next
  }
  return { chains, complete: true }
}

/** Roles with the same class can be assumed by the same principals: the same trust policy, account, and path, and the same to every statement. */
function roleClasses(survey: Survey): (role: AccountPrincipal) => string {
  const classOf = survey.resourceClass('sts:AssumeRole')
  return ({ arn, accountId, trust }) =>
    `${accountId} ${arn.slice(arn.indexOf('/'), arn.lastIndexOf('/'))} ${classOf(arn)} ${JSON.stringify(trust?.document)}`
}

interface Assumer {
  readonly principal: AccountPrincipal
  readonly dependsOn: readonly string[]
}

interface Assumers {
  /** Those who may assume the role, certain ones first. */
  readonly found: readonly Assumer[]
  /** How many principals were asked about. */
  readonly asked: number
}

/** Finds out who may assume a role. Roles with the same trust policy share what was read of it. */
export function assumers(survey: Survey): (role: AccountPrincipal, principals: Iterable<AccountPrincipal>) => Assumers {
  const readTrust = trustReader()
  const allowing = survey.allowing('sts:AssumeRole')
  return (role, principals) => {
    const trusted = role.trust && readTrust(role.trust)
    if (!trusted || (!trusted.isForEveryone && trusted.arns.size + trusted.accounts.size === 0))
      return { found: [], asked: 0 }
    const { trust, isForEveryone, arns, accounts } = trusted
    const question = { action: 'sts:AssumeRole', resource: role.arn }
    const decide = decisions(survey, question, { ...question, trust })
    const mightAllow = allowing.on(role.arn)
    let asked = 0
    const found: Assumer[] = []
    for (const principal of principals) {
      // A trust policy lets in whom it names, or whose account it names and whose own policies allow it.
      const isNamed = isForEveryone || arns.has(principal.arn)
      if (principal === role || !(isNamed || (accounts.has(principal.accountId) && mightAllow(principal)))) continue
      asked++
      const { decision, missingContext } = decide(principal)
      if (decision === 'allowed') found.push({ principal, dependsOn: [] })
      else if (decision === 'undetermined') found.push({ principal, dependsOn: missingContext })
    }
    return { found: found.toSorted((a, b) => a.dependsOn.length - b.dependsOn.length), asked }
  }
}

interface Trusted {
  /** The same object for all roles with this trust policy. */
  readonly trust: AccountPolicy
  readonly isForEveryone: boolean
  /** ARNs and 12-digit accounts in the policy: more than its principals, never fewer. */
  readonly arns: ReadonlySet<string>
  readonly accounts: ReadonlySet<string>
}

function trustReader(): (trust: AccountPolicy) => Trusted {
  const known = new Map<string, Trusted>()
  return (trust) => {
    const text = JSON.stringify(trust.document)
    const found = known.get(text) ?? {
      trust,
      isForEveryone: text.includes('"*"'),
      arns: new Set(Array.from(text.matchAll(/"(arn:[^"]*)"/g), ([, arn = '']) => arn)),
      accounts: new Set(Array.from(text.matchAll(/\d{12}/g), ([account]) => account)),
    }
    known.set(text, found)
    return found
  }
}
