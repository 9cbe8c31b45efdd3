import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { conditionsOf } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { gitHub } from '../oidc.ts'
import { quote } from '../words.ts'

/** Access Analyzer asks it of every trust policy for GitHub, whose tokens hold one audience. */
const scalar = "The audience in GitHub's tokens is a single value, so this condition is right."

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const confirmAudienceClaimType: Check = {
  code: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  type: 'SUGGESTION',
  title: 'ForAllValues or ForAnyValue on an audience that might be a single string',
  policyTypes: ['trust'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringEquals": { "login.example.com:aud": "billing-app" }, "StringEquals": { "login.example.com:sub": "robot" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "login.example.com:aud": "billing-app", "login.example.com:sub": "robot" } } }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { condition, key } of conditionsOf(subject)) {
      const quantifier = condition.operator.value?.quantifier ?? 'single'
      if (!key.endsWith(':aud')) continue
      if (quantifier === 'single') {
        if (key === `${gitHub}:aud`) yield { path: condition.path, span: condition.span, message: scalar, folded: true }
        continue
      }
      const message = `Is ${quote(condition.key.value)} a list in the tokens of this provider? Then ${quote(condition.operator.written)} is right. If it’s a single string, as with most providers, remove \`${quantifier === 'for-all' ? 'ForAllValues' : 'ForAnyValue'}:\`.`
      yield { path: condition.path, span: condition.span, message }
    }
  },
}
