// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// The faults that hurt: policies that allow nothing, protect nothing, let everyone in, or lock everyone out. `evaluate` confirms each reason.
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'
import { withReferencedArn } from '../../src/lint/terraform-arns.ts'

const reference = await loadReference(
  's3 dynamodb sqs sns lambda kms iam sts ec2 ce ssm secretsmanager autoscaling logs lex greengrass'.split(' '),
)
const document = (...statements: readonly object[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement })),
})
const codesOf = (policy: object, policyType: PolicyType = 'identity', resourceType?: string) =>
  lint({ text: JSON.stringify(policy), policyType, resourceType, reference }).map(({ code }) => code)

const user = 'arn:aws:iam::111122223333:user/mateojackson'
interface Asked {
  readonly action: string
  readonly resource?: string
  readonly context?: Readonly<Record<string, string>>
  readonly principal?: string
}
const decide = (
  policy: object,
  { action, resource = '*', context = {}, principal = user }: Asked,
  type: PolicyType = 'identity',
) =>
  compile([{ type, name: 'policy', document: policy }], {}).decide({
    principal,
    action,
    resource,
    resourceAccount: '111122223333',
    context,
    contextIs: 'complete',
  })

describe('ACTION_RESOURCE_MISMATCH: the statement doesn’t allow the action', () => {
  const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/orders'
  test.each<[action: string, resource: string, real: string | undefined]>([
    ['s3:GetObject', 'arn:aws:s3:::reports', 'arn:aws:s3:::reports/a.csv'],
    ['s3:ListBucket', 'arn:aws:s3:::reports/*', 'arn:aws:s3:::reports'],
    ['sqs:Send*', 'arn:aws:s3:::reports/*', 'arn:aws:sqs:us-east-1:111122223333:jobs'],
    ['sqs:SendMessage', 'arn:aws:sns:us-east-1:111122223333:news', 'arn:aws:sqs:us-east-1:111122223333:news'],
    ['dynamodb:GetItem', `${table}/index/*`, table],
    ['iam:GetRole', 'arn:aws:iam::111122223333:user/*', 'arn:aws:iam::111122223333:role/App'],
    ['s3:GetObject', 'arn:aws:s3:::reports/*', undefined],
    ['s3:GetObject', 'arn:aws:s3:::reports*', undefined],
    ['s3:Get*', 'arn:aws:s3:::reports', undefined],
    ['s3:GetObject', 'arn:aws:s3:::${BucketName}', undefined],
    ['sqs:SendMessage', 'arn:aws:*:*:*:jobs', undefined],
    ['dynamodb:Query', `${table}/index/*`, undefined],
    ['s3:ListAllMyBuckets', '*', undefined],
    ['s3:ListBucket', 'arn:aws:s3:::${BucketName}/*', 'arn:aws:s3:::reports'],
    ['s3:ListBucket', 'arn:aws:s3:::*', undefined],
    // Each has an error of its own, which says what's wrong with the ARN.
    ['s3:GetObject', 'arn:aws:s3:reports/*', undefined],
    ['s3:GetObject', 'arn:aws:s3:us-east-1:111122223333:reports/*', undefined],
    [
      's3:GetObject',
      'arn:aws:s3:us-east-1:111122223333:accesspoint/app',
      'arn:aws:s3:us-east-1:111122223333:accesspoint/app/object/a.csv',
    ],
  ])('%s on %s', (Action, Resource, real) => {
    const policy = document({ Action, Resource })
    expect(codesOf(policy).includes('ACTION_RESOURCE_MISMATCH')).toBe(real !== undefined)
    const action = Action.replace('Send*', 'SendMessage')
    if (real !== undefined) expect(decide(policy, { action, resource: real })).toBe('implicitDeny')
  })
})

