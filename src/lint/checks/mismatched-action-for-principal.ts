import { matches, type PrincipalPattern } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { isProvider } from '../providers.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const mismatchedActionForPrincipal = check({
  code: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
  type: 'ERROR',
  title: 'The principal cannot use the action',
  messages: {
    found:
      '`{{value}}` assumes roles with `{{wanted}}`, which this statement does not allow, so no one can assume the role this way. Write `{{wanted2}}` as the action.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com" }, "Action": "sts:AssumeRole" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const { action, effect } = statement
      if (effect?.value !== 'Allow' || action?.sense !== 'any-of') continue
      const assuming = entriesOf(action).filter(({ value }) => /^sts:assumerole/i.test(value.raw))
      for (const { value } of entriesOf(statement.principal)) {
        const wanted = actionFor(value)
        const [first] = assuming
        if (wanted === undefined || first === undefined) continue
        if (assuming.some((entry) => matches(entry.value.raw.toLowerCase(), wanted.toLowerCase()))) continue
        const message = told('found', { value: value.raw, wanted, wanted2: wanted })
        yield { path: first.path, span: first.span, message }
        break
      }
    }
  },
})

function actionFor(principal: PrincipalPattern): string | undefined {
  switch (principal.kind) {
    case 'federated':
      if (!isProvider(principal.raw)) return undefined
      return principal.raw.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity'
    case 'arn':
    case 'account':
    case 'service':
      return 'sts:AssumeRole'
    default:
      return undefined
  }
}
