import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { gitHub } from '../oidc.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const confirmAudienceClaimType = check({
  code: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  type: 'SUGGESTION',
  title: 'ForAllValues or ForAnyValue on an audience that might be a single string',
  messages: {
    single: "The audience in GitHub's tokens is a single value, so this condition is right.",
    found:
      'Is `{{key}}` a list in the tokens of this provider? Then `{{written}}` is right. If it’s a single string, as with most providers, remove `{{quantifier}}:`.',
  },
  policyTypes: ['trust'],
  needs: /:aud$/,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringEquals": { "login.example.com:aud": "billing-app" }, "StringEquals": { "login.example.com:sub": "robot" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "login.example.com:aud": "billing-app", "login.example.com:sub": "robot" } } }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key } of subject.conditions) {
      const quantifier = condition.operator.value?.quantifier ?? 'single'
      if (!key.endsWith(':aud')) continue
      if (quantifier === 'single') {
        // Access Analyzer asks it of every trust policy for GitHub, whose tokens hold one audience.
        if (key === `${gitHub}:aud`)
          yield { path: condition.path, span: condition.span, message: told('single'), folded: true }
        continue
      }
      const message = told('found', {
        key: condition.key.value,
        written: condition.operator.written,
        quantifier: quantifier === 'for-all' ? 'ForAllValues' : 'ForAnyValue',
      })
      yield { path: condition.path, span: condition.span, message }
    }
  },
})
