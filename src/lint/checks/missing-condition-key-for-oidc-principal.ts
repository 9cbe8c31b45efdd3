import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { gitHub, trustedProviders } from '../oidc.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingConditionKeyForOidcPrincipal = check({
  code: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  type: 'SECURITY_WARNING',
  title: 'All users of an identity provider can assume the role',
  messages: {
    found:
      'Without a condition every user of `{{host}}` can assume this role. Add its keys, such as `{{aud}}` and `{{sub}}`.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "accounts.google.com:aud": "66677788899900pro0" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { host, entry, statement } of trustedProviders(subject)) {
      const prefix = `${host}:`.toLowerCase()
      if (host === gitHub || statement.conditions.some(({ key }) => key.value.toLowerCase().startsWith(prefix)))
        continue
      const message = told('found', { host, aud: `${host}:aud`, sub: `${host}:sub` })
      yield { path: entry.path, span: entry.span, message }
    }
  },
})
