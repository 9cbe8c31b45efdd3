// Requests and policies as hardly anyone writes them: each still has its answer.
import { describe, expect, test } from 'vitest'
import { compile, type Decision } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import {
  allow,
  ask,
  at,
  boundary,
  bucket,
  deny,
  foreigner,
  full,
  here,
  key,
  object,
  policy,
  role,
  root,
  type Scenario,
  scp,
  session,
  user,
  when,
} from './scenario.ts'

const reference = await loadReference()
const variable = (name: string): string => `$\{${name}}`
const only = (statement: object, more: Partial<Scenario> = {}): Scenario => ({
  policies: [policy('identity', { ...statement })],
  ...more,
})
const cognito = { as: 'anonymous', action: 'cognito-identity:GetId', on: '*', owner: here } as const
const arnLike = (name: string) => allow('*', when('ArnLike', 'my:arn', `arn:aws:s3:::${variable(name)}`))
const carried = { 'my:arn': 'arn:aws:s3:::mateo' }

describe('answers', () => {
  test.each<[title: string, scenario: Scenario, decision: Decision]>([
    ['an action without a service', only(allow('*'), { action: 'GetObject' }), 'allowed'],
    ['a variable in an ARN', only(arnLike('aws:username'), { context: carried }), 'allowed'],
    [
      'a variable with a colon in its name in the middle of an ARN',
      only(allow('*', when('ArnEquals', 'my:arn', `arn:aws:iam::${variable('aws:PrincipalAccount')}:user/mateo`)), {
        context: { 'my:arn': user },
      }),
      'allowed',
    ],
    [
      'a variable without an end in an ARN',
      only(allow('*', when('ArnEquals', 'my:arn', 'arn:aws:iam::${open:user/mateo')), {
        context: { 'my:arn': 'arn:aws:iam::${open:user/mateo' },
      }),
      'allowed',
    ],
    ['an alias that isn’t named', only(allow('*'), { action: 'kms:CreateAlias', on: '*' }), 'allowed'],
    [
      'a variable in an ARN that isn’t known',
      only(arnLike('my:v'), { context: carried, partial: true }),
      'undetermined',
    ],
    ['a variable in an ARN without a value', only(arnLike('my:v'), { context: carried }), 'implicitDeny'],
    [
      'a variable in a pattern',
      only(allow('*', when('StringLike', 'my:k', `${variable('aws:username')}*`)), { context: { 'my:k': 'mateo1' } }),
      'allowed',
    ],
    [
      'a negated variable that isn’t known',
      only(allow('*', when('StringNotEquals', 'my:k', variable('my:v'))), { context: { 'my:k': 'a' }, partial: true }),
      'undetermined',
    ],
    [
      'a key that the request doesn’t carry, in so many words',
      only(allow('*', when('Null', 'my:k', 'true')), { context: { 'my:k': null }, partial: true }),
      'allowed',
    ],
    [
      'a number in the context',
      only(allow('*', when('NumericEquals', 'my:k', '5')), { context: { 'my:k': 5 } }),
      'allowed',
    ],
    [
      'a variable’s default',
      only(allow('*', { Resource: `arn:aws:s3:::$\{my:v, 'reports'}/*` }), {
        action: 's3:GetObject',
        on: object,
        owner: here,
      }),
      'allowed',
    ],
    [
      'KMS’s own key for the caller’s account',
      only(allow('*', when('StringEquals', 'kms:CallerAccount', here)), { action: 'kms:ListKeys' }),
      'allowed',
    ],
    ['and for another service', only(allow('*', when('StringEquals', 'kms:CallerAccount', here))), 'implicitDeny'],
    [
      'S3’s key for the owner, at another service',
      only(allow('*', when('StringEquals', 's3:ResourceAccount', here))),
      'implicitDeny',
    ],
    [
      'an account as the caller has no ARN',
      only(allow('*', when('ArnLike', 'aws:PrincipalArn', '*:*:*:*:*:*')), { as: here }),
      'implicitDeny',
    ],
    ['a Principal in an identity-based policy', only(allow('*', { Principal: '*' })), 'implicitDeny'],
    [
      'a principal by its canonical ID',
      {
        action: 's3:GetObject',
        on: object,
        owner: here,
        policies: [policy('resource', allow('s3:*', { Principal: { CanonicalUser: 'a1' } }))],
      },
      'implicitDeny',
    ],
    [
      'a role’s ARN and a user of its name',
      {
        as: `arn:aws:iam::${here}:user/Billing`,
        action: 's3:GetObject',
        on: object,
        owner: here,
        policies: [policy('resource', allow('s3:*', { Principal: { AWS: role } }))],
      },
      'implicitDeny',
    ],
    [
      'a role that NotPrincipal spares',
      {
        as: role,
        action: 's3:GetObject',
        on: object,
        owner: here,
        policies: [full, policy('resource', deny('s3:*', { NotPrincipal: { AWS: role } }))],
      },
      'allowed',
    ],
    [
      'a call without credentials, next to policies of a caller',
      { ...cognito, policies: [scp(deny('*')), boundary(deny('*')), policy('session', deny('*'))] },
      'allowed',
    ],
    [
      'a call without credentials, next to a resource-based policy',
      { ...cognito, policies: [policy('resource', deny('*', { Principal: '*' }))] },
      'allowed',
    ],
    ['root at Cognito Sync', { as: root, action: 'cognito-sync:RegisterDevice', policies: [] }, 'implicitDeny'],
    [
      'a grant and a fact that says so',
      {
        as: session,
        action: 'kms:Decrypt',
        on: key,
        facts: { kmsGrant: true },
        policies: [
          {
            type: 'kms-grants',
            document: { Grants: [{ KeyId: key, GranteePrincipal: role, Operations: ['Decrypt'] }] },
          },
        ],
      },
      'allowed',
    ],
    [
      'a function URL, with its second part given',
      {
        action: 'lambda:InvokeFunctionUrl',
        on: `arn:aws:lambda:us-east-1:${here}:function:f`,
        also: [{ action: 'lambda:InvokeFunction', resource: `arn:aws:lambda:us-east-1:${here}:function:f` }],
        policies: [full],
      },
      'allowed',
    ],
    [
      'an access point, with two buckets',
      {
        action: 's3:ListBucket',
        on: `arn:aws:s3:us-east-1:${here}:accesspoint/p`,
        policies: [
          full,
          at(bucket, policy('resource', deny('s3:*', { Principal: '*' }))),
          at(`${bucket}-2`, policy('resource', deny('s3:*', { Principal: '*' }))),
        ],
      },
      'allowed',
    ],
    [
      'an access point itself, with its bucket',
      {
        action: 's3:ListBucket',
        on: `arn:aws:s3:us-east-1:${here}:accesspoint/p`,
        policies: [full, at(bucket, policy('resource', deny('s3:*', { Principal: '*' })))],
      },
      'explicitDeny',
    ],
    [
      'a public access point behind Block Public Access',
      {
        as: foreigner,
        action: 's3:GetObject',
        on: `arn:aws:s3:us-east-1:${here}:accesspoint/p/object/k`,
        facts: { s3BlockPublicAccess: true },
        policies: [full, policy('resource', allow('s3:*', { Principal: '*' }))],
      },
      'implicitDeny',
    ],
    [
      'a guest of Cognito, told by one value',
      {
        as: `arn:aws:sts::${here}:assumed-role/g/CognitoIdentityCredentials`,
        action: 'ec2:RunInstances',
        context: { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
        policies: [full],
      },
      'implicitDeny',
    ],
    [
      'a delegated administrator’s call in a management account',
      {
        action: 'securityhub:GetConfigurationPolicy',
        facts: { managementAccount: true, delegatedAdministrator: false },
        policies: [full],
      },
      'implicitDeny',
    ],
    [
      'a session without a name',
      only(allow('*', when('StringLike', 'aws:userid', '*:x')), {
        as: `arn:aws:sts::${here}:assumed-role/a`,
        partial: true,
      }),
      'undetermined',
    ],
    [
      'a session whose account is masked',
      only(allow('*'), { as: 'arn:aws:sts::XXXXXXXXXXXX:assumed-role/a/b', owner: here }),
      'allowed',
    ],
    [
      'a principal of another service',
      only(allow('*'), { as: `arn:aws:ec2:us-east-1:${here}:instance/i-1` }),
      'allowed',
    ],
    [
      'shared by RAM, and readable by everyone',
      {
        as: foreigner,
        action: 's3:ListBucket',
        on: bucket,
        owner: here,
        facts: { sharedByRam: true },
        policies: [
          full,
          {
            type: 'bucket-acl',
            document: {
              Grants: [{ Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers' }, Permission: 'READ' }],
            },
          },
        ],
      },
      'allowed',
    ],
    [
      'a forwarded call through an endpoint can’t be',
      only(
        allow('*', {
          Condition: { Bool: { 'aws:ViaAWSService': 'true' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
        }),
        { partial: true },
      ),
      'implicitDeny',
    ],
  ])('%s', (_, scenario, decision) => {
    expect(ask(scenario, reference).decision).toBe(decision)
  })

  test('a policy without a document', () => {
    const { problems } = compile([{ type: 'identity' }])
    expect(problems.map(({ code }) => code)).toEqual(['data-type'])
  })

  test('too many sets to try', () => {
    const needed = Array.from({ length: 14 }, (_, i) =>
      deny('*', when('ForAllValues:StringNotEquals', 'my:s', `v${i}`)),
    )
    expect(ask({ partial: true, policies: [full, policy('identity', ...needed)] }).decision).toBe('undetermined')
  })
})

describe('details', () => {
  const reasonsOf = (scenario: Scenario) =>
    ask(scenario, reference).gates.flatMap(({ statements }) =>
      statements.flatMap(({ elements }) => elements.map(({ reason }) => reason)),
    )

  test.each<[title: string, scenario: Scenario, reason: object]>([
    ['an action left out', only({ Effect: 'Allow', NotAction: 'ce:*', Resource: '*' }), { code: 'action-left-out' }],
    [
      'an action not left out',
      only({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }),
      { code: 'action-not-left-out' },
    ],
    [
      'a statement of a trust policy',
      {
        action: 'sts:AssumeRole',
        on: role,
        policies: [policy('trust', { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:AssumeRole' })],
      },
      { code: 'principal-covers' },
    ],
    [
      'a key that the action never carries',
      only(allow('*', when('StringEquals', 's3:prefix', 'a')), { action: 's3:GetObject', on: object, owner: here }),
      { code: 'condition', neverIn: 's3:GetObject' },
    ],
    [
      'a time to come',
      only(allow('*', when('DateGreaterThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z')), {
        context: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      }),
      { code: 'condition', time: 'to-come' },
    ],
    [
      'a time that is over',
      only(allow('*', when('DateLessThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z')), {
        context: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      }),
      { code: 'condition', time: 'over' },
    ],
  ])('%s', (_, scenario, reason) => {
    expect(reasonsOf(scenario)).toContainEqual(expect.objectContaining(reason))
  })

  test('policies that have no say have no traces, and their keys aren’t missed', () => {
    const given = policy('identity', allow('s3:*', when('StringEquals', 's3:prefix', 'a')))
    const verdict = ask({ as: root, action: 's3:GetObject', on: object, owner: here, policies: [given] }, reference)
    expect(verdict.gates.find(({ kind }) => kind === 'identity')).toMatchObject({ state: 'exempt', statements: [] })
    expect(verdict.unsupportedKeys).toEqual([])
  })

  test.each<[gap: string, scenario: Scenario]>([
    [
      'share-permissions',
      {
        as: foreigner,
        action: 'ec2:RunInstances',
        on: `arn:aws:ec2:us-east-1:${here}:subnet/s`,
        facts: { sharedByRam: true },
        policies: [full],
      },
    ],
    ['role-path-unknown', { as: session, policies: [full] }],
  ])('%s isn’t evaluated', (gap, scenario) => {
    expect(ask(scenario, reference).notEvaluated).toContain(gap)
    expect(ask({ ...scenario, as: user, owner: here }, reference).notEvaluated).not.toContain(gap)
  })
})
