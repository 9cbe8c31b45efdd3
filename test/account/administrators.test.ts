import { describe, expect, test } from 'vitest'
import { collect, pathsToAdministrator, survey } from '../../src/account/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { pathsInAccounts } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { pathSentence } from '../../src/words/index.ts'
import { account, allow, group, type Listed, managed, policy, role, trusting, user } from './build.ts'

const reference = await loadReference(requiredServices(pathsInAccounts.flatMap(({ actions }) => actions)))
const arn = (name: string): string => `arn:aws:iam::111122223333:${name}`
const everything = allow('*', '*')
const trusts = (service: string, condition?: object): object =>
  policy({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
    ...(condition ? { Condition: condition } : {}),
  })
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
const when = (action: string | readonly string[], resource: string, condition: object): object =>
  policy({ Effect: 'Allow', Action: action, Resource: resource, Condition: condition })

/** Who is next to the user in question: administrators of each kind, and a role that isn't one. */
const others = [
  user('boss', { inline: [everything] }),
  user('plain', {}),
  role('Admin', { inline: [everything], trust: trusting(arn('role/nobody')) }),
  role('Runner', { inline: [everything], trust: trusts('lambda.amazonaws.com') }),
  role('Logger', { inline: [allow('logs:*', '*')], trust: trusts('lambda.amazonaws.com') }),
  role('Bound', {
    inline: [everything],
    trust: trusts('codebuild.amazonaws.com', { StringEquals: { 'aws:SourceArn': 'arn:aws:codebuild:x' } }),
  }),
  group('admins', { inline: [everything] }),
  group('readers', { inline: [allow('s3:Get*', '*')] }),
  managed('Own', allow('s3:*', '*')),
  managed('Fence', allow(['s3:*', 'iam:*'], '*')),
]

type Holds = Parameters<typeof user>[1]

/** What the paths of a user called ann say, one per line. */
function pathsOf(holds: Holds, more: readonly Listed[] = []): readonly string[] {
  const texts = [{ name: 'a.json', text: JSON.stringify(account(user('ann', holds), ...others, ...more)) }]
  const { account: read, policies, organization } = collect(texts)
  const surveyed = survey(read, { policies, organization, facts: {}, reference })
  return pathsToAdministrator(surveyed, pathsInAccounts)
    .filter(({ principal }) => principal.name === 'ann')
    .map((each) => pathSentence(each))
}

const admin = 'That leads to administrator permissions.'

describe('a path that holds on one user, group, role, or policy names it', () => {
  test.each<[string, Holds, string]>([
    [
      'its own user',
      { inline: [allow('iam:PutUserPolicy', arn('user/ann'))] },
      `Can write itself a policy that allows everything (iam:PutUserPolicy). ${admin}`,
    ],
    [
      'its own user, as a variable',
      { inline: [allow('iam:AttachUserPolicy', arn('user/${aws:username}'))] },
      `Can attach AdministratorAccess to itself (iam:AttachUserPolicy). ${admin}`,
    ],
    [
      'its own group',
      { groups: ['readers'], inline: [allow('iam:PutGroupPolicy', arn('group/readers'))] },
      `Can write its group readers a policy that allows everything (iam:PutGroupPolicy). ${admin}`,
    ],
    [
      'the administrators’ group',
      { inline: [allow('iam:AddUserToGroup', arn('group/admins'))] },
      `Can add itself to group admins (iam:AddUserToGroup). ${admin}`,
    ],
    [
      'an administrator’s access key',
      { inline: [allow('iam:CreateAccessKey', arn('user/b*'))] },
      `Can make an access key for user boss, and act as that user (iam:CreateAccessKey). ${admin}`,
    ],
    [
      'the trust policy of an administrator',
      { inline: [allow('iam:UpdateAssumeRolePolicy', arn('role/Admin'))] },
      `Can let itself into role Admin, and assume it (iam:UpdateAssumeRolePolicy). ${admin}`,
    ],
    [
      'a policy that it has',
      { attached: ['Own'], inline: [allow('iam:CreatePolicyVersion', arn('policy/Own'))] },
      `Can write a new version of policy Own, which it has, that allows everything (iam:CreatePolicyVersion). ${admin}`,
    ],
    [
      'another user, whom it also gets a key for',
      { inline: [allow(['iam:CreateAccessKey', 'iam:PutUserPolicy'], arn('user/plain'))] },
      `Can give the user any permission, and act as that user with a new access key (iam:CreateAccessKey and iam:PutUserPolicy). Only on user plain. ${admin}`,
    ],
    [
      'a role that it may let itself into and empower',
      { inline: [allow(['iam:UpdateAssumeRolePolicy', 'iam:PutRolePolicy'], arn('role/Logger'))] },
      `Can let themselves into the role, give it any permission, and assume it (iam:UpdateAssumeRolePolicy and iam:PutRolePolicy). Only on role Logger. ${admin}`,
    ],
    [
      'one function and one role',
      {
        inline: [
          allow(
            ['lambda:CreateFunction', 'lambda:InvokeFunction'],
            'arn:aws:lambda:eu-central-1:111122223333:function:x',
          ),
          allow('iam:PassRole', arn('role/Runner')),
        ],
      },
      'Can run their own code in a Lambda function with any role that trusts Lambda: only Runner, an administrator (iam:PassRole, lambda:CreateFunction and lambda:InvokeFunction). Only on arn:aws:lambda:eu-central-1:111122223333:function:x.',
    ],
    [
      'one role that isn’t an administrator',
      {
        inline: [
          allow(['lambda:CreateFunction', 'lambda:InvokeFunction'], '*'),
          allow('iam:PassRole', arn('role/Logger')),
        ],
      },
      'Can run their own code in a Lambda function with any role that trusts Lambda: only Logger (iam:PassRole, lambda:CreateFunction and lambda:InvokeFunction).',
    ],
  ])('%s', (_, holds, expected) => {
    expect(pathsOf(holds)).toContain(expected)
  })
})

