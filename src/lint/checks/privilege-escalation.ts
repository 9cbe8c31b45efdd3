import { escalationMessages, escalationPaths, findEscalations } from '../escalation/index.ts'
import { policyOf } from '../example.ts'
import { check } from '../messages.ts'

export const privilegeEscalation = check({
  code: 'PRIVILEGE_ESCALATION',
  own: true,
  type: 'WARNING',
  title: 'Privilege escalation: the caller can give themselves all permissions',
  messages: escalationMessages,
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": ["iam:GetPolicy", "iam:CreatePolicyVersion"], "Resource": "*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": ["iam:GetPolicy", "iam:CreatePolicyVersion"], "Resource": "arn:aws:iam::111122223333:policy/team/*" }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  find: (subject) => findEscalations(subject, escalationPaths),
})
