import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { principalFound } from '../principal-not-wanted.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html */
export const scpSyntaxErrorPrincipal = check({
  code: 'SCP_SYNTAX_ERROR_PRINCIPAL',
  type: 'ERROR',
  title: 'A service control policy does not support Principal',
  messages: {
    found:
      'A service control policy applies to all users and roles of the accounts that it’s attached to, so AWS rejects `{{element}}` here. Remove it; to exempt a principal, use a condition on aws:PrincipalArn.',
  },
  policyTypes: ['scp'],
  needs: 'principal',
  wrong: policyOf('{ "Effect": "Deny", "Principal": "*", "Action": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Deny", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  find: ({ policy }) => principalFound(policy, (element) => told('found', { element })),
})
