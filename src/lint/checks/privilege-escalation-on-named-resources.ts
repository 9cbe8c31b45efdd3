import { findOnOneResource, oneResourceMessages, pathsOnOneResource } from '../escalation/index.ts'
import { policyOf } from '../example.ts'
import { check } from '../messages.ts'

export const privilegeEscalationOnNamedResources = check({
  code: 'PRIVILEGE_ESCALATION_ON_NAMED_RESOURCES',
  own: true,
  type: 'WARNING',
  title: 'Privilege escalation: the caller can make a role or user of theirs an administrator',
  messages: oneResourceMessages,
  policyTypes: ['identity'],
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": ["iam:CreateRole", "iam:AttachRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/app-*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": ["iam:CreateRole", "iam:AttachRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/app-*", "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/boundary" } } }',
  ),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  find: (subject) => findOnOneResource(subject, pathsOnOneResource),
})
