// Keys that AWS fills in, and operators.
import {
  allow,
  deny,
  federated,
  here,
  identity,
  object,
  policy,
  role,
  root,
  type Scenario,
  send,
  user,
  when,
} from '../scenario.ts'
import { all, docs, type FactCase, iamGuide } from './fact-case.ts'

const keysPage = iamGuide('reference_policies_condition-keys')
const fromKey = (name: string, value: string, more: Partial<Scenario>): Scenario => ({
  ...more,
  policies: [identity(allow('*', when('StringEquals', name, value))), ...(more.policies ?? [])],
})
export const derived: readonly FactCase[] = [
  [
    'a service’s name',
    {
      ...send,
      as: 'sns.amazonaws.com',
      policies: [
        policy(
          'resource',
          allow('sqs:SendMessage', {
            ...all,
            ...when('StringEquals', 'aws:PrincipalServiceName', 'sns.amazonaws.com'),
          }),
        ),
      ],
    },
    'allowed',
    keysPage,
  ],
  [
    'the root user’s ID is that of the account',
    {
      ...send,
      as: root,
      policies: [policy('resource', deny('sqs:*', { ...all, ...when('StringEquals', 'aws:userid', here) }))],
    },
    'explicitDeny',
    iamGuide('reference_policies_variables'),
  ],
  [
    'no one’s ID is “anonymous”',
    {
      ...send,
      as: 'anonymous',
      policies: [policy('resource', allow('sqs:*', { ...all, ...when('StringEquals', 'aws:userid', 'anonymous') }))],
    },
    'allowed',
    iamGuide('reference_policies_variables'),
  ],
  [
    'the caller’s account, for AWS KMS',
    fromKey('kms:CallerAccount', here, { action: 'kms:ListKeys' }),
    'allowed',
    `${docs}kms/latest/developerguide/conditions-kms.html`,
  ],
  [
    'the bucket’s account, for Amazon S3',
    fromKey('s3:ResourceAccount', here, { action: 's3:GetObject', on: object, owner: here }),
    'allowed',
    `${docs}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
  ],
  ['a role’s ARN', fromKey('aws:PrincipalArn', role, { as: role }), 'allowed', keysPage],
  [
    'a federated user’s ARN',
    fromKey('aws:PrincipalArn', federated, { as: federated, policies: [policy('session', allow('*'))] }),
    'allowed',
    keysPage,
  ],
]

const operatorsPage = iamGuide('reference_policies_elements_condition_operators')
export const operators: readonly FactCase[] = [
  ['StringNotEqualsIgnoreCase', 'red', 'Blue'],
  ['StringNotLike', 'r*', 'blue'],
  ['ArnNotEquals', role, user],
  ['ArnNotLike', `${role}*`, user],
  ['NumericNotEquals', '5', '6'],
  ['DateNotEquals', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'],
  ['DateLessThanEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['DateGreaterThanEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
].map(
  ([operator = '', wanted = '', actual = '']): FactCase => [
    `${operator} ${wanted} holds on ${actual}`,
    { context: { 'my:key': actual }, policies: [identity(allow('*', when(operator, 'my:key', wanted)))] },
    'allowed',
    operatorsPage,
  ],
)
