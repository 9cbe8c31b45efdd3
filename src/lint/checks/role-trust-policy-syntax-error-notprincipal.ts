import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const roleTrustPolicySyntaxErrorNotprincipal: Check = {
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  type: 'ERROR',
  title: 'A role trust policy takes no NotPrincipal',
  policyTypes: ['trust'],
  wrong: policyOf('{ "Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }'),
  right: policyOf('{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" }'),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ principal, path }) => {
      if (principal?.sense !== 'none-of') return []
      const message =
        'AWS refuses `NotPrincipal` in a trust policy. Name those who may assume the role, with `Principal`.'
      return [{ path: `${path}/NotPrincipal`, span: principal.keyword.span, message }]
    }),
}
