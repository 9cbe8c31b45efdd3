import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const rcpSyntaxErrorNotaction = check({
  code: 'RCP_SYNTAX_ERROR_NOTACTION',
  type: 'ERROR',
  title: 'A resource control policy contains NotAction',
  messages: {
    found:
      'AWS does not support `NotAction` in a resource control policy. List the actions to deny under `Action`, service by service: `s3:*`, `kms:*`.',
  },
  policyTypes: ['rcp'],
  wrong: policyOf('{ "Effect": "Deny", "Principal": "*", "NotAction": "s3:GetObject", "Resource": "*" }'),
  right: policyOf('{ "Effect": "Deny", "Principal": "*", "Action": ["s3:Put*", "s3:Delete*"], "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const { action, path } of statements) {
      if (action?.keyword.value !== 'NotAction') continue
      const message = told('found')
      yield { path: `${path}/NotAction`, span: action.keyword.span, message }
    }
  },
})
