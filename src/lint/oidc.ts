import { type Condition, type Entry, parseArn, type Statement } from '../iam/index.ts'
import { isMappedClaim } from '../reference/index.ts'
import type { Subject } from './check.ts'
import { entriesOf } from './entries.ts'
import { asksForKey, conditionsOn } from './statement-check.ts'

/** GitHub's own provider, the one for its pipelines. */
export const gitHub = 'token.actions.githubusercontent.com'

/** Providers that are named without an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const builtIn: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
])

/** An OpenID Connect provider that a trust policy lets in; `host` as it stands before its condition keys. */
export interface TrustedProvider {
  readonly host: string
  readonly entry: Entry<unknown>
  readonly statement: Statement
}

/** The host in the ARN of a provider, in any account, also one that a template leaves open. */
function hostIn(raw: string): string | undefined {
  const arn = parseArn(raw)
  const isProvider = arn?.service === 'iam' && arn.resource.startsWith(ofProvider)
  return isProvider && arn.resource.length > ofProvider.length ? arn.resource.slice(ofProvider.length) : undefined
}

const ofProvider = 'oidc-provider/'

/** Every OpenID Connect provider that a statement allows to assume the role. SAML providers are none. */
export function trustedProviders({ policy: { statements } }: Pick<Subject, 'policy'>): readonly TrustedProvider[] {
  return statements.flatMap((statement) => {
    const { effect, principal } = statement
    if (effect?.value !== 'Allow' || principal?.sense !== 'any-of') return []
    return entriesOf(principal).flatMap((entry) => {
      const { raw } = entry.value
      const host = builtIn.has(raw) ? raw : hostIn(raw)
      return host === undefined ? [] : [{ host, entry, statement }]
    })
  })
}

/** A condition on a claim that AWS doesn't turn into a condition key: its statement can't match. */
interface NeverPresentClaim {
  readonly host: string
  readonly claim: string
  readonly condition: Condition
}

/** Conditions of trusted providers on claims that are never in a request. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const neverPresentClaims = (subject: Pick<Subject, 'policy'>): readonly NeverPresentClaim[] =>
  trustedProviders(subject).flatMap(({ host, statement }) =>
    unmappedClaims(statement, host).map((found) => ({ host, ...found })),
  )

/** The conditions of a statement that need a claim of this provider which AWS doesn't map. */
export const unmappedClaims = (
  statement: Statement,
  host: string,
): readonly { readonly claim: string; readonly condition: Condition }[] =>
  host.includes('$')
    ? []
    : conditionsOn(statement, /:/, asksForKey).flatMap((condition) => {
        const written = condition.key.value
        const claim = written.toLowerCase().startsWith(`${host.toLowerCase()}:`) ? written.slice(host.length + 1) : ''
        return claim === '' || claim.includes('$') || isMappedClaim(host, claim) ? [] : [{ claim, condition }]
      })
