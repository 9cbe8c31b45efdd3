// Public as AWS defines it for each type of resource, with Denies that leave only fixed callers.
import { describe, expect, test } from 'vitest'
import { answerQuestion } from '../../src/compare/index.ts'
import { compile } from '../../src/evaluate/index.ts'

const bucket = 'arn:aws:s3:::reports/*'
const allow = (more: object = {}): object => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: bucket,
  ...more,
})
const deny = (Condition: object, more: object = {}): object => ({
  ...allow({ Action: 's3:*', Resource: '*', ...more }),
  Effect: 'Deny',
  Condition,
})
const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement })
const ask = (resourceType: string, ...statements: readonly object[]) =>
  answerQuestion(
    { check: 'not-public', resourceType },
    { type: 'resource', new: [{ type: 'resource', document: document(...statements) }] },
  )

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
describe('a bucket', () => {
  test.each<[title: string, statements: readonly object[], result: 'pass' | 'fail']>([
    ['open to everyone', [allow()], 'fail'],
    [
      'a Deny of all but one endpoint',
      [allow(), deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })],
      'pass',
    ],
    [
      'a Deny of all but one organization',
      [allow(), deny({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
      'pass',
    ],
    ['a Deny of all but some addresses', [allow(), deny({ NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })], 'pass'],
    [
      'a Deny of all but almost every address',
      [allow(), deny({ NotIpAddress: { 'aws:SourceIp': '0.0.0.0/1' } })],
      'fail',
    ],
    ['a Deny of all but any endpoint', [allow(), deny({ StringNotLike: { 'aws:SourceVpce': 'vpce-*' } })], 'fail'],
    [
      'a Deny about other actions',
      [allow(), deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, { Action: 's3:PutObject' })],
      'fail',
    ],
    [
      'a Deny about other objects',
      [
        allow(),
        deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, { Resource: 'arn:aws:s3:::reports/secret/*' }),
      ],
      'fail',
    ],
    ['a Deny on a key that narrows nothing', [allow(), deny({ StringNotEquals: { 'aws:UserAgent': 'x' } })], 'fail'],
    ['a Deny without encryption in transit', [allow(), deny({ Bool: { 'aws:SecureTransport': 'false' } })], 'fail'],
    [
      'two Denies, each of a part',
      [
        allow({ Action: ['s3:GetObject', 's3:PutObject'] }),
        deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, { Action: 's3:GetObject' }),
        deny({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, { Action: 's3:Put*' }),
      ],
      'pass',
    ],
  ])('%s: %s', (_, statements, result) => {
    const comparison = ask('AWS::S3::Bucket', ...statements)
    expect(comparison.result).toBe(result)
    if (comparison.result !== 'fail') return
    const policies = [{ type: 'resource', document: document(...statements) }] as const
    for (const { request } of comparison.examples) expect(compile(policies).decide(request)).toBe('allowed')
  })
})

test('the statement of an example is the one of the given policy, at its place', () => {
  const text = JSON.stringify(
    document(deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, { Action: 's3:PutObject' }), allow()),
    null,
    2,
  )
  const comparison = answerQuestion(
    { check: 'not-public', resourceType: 'AWS::S3::Bucket' },
    { type: 'resource', new: [{ type: 'resource', text }] },
  )
  if (comparison.result !== 'fail') return expect.fail(comparison.result)
  const { statement } = comparison.examples[0]
  expect(statement?.statement).toBe(1)
  expect(text.slice(statement?.span.from, statement?.span.to)).toMatch(/^\{\s+"Effect": "Allow"/)
})

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html: every type that AWS's own check takes */
describe.each([
  ['AWS::DynamoDB::Table', 'dynamodb:GetItem'],
  ['AWS::DynamoDB::Stream', 'dynamodb:GetRecords'],
  ['AWS::EFS::FileSystem', 'elasticfilesystem:ClientMount'],
  ['AWS::OpenSearchService::Domain', 'es:ESHttpGet'],
  ['AWS::Kinesis::Stream', 'kinesis:GetRecords'],
  ['AWS::Kinesis::StreamConsumer', 'kinesis:SubscribeToShard'],
  ['AWS::KMS::Key', 'kms:Decrypt'],
  ['AWS::Lambda::Function', 'lambda:InvokeFunction'],
  ['AWS::S3::Bucket', 's3:GetObject'],
  ['AWS::S3::AccessPoint', 's3:GetObject'],
  ['AWS::S3Express::DirectoryBucket', 's3express:CreateSession'],
  ['AWS::S3Express::AccessPoint', 's3express:CreateSession'],
  ['AWS::S3::Glacier', 'glacier:InitiateJob'],
  ['AWS::S3Outposts::Bucket', 's3-outposts:ListBucket'],
  ['AWS::S3Outposts::AccessPoint', 's3-outposts:GetObject'],
  ['AWS::S3Tables::TableBucket', 's3tables:GetTable'],
  ['AWS::S3Tables::Table', 's3tables:GetTableData'],
  ['AWS::SecretsManager::Secret', 'secretsmanager:GetSecretValue'],
  ['AWS::SNS::Topic', 'sns:Publish'],
  ['AWS::SQS::Queue', 'sqs:SendMessage'],
  ['AWS::ApiGateway::RestApi', 'execute-api:Invoke'],
  ['AWS::CodeArtifact::Domain', 'codeartifact:GetDomainPermissionsPolicy'],
  ['AWS::Backup::BackupVault', 'backup:CopyIntoBackupVault'],
  ['AWS::CloudTrail::Dashboard', 'cloudtrail:GetDashboard'],
  ['AWS::CloudTrail::EventDataStore', 'cloudtrail:StartQuery'],
])('%s', (type, Action) => {
  const statement = (more: object): object => ({ ...allow({ Action, Resource: '*' }), ...more })
  const when = (operator: string, key: string, value: string) => ({ Condition: { [operator]: { [key]: value } } })
  test.each<[title: string, more: object, result: 'pass' | 'fail']>([
    ['everyone', {}, 'fail'],
    ['another account', { Principal: { AWS: '444455556666' } }, 'pass'],
    ['everyone with encryption in transit', when('Bool', 'aws:SecureTransport', 'true'), 'fail'],
    ['everyone of any organization', when('StringLike', 'aws:PrincipalOrgID', 'o-*'), 'fail'],
    ['everyone outside a range', when('NotIpAddress', 'aws:SourceIp', '192.0.2.0/24'), 'fail'],
  ])('%s', (_, more, result) => expect(ask(type, statement(more)).result).toBe(result))
})

/** https://docs.aws.amazon.com/config/latest/developerguide/sqs-queue-no-public-access.html */
test.each<[operator: string, key: string, value: string, result: 'pass' | 'fail']>([
  ['StringEquals', 'aws:SourceAccount', '111122223333', 'pass'],
  ['StringEqualsIfExists', 'aws:SourceAccount', '111122223333', 'fail'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:us-east-1:111122223333:orders', 'pass'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*', 'fail'],
])('a queue for %s %s %s: %s', (operator, key, value, result) => {
  const queue = { Action: 'sqs:SendMessage', Resource: '*', Condition: { [operator]: { [key]: value } } }
  expect(ask('AWS::SQS::Queue', allow(queue)).result).toBe(result)
})

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html */
test('a private API is not public', () => {
  const api = { Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }
  expect(
    ask('AWS::ApiGateway::RestApi', allow(api), deny({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } }, api))
      .result,
  ).toBe('pass')
  expect(ask('AWS::ApiGateway::RestApi', allow(api)).result).toBe('fail')
})
