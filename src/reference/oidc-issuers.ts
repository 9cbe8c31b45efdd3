import type { OidcIssuerRow } from './fact-rows.ts'
import { oidcIssuerRows } from './facts/oidc-issuers.ts'

/**
 * Claims that AWS maps for every issuer.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const everyIssuer: readonly string[] = ['aud', 'sub', 'amr', 'oaud', 'email']

/** Issuers with keys of their own instead. https://docs.aws.amazon.com/service-authorization/latest/reference/list_sts.html */
const withoutCommonClaims: ReadonlySet<string> = new Set(['www.amazon.com', 'graph.facebook.com'])

/** Issuers that a trust policy names without an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const builtInIssuers: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  ...withoutCommonClaims,
])

/** The row of an issuer, given as in a provider's ARN; undefined for one that the table doesn't know. Takes time linear in the text. */
export const oidcIssuer = (host: string): OidcIssuerRow | undefined => {
  const wanted = host.toLowerCase()
  return oidcIssuerRows.find(({ issuer }) => fitsForm(wanted, issuer.toLowerCase()))
}

/** All issuers of the table. */
export const oidcIssuers: readonly OidcIssuerRow[] = oidcIssuerRows

/** Can this claim of the issuer's tokens be a condition key? */
export function isMappedClaim(host: string, claim: string): boolean {
  const wanted = claim.toLowerCase()
  const own = (oidcIssuer(host)?.claims ?? '').split(' ')
  if (own.includes(wanted)) return true
  return !withoutCommonClaims.has(host.toLowerCase()) && everyIssuer.includes(wanted)
}

/** Does a text have a form such as "oidc.eks.<REGION>.amazonaws.com/id/<ID>"? A placeholder matches one or more characters other than "/". */
function fitsForm(text: string, form: string): boolean {
  const parts = text.split('/')
  const forms = form.split('/')
  return parts.length === forms.length && forms.every((each, i) => fitsPart(parts[i] ?? '', each))
}

/** What an issuer's host says of the names in its form, by placeholder: "<TEAM>" → "acme". */
export function namesInIssuer({ issuer }: Pick<OidcIssuerRow, 'issuer'>, host: string): ReadonlyMap<string, string> {
  const parts = host.split('/')
  return new Map(
    issuer.split('/').flatMap((form, i): readonly (readonly [string, string])[] => {
      const [before = '', hole, after = ''] = form.split(/(<[^<>]+>)/)
      const part = parts[i] ?? ''
      return hole === undefined ? [] : [[hole, part.slice(before.length, part.length - after.length)]]
    }),
  )
}

function fitsPart(part: string, form: string): boolean {
  const open = form.indexOf('<')
  if (open < 0) return part === form
  const [before, after] = [form.slice(0, open), form.slice(form.lastIndexOf('>') + 1)]
  return part.length > before.length + after.length && part.startsWith(before) && part.endsWith(after)
}
