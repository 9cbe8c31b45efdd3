import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isAllow, isEveryAction, statementCheck } from '../statement-check.ts'

export const scpAllowList = statementCheck(
  {
    code: 'SCP_ALLOW_LIST',
    type: 'SUGGESTION',
    title: 'An SCP with an Allow list works only if every level allows the same',
    messages: {
      found:
        'An action is allowed only if an SCP allows it at the root, at each organizational unit, and at the account. If this one replaces FullAWSAccess, everything else is denied, including `iam` and `sts`.',
    },
    policyTypes: ['scp'],
    wrong: policyOf('{ "Effect": "Allow", "Action": ["ec2:*", "s3:*"], "Resource": "*" }'),
    right: policyOf('{ "Effect": "Allow", "Action": "*", "Resource": "*" }'),
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
  },
  (statement, { policy }) => {
    const { statements } = policy
    const isFirst = statement === statements.find(isAllow)
    if (
      !isFirst ||
      statements.some((each) => isAllow(each) && (isEveryAction(each) || each.action?.sense === 'none-of'))
    )
      return undefined
    const message = told('found')
    return { at: atElement(statement, statement.action), message }
  },
)
