import { type CompiledStatement, isAbout, type PreparedPolicy } from '../evaluate/index.ts'
import { coversResource } from '../iam/index.ts'
import type { Action, Service } from '../reference/index.ts'
import { resourcesOf } from './allowances.ts'
import { type DecidedBy, decidedBy, requestOf } from './decisions.ts'
import type { AccountPrincipal } from './read-account.ts'
import type { PrincipalPolicies, Survey } from './survey.ts'

/** An action on one resource, or on the resources that a policy's pattern names. */
export interface Permission {
  /** "service:Action", in AWS's spelling. */
  readonly action: string
  /** AWS's access level: "Read", "Write", … */
  readonly accessLevel: string
  /** As a policy names it: an ARN, a pattern, or "*". */
  readonly resource: string
  /** Resources within it, as policies name them, for which the decision is another one. */
  readonly except: readonly string[]
  readonly verdict: DecidedBy
}

/** What a principal may do with one service. Permissions that nothing allows are left out. */
export interface ServicePermissions {
  readonly prefix: string
  readonly name: string
  readonly permissions: readonly Permission[]
}

/**
 * What can this principal do? Each action of the loaded services is decided on every resource that a statement about it names, in the principal's
 * policies and in those around it. Two patterns that overlap without one containing the other aren't told apart.
 */
export function whatCan(survey: Survey, principal: AccountPrincipal): readonly ServicePermissions[] {
  const policies = survey.of(principal)
  const services = [...(survey.surroundings.reference?.services.values() ?? [])]
  return services.flatMap((service) => {
    const permissions = [...service.actions.values()].flatMap((action) =>
      permissionsFor(service, action, policies, principal),
    )
    return permissions.length === 0 ? [] : [{ prefix: service.prefix, name: service.name, permissions }]
  })
}

function permissionsFor(
  service: Service,
  { name, accessLevels }: Action,
  { evaluator, identity, others }: PrincipalPolicies,
  principal: AccountPrincipal,
): readonly Permission[] {
  const asked = { service: service.prefix, actionName: name.toLowerCase() }
  const granting = statementsAbout(identity, asked)
  if (!granting.some(({ effect }) => effect === 'Allow')) return []
  const named = new Set(
    [...granting, ...statementsAbout(others, asked)].flatMap((each) => resourcesOf(each, principal)),
  )
  const action = `${service.prefix}:${name}`
  const decided = [...named].map((resource) => ({
    resource,
    verdict: decidedBy(evaluator.explain(requestOf(principal, { action, resource }))),
  }))
  const open = decided.filter(({ verdict }) => verdict.decision === 'allowed' || verdict.decision === 'undetermined')
  return open
    .filter((each) => !open.some((other) => contains(other, each) && other.verdict.decision === each.verdict.decision))
    .map(({ resource, verdict }) => {
      const inside = decided.filter((each) => contains({ resource }, each))
      const except = inside.filter((each) => each.verdict.decision !== verdict.decision).map((each) => each.resource)
      return { action, accessLevel: accessLevels[0] ?? 'Write', resource, except, verdict }
    })
}

const statementsAbout = (
  policies: readonly PreparedPolicy[],
  asked: { readonly service: string; readonly actionName: string },
): readonly CompiledStatement[] =>
  policies.flatMap(({ prepared }) => prepared.statements.filter((statement) => isAbout(statement, asked)))

const contains = (wide: { readonly resource: string }, narrow: { readonly resource: string }): boolean =>
  wide.resource !== narrow.resource && coversResource(wide.resource, narrow.resource)
