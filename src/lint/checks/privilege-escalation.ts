import type { Check } from '../check.ts'
import { escalationPaths, findEscalations } from '../escalation/index.ts'
import { policyOf } from '../example.ts'

export const privilegeEscalation: Check = {
  code: 'PRIVILEGE_ESCALATION',
  own: true,
  type: 'WARNING',
  title: 'Privilege escalation: the caller can give themselves all permissions',
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": ["iam:GetPolicy", "iam:CreatePolicyVersion"], "Resource": "*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": ["iam:GetPolicy", "iam:CreatePolicyVersion"], "Resource": "arn:aws:iam::111122223333:policy/team/*" }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  find: (subject) => findEscalations(subject, escalationPaths),
}
