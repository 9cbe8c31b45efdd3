import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpSyntaxErrorPrincipal = check({
  code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
  type: 'ERROR',
  title: 'A resource control policy names principals',
  messages: {
    principal:
      'A resource control policy applies to everyone, so AWS accepts only `"Principal": "*"`. To limit it to some callers, use a condition, such as aws:PrincipalAccount or aws:PrincipalArn.',
    notPrincipal:
      'A resource control policy does not support `NotPrincipal`. Write `"Principal": "*"`, and use a condition to exempt a principal, such as ArnNotLike on aws:PrincipalArn.',
  },
  policyTypes: ['rcp'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:*", "Resource": "*" }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { principal, path } of statements) {
      if (!principal) continue
      const { value: element, span } = principal.keyword
      const isEveryone = principal.items.every(({ value }) => value.kind === 'everyone')
      if (element === 'Principal' && isEveryone) continue
      const message = element === 'Principal' ? told('principal') : told('notPrincipal')
      yield { path: `${path}/${element}`, span, message }
    }
  },
})
