import { member } from '../../text/index.ts'
import { accessAnalyzer, type Check } from '../check.ts'
import { policyOf } from '../example.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const roleTrustPolicyUnsupportedWildcardInPrincipal: Check = {
  code: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  type: 'ERROR',
  title: 'A role trust policy does not support a bare * as its Principal',
  policyTypes: ['trust'],
  wrong: policyOf('{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole" }',
  ),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ principal, node, path }) => {
      const value = member(node, 'Principal')
      if (principal?.sense !== 'any-of' || value?.kind !== 'string' || value.value !== '*') return []
      const message =
        'AWS rejects `"Principal": "*"` in a trust policy. Name who can assume the role: an account, a user, a role, a service, or an identity provider.'
      return [{ path: `${path}/Principal`, span: value.span, message }]
    }),
}
