import { resourcePoliciesOf, servicesWithPoliciesForServices } from '../reference/index.ts'
import { isAlwaysRoots, isDecidedWithoutIt } from './resource-policy-scope.ts'

/**
 * How the action decides whether a resource-based policy applies to a request: of two actions with the same answer, such a policy applies to both or to
 * neither, for any caller. Both arguments in lower case.
 */
export function scopeOf(service: string, actionName: string): string {
  const isForServices = resourcePoliciesOf(service, '') === 'service-only'
  // Of the services whose policies are for services only, one has resources that are an exception.
  const kind = isForServices && (service === 'logs' ? service : 'services')
  return `${kind} ${isDecidedWithoutIt(service, actionName)} ${isAlwaysRoots(service, actionName)}`
}

/** An action of every scope that `scopeOf` tells apart, as "service:operation" in lower case. */
export const actionsByScope: readonly string[] = [
  's3:putbucketpolicy',
  'ecr:getauthorizationtoken',
  ...servicesWithPoliciesForServices.map((service) => `${service}:anyaction`),
].filter((action, i, all) => {
  const scopes = all.map((each) => scopeOf(...partsOf(each)))
  return scopes.indexOf(scopeOf(...partsOf(action))) === i
})

function partsOf(action: string): readonly [service: string, actionName: string] {
  const [service = '', actionName = ''] = action.split(':')
  return [service, actionName]
}
