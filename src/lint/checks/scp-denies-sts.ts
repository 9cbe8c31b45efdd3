import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, includesAction, isDeny, statementCheck } from '../statement-check.ts'

export const scpDeniesSts = statementCheck(
  {
    code: 'SCP_DENIES_STS',
    type: 'WARNING',
    title: 'The SCP denies AWS STS',
    messages: {
      found:
        'Without `sts:AssumeRole`, no role of the accounts can be assumed by users, tools, or other accounts. Deny single actions, such as `sts:GetFederationToken`.',
    },
    policyTypes: ['scp'],
    wrong: policyOf('{ "Effect": "Deny", "Action": "sts:*", "Resource": "*" }'),
    right: policyOf('{ "Effect": "Deny", "Action": "sts:GetFederationToken", "Resource": "*" }'),
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
    needs: 'Deny',
  },
  (statement) => {
    if (
      !isDeny(statement) ||
      statement.conditions.length > 0 ||
      !includesAction(statement, /^sts:(?:\*|assume\*|assumerole)$/)
    )
      return undefined
    const message = told('found')
    return { at: atElement(statement, statement.action), message }
  },
)
