import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atElement, isAllow, statementCheck } from '../statement-check.ts'

export const allowWithNotresource = statementCheck(
  {
    code: 'ALLOW_WITH_NOTRESOURCE',
    type: 'SUGGESTION',
    title: 'An Allow with NotResource allows every other resource',
    messages: {
      found:
        'This allows every resource that isn’t in `NotResource`, including resources of other accounts. Name the resources with `Resource`, or deny the exceptions.',
    },
    policyTypes: ['identity'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "s3:*", "NotResource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"] }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
    needs: 'NotResource',
  },
  (statement) => {
    if (!isAllow(statement) || statement.resource?.sense !== 'none-of') return undefined
    const message = told('found')
    return { at: atElement(statement, statement.resource), message }
  },
)
