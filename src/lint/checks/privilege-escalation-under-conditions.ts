import { conditionalPaths, escalationMessages, findEscalations } from '../escalation/index.ts'
import { policyOf } from '../example.ts'
import { check } from '../messages.ts'

/** Policies of people who administer IAM have these for good reasons, so the check is off unless someone asks for it. */
export const privilegeEscalationUnderConditions = check({
  code: 'PRIVILEGE_ESCALATION_UNDER_CONDITIONS',
  own: true,
  group: 'least-privilege',
  type: 'SUGGESTION',
  title: 'Privilege escalation that depends on what else is in the account',
  messages: escalationMessages,
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "iam:TagUser", "Resource": "*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "iam:TagUser", "Resource": "arn:aws:iam::111122223333:user/robots/*" }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  find: (subject) => findEscalations(subject, conditionalPaths),
})
