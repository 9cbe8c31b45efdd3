import type { Caller } from '../iam/index.ts'

/** Below this path IAM Identity Center keeps the roles that it makes from permission sets. https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
export const identityCenterPath = 'aws-reserved/sso.amazonaws.com/'

/** AWSReservedSSO_NAME_0123456789abcdef */
const reserved = /^AWSReservedSSO_(.+)_[0-9a-f]{6,}$/

/** The permission set that a caller's role was made from ("Finance"); undefined for any other caller. */
export function permissionSetOf({ kind, name }: Pick<Caller, 'kind' | 'name'>): string | undefined {
  if (kind !== 'role-session' && kind !== 'role') return undefined
  return reserved.exec(name.slice(name.lastIndexOf('/') + 1))?.[1]
}

/** What takes the place of the Region in a role's path where the message names the role without it. */
export const anyRegion = 'REGION/'

/** Such a role by a pattern that fits with and without a Region in the path; any other ARN as it is. */
export const withAnyRegion = (arn: string): string =>
  arn.replace(`${identityCenterPath}${anyRegion}`, `${identityCenterPath}*`)
