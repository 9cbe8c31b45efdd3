import { isAccountId, type PolicyDocument, type PrincipalPattern, parseArn, type Statement } from '../../iam/index.ts'
import { builtInIssuers } from '../../reference/index.ts'
import type { Located } from '../../text/index.ts'

/** An identity provider that a trust policy names as a Principal. */
export interface TrustedProvider {
  readonly kind: 'oidc' | 'saml'
  /** As written in the policy. */
  readonly raw: string
  /** The issuer without "https://", even if the policy writes that, as condition keys begin; the provider's name for SAML. */
  readonly host: string
  /** Undefined for the four issuers that AWS knows by name. */
  readonly account: string | undefined
  readonly statement: Statement
  readonly entry: Located<PrincipalPattern>
}

/** Every identity provider that a statement of a trust policy allows in, in the order of the text. */
export const trustedProviders = ({ statements }: PolicyDocument): readonly TrustedProvider[] =>
  statements.flatMap(trustedIn)

/** Those of one statement. */
export function trustedIn(statement: Statement): readonly TrustedProvider[] {
  const { effect, principal } = statement
  if (effect?.value !== 'Allow' || principal?.sense !== 'any-of') return []
  return principal.items.flatMap((entry) => {
    const provider = providerOf(entry.value)
    return provider ? [{ ...provider, statement, entry }] : []
  })
}

/** Reads one entry of Principal; undefined for anyone but an identity provider. */
function providerOf({ kind, raw }: PrincipalPattern): Omit<TrustedProvider, 'statement' | 'entry'> | undefined {
  if (builtInIssuers.has(raw)) return { kind: 'oidc', raw, host: raw, account: undefined }
  const issuer = kind === 'federated' ? issuerInstead(raw) : undefined
  if (issuer !== undefined) return { kind: 'oidc', raw, host: issuer, account: undefined }
  const { service, account, resource = '' } = parseArn(raw) ?? {}
  const [, type, host] = /^(oidc|saml)-provider\/(.+)$/s.exec(resource) ?? []
  if (service !== 'iam' || host === undefined) return undefined
  return {
    kind: type === 'saml' ? 'saml' : 'oidc',
    raw,
    host: type === 'saml' ? host : host.replace(/^https?:\/\//i, ''),
    account: isAccountId(account ?? '') ? account : undefined,
  }
}

/** An issuer's host or URL where the ARN of its provider belongs, or the end of that ARN. IAM saves it, and no token fits. */
function issuerInstead(raw: string): string | undefined {
  const [, host] =
    /^(?:(?:oidc-provider\/)?(?:https?:\/\/)?)((?:[\w-]{1,63}\.){1,9}[a-z]{2,20}(?::\d{1,5})?(?:\/[^\s*?]{1,300})?)$/i.exec(
      raw,
    ) ?? []
  return host?.replace(/\/$/, '')
}

/** Does Federated hold something else than an ARN where AWS wants one? */
export const lacksArn = ({ kind, raw }: Pick<TrustedProvider, 'kind' | 'raw'>): boolean =>
  kind === 'oidc' && !raw.startsWith('arn:') && !builtInIssuers.has(raw)

/** The caller that AWS sees where this provider's token is presented: the provider's ARN. */
export const callerOf = ({ raw, host }: TrustedProvider, account: string): string =>
  raw.startsWith('arn:') ? raw : `arn:aws:iam::${account}:oidc-provider/${host}`
