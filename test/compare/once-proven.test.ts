// Differences that a proof once missed, because requests that AWS decides differently were taken for one class, or because no request of a class was tried.
import { describe, expect, test } from 'vitest'
import { noNewAccess } from '../../src/compare/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'

const reference = await loadReference()
const own = '111122223333'
const policy = (type: PolicyType, Statement: readonly object[], target?: string): PolicyInput => ({
  type,
  target,
  document: { Version: '2012-10-17', Statement },
})
const allow = (Action: string | readonly string[], more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})
const deny = (Action: string, more: object = {}): object => ({ ...allow(Action, more), Effect: 'Deny' })
const when = (operator: string, key: string, value: string | readonly string[], more: object = {}): object => ({
  Condition: { [operator]: { [key]: value } },
  ...more,
})
const everyone = { Principal: '*' }
const by = (...AWS: readonly string[]): object => ({ Principal: { AWS } })
const scp = policy('scp', [allow('*')])

type Case = readonly [
  title: string,
  type: PolicyType,
  old: readonly object[],
  now: readonly object[],
  around: readonly PolicyInput[],
]
const unrelated = (type: PolicyType): readonly object[] => [deny('iam:*', type === 'identity' ? {} : everyone)]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
const gates: readonly Case[] = [
  [
    'a user that is named next to its account needs no identity-based policy',
    'resource',
    unrelated('resource'),
    [allow('s3:*', by(own, `arn:aws:iam::${own}:user/mary`))],
    [policy('identity', [allow('sqs:*')])],
  ],
  [
    'a session that is named next to its role isn’t limited by a boundary',
    'resource',
    unrelated('resource'),
    [allow('s3:*', by(`arn:aws:iam::${own}:role/App`, `arn:aws:sts::${own}:assumed-role/App/bob`))],
    [policy('permissions-boundary', [allow('sqs:*')])],
  ],
  [
    'a role that leaves it to its account can be assumed',
    'identity',
    unrelated('identity'),
    [allow('sts:AssumeRole')],
    [],
  ],
  ['also below an SCP', 'identity', unrelated('identity'), [allow('sts:AssumeRole')], [scp]],
  [
    'a federated user in another account',
    'identity',
    unrelated('identity'),
    [
      allow('s3:*', {
        Condition: {
          StringEquals: { 'aws:PrincipalType': 'FederatedUser' },
          StringNotEquals: { 'aws:ResourceAccount': own },
        },
      }),
    ],
    [scp],
  ],
  [
    'a service, with an RCP of another account',
    'resource',
    unrelated('resource'),
    [allow('s3:GetObject', { Principal: { Service: 'lambda.amazonaws.com' }, Resource: 'arn:aws:s3:::b/*' })],
    [policy('rcp', [deny('*', everyone)], own)],
  ],
  [
    'the root user, whose resource’s policy is given',
    'scp',
    [allow('*'), deny('*', when('StringEquals', 'aws:PrincipalType', 'Account'))],
    [allow('*')],
    [policy('resource', [deny('s3:DeleteBucket', everyone)])],
  ],
  [
    'GetSessionToken, which needs no Allow',
    'scp',
    [allow('*'), deny('sts:GetSessionToken')],
    [allow('*')],
    [policy('identity', [allow('s3:*')])],
  ],
  ...['sts:Get*', 'sts:*Token'].map(
    (pattern): Case => [
      `GetSessionToken among ${pattern}, of which others need an Allow`,
      'scp',
      [allow('*'), deny(pattern)],
      [allow('*')],
      [policy('identity', [allow('s3:*')])],
    ],
  ),
  // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
  ...['*', 'cognito-identity:*', 'cognito-identity:Get*'].map(
    (pattern): Case => [
      `GetId among ${pattern}: it takes no credentials and needs no Allow of the caller`,
      'vpc-endpoint',
      [allow('sqs:*', everyone)],
      [allow(pattern, { ...everyone, Resource: 'arn:aws:kms:*:*:alias/aws/*' })],
      [policy('identity', [allow('s3:*', { Resource: 'arn:aws:sqs:*:*:q' })])],
    ],
  ),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
  [
    'a session of a named user from GetFederationToken',
    'resource',
    unrelated('resource'),
    [allow('s3:*', by(`arn:aws:iam::${own}:user/bob`))],
    [policy('session', [allow('*')])],
  ],
  [
    'such a session, for which no exception for the user is one',
    'resource',
    [
      allow('s3:*', by(`arn:aws:iam::${own}:user/bob`)),
      deny('s3:*', { NotPrincipal: { AWS: `arn:aws:iam::${own}:user/bob` } }),
    ],
    [allow('s3:*', by(`arn:aws:iam::${own}:user/bob`))],
    [policy('session', [allow('*')])],
  ],
  ...['*.cn', '*.*.*.*'].map(
    (name): Case => [
      `a service with a longer name (${name})`,
      'resource',
      [allow('s3:*', everyone), deny('s3:*', when('StringLike', 'aws:PrincipalServiceName', name, everyone))],
      [allow('s3:*', everyone)],
      [],
    ],
  ),
  ...['arn:*:iam::*:user/x', 'arn:aws-iso-b:*', '*-iso-b:*'].map(
    (arn): Case => [
      `a caller in another partition (${arn})`,
      'identity',
      [allow('s3:*', when('StringLike', 'aws:PrincipalArn', ['arn:aws:*', 'arn:aws-cn:*', 'arn:aws-us-gov:*']))],
      [allow('s3:*', when('StringLike', 'aws:PrincipalArn', ['arn:aws:*', arn]))],
      [],
    ],
  ),
  [
    'an endpoint, and a condition that also holds without one',
    'vpc-endpoint',
    [allow('s3:Get*', everyone)],
    [allow(['s3:Get*', 's3:Put*'], when('StringNotEqualsIfExists', 'aws:SourceVpce', 'vpce-1', everyone))],
    [scp],
  ],
  ...[
    when('StringEqualsIfExists', 'aws:SourceVpc', 'vpc-1', everyone),
    when('StringNotEquals', 'aws:SourceVpc', 'vpc-1', everyone),
  ].map(
    (condition, i): Case => [
      `an endpoint that another key names (${i})`,
      'vpc-endpoint',
      [
        allow('*', when('StringEquals', 'aws:SourceVpc', 'vpc-1', everyone)),
        deny('*', when('StringEquals', 'aws:SourceVpc', 'vpc-2', everyone)),
      ],
      [allow('*', condition), deny('*', when('StringLike', 'aws:SourceVpc', 'vpc-?', everyone))],
      [policy('identity', [allow('*')])],
    ],
  ),
  [
    'an identity provider that a policy names by its host, outside trust policies',
    'rcp',
    [deny('sts:*', { Principal: { Federated: 'accounts.google.com' } })],
    [allow('*', everyone)],
    [],
  ],
  // https://docs.aws.amazon.com/prometheus/latest/APIReference/API_PutResourcePolicy.html
  [
    'a workspace’s policy counts for some calls',
    'resource',
    unrelated('resource'),
    [allow('aps:*', everyone)],
    [policy('identity', [allow('sqs:*')])],
  ],
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
  [
    'GetAuthorizationToken, which no repository’s policy denies',
    'identity',
    unrelated('identity'),
    [allow('ecr:*')],
    [policy('resource', [deny('ecr:*', everyone)])],
  ],
  [
    'Mechanical Turk, which no SCP limits',
    'identity',
    unrelated('identity'),
    [allow('*')],
    [policy('scp', [deny('*')])],
  ],
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
  [
    'a bucket policy’s statement without Resource has no effect',
    'resource',
    [{ Effect: 'Allow', Principal: '*', Action: '*' }],
    [allow('*', everyone)],
    [],
  ],
  [
    'a caller whose ARN a variable fills in',
    'identity',
    [allow('*', when('ArnNotEquals', 'aws:PrincipalArn', `arn:aws:iam::${own}:user/\${aws:PrincipalTag/name}`))],
    [allow('*')],
    [],
  ],
]

