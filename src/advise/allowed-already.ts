import { readOf } from '../evaluate/index.ts'
import { type Condition, coversActions, coversResource, readAction } from '../iam/index.ts'
import { passedRolesOf, roleNamed } from '../reference/index.ts'
import type { Evaluated } from './situation.ts'

/** A pattern that matches the denied resource, too, isn’t a further resource: it would only widen the change. */
export const isSameOrWider = (resource: string, denied: string): boolean =>
  resource === denied || (resource !== '*' && coversResource(resource, denied))

/** The resource of a name that nothing tells, as a pattern of all such names. */
export const anyNamed = (resource: string): string => resource.replaceAll(/<[A-Z][A-Z0-9_]*>/g, '*')

/** Does one of the caller's statements allow the action on a resource that fits? */
const hasAllow = (
  policies: Evaluated['policies'],
  action: string,
  fits: (pattern: string, conditions: readonly Condition[]) => boolean,
): boolean =>
  policies
    .filter(({ type, given }) => type === 'identity' && given)
    .flatMap((policy) => readOf(policy).policy.statements)
    .some(
      ({ effect, action: actions, resource, conditions }) =>
        effect?.value === 'Allow' &&
        actions?.sense === 'any-of' &&
        actions.items.some(({ value }) => coversActions(value, readAction(action))) &&
        resource?.sense === 'any-of' &&
        resource.items.some(({ value }) => fits(value.raw, conditions)),
    )

/** Do the caller's policies allow it on some of these resources already? Their author chose those: nothing says that the call needs others. */
export const allowsSomeOf = (policies: Evaluated['policies'], action: string, resource: string): boolean =>
  /[*?]/.test(resource) &&
  resource !== '*' &&
  hasAllow(policies, action, (pattern) => coversResource(resource, pattern))

/** Do the caller's policies allow it under a condition? A statement without one would take that condition away. */
export const isAllowedConditionally = (policies: Evaluated['policies'], action: string, resource: string): boolean =>
  hasAllow(policies, action, (pattern, conditions) => conditions.length > 0 && coversResource(pattern, resource))

/** Do the caller's policies allow passing a role that can be this one of the call's (a template of its ARN)? */
export function allowsRole({ asked, policies }: Evaluated, call: string, template: string): boolean {
  const isDenied = asked.action === 'iam:PassRole'
  return hasAllow(policies, 'iam:PassRole', (pattern) => {
    if (pattern === asked.request.resource) return false
    const named = roleNamed(passedRolesOf(call), pattern)
    // A name that says nothing is that of the other role, if one of two was denied.
    return named === undefined ? isDenied : named.template === template
  })
}

/** A role of a call that passes several: "role/<TASK_ROLE_NAME>". */
export const isOneOfRoles = (resource: string): boolean => /:role\/<[A-Z_]{1,40}_ROLE_NAME>$/.test(resource)
