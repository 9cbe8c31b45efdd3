import { symbolsIn } from '../../iam/index.ts'
import { isMappedClaim } from '../../reference/index.ts'
import type { TrustedProvider } from './providers.ts'

/**
 * What a condition key of a trust policy is, seen from the provider that the statement names:
 * - claim: a claim of its tokens that AWS maps
 * - unmapped: a claim of its tokens that AWS doesn't map: no request carries it
 * - arn: begins with the provider's ARN instead of its host: no request carries it
 * - scheme: begins with "https://": no request carries it
 * - other-provider: a claim of another provider: requests with this one's tokens don't carry it
 * - other: not a claim of a token
 */
export interface ClaimKey {
  readonly is: 'claim' | 'unmapped' | 'arn' | 'scheme' | 'other-provider' | 'other'
  /** "sub": behind the last colon, as written. */
  readonly claim: string
  /** What stands before it. */
  readonly before: string
}

/**
 * Claims of a SAML assertion that AWS maps.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml
 */
const samlClaims: ReadonlySet<string> = new Set(
  'aud cn commonname doc edupersonaffiliation edupersonassurance edupersonentitlement edupersonnickname edupersonorgdn edupersonorgunitdn edupersonprimaryaffiliation edupersonprimaryorgunitdn edupersonprincipalname edupersonscopedaffiliation edupersontargetedid eduorghomepageuri eduorgidentityauthnpolicyuri eduorglegalname eduorgsuperioruri eduorgwhitepagesuri givenname iss mail name namequalifier organizationstatus primarygroupsid sub sub_type surname uid x500uniqueidentifier'.split(
    ' ',
  ),
)

/** Does it contain a name without a value? */
export const isOpen = (text: string): boolean => symbolsIn(text).length > 0

/** Keys ignore case; what a text means is decided by its last colon. */
export function claimKey(key: string, { kind, host }: Pick<TrustedProvider, 'kind' | 'host'>): ClaimKey {
  const colon = key.lastIndexOf(':')
  const [before, claim] = [key.slice(0, Math.max(colon, 0)), key.slice(colon + 1)]
  const folded = before.toLowerCase()
  const as = (is: ClaimKey['is']): ClaimKey => ({ is, claim, before })
  // An issuer that isn't written out could be any: nothing is certain about its keys.
  if (folded !== 'saml' && (isOpen(before) || isOpen(host))) {
    const isClaim = kind === 'oidc' && isOpen(before) && isMappedClaim(before, claim)
    return as(isClaim ? 'claim' : 'other')
  }
  if (folded.startsWith('arn:')) return as('arn')
  if (/^https?:\/\//.test(folded)) return as('scheme')
  if (folded === 'saml') {
    if (kind !== 'saml') return as('other-provider')
    return as(samlClaims.has(claim.toLowerCase()) ? 'claim' : 'unmapped')
  }
  if (kind === 'oidc' && folded === host.toLowerCase()) return as(isMappedClaim(host, claim) ? 'claim' : 'unmapped')
  // AWS's own prefixes (aws, sts) hold no dot; every issuer's host does.
  return as(folded.includes('.') ? 'other-provider' : 'other')
}

/** Is it certain that requests with this provider's tokens don't carry the key? */
export const neverPresent = ({ is }: ClaimKey): boolean => is !== 'claim' && is !== 'other'
