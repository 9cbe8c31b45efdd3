import { matches, type Statement, symbolsIn } from '../../iam/index.ts'
import { type OidcIssuerRow, oidcIssuer } from '../../reference/index.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { gitHub, trustedProviders, unmappedClaims } from '../oidc.ts'
import { asksForKey, conditionsOn } from '../statement-check.ts'

/** Providers that issue tokens for all their customers under one address. GitHub without any condition on `sub` is Access Analyzer's to tell. */
export const oidcSubjectOfOtherTenants = check({
  code: 'OIDC_SUBJECT_OF_OTHER_TENANTS',
  own: true,
  type: 'SECURITY_WARNING',
  title: 'Other customers of the identity provider can assume the role',
  messages: {
    found:
      'Every customer of {{issuer}} can get a token with this audience. Limit `{{sub}}` to your own, such as `{{form}}`.',
    open: 'Subjects of other customers of {{issuer}} also match `{{raw}}`. Limit `{{sub}}` to your own, such as `{{form}}`.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "gitlab.com:aud": "https://gitlab.com" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "gitlab.com:aud": "https://gitlab.com" }, "StringLike": { "gitlab.com:sub": "project_path:example/app:ref_type:branch:ref:*" } } }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
  *find(subject) {
    for (const { host, entry, statement } of trustedProviders(subject)) {
      const issuer = oidcIssuer(host)
      if (!issuer?.shared || namesTenantByClaim(statement, host, issuer)) continue
      if (
        issuer.demands === 'sts:RoleSessionName' &&
        conditionsOn(statement, /^sts:rolesessionname$/, asksForKey).length > 0
      )
        continue
      // Then the statement lets no token in, which is told by OIDC_CLAIM_WITHOUT_CONDITION_KEY.
      if (unmappedClaims(statement, host).length > 0) continue
      const [condition] = conditionsOf(statement, host, 'sub')
      if (!condition && host.toLowerCase() === gitHub) continue
      // A provider without any condition is told by MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL.
      if (!condition && !statement.conditions.some(({ key }) => isKeyOf(key.value, host))) continue
      const open = condition?.values.find(({ value }) => !namesTenant(value.raw, issuer.subjects))
      if (condition && !open) continue
      const [form = '<SUBJECT>'] = issuer.subjects
      const data = { issuer: issuer.name, sub: `${host}:sub`, form }
      const message = open ? told('open', { ...data, raw: open.value.raw }) : told('found', data)
      yield condition
        ? { path: condition.path, span: condition.key.span, message }
        : { path: entry.path, span: entry.span, message }
    }
  },
})

const isKeyOf = (key: string, host: string): boolean => key.toLowerCase().startsWith(`${host.toLowerCase()}:`)

const conditionsOf = (statement: Statement, host: string, claim: string) =>
  conditionsOn(statement, /:[\w/-]+$/, asksForKey).filter(
    ({ key }) => key.value.toLowerCase() === `${host}:${claim}`.toLowerCase(),
  )

/** Claims that one tenant’s tokens alone have: the number of an organization, group, repository, or account, or what the issuer gives to one customer. */
function namesTenantByClaim(statement: Statement, host: string, { claims = '', tenantClaim }: OidcIssuerRow): boolean {
  const numbers = claims
    .split(' ')
    .filter((claim) => /(?:^|[_-])id$|owner_id$/.test(claim) && !/^(?:actor|user|app)_id$/.test(claim))
  return [...numbers, 'email', ...(tenantClaim ? [tenantClaim] : [])].some((claim) =>
    conditionsOf(statement, host, claim).some(({ values }) => values.every(({ value }) => !/[*?]/.test(value.raw))),
  )
}

/**
 * Does a subject fix the tenant? In "organization:<ORGANIZATION>:pipeline:…", everything up to the colon after the first placeholder does: it must not
 * contain a wildcard. A form that isn’t in the table counts as fixed if it doesn’t begin with a wildcard.
 */
function namesTenant(subject: string, forms: readonly string[]): boolean {
  const open = subject.search(/[*?]/)
  // What a template leaves open can be "owner/repository", for example.
  if (open < 0 || symbolsIn(subject.slice(0, open)).length > 0) return true
  const known = forms.flatMap((form) => {
    const [, before = '', behind = ''] = /^([^<]*)<[^>]+>(.?)/.exec(form) ?? []
    return subject.startsWith(before) || matches(subject, `${before}x${behind}`) ? [{ before, behind }] : []
  })
  if (known.length === 0) return !/^[*?]/.test(subject)
  return known.some(({ before, behind }) => {
    if (!subject.startsWith(before)) return false
    const tenant = subject.slice(before.length)
    const end = behind === '' ? tenant.length : tenant.indexOf(behind)
    return end > 0 && !/[*?]/.test(tenant.slice(0, end))
  })
}
