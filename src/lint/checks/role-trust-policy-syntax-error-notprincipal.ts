import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const roleTrustPolicySyntaxErrorNotprincipal = check({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  type: 'ERROR',
  title: 'A role trust policy does not support NotPrincipal',
  messages: { found: 'AWS rejects `NotPrincipal` in a trust policy. Use `Principal` to name who can assume the role.' },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf('{ "Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }'),
  right: policyOf('{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" }'),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ principal, path }) => {
      if (principal?.sense !== 'none-of') return []
      const message = told('found')
      return [{ path: `${path}/NotPrincipal`, span: principal.keyword.span, message }]
    }),
})
