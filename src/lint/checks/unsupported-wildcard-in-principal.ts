import { accessAnalyzer, principalTypes } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const unsupportedWildcardInPrincipal = check({
  code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  type: 'ERROR',
  title: 'A principal contains a wildcard',
  messages: {
    everyService:
      '`*` cannot mean all services here. Name each service, or write `"Principal": "*"` with a Bool condition on aws:PrincipalIsAWSService.',
    wildcard:
      '`{{value}}` contains a wildcard, and a principal supports only `*` by itself. Name the account, and add the pattern as an ArnLike condition on aws:PrincipalArn.',
  },
  policyTypes: principalTypes.filter((type) => type !== 'rcp'),
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance-*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Finance-*" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      for (const { value, path, span } of entriesOf(statement.principal)) {
        const isEveryService = value.kind === 'everyone' && /\/Service(\/\d+)?$/.test(path)
        if (!isEveryService && (value.kind !== 'invalid' || !value.problem.startsWith('wildcard'))) continue
        const message = isEveryService ? told('everyService') : told('wildcard', { value: value.raw })
        yield { path, span, message }
      }
    }
  },
})
