// AWS SAM's policy templates: read as the statements that SAM makes of them.
import { expect, test } from 'vitest'
import { readAll } from '../../../src/denial/index.ts'
import { languagesFor } from '../../../src/session/languages.ts'

const head =
  'Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n'

async function read(policies: string) {
  const text = `${head}${policies}`
  const { documents } = readAll(text, await languagesFor([text]))
  return documents.map(({ text: policy, policyType, notes }) => ({
    policyType,
    statements: JSON.parse(policy).Statement,
    leftOut: notes.flatMap((note) => (note.code === 'left-out' ? [note.what] : [])),
  }))
}

test.each<[policies: string, actions: readonly string[], resources: readonly string[]]>([
  [
    '        - S3ReadPolicy:\n            BucketName: my-bucket\n',
    ['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation', 's3:GetObjectVersion', 's3:GetLifecycleConfiguration'],
    ['arn:*:s3:::my-bucket', 'arn:*:s3:::my-bucket/*'],
  ],
  [
    '        - SQSSendMessagePolicy:\n            QueueName: !GetAtt Queue.QueueName\n',
    ['sqs:SendMessage*'],
    ['arn:*:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}'],
  ],
  [
    '        - AWSSecretsManagerGetSecretValuePolicy:\n            SecretArn: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf\n',
    ['secretsmanager:GetSecretValue'],
    ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'],
  ],
  ['        - CloudWatchPutMetricPolicy: {}\n', ['cloudwatch:PutMetricData'], ['*']],
])('%j', async (policies, actions, resources) => {
  expect(await read(policies)).toEqual([
    { policyType: 'identity', statements: [{ Effect: 'Allow', Action: actions, Resource: resources }], leftOut: [] },
  ])
})

test('a template of two statements', async () => {
  const [document] = await read('        - SSMParameterReadPolicy:\n            ParameterName: app/*\n')
  expect(document?.statements).toHaveLength(2)
})

test('a template that isn’t in the table might grant anything, so it’s reported', async () => {
  expect(await read('        - BrandNewPolicy:\n            Name: x\n')).toEqual([
    { policyType: 'identity', statements: [], leftOut: ['BrandNewPolicy'] },
  ])
})

test('a resource whose name ends in Policy isn’t a template', async () => {
  const text = 'Resources:\n  BucketPolicy:\n    Type: AWS::S3::BucketPolicy\n'
  expect(readAll(text, await languagesFor([text])).documents).toEqual([])
})