describe('a path that holds under a condition names its keys', () => {
  test.each<[string, Holds, string]>([
    [
      'MFA',
      { inline: [when('iam:PutUserPolicy', arn('user/ann'), mfa)] },
      `Can write itself a policy that allows everything (iam:PutUserPolicy). It depends on aws:MultiFactorAuthPresent. ${admin}`,
    ],
    [
      'an administrator with MFA only',
      { inline: [when('*', '*', mfa)] },
      'Is an administrator: can give any permission to anyone. It depends on aws:MultiFactorAuthPresent.',
    ],
    [
      'a service whose access to the role has a condition',
      { inline: [allow(['iam:PassRole', 'codebuild:CreateProject', 'codebuild:StartBuild'], '*')] },
      'Can run their own build with any role that trusts CodeBuild: any, such as Bound, an administrator (iam:PassRole, codebuild:CreateProject and codebuild:StartBuild). It depends on aws:SourceArn.',
    ],
    [
      'a boundary that new roles must have',
      {
        inline: [
          when(['iam:CreateRole', 'iam:PutRolePolicy'], '*', { StringEquals: { 'iam:PermissionsBoundary': arn('x') } }),
        ],
      },
      `Can create a role that trusts them, give it any permission, and assume it (iam:CreateRole and iam:PutRolePolicy). It depends on iam:PermissionsBoundary. ${admin}`,
    ],
  ])('%s', (_, holds, expected) => {
    expect(pathsOf(holds)).toContain(expected)
  })
})

test.each<[string, Holds]>([
  ['its own access keys only', { inline: [allow('iam:CreateAccessKey', arn('user/ann'))] }],
  [
    'another user’s policies, without a way to become that user',
    { inline: [allow('iam:PutUserPolicy', arn('user/plain'))] },
  ],
  ['a group that it isn’t in', { inline: [allow('iam:AttachGroupPolicy', arn('group/readers'))] }],
  ['a policy that it doesn’t have', { inline: [allow('iam:CreatePolicyVersion', arn('policy/Own'))] }],
  ['no boundary to remove', { inline: [allow('iam:DeleteUserPermissionsBoundary', '*')] }],
  [
    'a list of policies that may be attached',
    { inline: [when('iam:AttachUserPolicy', '*', { ArnEquals: { 'iam:PolicyARN': arn('policy/Own') } })] },
  ],
  [
    'users with a boundary only, which it doesn’t have itself',
    { inline: [when('iam:PutUserPolicy', arn('user/ann'), { StringEquals: { 'iam:PermissionsBoundary': arn('x') } })] },
  ],
  [
    'one function to create and another to invoke',
    {
      inline: [
        allow('lambda:CreateFunction', 'arn:aws:lambda:eu-central-1:111122223333:function:a'),
        allow('lambda:InvokeFunction', 'arn:aws:lambda:eu-central-1:111122223333:function:b'),
      ],
    },
  ],
  ['a role that trusts another service', { inline: [allow(['iam:PassRole', 'ec2:RunInstances'], '*')] }],
])('no path: %s', (_, holds) => {
  expect(pathsOf(holds)).toEqual([])
})

test('what a boundary keeps back is said, and removing the boundary gives it', () => {
  expect(pathsOf({ boundary: 'Fence', inline: [allow('iam:PutUserPolicy', arn('user/ann'))] })).toEqual([
    `Can write itself a policy that allows everything (iam:PutUserPolicy). ${admin}`,
  ])
  const s3 = managed('OnlyS3', allow(['s3:*', 'iam:PutUserPolicy', 'iam:DeleteUserPermissionsBoundary'], '*'))
  expect(pathsOf({ boundary: 'OnlyS3', inline: [allow('iam:PutUserPolicy', arn('user/ann'))] }, [s3])).toEqual([
    'Can write itself a policy that allows everything (iam:PutUserPolicy). Its permissions boundary still limits what it can do.',
  ])
  expect(pathsOf({ boundary: 'OnlyS3', inline: [everything] }, [s3])[0]).toBe(
    `Can remove their own permissions boundary (iam:DeleteUserPermissionsBoundary). ${admin}`,
  )
})

test('a chain can end at a role that makes itself an administrator', () => {
  const [path] = pathsOf({ inline: [allow('sts:AssumeRole', arn('role/Ops'))] }, [
    role('Ops', { trust: trusting(arn('root')), inline: [allow('iam:AttachRolePolicy', arn('role/Ops'))] }),
  ])
  expect(path).toBe(
    `Can assume role Ops by sts:AssumeRole. That role: Can attach AdministratorAccess to itself (iam:AttachRolePolicy). ${admin}`,
  )
})
