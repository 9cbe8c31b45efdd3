import type { Statement } from '../iam/index.ts'
import type { Subject } from './check.ts'
import { type Entry, entriesOf } from './entries.ts'

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

/** Every OpenID Connect provider that a statement allows to assume the role. SAML providers are none. */
export function trustedProviders({ policy: { statements } }: Pick<Subject, 'policy'>): readonly TrustedProvider[] {
  return statements.flatMap((statement) => {
    const { effect, principal } = statement
    if (effect?.value !== 'Allow' || principal?.sense !== 'any-of') return []
    return entriesOf(statement, principal).flatMap((entry) => {
      const { raw } = entry.value
      const host = builtIn.has(raw) ? raw : /^arn:[\w-]+:iam::[^:]*:oidc-provider\/(.+)$/.exec(raw)?.[1]
      return host === undefined ? [] : [{ host, entry, statement }]
    })
  })
}
