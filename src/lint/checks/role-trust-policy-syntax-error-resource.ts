import { removeMember, withFix } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export const roleTrustPolicySyntaxErrorResource = check({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  type: 'ERROR',
  title: 'A role trust policy does not support Resource',
  messages: {
    found: 'A trust policy applies to the role that it belongs to, so AWS rejects `{{element}}` here. Remove it.',
  },
  policyTypes: ['trust'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole", "Resource": "*" }',
  ),
  right: policyOf('{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" }'),
  source: accessAnalyzer,
  find: ({ policy }) =>
    policy.statements.flatMap(({ resource, node, path }) => {
      if (!resource) return []
      const { value: element, span } = resource.keyword
      const message = told('found', { element })
      const fix = removeMember(fixTitle('remove', { name: element }), node, element)
      return [{ path: `${path}/${element}`, span, message, ...withFix(fix) }]
    }),
})
