import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const allowWithNotprincipal = check({
  code: 'ALLOW_WITH_NOTPRINCIPAL',
  awsCode: 'ALLOW_WITH_NOT_PRINCIPAL',
  type: 'SECURITY_WARNING',
  title: 'Everyone except the named principals is allowed',
  messages: {
    found:
      'Allow with `NotPrincipal` grants access to everyone else, including people without an AWS account. Use `Principal` to name the callers who need access.',
  },
  policyTypes: ['resource', 'vpc-endpoint'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }',
  ),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ effect, principal, path }) => {
      if (effect?.value !== 'Allow' || principal?.sense !== 'none-of') return []
      const message = told('found')
      return [{ path: `${path}/NotPrincipal`, span: principal.keyword.span, message }]
    }),
})
