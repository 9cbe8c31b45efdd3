// AWS's rules, one line each. The number is the rule's in our list of rules; the address is AWS's page.
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/evaluate/index.ts'
import {
  allow,
  ask,
  at,
  billingRole,
  deny,
  here,
  key,
  policy,
  queue,
  role,
  type Scenario,
  session,
  theirQueue,
  there,
  user,
  when,
} from './scenario.ts'

type Row = readonly [rule: string, scenario: Scenario, decision: Decision, blockedBy?: readonly string[]]

const UG = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'
const ORG = 'https://docs.aws.amazon.com/organizations/latest/userguide/'

const full = policy('identity', allow('*'))
const fullScp = at('r-root', policy('scp', allow('*')))
const send = { action: 'sqs:SendMessage', on: queue }
const queuePolicy = (...principals: readonly unknown[]) =>
  policy('resource', ...principals.map((Principal) => allow('sqs:SendMessage', { Principal, Resource: queue })))
const theirs = (Principal: unknown) => policy('resource', allow('sqs:SendMessage', { Principal, Resource: theirQueue }))
const keyPolicy = (Principal: unknown) => policy('resource', allow('kms:*', { Principal }))
const assume = { action: 'sts:AssumeRole', on: billingRole }
const trust = (Principal: unknown, more = {}) =>
  policy('trust', { Effect: 'Allow', Principal, Action: ['sts:AssumeRole', 'sts:TagSession'], ...more })