type Difference = readonly [title: string, old: readonly object[], now: readonly object[]]
const tag = 'aws:RequestTag/x'
const untyped = { Null: { [tag]: 'false' } }

/**
 * Tags hold any text; the values of a key with several ones aren't a single value.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const values: readonly Difference[] = [
  [
    'a tag that isn’t a number',
    [allow('*', when('NumericLessThan', tag, '5')), allow('*', when('NumericGreaterThanEquals', tag, '5'))],
    [allow('*', { Condition: untyped })],
  ],
  [
    'a tag that isn’t a date',
    [allow('*', when('DateLessThanIfExists', tag, '2026')), allow('*', when('DateGreaterThanEquals', tag, '2026'))],
    [allow('*')],
  ],
  [
    'a tag that isn’t an address',
    [allow('*', when('IpAddress', tag, ['0.0.0.0/0', '::/0']))],
    [allow('*', { Condition: untyped })],
  ],
  ['a tag that is no Boolean value', [allow('*', when('BoolIfExists', tag, ['true', 'false']))], [allow('*')]],
  [
    'several values, which no operator without a qualifier matches',
    [allow('*', when('StringEquals', 'aws:TagKeys', 'a')), allow('*', when('StringNotEquals', 'aws:TagKeys', 'a'))],
    [allow('*')],
  ],
  [
    'a sign that isn’t a capital',
    [allow('*', when('StringEquals', tag, ['k', 'K']))],
    [allow('*', when('StringEqualsIgnoreCase', tag, 'k'))],
  ],
  [
    'a tag that is empty',
    [allow('s3:*', { Resource: 'arn:aws:s3:::b/?*' })],
    [allow('s3:*', { Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/t}' })],
  ],
  ...['saml:edupersonaffiliation', 'cognito-identity.amazonaws.com:amr'].map(
    (key): Difference => [
      `several values of an identity provider (${key})`,
      [allow('*', when('StringLike', key, '*'))],
      [allow('*', when('Null', key, 'false'))],
    ],
  ),
  [
    'values that are written like another list',
    [allow('*', when('StringEquals', tag, ['a', 'b']))],
    [allow('*', when('StringEquals', tag, 'a,false,b'))],
  ],
]

/** Before version 2012-10-17, `${*}` isn't a star. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const versions: readonly (readonly [title: string, statement: object])[] = [
  ['a resource', allow('s3:*', { Resource: 'arn:aws:s3:::b/${*}' })],
  ['a pattern', allow('*', when('StringLike', tag, 'r${*}d'))],
  ['a text', allow('*', when('StringEquals', tag, '${$}x'))],
]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const resources: readonly (readonly [title: string, old: string | readonly string[], now: string, actions: string])[] =
  [
    ['a wildcard within the service', 'arn:aws:sqs:*:*:*', 'arn:aws:sq?:*:*:*', '*'],
    ['a star after the service’s first letter', 'arn:aws:sqs:*', 'arn:aws:s*', '*'],
    ['an ARN without Region and account', 'arn:aws:*:?*:?*:*', 'arn:aws:*', '*'],
    ['a wildcard within the partition', 'arn:aws:*', 'arn:aws*:*', '*'],
    ['any partition', 'arn:aws:s3:::b/*', 'arn:*:s3:::b/*', 's3:GetObject'],
    [
      'a model, whose name has a colon',
      'arn:aws:bedrock:us-east-1::foundation-model/other',
      'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1',
      'bedrock:InvokeModel',
    ],
    [
      'an automated snapshot',
      'arn:aws:rds:us-east-1:111122223333:snapshot:mine',
      'arn:aws:rds:us-east-1:111122223333:snapshot:rds:*',
      'rds:DeleteDBSnapshot',
    ],
    [
      'a stream, whose name is a time',
      'arn:aws:dynamodb:us-east-1:111122223333:table/t',
      'arn:aws:dynamodb:us-east-1:111122223333:table/t/stream/2026-05-11T21:21:33.291',
      'dynamodb:GetRecords',
    ],
    [
      'a type of resource that the reference lacks',
      'arn:aws:kms:us-east-1:111122223333:key/*',
      'arn:aws:kms:us-east-1:111122223333:new-type/x',
      'kms:Decrypt',
    ],
  ]

function expectNew(
  type: PolicyType,
  old: readonly object[],
  now: readonly object[],
  surroundings: readonly PolicyInput[],
) {
  const [before, after] = [[policy(type, old)], [policy(type, now)]]
  for (const known of [undefined, reference]) {
    const comparison = noNewAccess({ type, old: before, new: after, surroundings, reference: known })
    if (comparison.result !== 'fail') return expect.fail(JSON.stringify(comparison))
    for (const { request, assumed } of comparison.examples) {
      expect(compile([...after, ...surroundings, ...assumed]).decide(request)).toBe('allowed')
      expect(compile([...before, ...surroundings, ...assumed]).decide(request)).not.toBe('allowed')
    }
  }
}

describe('newly allowed', () => {
  test.each(gates)('%s', (_, type, old, now, surroundings) => expectNew(type, old, now, surroundings))
  test.each(resources)('%s', (_, Old, New, action) =>
    expectNew('identity', [allow(action, { Resource: Old })], [allow(action, { Resource: New })], []),
  )
  test.each(values)('%s', (_, old, now) => expectNew('identity', old, now, []))
  test.each(versions)('an escape in a policy of the other version: %s', (_, statement) => {
    const of = (Version: string): readonly PolicyInput[] => [
      { type: 'identity', document: { Version, Statement: statement } },
    ]
    for (const [old, now] of [
      [of('2008-10-17'), of('2012-10-17')],
      [of('2012-10-17'), of('2008-10-17')],
    ] as const)
      expect(noNewAccess({ type: 'identity', old, new: now }).result).toBe('fail')
  })
})

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
test.each<[PolicyType, object]>([
  ['scp', {}],
  ['permissions-boundary', {}],
  ['session', {}],
  ['vpc-endpoint', everyone],
])('without any policy of type %s, nothing is limited', (type, more) => {
  for (const [old, now, expected] of [
    [[policy(type, [allow('s3:*', more)])], [], 'fail'],
    [[policy(type, [allow('*', more), { ...allow('s3:*', more), Effect: 'Deny' }])], [], 'fail'],
    [[], [policy(type, [allow('s3:*', more)])], type === 'session' ? 'fail' : 'pass'],
  ] as const)
    expect(noNewAccess({ type, old, new: now }).result).toBe(expected)
})

test.each<[title: string, old: readonly object[], now: readonly object[]]>([
  [
    'an account as a number',
    [allow('*'), deny('*', when('NumericLessThan', 'aws:PrincipalAccount', '100000000000'))],
    [allow('*')],
  ],
  [
    'a variable in another case, next to a value in one case',
    [allow('*', when('StringEquals', 'aws:PrincipalTag/b', ['Mary', 'mary']))],
    [
      allow('*', {
        Condition: {
          StringEqualsIgnoreCase: { 'aws:PrincipalTag/a': '${aws:PrincipalTag/b}' },
          StringEquals: { 'aws:PrincipalTag/a': 'mary' },
        },
      }),
    ],
  ],
  [
    'a Boolean value in another case, and a pattern',
    [allow('*', when('StringEquals', tag, 'x'))],
    [allow('*', { Condition: { StringLike: { [tag]: 'T*' }, Bool: { [tag]: 'true' } } })],
  ],
  [
    'a tag in another case than a variable, where the tag is a variable, too',
    [
      allow('sqs:*', { Resource: 'arn:aws:sqs:*:*:${aws:ResourceTag/t}' }),
      allow('s3:*', when('StringEquals', 'aws:ResourceTag/t', '${aws:PrincipalTag/t}')),
    ],
    [
      allow('sqs:*', { Resource: 'arn:aws:sqs:*:*:${aws:ResourceTag/t}' }),
      allow('s3:*', when('StringEqualsIgnoreCase', 'aws:ResourceTag/t', '${aws:PrincipalTag/t}')),
    ],
  ],
  [
    'a tag that holds a variable, where the tag is a variable, too',
    [allow('sqs:*', { Resource: 'arn:aws:sqs:*:*:${aws:ResourceTag/t}' })],
    [
      allow('sqs:*', { Resource: 'arn:aws:sqs:*:*:${aws:ResourceTag/t}' }),
      allow('s3:*', when('StringEquals', 'aws:ResourceTag/t', 'x${aws:PrincipalTag/t}')),
    ],
  ],
  [
    'a variable that is compared as a number, and meets a pattern',
    [
      allow('s3:*', when('NumericGreaterThan', 'aws:PrincipalTag/t', '60')),
      deny('s3:*', { Resource: 'arn:aws:s3:::a/7*' }),
    ],
    [
      allow(
        's3:*',
        when('NumericGreaterThan', 'aws:PrincipalTag/t', '60', { Resource: 'arn:aws:s3:::a/${aws:PrincipalTag/t}' }),
      ),
    ],
  ],
])('not proven: %s', (_, old, now) => {
  const side = (statements: readonly object[]) => [policy('identity', statements)]
  expect(noNewAccess({ type: 'identity', old: side(old), new: side(now) }).result).not.toBe('pass')
})

test.each<[title: string, old: readonly string[], now: readonly string[], action: string]>([
  [
    'log streams of a group',
    ['arn:aws:logs:*:*:log-group:/x:log-stream:*'],
    ['arn:aws:logs:*:*:log-group:/x:*'],
    'logs:*',
  ],
  ['the same service by its name', ['arn:aws:s3*:*'], ['arn:aws:s3:::a/*'], 's3:GetObject'],
  ['one partition of all', ['arn:*:s3:::b/*'], ['arn:aws:s3:::b/*', 'arn:aws-cn:s3:::b/*'], 's3:GetObject'],
  ['a name with a colon below a star', ['arn:aws:rds:*:*:snapshot:*'], ['arn:aws:rds:*:*:snapshot:rds:*'], 'rds:*'],
])('still proven: %s', (_, Old, New, action) => {
  const side = (Resource: readonly string[]) => [policy('identity', [allow(action, { Resource })])]
  expect(noNewAccess({ type: 'identity', old: side(Old), new: side(New), reference })).toEqual({ result: 'pass' })
})
