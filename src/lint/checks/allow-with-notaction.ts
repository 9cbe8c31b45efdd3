import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isAllow, statementCheck } from '../statement-check.ts'

export const allowWithNotaction = statementCheck(
  {
    code: 'ALLOW_WITH_NOTACTION',
    type: 'SUGGESTION',
    title: 'An Allow with NotAction allows every other action, future ones too',
    messages: {
      found:
        'This allows every action that isn’t in `NotAction`: other services, services that AWS adds later, and privilege escalation. Name the actions with `Action`.',
    },
    policyTypes: ['identity'],
    wrong: policyOf('{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }'),
    right: policyOf('{ "Effect": "Allow", "Action": ["s3:*", "ec2:*"], "Resource": "*" }'),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    needs: 'NotAction',
  },
  (statement) => {
    if (!isAllow(statement) || statement.action?.sense !== 'none-of') return undefined
    const message = told('found')
    return { at: atElement(statement, statement.action), message }
  },
)
