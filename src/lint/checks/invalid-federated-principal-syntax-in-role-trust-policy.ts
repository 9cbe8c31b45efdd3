import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { isProvider } from '../providers.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidFederatedPrincipalSyntaxInRoleTrustPolicy = check({
  code: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  type: 'ERROR',
  title: 'An identity provider that AWS does not know',
  messages: {
    found:
      '`{{value}}` isn’t an identity provider: write the ARN of a provider in your account (`…:oidc-provider/…` or `…:saml-provider/…`), or one of the four that AWS knows by name, such as `accounts.google.com`.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "https://login.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement.principal)) {
        if (value.kind !== 'federated' || isProvider(value.raw) || value.raw.includes('${')) continue
        const message = told('found', { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})