const sections: readonly (readonly [title: string, source: string, rows: readonly Row[]])[] = [
  [
    'order and combination',
    `${UG}reference_policies_evaluation-logic_policy-eval-denyallow.html`,
    [
      [
        '1 an explicit deny wins over every allow',
        { policies: [full, policy('identity', deny('ce:*'))] },
        'explicitDeny',
        ['identity'],
      ],
      ['3 without SCPs there is no such gate', { policies: [full] }, 'allowed'],
      [
        '3 an SCP level without an allow denies',
        { policies: [full, at('ou-1', policy('scp', allow('s3:*')))] },
        'implicitDeny',
        ['scp'],
      ],
      [
        '4 SCP levels are ANDed',
        { policies: [full, fullScp, at('ou-1', policy('scp', allow('s3:*')))] },
        'implicitDeny',
        ['scp'],
      ],
      [
        '4 policies of one level are ORed',
        { policies: [full, at('ou-1', policy('scp', allow('s3:*'))), at('ou-1', policy('scp', allow('ce:*')))] },
        'allowed',
      ],
      [
        '5 in one account the resource policy is enough',
        { ...send, policies: [queuePolicy({ AWS: user })] },
        'allowed',
      ],
      [
        '5 in one account the identity policy is enough',
        { ...send, policies: [full, queuePolicy({ AWS: role })] },
        'allowed',
      ],
      [
        '6 a silent boundary does not limit what names the user',
        { ...send, policies: [policy('permissions-boundary', allow('s3:*')), queuePolicy({ AWS: user })] },
        'allowed',
      ],
      [
        '7 it does limit what names the role',
        { ...send, as: session, policies: [policy('permissions-boundary', allow('s3:*')), queuePolicy({ AWS: role })] },
        'implicitDeny',
        ['permissions-boundary'],
      ],
      [
        '8 nor what names the session',
        {
          ...send,
          as: session,
          policies: [
            policy('session', allow('s3:*')),
            policy('permissions-boundary', allow('s3:*')),
            queuePolicy({ AWS: session }),
          ],
        },
        'allowed',
      ],
      [
        '10 but their explicit deny does',
        { ...send, as: session, policies: [policy('session', deny('sqs:*')), queuePolicy({ AWS: session })] },
        'explicitDeny',
        ['session'],
      ],
      [
        '13 a federated user without session policy has nothing',
        { as: `arn:aws:sts::${here}:federated-user/arnav`, policies: [full] },
        'implicitDeny',
        ['session'],
      ],
      [
        '14 a silent session policy denies',
        { as: session, policies: [full, policy('session', allow('s3:*'))] },
        'implicitDeny',
        ['session'],
      ],
      ['15 without one there is no such gate', { as: session, policies: [full] }, 'allowed'],
      [
        '16 a boundary grants nothing',
        { policies: [policy('permissions-boundary', allow('*'))] },
        'implicitDeny',
        ['identity'],
      ],
      ['17 identity policies are a union', { policies: [policy('identity', allow('s3:*')), full] }, 'allowed'],
      ['18 the root user needs no policy', { as: `arn:aws:iam::${here}:root`, policies: [] }, 'allowed'],
      [
        '18 an SCP binds the root user of a member account',
        { as: `arn:aws:iam::${here}:root`, policies: [fullScp, at(here, policy('scp', deny('ce:*')))] },
        'explicitDeny',
        ['scp'],
      ],
      [
        '23 naming the account delegates, it does not grant',
        { ...send, policies: [queuePolicy({ AWS: here })] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '24 a deny that names the account hits its users',
        { ...send, policies: [full, policy('resource', deny('sqs:*', { Principal: { AWS: here } }))] },
        'explicitDeny',
        ['resource'],
      ],
      [
        '33 every gate in the way is named',
        { policies: [full, policy('permissions-boundary', allow('s3:*')), at('ou-1', policy('scp', allow('s3:*')))] },
        'implicitDeny',
        ['scp', 'permissions-boundary'],
      ],
    ],
  ],
  [
    'principals',
    `${UG}reference_policies_elements_principal.html`,
    [
      [
        '25 a role stands for its sessions, whatever its path',
        { ...send, as: session, policies: [queuePolicy({ AWS: `arn:aws:iam::${here}:role/finance/Billing` })] },
        'allowed',
      ],
      [
        '26 the id of a deleted user matches nobody',
        { ...send, policies: [queuePolicy({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })] },
        'implicitDeny',
      ],
      [
        '27 a wildcard inside a principal matches nobody',
        { ...send, policies: [queuePolicy({ AWS: `arn:aws:iam::${here}:user/*` })] },
        'implicitDeny',
      ],
      ['28 everyone includes anonymous callers', { ...send, as: 'anonymous', policies: [queuePolicy('*')] }, 'allowed'],
      [
        '29 without Principal a statement matches nobody',
        { ...send, policies: [full, policy('resource', deny('sqs:*'))] },
        'allowed',
      ],
      [
        '30 NotPrincipal with Deny hits whoever has a boundary',
        {
          ...send,
          policies: [
            full,
            policy('permissions-boundary', allow('*')),
            policy('resource', deny('sqs:*', { NotPrincipal: { AWS: user } })),
          ],
        },
        'explicitDeny',
        ['resource'],
      ],
      [
        '30 and spares the listed user without one',
        { ...send, policies: [full, policy('resource', deny('sqs:*', { NotPrincipal: { AWS: user } }))] },
        'allowed',
      ],
      [
        '32 NotPrincipal with Allow grants everyone else',
        {
          ...send,
          as: 'anonymous',
          policies: [
            policy('resource', { Effect: 'Allow', NotPrincipal: { AWS: user }, Action: 'sqs:*', Resource: queue }),
          ],
        },
        'allowed',
      ],
    ],
  ],
  [
    'across accounts',
    `${UG}reference_policies_evaluation-logic-cross-account.html`,
    [
      ['19 both sides allow', { ...send, on: theirQueue, policies: [full, theirs({ AWS: user })] }, 'allowed'],
      ['19 the own side alone does not', { ...send, on: theirQueue, policies: [full] }, 'implicitDeny', ['resource']],
      [
        '19 nor the other side alone',
        { ...send, on: theirQueue, policies: [theirs({ AWS: user })] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '20 not even when it names the session',
        { ...send, as: session, on: theirQueue, policies: [theirs({ AWS: session })] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '21 the boundary limits although the user is named',
        {
          ...send,
          on: theirQueue,
          policies: [full, policy('permissions-boundary', allow('s3:*')), theirs({ AWS: user })],
        },
        'implicitDeny',
        ['permissions-boundary'],
      ],
      [
        "22 the owner's SCPs do not bind foreign callers",
        { ...send, on: theirQueue, policies: [full, theirs({ AWS: user }), at(there, policy('scp', deny('*')))] },
        'allowed',
      ],
      [
        '83 a bucket ARN holds no account: who owns it decides',
        { action: 's3:GetObject', on: 'arn:aws:s3:::reports/x', owner: there, policies: [full] },
        'implicitDeny',
        ['resource'],
      ],
    ],
  ],
  [
    'roles and their trust policies',
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    [
      ['34 naming the user is enough in one account', { ...assume, policies: [trust({ AWS: user })] }, 'allowed'],
      [
        '35 naming the account needs an identity policy too',
        { ...assume, policies: [trust({ AWS: here })] },
        'implicitDeny',
        ['identity'],
      ],
      ['35 and with it that works', { ...assume, policies: [full, trust({ AWS: here })] }, 'allowed'],
      [
        '36 a silent trust policy denies even administrators',
        { ...assume, policies: [full, trust({ AWS: there })] },
        'implicitDeny',
        ['trust'],
      ],
      ['36 so does one that was not given', { ...assume, policies: [full] }, 'implicitDeny', ['trust']],
      [
        '37 across accounts both must allow',
        { ...assume, as: `arn:aws:iam::${there}:user/nikki`, policies: [trust({ AWS: there })] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '38 a role that assumes itself must be trusted',
        { ...assume, as: session, policies: [full, trust({ AWS: user })] },
        'implicitDeny',
        ['trust'],
      ],
      [
        '39 with a web identity only the provider counts',
        {
          ...assume,
          action: 'sts:AssumeRoleWithWebIdentity',
          policies: [full, policy('trust', { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:*' })],
        },
        'implicitDeny',
        ['trust'],
      ],
      [
        '41 session tags must be allowed on both sides',
        { ...assume, action: 'sts:TagSession', policies: [trust({ AWS: user })] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '42 sts:GetCallerIdentity cannot be denied',
        { action: 'sts:GetCallerIdentity', policies: [policy('identity', deny('*'))] },
        'allowed',
      ],
      [
        '43 without the external id the condition fails',
        { ...assume, policies: [trust({ AWS: user }, when('StringEquals', 'sts:ExternalId', 'x1'))] },
        'implicitDeny',
        ['trust'],
      ],
      [
        '46 roles of AWS cannot be changed',
        {
          action: 'iam:PutRolePolicy',
          on: `arn:aws:iam::${here}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_1`,
          policies: [full],
        },
        'implicitDeny',
      ],
      [
        '46 roles of Identity Center cannot be passed',
        {
          action: 'iam:PassRole',
          on: `arn:aws:iam::${here}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_1`,
          policies: [full],
        },
        'implicitDeny',
      ],
      [
        'a service-linked role can be deleted through its service',
        {
          action: 'iam:DeleteServiceLinkedRole',
          on: `arn:aws:iam::${here}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
          policies: [full],
        },
        'allowed',
      ],
      [
        'managed policies of AWS cannot be changed',
        { action: 'iam:CreatePolicyVersion', on: 'arn:aws:iam::aws:policy/AdministratorAccess', policies: [full] },
        'implicitDeny',
      ],
      [
        'managed policies of AWS can be attached',
        { action: 'iam:GetPolicy', on: 'arn:aws:iam::aws:policy/AdministratorAccess', policies: [full] },
        'allowed',
      ],
      [
        '127 a role cannot be passed across accounts',
        {
          action: 'iam:PassRole',
          on: `arn:aws:iam::${there}:role/R`,
          policies: [full, policy('resource', allow('*', { Principal: '*' }))],
        },
        'implicitDeny',
      ],
      [
        '128 the service a role is passed to must fit',
        {
          action: 'iam:PassRole',
          on: role,
          context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
          policies: [
            policy(
              'identity',
              allow('iam:PassRole', when('StringEquals', 'iam:PassedToService', 'lambda.amazonaws.com')),
            ),
          ],
        },
        'implicitDeny',
        ['identity'],
      ],
    ],
  ],
  [
    'KMS keys',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    [
      [
        '47 an identity policy alone has no effect',
        { action: 'kms:Decrypt', on: key, policies: [full, keyPolicy({ AWS: role })] },
        'implicitDeny',
        ['resource'],
      ],
      [
        '47 unless the key policy hands over to the account',
        { action: 'kms:Decrypt', on: key, policies: [full, keyPolicy({ AWS: here })] },
        'allowed',
      ],
      [
        '48 naming the user is enough',
        { action: 'kms:Decrypt', on: key, policies: [keyPolicy({ AWS: user })] },
        'allowed',
      ],
      [
        '49 an identity deny needs no help',
        { action: 'kms:Decrypt', on: key, policies: [policy('identity', deny('kms:*')), keyPolicy({ AWS: user })] },
        'explicitDeny',
        ['identity'],
      ],
      [
        '50 the root user has nothing by itself',
        { as: `arn:aws:iam::${here}:root`, action: 'kms:Decrypt', on: key, policies: [keyPolicy({ AWS: role })] },
        'implicitDeny',
        ['resource'],
      ],
      [
        '55 aliases of AWS are out of reach',
        { action: 'kms:DeleteAlias', on: `arn:aws:kms:us-east-1:${here}:alias/aws/s3`, policies: [full] },
        'implicitDeny',
      ],
    ],
  ],
  [
    'SCPs and RCPs',
    `${ORG}orgs_manage_policies_scps.html`,
    [
      [
        '56 neither limits the management account',
        { facts: { managementAccount: true }, policies: [full, at('r-root', policy('scp', deny('*')))] },
        'allowed',
      ],
      [
        '57 nor service-linked roles',
        {
          as: `arn:aws:sts::${here}:assumed-role/AWSServiceRoleForSupport/s`,
          policies: [full, at('r-root', policy('scp', deny('*')))],
        },
        'allowed',
      ],
      [
        '59 SCPs do not limit services',
        {
          ...send,
          as: 'sns.amazonaws.com',
          policies: [queuePolicy({ Service: 'sns.amazonaws.com' }), at('r-root', policy('scp', deny('*')))],
        },
        'allowed',
      ],
      [
        '60 RCPs limit foreign callers too',
        {
          ...send,
          on: theirQueue,
          policies: [full, theirs({ AWS: user }), at(there, policy('rcp', deny('sqs:*', { Principal: '*' })))],
        },
        'explicitDeny',
        ['rcp'],
      ],
      [
        '61 RCPs do not cover every service',
        {
          action: 'ec2:StopInstances',
          policies: [full, at('r-root', policy('rcp', deny('ec2:*', { Principal: '*' })))],
        },
        'allowed',
      ],
      ['65 an SCP grants nothing', { policies: [fullScp] }, 'implicitDeny', ['identity']],
      [
        '66 a Region lock catches Billing',
        {
          context: { 'aws:RequestedRegion': 'us-east-1' },
          policies: [
            full,
            fullScp,
            at(
              'r-root',
              policy('scp', {
                Effect: 'Deny',
                NotAction: 'iam:*',
                Resource: '*',
                ...when('StringNotEquals', 'aws:RequestedRegion', 'eu-central-1'),
              }),
            ),
          ],
        },
        'explicitDeny',
        ['scp'],
      ],
      [
        '67 and a request without the key',
        {
          policies: [
            full,
            fullScp,
            at('r-root', policy('scp', deny('ce:*', when('StringNotEquals', 'aws:RequestedRegion', 'eu-central-1')))),
          ],
        },
        'explicitDeny',
        ['scp'],
      ],
      [
        '69 an endpoint policy is one more gate',
        { ...send, policies: [full, policy('vpc-endpoint', allow('s3:*', { Principal: '*' }))] },
        'implicitDeny',
        ['vpc-endpoint'],
      ],
      [
        '70 and grants nothing',
        { ...send, policies: [policy('vpc-endpoint', allow('*', { Principal: '*' }))] },
        'implicitDeny',
        ['identity'],
      ],
    ],
  ],
  [
    'actions and resources',
    `${UG}reference_policies_elements_resource.html`,
    [
      ['74 actions ignore case', { policies: [policy('identity', allow('CE:getcost*'))] }, 'allowed'],
      [
        '75 no wildcard in the service',
        { policies: [policy('identity', allow('c*:GetCostAndUsage'))] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '76 two actions in one text match nothing',
        { policies: [policy('identity', allow('ce:GetCostAndUsage, ce:GetTags'))] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '77 "allow" is no effect',
        { policies: [policy('identity', allow('*', { Effect: 'allow' }))] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '78 a wildcard runs past colons',
        { ...send, policies: [policy('identity', allow('sqs:*', { Resource: 'arn:aws:sqs:*:invoices' }))] },
        'allowed',
      ],
      [
        '81 resources compare with case',
        {
          ...send,
          policies: [policy('identity', allow('sqs:*', { Resource: queue.replace('invoices', 'Invoices') }))],
        },
        'implicitDeny',
        ['identity'],
      ],
      [
        '82 the partition must fit',
        { ...send, policies: [policy('identity', allow('sqs:*', { Resource: queue.replace('aws', 'aws-cn') }))] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '84 objects are not the bucket',
        {
          action: 's3:ListBucket',
          on: 'arn:aws:s3:::reports',
          owner: here,
          policies: [policy('identity', allow('s3:*', { Resource: 'arn:aws:s3:::reports/*' }))],
        },
        'implicitDeny',
        ['identity'],
      ],
      [
        '86 what has no resource needs *',
        { policies: [policy('identity', allow('ce:*', { Resource: 'arn:aws:ce::111122223333:anything' }))] },
        'implicitDeny',
        ['identity'],
      ],
      [
        '86 and a Deny with NotResource always hits it',
        { policies: [full, policy('identity', { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::x' })] },
        'explicitDeny',
        ['identity'],
      ],
    ],
  ],
  [
    'switches that are no policy',
    'https://repost.aws/knowledge-center/iam-billing-access',
    [
      [
        '131 IAM access to Billing not activated',
        { facts: { billingIamAccess: false }, action: 'billing:GetBillingData', policies: [full] },
        'implicitDeny',
      ],
      [
        '131 the root user is not concerned',
        {
          facts: { billingIamAccess: false },
          as: `arn:aws:iam::${here}:root`,
          action: 'billing:GetBillingData',
          policies: [],
        },
        'allowed',
      ],
      ['131 nor are other services', { facts: { billingIamAccess: false }, ...send, policies: [full] }, 'allowed'],
      [
        'S3 Block Public Access voids a public bucket policy',
        {
          facts: { s3BlockPublicAccess: true },
          as: 'anonymous',
          action: 's3:GetObject',
          on: 'arn:aws:s3:::reports/x',
          owner: here,
          policies: [policy('resource', allow('s3:*', { Principal: '*' }))],
        },
        'implicitDeny',
      ],
    ],
  ],
]

for (const [title, source, rows] of sections) {
  describe(`${title} (${source})`, () => {
    for (const [rule, scenario, decision, blockedBy] of rows) {
      test(rule, () => {
        const verdict = ask(scenario)
        expect(verdict.decision).toBe(decision)
        if (blockedBy) expect([...verdict.blockedBy].sort()).toEqual([...blockedBy].sort())
      })
    }
  })
}

test("what blocks is told gate by gate, in AWS's order", () => {
  const { gates } = ask({
    policies: [policy('identity', allow('s3:*')), fullScp, at('ou-1', policy('scp', allow('s3:*')))],
  })
  expect(gates.map(({ kind, level, state, blocks }) => [kind, level, state, blocks])).toEqual([
    ['scp', 'r-root', 'allows', false],
    ['scp', 'ou-1', 'silent', true],
    ['identity', undefined, 'silent', true],
    ['permissions-boundary', undefined, 'not given', false],
  ])
})

test('the statement that decided is named with its place', () => {
  const text = '{"Version":"2012-10-17","Statement":[{"Sid":"No","Effect":"Deny","Action":"ce:*","Resource":"*"}]}'
  const { decidedBy } = ask({ policies: [full, { type: 'identity', name: 'Mine', text }] })
  expect(decidedBy.map(({ policy: name, policyIndex, statement, sid }) => [name, policyIndex, statement, sid])).toEqual(
    [['Mine', 1, 0, 'No']],
  )
  expect(text.slice(decidedBy[0]?.span.from, decidedBy[0]?.span.to)).toMatch(/^\{"Sid":"No".*\}$/)
})

test.each<[why: RegExp, scenario: Scenario]>([
  [
    /upper and lower case/,
    { ...send, policies: [policy('identity', allow('sqs:*', { Resource: queue.toUpperCase() }))] },
  ],
  [
    /in the account/,
    { ...send, policies: [policy('identity', allow('sqs:*', { Resource: queue.replace(here, there) }))] },
  ],
  [
    /in the Region/,
    { ...send, policies: [policy('identity', allow('sqs:*', { Resource: queue.replace('us-east-1', 'eu-west-1') }))] },
  ],
  [
    /the container itself/,
    {
      action: 's3:GetObject',
      on: 'arn:aws:s3:::reports/x',
      owner: here,
      policies: [policy('identity', allow('s3:*', { Resource: 'arn:aws:s3:::reports' }))],
    },
  ],
  [
    /the request has `us-east-1`/,
    {
      context: { 'aws:RequestedRegion': 'us-east-1' },
      policies: [policy('identity', allow('*', when('StringEquals', 'aws:RequestedRegion', 'eu-west-1')))],
    },
  ],
  [/the request has no `aws:x`/, { policies: [policy('identity', allow('*', when('StringEquals', 'aws:x', 'y')))] }],
])('an Allow that nearly matched says how it failed: %s', (why, scenario) => {
  expect(
    ask(scenario)
      .closest.map(({ failed }) => failed.why)
      .join(),
  ).toMatch(why)
})
