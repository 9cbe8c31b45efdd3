import { compile, type Evaluator } from '../evaluate/index.ts'
import type { AdministratorCheck } from './administrator-check.ts'
import type { Asked, Asker } from './asker.ts'
import type { DecidedBy } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import { remembered } from './remembered.ts'
import type { Survey } from './survey.ts'

/** Roles that are listed at most; one is enough for a path. */
export const mostListed = 5
/** Kinds of roles that are tried at most. */
const mostTried = 500

/** Roles that a service may assume, and that are the same to every policy about `iam:PassRole`. */
interface TrustingRoles {
  readonly roles: readonly [AccountPrincipal, ...AccountPrincipal[]]
  /** The condition keys that the service's access depends on. */
  readonly dependsOn: readonly string[]
  readonly isAdministrator: boolean
}

/** Roles that a principal may pass to a service, and the decision about the first of them. */
interface Passable extends TrustingRoles {
  readonly asked: Asked
  readonly verdict: DecidedBy
}

/** What a principal may pass to a service: administrators first. */
export type Passing = (service: string) => (principal: AccountPrincipal) => readonly Passable[]

/** To pass a role to a service. */
export const asking = (resource: string, passedTo: string): Asked => ({
  action: 'iam:PassRole',
  resource,
  context: { 'iam:PassedToService': passedTo },
})

/** Finds out what may be passed; roles that no policy tells apart are decided once. */
export function passingIn(survey: Survey, asker: Asker, check: AdministratorCheck): Passing {
  const trusting = trustingIn(survey, check)
  return remembered((service) => {
    const kinds = trusting(service)
    return remembered((principal) =>
      kinds
        .filter(({ roles: [role] }) => role.accountId === principal.accountId)
        .flatMap((kind): readonly Passable[] => {
          const [role, ...others] = kind.roles.filter((each) => each !== principal)
          if (!role) return []
          const asked = asking(role.arn, service)
          const verdict = asker.possible(asked)(principal)
          return verdict ? [{ ...kind, roles: [role, ...others], asked, verdict }] : []
        })
        .toSorted(
          (a, b) =>
            Number(b.isAdministrator) - Number(a.isAdministrator) ||
            a.verdict.missingContext.length - b.verdict.missingContext.length,
        ),
    )
  })
}

/** The roles that each service may assume, by kind; administrators and certain ones first. */
function trustingIn(survey: Survey, check: AdministratorCheck): (service: string) => readonly TrustingRoles[] {
  const trusts = survey.account.principals.flatMap((role) =>
    role.trust ? [{ role, isRead: role.trust.isRead, text: JSON.stringify(role.trust.document) }] : [],
  )
  const evaluatorOf = remembered((text: string) => compile([{ type: 'trust', document: JSON.parse(text) }]))
  const classOf = remembered(survey.resourceClass('iam:PassRole'))
  return (service) => {
    const kinds = new Map<string, TrustingRoles>()
    for (const { role, isRead, text } of trusts) {
      if (isRead && !text.includes(`"${service}"`)) continue
      const dependsOn = trustOf(evaluatorOf(text), service, role)
      if (!dependsOn) continue
      const isAdministrator = check(role)?.dependsOn.length === 0
      const key = JSON.stringify([role.accountId, classOf(role.arn), isAdministrator, dependsOn])
      const known = kinds.get(key)
      // One more than are listed: the principal itself might be among them.
      if (known && known.roles.length > mostListed) continue
      kinds.set(key, { roles: known ? [...known.roles, role] : [role], dependsOn, isAdministrator })
    }
    return [...kinds.values()]
      .toSorted(
        (a, b) => Number(b.isAdministrator) - Number(a.isAdministrator) || a.dependsOn.length - b.dependsOn.length,
      )
      .slice(0, mostTried)
  }
}

/**
 * The condition keys that a service's access to a role depends on; undefined if it has none. The service works in the role's account, so the key about
 * the source account is known. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
function trustOf(
  evaluator: Evaluator,
  service: string,
  { arn, accountId }: AccountPrincipal,
): readonly string[] | undefined {
  const { decision, missingContext } = evaluator.explain({
    principal: service,
    action: 'sts:AssumeRole',
    resource: arn,
    context: { 'aws:SourceAccount': accountId },
    contextIs: 'partial',
  })
  if (decision === 'allowed') return []
  return decision === 'undetermined' ? missingContext : undefined
}
