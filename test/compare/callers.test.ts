// Differences that only some kinds of callers see: each of these pairs was once proven to allow nothing new.
import { describe, expect, test } from 'vitest'
import { noNewAccess } from '../../src/compare/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'

const objects = 'arn:aws:s3:::reports/*'
const role = 'arn:aws:iam::111122223333:role/App'
const lambda = { Service: 'lambda.amazonaws.com' }

const allow = (Action: string, more: object = {}): object => ({ Effect: 'Allow', Action, Resource: '*', ...more })
const deny = (Action: string, more: object = {}): object => ({ ...allow(Action, more), Effect: 'Deny' })
const when = (operator: string, key: string, value: string | readonly string[], more: object = {}): object => ({
  Condition: { [operator]: { [key]: value } },
  ...more,
})
const anyone = { Principal: '*', Resource: objects }
const trusts = (Principal: unknown, Action: string): object => ({ Effect: 'Allow', Principal, Action })

type Case = readonly [
  title: string,
  type: PolicyType,
  old: readonly object[],
  now: readonly object[],
  principal: RegExp,
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
const newlyAllowed: readonly Case[] = [
  [
    'aws:PrincipalType distinguishes federated users',
    'identity',
    [allow('s3:*', when('StringEquals', 'aws:PrincipalType', ['User', 'AssumedRole']))],
    [allow('s3:*')],
    /:federated-user\//,
  ],
  [
    'aws:PrincipalType distinguishes the root user',
    'resource',
    [allow('s3:*', when('StringNotEquals', 'aws:PrincipalType', 'Account', anyone))],
    [allow('s3:*', anyone)],
    /:root$/,
  ],
  [
    'an SCP for the root user',
    'scp',
    [allow('*'), deny('*', when('StringEquals', 'aws:PrincipalType', 'Account'))],
    [allow('*')],
    /:root$/,
  ],
  [
    'aws:PrincipalArn of federated users',
    'identity',
    [allow('s3:*', when('ArnNotLike', 'aws:PrincipalArn', 'arn:aws:sts::*:federated-user/x*'))],
    [allow('s3:*')],
    /:federated-user\/x/,
  ],
  [
    'aws:PrincipalArn in another case',
    'identity',
    [allow('s3:*', when('StringEquals', 'aws:PrincipalArn', role))],
    [allow('s3:*', when('StringEqualsIgnoreCase', 'aws:PrincipalArn', role))],
    /role\/app/i,
  ],
  [
    'aws:username in another case',
    'identity',
    [allow('s3:*', when('StringEquals', 'aws:username', 'mary'))],
    [allow('s3:*', when('StringEqualsIgnoreCase', 'aws:username', 'mary'))],
    /user\/mary/i,
  ],
  [
    'aws:PrincipalArn in another partition',
    'identity',
    [allow('s3:*', when('ArnNotLike', 'aws:PrincipalArn', 'arn:aws-cn:iam::111122223333:user/x'))],
    [allow('s3:*')],
    /^arn:aws-cn:/,
  ],
  [
    'kms:CallerAccount, which only calls to AWS KMS carry',
    'resource',
    [allow('kms:*', when('StringEquals', 'kms:CallerAccount', '111122223333', { Principal: '*' }))],
    [allow('kms:*', when('StringEquals', 'kms:CallerAccount', ['111122223333', '444455556666'], { Principal: '*' }))],
    /444455556666/,
  ],
  [
    'a Deny by kms:CallerAccount that is gone',
    'resource',
    [
      allow('kms:*', { Principal: '*' }),
      deny('kms:*', when('StringEquals', 'kms:CallerAccount', '444455556666', { Principal: '*' })),
    ],
    [allow('kms:*', { Principal: '*' })],
    /444455556666/,
  ],
  [
    'a service, next to a Deny for everyone but services',
    'resource',
    [deny('s3:*', when('Bool', 'aws:PrincipalIsAWSService', 'false', anyone))],
    [
      allow('s3:GetObject', { Principal: lambda, Resource: objects }),
      deny('s3:*', when('Bool', 'aws:PrincipalIsAWSService', 'false', anyone)),
    ],
    /^lambda/,
  ],
  [
    'a service that NotPrincipal names',
    'resource',
    [deny('s3:*', { NotPrincipal: lambda, Resource: objects })],
    [
      allow('s3:GetObject', { Principal: lambda, Resource: objects }),
      deny('s3:*', { NotPrincipal: lambda, Resource: objects }),
    ],
    /^lambda/,
  ],
  [
    'an identity provider by its host, next to a Deny for services',
    'trust',
    [{ ...trusts('*', 'sts:*'), Effect: 'Deny', ...when('Bool', 'aws:PrincipalIsAWSService', 'true') }],
    [
      { ...trusts('*', 'sts:*'), Effect: 'Deny', ...when('Bool', 'aws:PrincipalIsAWSService', 'true') },
      trusts({ Federated: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity'),
    ],
    /^cognito-identity/,
  ],
]

describe('newly allowed', () => {
  test.each(newlyAllowed)('%s', (_, type, old, now, principal) => {
    const side = (Statement: readonly object[]) => [{ type, document: { Version: '2012-10-17', Statement } }]
    const comparison = noNewAccess({ type, old: side(old), new: side(now) })
    if (comparison.result !== 'fail') return expect.fail(JSON.stringify(comparison))
    const [{ request, assumed }] = comparison.examples
    expect(comparison.examples.map((example) => example.request.principal).join('\n')).toMatch(
      new RegExp(principal.source, `m${principal.flags}`),
    )
    expect(compile([...side(now), ...assumed]).decide(request)).toBe('allowed')
    expect(compile([...side(old), ...assumed]).decide(request)).not.toBe('allowed')
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
describe('a session from GetFederationToken without a session policy', () => {
  const [bob, session] = ['arn:aws:iam::111122223333:user/bob', 'arn:aws:sts::111122223333:federated-user/bob']
  const by = (AWS: string): object => ({ Principal: { AWS }, Resource: objects })
  const scp = { type: 'scp', document: { Version: '2012-10-17', Statement: [allow('*')] } } as const
  const policy = (Statement: object) => [{ type: 'resource', document: { Version: '2012-10-17', Statement } }] as const
  test.each<[title: string, old: object, now: object, around: readonly (typeof scp)[], result: string]>([
    ['gets nothing by its user’s name', allow('s3:*', by(bob)), allow('s3:*', by(session)), [], 'fail'],
    ['nor below an SCP', allow('s3:*', by(bob)), allow('s3:*', by(session)), [scp], 'fail'],
    ['nor by its account’s', allow('s3:*', by('111122223333')), allow('s3:*', by(session)), [], 'fail'],
    ['gets what everyone gets', allow('s3:*', by('*')), allow('s3:*', by(session)), [], 'pass'],
    ['is let in by its own name', allow('s3:*', by(session)), allow('s3:*', by(session)), [scp], 'pass'],
    [
      'gets less by its own name than everyone',
      allow('s3:Get*', by(session)),
      allow('s3:GetObject', by(session)),
      [scp],
      'pass',
    ],
  ])('%s', (_, old, now, surroundings, result) => {
    const comparison = noNewAccess({ type: 'resource', old: policy(old), new: policy(now), surroundings })
    expect(comparison.result).toBe(result)
    if (comparison.result !== 'fail') return
    const [{ request, assumed }] = comparison.examples
    const decide = (side: object) => compile([...policy(side), ...surroundings, ...assumed]).decide(request)
    expect([request.principal, decide(old), decide(now)]).toEqual([session, 'implicitDeny', 'allowed'])
  })
})
