import { readOf } from '../evaluate/index.ts'
import type { PrincipalPattern } from '../iam/index.ts'
import type { StandingPolicy } from './situation.ts'

/** The services that the pasted trust policies let in, where they let no one else in; empty otherwise. */
export function servicesTrusted(policies: readonly StandingPolicy[]): readonly string[] {
  const principals = principalsTrusted(policies)
  const services = principals.flatMap((value) => (value?.kind === 'service' ? [value.name] : []))
  return services.length === principals.length ? [...new Set(services)] : []
}

/**
 * The unique IDs that the pasted trust policies name (AROA…, AIDA…): what IAM shows in the place of a role or user that was deleted. One that was created again
 * under the same name has another ID. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export const deletedTrusted = (policies: readonly StandingPolicy[]): readonly string[] => [
  ...new Set(principalsTrusted(policies).flatMap((value) => (value?.kind === 'unique-id' ? [value.raw] : []))),
]

/** The groups that they name: a group can't be a principal. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const groupsTrusted = (policies: readonly StandingPolicy[]): readonly string[] => [
  ...new Set(
    principalsTrusted(policies).flatMap((value) =>
      value?.kind === 'invalid' && /^arn:[\w-]+:iam::\d{12}:group\//.test(value.raw) ? [value.raw] : [],
    ),
  ),
]

/** The principals of all Allows in the pasted trust policies; undefined for an element that names them in another way. */
const principalsTrusted = (policies: readonly StandingPolicy[]): readonly (PrincipalPattern | undefined)[] =>
  policies
    .filter(({ type, given }) => given && type === 'trust')
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect, openEffect }) => effect?.value === 'Allow' || openEffect !== undefined)
    .flatMap(({ principal }) =>
      principal?.sense === 'any-of' ? principal.items.map(({ value }) => value) : [undefined],
    )
