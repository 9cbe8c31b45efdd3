import { member } from '../../text/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const roleTrustPolicyUnsupportedWildcardInPrincipal = check({
  code: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  type: 'ERROR',
  title: 'A role trust policy does not support a bare * as its Principal',
  messages: {
    found:
      'AWS rejects `"Principal": "*"` in a trust policy. Name who can assume the role: an account, a user, a role, a service, or an identity provider.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf('{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole" }',
  ),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ principal, node, path }) => {
      const value = member(node, 'Principal')
      if (principal?.sense !== 'any-of' || value?.kind !== 'string' || value.value !== '*') return []
      const message = told('found')
      return [{ path: `${path}/Principal`, span: value.span, message }]
    }),
})
