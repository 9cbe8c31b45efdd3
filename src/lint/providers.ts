import { parseArn } from '../iam/index.ts'

/** The providers that AWS knows by name. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
const known: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
])

/** Is it an identity provider as a trust policy names one: by its ARN, or by one of the four names? */
export function isProvider(raw: string): boolean {
  const { service, account, resource = '' } = parseArn(raw) ?? {}
  return known.has(raw) || (service === 'iam' && account !== '' && /^(oidc|saml)-provider\/./.test(resource))
}
