/** The subject, with wildcards, that says the same as a claim which AWS doesn't map. */
type InSubject = (value: string) => string

/**
 * By issuer, as the table of issuers writes it, and claim. Values come from a policy and may hold wildcards.
 * https://docs.github.com/en/actions/reference/security/oidc, https://docs.gitlab.com/ci/secrets/id_token_authentication/,
 * https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens,
 * https://vercel.com/docs/oidc/reference, https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference (2026-11-28)
 */
const claims: ReadonlyMap<string, InSubject> = new Map([
  ['token.actions.githubusercontent.com repository_owner', (owner) => `repo:${owner}/*`],
  ['token.actions.githubusercontent.com organization', (owner) => `repo:${owner}/*`],
  ['gitlab.com project_path', (path) => `project_path:${path}:*`],
  ['gitlab.com namespace_path', (path) => `project_path:${path}/*`],
  ['app.terraform.io terraform_organization_name', (name) => `organization:${name}:*`],
  ['oidc.vercel.com/<TEAM> owner', (team) => `owner:${team}:*`],
  ['oidc.vercel.com owner', (team) => `owner:${team}:*`],
  // For an application, both are the object ID of its service principal.
  ['sts.windows.net/<TENANT_ID>/ oid', (id) => id],
  ['login.microsoftonline.com/<TENANT_ID>/v2.0 oid', (id) => id],
])

/** How the issuer's sub says what a claim without a condition key would say; undefined where it doesn't say it. */
export const inSubject = (issuer: string | undefined, claim: string): InSubject | undefined =>
  claims.get(`${issuer ?? ''} ${claim.toLowerCase()}`)
