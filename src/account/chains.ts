import type { AccountPrincipal } from './read-account.ts'
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
const mostPairs = 400_000

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
  const waiting = survey.account.principals.filter((principal) => !reached.has(principal))
  let pairs = 0
  let level: readonly AccountPrincipal[] = roles
  while (level.length > 0) {
    const next: AccountPrincipal[] = []
    for (const role of level) {
      const left = waiting.filter((principal) => principal !== role && !chains.has(principal))
      pairs += left.length
      if (pairs > mostPairs) return { chains, complete: false }
      for (const { principal, dependsOn } of thoseWhoAssume(survey, role, left)) {
        const onward = chains.get(role)
        const step: Step = { role, dependsOn }
        chains.set(principal, onward ? [step, ...onward] : [step])
        if (principal.kind === 'role') next.push(principal)
      }
    }
    level = next
  }
  return { chains, complete: true }
}

interface Assumer {
  readonly principal: AccountPrincipal
  readonly dependsOn: readonly string[]
}

/** Which of these principals may assume a role, certain ones first. */
function thoseWhoAssume(
  survey: Survey,
  role: AccountPrincipal,
  principals: readonly AccountPrincipal[],
): readonly Assumer[] {
  if (!role.trust) return []
  const evaluatorFor = survey.about('sts:AssumeRole', role.trust)
  const found: Assumer[] = []
  for (const principal of principals) {
    const evaluator = evaluatorFor(principal)
    const request = {
      principal: principal.arn,
      action: 'sts:AssumeRole',
      resource: role.arn,
      contextIs: 'partial',
    } as const
    const decision = evaluator.decide(request)
    if (decision === 'allowed') found.push({ principal, dependsOn: [] })
    else if (decision === 'undetermined') {
      found.push({ principal, dependsOn: evaluator.explain(request).missingContext })
    }
  }
  return found.sort((a, b) => a.dependsOn.length - b.dependsOn.length)
}
