import { escalationMessages, findEscalations, passRolePaths, serviceEscalationPaths } from '../escalation/index.ts'
import { policyOf } from '../example.ts'
import { check } from '../messages.ts'

const all = [...serviceEscalationPaths, ...passRolePaths]

export const privilegeEscalationThroughService = check({
  code: 'PRIVILEGE_ESCALATION_THROUGH_SERVICE',
  own: true,
  type: 'WARNING',
  title: 'Privilege escalation: the caller can use the role of something else',
  messages: escalationMessages,
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "lambda:UpdateFunctionCode", "Resource": "*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "lambda:UpdateFunctionCode", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders" }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  find: (subject) => findEscalations(subject, all),
})