describe('MFA conditions that do not protect', () => {
  const present = 'aws:MultiFactorAuthPresent'
  const none = {}
  test.each<[name: string, statement: object, gets: Readonly<Record<string, string>> | undefined]>([
    ['Bool false in a Deny', { Effect: 'Deny', Condition: { Bool: { [present]: 'false' } } }, none],
    ['Null in a Deny', { Effect: 'Deny', Condition: { Null: { [present]: 'true' } } }, { [present]: 'false' }],
    [
      'age in a Deny',
      { Effect: 'Deny', Condition: { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' } } },
      none,
    ],
    ['BoolIfExists true in an Allow', { Condition: { BoolIfExists: { [present]: 'true' } } }, none],
    [
      'BoolIfExists false in a Deny',
      { Effect: 'Deny', Condition: { BoolIfExists: { [present]: 'false' } } },
      undefined,
    ],
    ['Bool true in an Allow', { Condition: { Bool: { [present]: 'true' } } }, undefined],
    ['Bool false in an Allow', { Condition: { Bool: { [present]: 'false' } } }, undefined],
  ])('%s', (_, statement, gets) => {
    const policy = document({ Action: 'ce:GetCostAndUsage', ...statement })
    expect(codesOf(policy).includes('MFA_CONDITION_DOES_NOT_PROTECT')).toBe(gets !== undefined)
    const whole = document(
      { Action: 'ce:GetCostAndUsage', ...statement },
      ...('Effect' in statement ? [{ Action: '*' }] : []),
    )
    if (gets) expect(decide(whole, { action: 'ce:GetCostAndUsage', context: gets })).toBe('allowed')
  })
})

const outside = { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }

test.each<[name: string, condition: object, is: boolean]>([
  ['alone', outside, true],
  ['with IfExists on the service', { ...outside, BoolIfExists: { 'aws:ViaAWSService': 'false' } }, false],
  ['with ViaAWSService', { ...outside, Bool: { 'aws:ViaAWSService': 'false' } }, false],
  ['with the VPC endpoint', { ...outside, StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }, false],
  ['inside of addresses', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, false],
])('SOURCE_IP_DENIES_AWS_SERVICES: a Deny by address %s', (_, Condition, is) => {
  const policy = document({ Effect: 'Deny', Action: 'ce:*', Condition }, { Action: '*' })
  expect(codesOf(policy).includes('SOURCE_IP_DENIES_AWS_SERVICES')).toBe(is)
  const context = { 'aws:ViaAWSService': 'true', 'aws:SourceIp': '203.0.113.9' }
  if (is) expect(decide(policy, { action: 'ce:GetCostAndUsage', context })).toBe('explicitDeny')
})

test.each<[condition: object, is: boolean]>([
  [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, true],
  [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, StringLike: { 'aws:SourceVpc': 'vpc-*' } }, true],
  [{ IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, false],
  [{ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, false],
])('CONDITIONS_NEVER_MET_TOGETHER under %o: %s', (Condition, is) => {
  const policy = document({ Action: 'ce:GetCostAndUsage', Condition })
  expect(codesOf(policy).includes('CONDITIONS_NEVER_MET_TOGETHER')).toBe(is)
  const contexts: readonly Readonly<Record<string, string>>[] = [
    { 'aws:SourceIp': '203.0.113.9' },
    { 'aws:SourceVpce': 'vpce-1', 'aws:SourceVpc': 'vpc-1' },
  ]
  for (const context of contexts)
    if (is) expect(decide(policy, { action: 'ce:GetCostAndUsage', context })).toBe('implicitDeny')
})

describe('PUBLIC_RESOURCE_POLICY', () => {
  const objects = 'arn:aws:s3:::reports/*'
  test.each<[name: string, statement: object, is: boolean]>([
    ['everyone', { Principal: '*', Action: 's3:GetObject' }, true],
    ['everyone, as AWS', { Principal: { AWS: ['*'] }, Action: 's3:*' }, true],
    [
      'half of the internet',
      { Principal: '*', Action: 's3:GetObject', Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } },
      true,
    ],
    ['everyone but one', { NotPrincipal: { AWS: '111122223333' }, Action: 's3:GetObject' }, true],
    [
      'an organization',
      { Principal: '*', Action: 's3:GetObject', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
      false,
    ],
    ['an account', { Principal: { AWS: '111122223333' }, Action: 's3:GetObject' }, false],
    ['a Deny', { Effect: 'Deny', Principal: '*', Action: 's3:GetObject' }, false],
  ])('%s', (_, statement, is) => {
    const policy = document({ Resource: objects, ...statement })
    expect(codesOf(policy, 'resource').includes('PUBLIC_RESOURCE_POLICY')).toBe(is)
  })
  test('anyone can make the request', () => {
    const policy = document({ Principal: '*', Action: 's3:GetObject', Resource: objects })
    const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/a.csv', principal: 'anonymous' }
    expect(decide(policy, asked, 'resource')).toBe('allowed')
  })
  test.each(['sqs:SendMessage', 'kms:Decrypt', 'secretsmanager:GetSecretValue', 'lambda:InvokeFunction'])(
    '%s for everyone',
    (Action) => expect(codesOf(document({ Principal: '*', Action }), 'resource')).toContain('PUBLIC_RESOURCE_POLICY'),
  )
})

describe('lockouts', () => {
  const both = ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*']
  const all = { Effect: 'Deny', Principal: '*', Resource: both }
  const admin = { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Admin' } }
  test.each<[name: string, statement: object, is: boolean]>([
    [
      'outside of a VPC endpoint',
      { ...all, Action: 's3:*', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } },
      true,
    ],
    ['outside of addresses', { ...all, Action: 's3:*', Condition: outside }, true],
    ['a queue, wholly', { ...all, Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-1:111122223333:q' }, true],
    ['a secret, wholly', { ...all, Action: 'secretsmanager:*', Resource: '*' }, true],
    ['with an administrator exempt', { ...all, Action: 's3:*', Condition: { ...outside, ...admin } }, false],
    ['without TLS', { ...all, Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, false],
    ['only the objects', { ...all, Action: 's3:GetObject', Condition: outside }, false],
    ['one account', { ...all, Principal: { AWS: '444455556666' }, Action: 's3:*' }, false],
  ])('a Deny for everyone: %s', (_, statement, is) => {
    expect(codesOf(document(statement), 'resource').includes('RESOURCE_POLICY_LOCKS_OUT_EVERYONE')).toBe(is)
  })

  test.each<[action: unknown, is: boolean]>([
    [['kms:Encrypt', 'kms:Decrypt'], true],
    ['kms:Describe*', true],
    ['kms:*', false],
    ['kms:Put*', false],
  ])('a key policy that allows %o and nothing else: %s', (Action, is) => {
    const policy = document({ Principal: { AWS: 'arn:aws:iam::111122223333:role/App' }, Action })
    expect(codesOf(policy, 'resource', 'AWS::KMS::Key').includes('KEY_POLICY_WITHOUT_ADMINISTRATOR')).toBe(is)
  })
})

describe('privilege escalation', () => {
  const direct = 'PRIVILEGE_ESCALATION'
  const service = 'PRIVILEGE_ESCALATION_THROUGH_SERVICE'
  const narrow = 'PRIVILEGE_ESCALATION_ON_NAMED_RESOURCES'
  test.each<[name: string, statement: object, code: string | undefined]>([
    ['own role', { Action: 'iam:PutRolePolicy' }, direct],
    [
      'every user of the account',
      { Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::111122223333:user/*' },
      direct,
    ],
    ['every user of any account', { Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/*' }, direct],
    [
      'in one Region',
      { Action: 'iam:PutUserPolicy', Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } },
      direct,
    ],
    ['a boundary', { Action: 'iam:DeleteRolePermissionsBoundary' }, direct],
    [
      'one user',
      { Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::111122223333:user/${aws:username}' },
      undefined,
    ],
    [
      'users below a path',
      { Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::111122223333:user/robots/*' },
      undefined,
    ],
    [
      'with MFA',
      { Action: 'iam:PutUserPolicy', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
      direct,
    ],
    ['the caller', { Action: 'iam:PutUserPolicy', Resource: 'arn:aws:iam::*:user/${aws:username}' }, direct],
    [
      'with a boundary',
      {
        Action: 'iam:PutUserPolicy',
        Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/boundary' } },
      },
      undefined,
    ],
    [
      'a role passed to the service of the path',
      {
        Action: ['iam:PassRole', 'ec2:RunInstances'],
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      },
      service,
    ],
    [
      'a role passed to another service',
      {
        Action: ['iam:PassRole', 'ec2:RunInstances'],
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
      undefined,
    ],
    [
      'one role, which the caller also trusts',
      { Action: ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'], Resource: 'arn:aws:iam::*:role/app' },
      narrow,
    ],
    [
      'roles that the caller creates',
      { Action: ['iam:CreateRole', 'iam:AttachRolePolicy'], Resource: 'arn:aws:iam::*:role/app-*' },
      narrow,
    ],
    [
      'roles that the caller creates, with a boundary',
      {
        Action: ['iam:CreateRole', 'iam:AttachRolePolicy'],
        Resource: 'arn:aws:iam::*:role/app-*',
        Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/boundary' } },
      },
      undefined,
    ],
    ['code of functions', { Action: 'lambda:UpdateFunctionCode', Resource: 'arn:aws:lambda:*:*:function:*' }, service],
    ['commands on instances', { Action: 'ssm:SendCommand' }, service],
    ['an instance with a role', { Action: ['iam:PassRole', 'ec2:RunInstances'] }, service],
    [
      'one function',
      { Action: 'lambda:UpdateFunctionCode', Resource: 'arn:aws:lambda:*:*:function:orders' },
      undefined,
    ],
    ['an instance without a role', { Action: 'ec2:RunInstances' }, undefined],
  ])('%s', (_, statement, code) => {
    const codes = codesOf(document(statement)).filter((each) => each.startsWith(direct))
    expect(codes).toEqual(code === undefined ? [] : [code])
  })
  test('full administrator access is a separate finding', () => {
    const codes = codesOf(document({ Action: '*' }))
    expect(codes).toContain('FULL_ADMINISTRATOR')
    expect(codes).not.toContain(direct)
  })
  test.each<[statement: object, is: boolean]>([
    [{ Action: ['s3:GetObject', 'iam:*'] }, true],
    [{ Action: 'IAM:*' }, true],
    [{ Action: 'iam:*', Resource: 'arn:aws:iam::*:role/app/*' }, false],
    [{ Action: 'iam:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }, false],
    [{ Action: 'iam:Get*' }, false],
    [{ Effect: 'Deny', Action: 'iam:*' }, false],
  ])('everything in IAM is full administrator access: %o %s', (statement, is) =>
    expect(codesOf(document(statement)).includes('FULL_ADMINISTRATOR')).toBe(is),
  )
})

// What Terraform refers to has an ARN of a known form.
test.each<[action: string, resource: string, real: string | undefined]>([
  ['s3:GetObject', '${aws_s3_bucket.reports.arn}', 'arn:aws:s3:::reports/a.csv'],
  ['s3:ListBucket', '${aws_s3_bucket.reports[0].arn}/*', 'arn:aws:s3:::reports'],
  ['sqs:SendMessage', '${data.aws_sns_topic.news.arn}', 'arn:aws:sqs:us-east-1:111122223333:news'],
  [
    'logs:PutLogEvents',
    '${aws_cloudwatch_log_group.app.arn}',
    'arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:a',
  ],
  ['s3:GetObject', '${aws_s3_bucket.reports.arn}/*', undefined],
  ['s3:GetObject', '${aws_s3_bucket.reports.arn}${var.path}', undefined],
  ['s3:ListBucket', '${aws_s3_bucket.reports.arn}', undefined],
  ['dynamodb:Query', '${aws_dynamodb_table.orders.arn}/index/*', undefined],
  ['logs:PutLogEvents', '${aws_cloudwatch_log_group.app.arn}:*', undefined],
  ['kms:Decrypt', '${aws_kms_key.app.arn}', undefined],
  ['sqs:SendMessage', '${aws_sqs_queue.jobs.name}', undefined],
  ['sqs:SendMessage', '${module.queue.arn}', undefined],
])('ACTION_RESOURCE_MISMATCH for %s on %s', (Action, Resource, real) => {
  expect(codesOf(document({ Action, Resource })).includes('ACTION_RESOURCE_MISMATCH')).toBe(real !== undefined)
  const known = document({ Action, Resource: withReferencedArn(Resource) })
  if (real !== undefined) expect(decide(known, { action: Action, resource: real })).toBe('implicitDeny')
})

// A template's symbol between two colons is one part of the ARN: it can be any account or Region, but it holds no colon.
test.each<[action: string, resource: string, is: boolean]>([
  ['kms:DescribeKey', 'arn:${AWS::Partition}:kms:us-east-1:${AWS::AccountId}:alias/app', true],
  ['iam:GetRole', 'arn:aws:iam::${AWS::AccountId}:user/ana', true],
  ['logs:PutLogEvents', 'arn:aws:logs:${AWS::Region}:${var.account}:log-group:app', true],
  ['dynamodb:PutItem', 'arn:aws:dynamodb:${var.region}:${local.account}:table/orders/index/by-date', true],
  ['kms:DescribeKey', 'arn:aws:kms:us-east-1:*:alias/app', false],
  ['kms:DescribeKey', 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}', false],
  ['kms:DescribeKey', 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:${Key}', false],
  ['kms:DescribeKey', 'arn:aws:kms:us-east-1:11${var.rest}:alias/app', false],
  ['lambda:InvokeFunction', 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}', false],
  ['s3:GetObject', 'arn:${AWS::Partition}:s3:::${Bucket}', false],
])('a template’s parts: %s on %s, mismatch: %s', (Action, Resource, is) => {
  expect(codesOf(document({ Action, Resource })).includes('ACTION_RESOURCE_MISMATCH')).toBe(is)
})

// AWS lists two forms of ARNs for these types.
test.each<[action: string, resource: string, is: boolean]>([
  ['lex:StartConversation', 'arn:aws:lex:us-east-1:111122223333:bot:Orders:Live', false],
  ['lex:GetBot', 'arn:aws:lex:us-east-1:111122223333:bot:Orders:1', false],
  ['greengrass:GetDeployment', 'arn:aws:greengrass:us-east-1:111122223333:deployments:d-1', false],
  ['greengrass:GetDeployment', 'arn:aws:greengrass:us-east-1:111122223333:/greengrass/groups/g/deployments/d', false],
  ['lex:StartConversation', 'arn:aws:lex:us-east-1:111122223333:test-set/t', true],
])('ARNs with two forms: %s on %s, mismatch: %s', (Action, Resource, is) => {
  const codes = codesOf(document({ Action, Resource }))
  expect(codes).not.toContain('INVALID_ARN_RESOURCE')
  expect(codes.includes('ACTION_RESOURCE_MISMATCH')).toBe(is)
})

test.each<[action: string, meant: string | undefined, fixed: string | undefined]>([
  ['s3:GetObjects', 's3:GetObject', '"s3:GetObject"'],
  ['sqs:SendMessageBatch', 'sqs:SendMessage', '"sqs:SendMessage"'],
  // The only service that has the name.
  ['iam:AssumeRole', 'sts:AssumeRole', '"sts:AssumeRole"'],
  ['s3:PutLogEvents', 'logs:PutLogEvents', '"logs:PutLogEvents"'],
  // A name that a service without anything in common has.
  ['s3:ListQueues', undefined, undefined],
  ['ec2:ListTables', undefined, undefined],
  // Another verb is another permission.
  ['iam:RemoveUser', undefined, undefined],
])('INVALID_ACTION: %s means %s, and the fix writes %s', (Action, meant, fixed) => {
  const text = JSON.stringify(document({ Action }))
  const found = lint({ text, policyType: 'identity', reference }).find(({ code }) => code === 'INVALID_ACTION')
  expect(found?.data.meant).toBe(meant)
  expect(found?.fix?.changes.map(({ insert }) => insert).join()).toBe(fixed)
})

// Their denials name no resource: https://aws.amazon.com/blogs/security/demystifying-ec2-resource-level-permissions/
test.each<[action: string, resource: string, is: boolean]>([
  ['ec2:DescribeInstances', 'arn:aws:ec2:us-east-1:111122223333:instance/*', true],
  ['ec2:DescribeVolumes', 'arn:aws:ec2:*:*:*', true],
  ['autoscaling:DescribeAutoScalingGroups', 'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*', true],
  ['ec2:DescribeInstances', '*', false],
  ['ec2:StartInstances', 'arn:aws:ec2:us-east-1:111122223333:instance/*', false],
  // IAM asks about a list on the collection.
  ['iam:ListUsers', 'arn:aws:iam::111122223333:user/*', false],
])('ACTION_NEEDS_STAR_RESOURCE for %s on %s: %s', (Action, Resource, is) =>
  expect(codesOf(document({ Action, Resource })).includes('ACTION_NEEDS_STAR_RESOURCE')).toBe(is),
)

test.each<[statement: object, is: boolean]>([
  [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }, true],
  [{ Principal: { AWS: '444455556666' } }, true],
  [{ Principal: { AWS: '444455556666' }, Condition: { StringEquals: { 'sts:ExternalId': 'u7f3a9c1' } } }, false],
  [{ Principal: { AWS: 'arn:aws:iam::444455556666:role/Deploy' } }, false],
  [{ Principal: { Service: 'ec2.amazonaws.com' } }, false],
])('MISSING_EXTERNAL_ID for %o: %s', (statement, is) => {
  const { Resource: _, ...trust } = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '', ...statement }
  expect(codesOf({ Version: '2012-10-17', Statement: [trust] }, 'trust').includes('MISSING_EXTERNAL_ID')).toBe(is)
})
