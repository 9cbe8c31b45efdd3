import { isAbout, type PreparedPolicy, type Request } from '../evaluate/index.ts'
import type { ResourcePattern } from '../iam/index.ts'
import type { Action, Service } from '../reference/index.ts'
import type { AccountPrincipal } from './read-account.ts'
import type { Survey } from './survey.ts'
import { type DecidedBy, decidedBy, requestOf } from './who-can.ts'

/** An action on one resource, or on all resources that a policy's pattern names. */
export interface Permission {
  /** "service:Action", in AWS's spelling. */
  readonly action: string
  /** AWS's access level: "Read", "Write", … */
  readonly accessLevel: string
  /** As the policy names it: an ARN, a pattern, or "*". */
  readonly resource: string
  readonly verdict: DecidedBy
}

/** What a principal may do with one service. Permissions that nothing allows are left out. */
export interface ServicePermissions {
  readonly prefix: string
  readonly name: string
  readonly permissions: readonly Permission[]
}

/**
 * What can this principal do? Each action of the loaded services is decided on the resources that the principal's Allow statements name for it.
 * Resource-based policies that aren't given can allow more; the answer's gaps say so.
 */
export function whatCan(survey: Survey, principal: AccountPrincipal): readonly ServicePermissions[] {
  const { evaluator, policies } = survey.of(principal)
  const services = [...(survey.surroundings.reference?.services.values() ?? [])]
  return services.flatMap((service) => {
    const permissions = [...service.actions.values()].flatMap((action) =>
      resourcesFor(service, action, policies, principal).flatMap((resource): readonly Permission[] => {
        const name = `${service.prefix}:${action.name}`
        const verdict = decidedBy(evaluator.explain(requestFor(principal, name, resource)))
        if (verdict.decision !== 'allowed' && verdict.decision !== 'undetermined') return []
        return [{ action: name, accessLevel: action.accessLevels[0] ?? 'Write', resource, verdict }]
      }),
    )
    return permissions.length === 0 ? [] : [{ prefix: service.prefix, name: service.name, permissions }]
  })
}

const requestFor = (principal: AccountPrincipal, action: string, resource: string): Request =>
  requestOf(principal, { action, resource })

/** The resources that Allow statements about an action name. */
function resourcesFor(
  service: Service,
  action: Action,
  policies: readonly PreparedPolicy[],
  principal: AccountPrincipal,
): readonly string[] {
  const asked = { service: service.prefix, actionName: action.name.toLowerCase() }
  const named = new Set<string>()
  for (const { prepared } of policies) {
    for (const compiled of prepared.statements) {
      if (compiled.effect !== 'Allow' || !isAbout(compiled, asked)) continue
      const { resource } = compiled
      if (!resource || resource.sense === 'none-of') named.add('*')
      else for (const { value } of resource.items) named.add(textOf(value, principal))
    }
  }
  // A statement about everything covers the others.
  return named.has('*') ? ['*'] : [...named]
}

const textOf = (pattern: ResourcePattern, principal: AccountPrincipal): string =>
  pattern.kind === 'arn' ? pattern.raw.replaceAll(/\$\{aws:username\}/g, () => principal.name) : '*'
