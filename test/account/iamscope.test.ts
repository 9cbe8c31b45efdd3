// The cases that IAMScope (Apache-2.0) built in live AWS accounts and froze with their answers, as facts in our own words: who may do what, and
// which answer AWS gave. https://github.com/InfoSecHack/iamscope/tree/main/benchmarks/cases
import { expect, test } from 'vitest'
import { collect, pathsToAdministrator, type Survey, survey, whoCan } from '../../src/account/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { pathsInAccounts } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { chainLabels, pathSentence } from '../../src/words/index.ts'
import { account, allow, group, type Listed, managed, policy, role, trusting, user } from './build.ts'

const reference = await loadReference(
  requiredServices([...pathsInAccounts.flatMap(({ actions }) => actions), 's3:GetObject']),
)
const [id, otherId] = ['111122223333', '444455556666']
const arn = (name: string): string => `arn:aws:iam::${id}:${name}`
const full = managed('AdministratorAccess', allow('*', '*'))
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
const assuming = (target: string, condition?: object): object =>
  policy({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: arn(`role/${target}`),
    ...(condition ? { Condition: condition } : {}),
  })
const admin = (trust: object) => role('admin', { trust, attached: ['AdministratorAccess'] })
const forService = (service: string): object =>
  policy({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' })

type Entries = readonly Listed[]

/** Alice may assume the administrator role, which trusts her. */
const direct: Entries = [user('alice', { inline: [assuming('admin')] }), admin(trusting(arn('user/alice'))), full]

const chain = (boundary?: string): Entries => [
  user('alice', { inline: [assuming('devops')] }),
  role('devops', {
    trust: trusting(arn('user/alice')),
    inline: [assuming('admin')],
    ...(boundary === undefined ? {} : { boundary }),
  }),
  admin(trusting(arn('role/devops'))),
  full,
  managed('OnlyListBucket', allow('s3:ListBucket', '*')),
]

const hops = (middle: string): Entries => [
  user('alice', { inline: [assuming('hop1')] }),
  user('decoy', {}),
  role('hop1', { trust: trusting(arn('user/alice')), inline: [assuming('hop2')] }),
  role('hop2', { trust: trusting(arn(middle)), inline: [assuming('admin')] }),
  admin(trusting(arn('role/hop2'))),
  full,
]

const lambda = (condition?: object): Entries => [
  user('alice', {
    inline: [
      policy(
        {
          Effect: 'Allow',
          Action: 'lambda:CreateFunction',
          Resource: `arn:aws:lambda:us-east-1:${id}:function:probe`,
        },
        {
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: arn('role/admin'),
          ...(condition ? { Condition: condition } : {}),
        },
      ),
    ],
  }),
  admin(forService('lambda.amazonaws.com')),
  full,
]

const ecs = (condition?: object): Entries => [
  user('alice', {
    inline: [
      policy(
        {
          Effect: 'Allow',
          Action: ['ecs:RegisterTaskDefinition', 'ecs:RunTask'],
          Resource: `arn:aws:ecs:us-east-1:${id}:task-definition/probe:1`,
        },
        {
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: arn('role/admin'),
          ...(condition ? { Condition: condition } : {}),
        },
      ),
    ],
  }),
  admin(forService('ecs-tasks.amazonaws.com')),
  full,
]
const onlyEc2 = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }

const joining = (...statements: readonly object[]): Entries => [
  user('alice', {
    inline: [policy({ Effect: 'Allow', Action: 'iam:AddUserToGroup', Resource: arn('group/admins') }, ...statements)],
  }),
  group('admins', { attached: ['AdministratorAccess'] }),
  full,
]

function surveyOf(entries: Entries, around: readonly object[] = [], elsewhere?: (text: string) => string): Survey {
  const text = JSON.stringify(account(...entries))
  const texts = [elsewhere ? elsewhere(text) : text, ...around.map((each) => JSON.stringify(each))]
  const { account: read, policies, organization } = collect(texts.map((each, i) => ({ name: `${i}.json`, text: each })))
  return survey(read, { policies, organization, facts: {}, reference })
}

/** An SCP that is attached to the account, and the FullAWSAccess of its root. */
const withScp = (statement: object): readonly object[] => [
  {
    command: 'organizations list-policies-for-target',
    for: id,
    output: {
      Policies: [
        { Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY' },
        { Id: 'p-12345678', Name: 'NoAssume', Type: 'SERVICE_CONTROL_POLICY' },
      ],
    },
  },
  { Policy: { PolicySummary: { Id: 'p-12345678' }, Content: JSON.stringify(policy(statement)) } },
]
const noAssume = { Effect: 'Deny', Action: 'sts:AssumeRole' }

type Case = readonly [id: string, what: string, entries: Entries, around: readonly object[], paths: readonly string[]]

const assumesAdmin = 'Can assume role admin by sts:AssumeRole, an administrator.'
const needsMfa = 'Can assume role admin by sts:AssumeRole (depends on aws:MultiFactorAuthPresent), an administrator.'
const createsFunction =
  'Can put their own code into a Lambda function with any role that trusts Lambda: only admin, an administrator (iam:PassRole and lambda:CreateFunction). Only on arn:aws:lambda:us-east-1:111122223333:function:probe. Someone or something else has to invoke the function.'
const runsTask =
  'Can run their own container with any role that trusts ECS tasks: only admin, an administrator (iam:PassRole, ecs:RegisterTaskDefinition and ecs:RunTask). Only on arn:aws:ecs:us-east-1:111122223333:task-definition/probe:1.'

test.each<Case>([
  [
    'env03',
    'an identity-based Deny stops joining the group',
    joining({ Effect: 'Deny', Action: 'iam:AddUserToGroup', Resource: arn('group/admins') }),
    [],
    [],
  ],
  [
    'env16',
    'the same without the Deny',
    joining(),
    [],
    ['Can add itself to group admins (iam:AddUserToGroup). That leads to administrator permissions.'],
  ],
  ['env05', 'a boundary stops the second hop', chain('OnlyListBucket'), [], []],
  [
    'env09',
    'the same without the boundary',
    chain(),
    [],
    ['Can assume role devops by sts:AssumeRole, then role admin by sts:AssumeRole, an administrator.'],
  ],
  ['env06', 'a direct way', direct, [], [assumesAdmin]],
  [
    'env08',
    'the trust policy asks for MFA',
    [user('alice', { inline: [assuming('admin')] }), admin(trusting(arn('user/alice'), mfa)), full],
    [],
    [needsMfa],
  ],
  ['env10', 'the same without MFA', direct, [], [assumesAdmin]],
  [
    'env11',
    'the trust policy names the account, and asks for MFA',
    [user('alice', { inline: [assuming('admin')] }), admin(trusting(arn('root'), mfa)), full],
    [],
    [needsMfa],
  ],
  ['env12', 'an SCP denies it on the role', direct, withScp({ ...noAssume, Resource: arn('role/admin') }), []],
  [
    'env13',
    'an SCP denies it to all but one role',
    direct,
    withScp({
      ...noAssume,
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${otherId}:role/reader` } },
    }),
    [],
  ],
  ['env17', 'the same without the SCP', direct, [], [assumesAdmin]],
  [
    'env14',
    'the caller’s policy asks for MFA',
    [user('alice', { inline: [assuming('admin', mfa)] }), admin(trusting(arn('root'))), full],
    [],
    [needsMfa],
  ],
  ['env15', 'the same without MFA', direct, [], [assumesAdmin]],
  ['env18', 'a role is passed to a Lambda function', lambda(), [], [createsFunction]],
  ['env19', 'the role may be passed to EC2 only', lambda(onlyEc2), [], []],
  ['env20', 'a role is passed to an ECS task', ecs(), [], [runsTask]],
  ['env21', 'the role may be passed to EC2 only', ecs(onlyEc2), [], []],
  [
    'env26',
    'three hops',
    hops('role/hop1'),
    [],
    [
      'Can assume role hop1 by sts:AssumeRole, then role hop2 by sts:AssumeRole, then role admin by sts:AssumeRole, an administrator.',
    ],
  ],
  ['env27', 'the middle role trusts someone else', hops('user/decoy'), [], []],
])('%s: %s', (_, __, entries, around, expected) => {
  const paths = pathsToAdministrator(surveyOf(entries, around), pathsInAccounts)
  expect(paths.filter(({ principal }) => principal.name === 'alice').map((each) => pathSentence(each))).toEqual(
    expected,
  )
})

test.each([
  ['env22', 'the role of the other account trusts alice', 'user/alice', [assumesAdmin]],
  ['env23', 'it trusts someone else', 'user/decoy', []],
])('%s: %s', (_, __, trusted, expected) => {
  const away = `arn:aws:iam::${otherId}:role/admin`
  const here = account(
    user('alice', { inline: [policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: away })] }),
    user('decoy', {}),
    full,
  )
  const there = JSON.stringify(account(admin(trusting('<ALICE>')), full))
    .replaceAll(id, otherId)
    .replaceAll('<ALICE>', arn(trusted))
  const { account: read } = collect([
    { name: 'here.json', text: JSON.stringify(here) },
    { name: 'there.json', text: there },
  ])
  const surveyed = survey(read, { policies: [], facts: {}, reference })
  const paths = pathsToAdministrator(surveyed, pathsInAccounts)
  expect(paths.filter(({ principal }) => principal.name === 'alice').map((each) => pathSentence(each))).toEqual(
    expected,
  )
})

test('env07: alice may assume a role that isn’t an administrator: no path, and the role’s permission', () => {
  const surveyed = surveyOf([
    user('alice', { inline: [assuming('reader')] }),
    role('reader', { trust: trusting(arn('user/alice')), inline: [allow('s3:ListAllMyBuckets', '*')] }),
  ])
  expect(pathsToAdministrator(surveyed, pathsInAccounts)).toEqual([])
  const [alice] = whoCan(surveyed, { action: 's3:ListAllMyBuckets', resource: '*' }).answers
  expect(alice?.chain && chainLabels(alice.chain)).toEqual(['role reader by sts:AssumeRole'])
})

test.each([
  ['env24', 'the bucket’s policy names the reader', 'user/reader', 'allowed'],
  ['env25', 'it names someone else', 'user/decoy', 'implicitDeny'],
])('%s: %s', (_, __, named, expected) => {
  const bucket = {
    Policy: JSON.stringify(
      policy({
        Effect: 'Allow',
        Principal: { AWS: arn(named) },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::target/*',
      }),
    ),
  }
  const surveyed = surveyOf([user('reader', {}), user('decoy', {})], [bucket])
  const { answers } = whoCan(surveyed, { action: 's3:GetObject', resource: 'arn:aws:s3:::target/report.csv' })
  expect(answers.find(({ principal }) => principal.name === 'reader')?.verdict.decision).toBe(expected)
})

// Degraded inputs: what is missing never becomes a certain answer.
test.each<[string, string, Entries, string]>([
  [
    'deg01',
    'the role’s trust policy is missing',
    [user('alice', { inline: [assuming('admin')] }), role('admin', { attached: ['AdministratorAccess'] }), full],
    'Can assume role admin by sts:AssumeRole (depends on what trust policy of admin says), an administrator.',
  ],
  [
    'deg05',
    'a policy of the role can’t be read',
    [
      user('alice', { inline: [assuming('admin')] }),
      admin(trusting(arn('user/alice'))),
      managed('AdministratorAccess', '%7Bbroken'),
    ],
    'Can assume role admin by sts:AssumeRole, an administrator. It depends on what AdministratorAccess says.',
  ],
])('%s: %s', (_, __, entries, expected) => {
  const paths = pathsToAdministrator(surveyOf(entries), pathsInAccounts)
  expect(paths.filter(({ principal }) => principal.name === 'alice').map((each) => pathSentence(each))).toContain(
    expected,
  )
})
