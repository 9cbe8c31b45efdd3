import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpSyntaxErrorPrincipal: Check = {
  code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
  type: 'ERROR',
  title: 'A resource control policy names principals',
  policyTypes: ['rcp'],
  wrong: policyOf(
    '{ "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:*", "Resource": "*" }',
  ),
  right: policyOf(
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" } } }',
  ),
  source: accessAnalyzer,
  *find({ policy: { statements } }): Iterable<Found> {
    for (const { principal, path } of statements) {
      if (!principal) continue
      const { value: element, span } = principal.keyword
      const isEveryone = principal.items.every(({ value }) => value.kind === 'everyone')
      if (element === 'Principal' && isEveryone) continue
      const message =
        element === 'Principal'
          ? 'A resource control policy applies to everyone, so AWS accepts only `"Principal": "*"`. To limit it to some callers, use a condition, such as aws:PrincipalAccount or aws:PrincipalArn.'
          : 'A resource control policy does not support `NotPrincipal`. Write `"Principal": "*"`, and use a condition to exempt a principal, such as ArnNotLike on aws:PrincipalArn.'
      yield { path: `${path}/${element}`, span, message }
    }
  },
}
