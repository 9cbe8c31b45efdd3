import { addMember, withFix } from '../changes.ts'
import { accessAnalyzer, principalTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const missingPrincipal = check({
  code: 'MISSING_PRINCIPAL',
  type: 'ERROR',
  title: 'A statement does not name its principals',
  messages: {
    rcp: 'A resource control policy applies to everyone: each statement needs `"Principal": "*"`.',
    others:
      'In this type of policy, each statement must name the principals that it applies to. Add `"Principal"`, for example `{ "AWS": "arn:aws:iam::111122223333:role/<ROLE_NAME>" }`.',
  },
  policyTypes: principalTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Finance" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  *find({ policy, policyType }) {
    for (const { principal, node, path, span } of policy.statements) {
      if (principal) continue
      const everyone = policyType === 'rcp'
      const message = everyone ? told('rcp') : told('others')
      const text = { source: policy.text, member: '"Principal": "*"' }
      const fix = everyone ? addMember(fixTitle('everyone'), node, text) : undefined
      yield { path, span: { from: span.from, to: span.from + 1 }, message, ...withFix(fix) }
    }
  },
})
