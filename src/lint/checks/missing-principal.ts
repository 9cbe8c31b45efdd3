import { addMember, withFix } from '../changes.ts'
import { accessAnalyzer, type Check, type Found, principalTypes } from '../check.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const missingPrincipal: Check = {
  code: 'MISSING_PRINCIPAL',
  type: 'ERROR',
  title: 'A statement does not name its principals',
  policyTypes: principalTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy, policyType }): Iterable<Found> {
    for (const { principal, node, path, span } of policy.statements) {
      if (principal) continue
      const everyone = policyType === 'rcp'
      const message = everyone
        ? 'A resource control policy applies to everyone: each statement needs `"Principal": "*"`.'
        : 'In this type of policy, each statement must name the principals that it applies to. Add `"Principal"`, for example `{ "AWS": "arn:aws:iam::111122223333:role/NAME" }`.'
      const text = { source: policy.text, member: '"Principal": "*"' }
      const fix = everyone ? addMember('Add Principal *', node, text) : undefined
      yield { path, span: { from: span.from, to: span.from + 1 }, message, ...withFix(fix) }
    }
  },
}
