/**
 * Roles of AWS’s own accounts that call for a service, by how their names begin: no one else can change them, and a resource’s policy names the
 * service instead. https://github.com/aws/aws-cli/issues/2256 (2026-11-30)
 */
const ofServices: readonly (readonly [role: string, service: string])[] = [
  ['awscognitoidentityproviderservice-', 'cognito-idp.amazonaws.com'],
]

/** The service for which such a role’s session calls; undefined for any other caller. */
export function serviceBehind(principal: string | undefined): string | undefined {
  const [, role = ''] = /:assumed-role\/([^/]+)\//.exec(principal ?? '') ?? []
  return ofServices.find(([name]) => role.startsWith(name))?.[1]
}
