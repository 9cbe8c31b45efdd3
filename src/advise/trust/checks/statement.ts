import { parseArn } from '../../../iam/index.ts'
import type { OidcIssuerRow } from '../../../reference/index.ts'
import { messagesOf } from '../../../words/index.ts'
import type { TokenEvidence } from '../evidence.ts'
import { changeWords, rewrite, type TrustCheck } from '../finding.ts'
import { lacksArn } from '../providers.ts'

const told = messagesOf('trust/checks/statement', {
  statementAllowsToken: 'The statement allows {{written}}, and the token comes with {{action}}',
  samlProvider: 'a SAML provider',
  openidConnectProvider: 'an OpenID Connect provider',
  statementAllowsTokenText: 'Tokens of {{rest}} are exchanged with {{action}} only.',
  providerBelongsAnother: 'The provider belongs to another account than the role',
  providerBelongsAnotherText:
    'The role is in account {{account}}, and its trust policy names a provider of account {{accountB}}. AWS looks for the provider in the role’s own account. Create it there if it doesn’t exist.',
  providersArnHolds: 'The provider’s ARN holds https://',
  providersArnHoldsText: 'The ARN of a provider holds its issuer without the scheme, so no provider has this ARN.',
  issuerInstead: 'Federated holds the issuer, not the provider’s ARN',
  issuerInsteadText:
    'A trust policy names a provider by its ARN: arn:aws:iam::<ACCOUNT_ID>:oidc-provider/ and the issuer. The account is the role’s. With `{{written}}` the statement lets no token in.',
  otherCluster: 'The trust policy names another cluster',
  otherClusterText:
    'The paste names the cluster’s issuer as `{{actual}}`, and the policy trusts `{{host}}`. The Region and the ID must both be the cluster’s.',
  otherClusterTextForOthers:
    'The cluster’s issuer is `{{actual}}`, and the policy trusts `{{host}}`. The Region and the ID must both be the cluster’s.',
  issuerReplaced: 'No token comes from {{host}} anymore',
  issuerReplacedText:
    'This is the issuer of {{name}}. Tokens have come from {{right}} since then, and its provider must exist in the account.',
  requiresCondition: 'AWS requires a condition on {{key}}',
  requiresConditionText:
    'Everyone who uses {{name}} has tokens of this issuer, so AWS no longer accepts a trust policy that doesn’t say which ones it means. It might still work for roles that are older than that rule.',
  addCondition: 'Add a condition on `{{key}}`.',
  addConditionOne: 'Add a condition on `{{key}}`, such as this one.',
})

/** The operation that takes the tokens of each kind of provider. */
export const takenBy = { oidc: 'sts:AssumeRoleWithWebIdentity', saml: 'sts:AssumeRoleWithSAML' } as const

/**
 * The statement trusts a provider and allows another of the AssumeRole operations than the one that takes its tokens.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html
 */
export const wrongOperation: TrustCheck = ({ statement, provider }) => {
  const action = takenBy[provider.kind]
  const items = statement.action?.sense === 'any-of' ? statement.action.items : []
  const isAllowed = ({ value }: (typeof items)[number]): boolean =>
    value.kind === 'all' || value.raw.toLowerCase() === action.toLowerCase() || value.raw.includes('*')
  const wrong = items.find(({ value }) => /^sts:AssumeRole/i.test(value.raw))
  if (!wrong || items.some(isAllowed)) return []
  const written = wrong.value.raw
  return [
    {
      code: 'wrong-operation',
      certain: true,
      title: told('statementAllowsToken', { written, action }),
      text: told('statementAllowsTokenText', {
        rest: provider.kind === 'saml' ? told('samlProvider') : told('openidConnectProvider'),
        action,
      }),
      span: wrong.span,
      changes: [rewrite(wrong.span, action)],
      change: changeWords(written, action),
    },
  ]
}

