import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { neverPresentClaims } from '../oidc.ts'

/** A claim that AWS doesn't map never reaches the policy, even if it's in the token. */
export const oidcClaimWithoutConditionKey = check({
  code: 'OIDC_CLAIM_WITHOUT_CONDITION_KEY',
  own: true,
  type: 'WARNING',
  title: 'A condition on a claim that AWS has no condition key for never matches',
  messages: {
    found:
      'AWS has no condition key for the claim `{{claim}}` of `{{host}}`, so no request carries `{{key}}`: this statement lets no token in. Use `{{sub}}`.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "gitlab.com:project_path": "example/app" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "gitlab.com:sub": "project_path:example/app:*" } } }',
  ),
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  *find(subject) {
    for (const { host, claim, condition } of neverPresentClaims(subject)) {
      const data = { host, claim, key: condition.key.value, sub: `${host}:sub` }
      yield { path: condition.path, span: condition.key.span, message: told('found', data) }
    }
  },
})
