import { escalationMessages, exposures, findEscalations } from '../escalation/index.ts'
import { policyOf } from '../example.ts'
import { check } from '../messages.ts'

/** Most policies of applications have one of these, so the check is off unless someone asks for it. */
export const secretsAndDataOnEveryResource = check({
  code: 'SECRETS_AND_DATA_ON_EVERY_RESOURCE',
  own: true,
  group: 'least-privilege',
  type: 'SUGGESTION',
  title: 'The caller can read the secrets or data of every resource',
  messages: escalationMessages,
  policyTypes: ['identity'],
  wrong: policyOf('{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*" }'),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders-*" }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  find: (subject) => findEscalations(subject, exposures),
})