/**
 * A role trusts only providers of its own account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export const otherAccount: TrustCheck = ({ provider, evidence }) => {
  const role = parseArn(evidence.role ?? '')
  if (!role || provider.account === undefined || role.account === provider.account) return []
  const right = provider.raw.replace(`::${provider.account}:`, `::${role.account}:`)
  return [
    {
      code: 'provider-of-another-account',
      certain: true,
      title: told('providerBelongsAnother'),
      text: told('providerBelongsAnotherText', { account: role.account, accountB: provider.account }),
      span: provider.entry.span,
      changes: [rewrite(provider.entry.span, right)],
      change: changeWords(provider.raw, right),
      provider: right,
    },
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html: the ARN holds the issuer without its scheme. */
export const schemeInArn: TrustCheck = ({ provider }) => {
  if (provider.kind !== 'oidc' || !/oidc-provider\/https?:\/\//i.test(provider.raw)) return []
  const right = provider.raw.replace(/https?:\/\//i, '')
  return [
    {
      code: 'scheme-in-provider',
      certain: true,
      title: told('providersArnHolds'),
      text: told('providersArnHoldsText'),
      span: provider.entry.span,
      changes: [rewrite(provider.entry.span, right)],
      change: changeWords(provider.raw, right),
      provider: right,
    },
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html: only four issuers are named without an ARN. */
export const issuerInstead: TrustCheck = ({ provider, evidence }) => {
  if (!lacksArn(provider)) return []
  const role = parseArn(evidence.role ?? '')
  const right = `arn:${role?.partition ?? 'aws'}:iam::${role?.account ?? '<ACCOUNT_ID>'}:oidc-provider/${provider.host}`
  return [
    {
      code: 'issuer-as-provider',
      certain: true,
      title: told('issuerInstead'),
      text: told('issuerInsteadText', { written: provider.raw }),
      span: provider.entry.span,
      changes: role ? [rewrite(provider.entry.span, right)] : [],
      change: changeWords(provider.raw, right),
      ...(role ? { provider: right } : {}),
    },
  ]
}

/** The provider of another cluster. https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html */
export const otherCluster: TrustCheck = ({ text, statement, provider, evidence }) => {
  const actual = evidence.issuer
  const isCluster = (host: string): boolean => host.startsWith('oidc.eks.')
  if (actual === undefined || !isCluster(actual) || !isCluster(provider.host)) return []
  if (actual === provider.host || text.includes(actual)) return []
  const right = provider.raw.replace(provider.host, actual)
  const keys = statement.conditions.filter(({ key }) => key.value.startsWith(`${provider.host}:`))
  return [
    {
      code: 'other-cluster',
      certain: false,
      title: told('otherCluster'),
      text: told('otherClusterText', { actual, host: provider.host }),
      span: provider.entry.span,
      changes: [
        rewrite(provider.entry.span, right),
        ...keys.map(({ key }) => rewrite(key.span, key.value.replace(provider.host, actual))),
      ],
      change: changeWords(provider.host, actual),
      provider: right,
    },
  ]
}

/** An issuer that its operator replaced: no token has it anymore. */
export const replacedIssuer: TrustCheck = ({ statement, provider, issuer }) => {
  const right = issuer?.replacedBy
  if (!issuer || right === undefined) return []
  const named = [
    { span: provider.entry.span, written: provider.raw },
    ...statement.conditions.map(({ key }) => ({ span: key.span, written: key.value })),
  ].filter(({ written }) => written.includes(provider.host))
  return [
    {
      code: 'replaced-issuer',
      certain: true,
      title: told('issuerReplaced', { host: provider.host }),
      text: told('issuerReplacedText', { name: issuer.name, right }),
      span: provider.entry.span,
      changes: named.map(({ span, written }) => rewrite(span, written.replace(provider.host, right))),
      change: changeWords(provider.host, right),
      provider: provider.raw.replace(provider.host, right),
    },
  ]
}

/**
 * For issuers that all their customers share, AWS lets no one assume a role without a condition that names the customer.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
export const demandedCondition: TrustCheck = ({ statement, provider, issuer, evidence }) => {
  const demands = issuer?.demands
  if (!issuer || demands === undefined) return []
  const key = demands.includes(':') ? demands : `${provider.host}:${demands}`
  if (
    statement.conditions.some((condition) =>
      condition.key.value.toLowerCase().endsWith(`:${demands.replace(/^sts:/, '')}`.toLowerCase()),
    )
  )
    return []
  const wanted = demands === 'sub' ? wantedSubject(issuer, evidence) : undefined
  return [
    {
      code: 'demanded-condition',
      // Roles that are older than the requirement may still be assumed.
      certain: false,
      title: told('requiresCondition', { key }),
      text: told('requiresConditionText', { name: issuer.name }),
      span: provider.entry.span,
      changes: [],
      ...(wanted === undefined
        ? { change: told('addCondition', { key }) }
        : {
            change: told('addConditionOne', { key }),
            statement: conditionText(statement.conditions.length > 0, key, wanted),
          }),
    },
  ]
}

/** The subject that the paste tells; else a pattern with the first two names of the issuer's form: an owner and a repository, an organization and a pipeline. */
function wantedSubject({ subjects }: OidcIssuerRow, { subject, repository }: TokenEvidence): string | undefined {
  if (subject !== undefined) return subject
  const form = subjects[0]
  if (repository !== undefined && form?.startsWith('repo:')) return `repo:${repository}:*`
  return form?.replace(/^((?:[^<>]*<[^<>]*>){2}).*$/s, '$1:*')
}

/** The lines to add: within the Condition that is there, or with it. */
function conditionText(isThere: boolean, key: string, value: string): string {
  const block = { [value.includes('*') ? 'StringLike' : 'StringEquals']: { [key]: value } }
  return JSON.stringify(isThere ? block : { Condition: block }, null, 2)
}
