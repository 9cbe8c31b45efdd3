import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

export const openTrust = check({
  code: 'OPEN_TRUST',
  own: true,
  type: 'WARNING',
  title: 'Every AWS account can assume the role',
  messages: {
    found:
      'Anyone in any AWS account can assume this role. Name the accounts or roles that you mean, or add a condition such as `aws:PrincipalOrgID`.',
  },
  policyTypes: ['trust'],
  wrong: policyOf('{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      const { effect, principal, conditions } = statement
      if (effect?.value !== 'Allow' || principal?.sense !== 'any-of' || conditions.length > 0) continue
      for (const { value, path, span } of entriesOf(principal)) {
        // A bare "*" is a separate error: AWS rejects it here.
        if (value.kind !== 'everyone' || path === `${statement.path}/Principal`) continue
        const message = told('found')
        yield { path, span, message }
      }
    }
  },
})
