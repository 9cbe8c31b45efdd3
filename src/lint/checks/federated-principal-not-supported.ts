import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const federatedPrincipalNotSupported = check({
  code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  type: 'ERROR',
  title: 'An identity provider outside a role trust policy',
  messages: {
    found:
      'An identity provider such as `{{value}}` can be a principal only in a role trust policy. Name the role that its users assume instead.',
  },
  policyTypes: ['resource', 'vpc-endpoint'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement.principal)) {
        if (value.kind !== 'federated' || value.raw === '*') continue
        const message = told('found', { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})
