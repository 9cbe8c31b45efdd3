// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its names this way
// What a template says about its own resources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
import { expect, test } from 'vitest'
import { withoutFunctions } from '../../../src/denial/documents/functions.ts'
import { member, readJson } from '../../../src/text/index.ts'

const here = '${AWS::Region}:${AWS::AccountId}'
const resources = {
  Bucket: { Type: 'AWS::S3::Bucket' },
  Reports: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'reports' } },
  OfAccount: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'logs-${AWS::AccountId}' } } },
  Either: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::If': ['C', 'a', 'b'] } } },
  Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
  News: { Type: 'AWS::SNS::Topic' },
  Logs: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/app' } },
  Key: { Type: 'AWS::KMS::Key', Properties: { Description: 'Reports' } },
  Flow: { Type: 'AWS::StepFunctions::StateMachine', Properties: {} },
  Vpc: { Type: 'AWS::EC2::VPC' },
}
const valueIn = (root: object, value: unknown) => {
  const { value: tree } = readJson(JSON.stringify({ ...root, Outputs: { value } }))
  const found = tree && member(member(withoutFunctions(tree).tree, 'Outputs'), 'value')
  return found?.kind === 'string' ? found.value : found?.kind
}

test.each<[value: unknown, text: string]>([
  [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::${Bucket name}'],
  [{ Ref: 'Bucket' }, '${Bucket name}'],
  [{ 'Fn::Sub': '${Bucket.Arn}/*' }, 'arn:aws:s3:::${Bucket name}/*'],
  [{ 'Fn::Sub': 'arn:aws:s3:::${Bucket}/in/${!Bucket}' }, 'arn:aws:s3:::${Bucket name}/in/${Bucket}'],
  [{ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Reports', 'Arn'] }, '/*']] }, 'arn:aws:s3:::reports/*'],
  [{ 'Fn::GetAtt': 'OfAccount.Arn' }, 'arn:aws:s3:::logs-${AWS::AccountId}'],
  // A name that isn't one text isn't known.
  [{ 'Fn::GetAtt': ['Either', 'Arn'] }, '${Either.Arn}'],
  [{ 'Fn::GetAtt': ['Jobs', 'Arn'] }, `arn:aws:sqs:${here}:jobs`],
  // A queue's Ref is its URL, and other attributes aren't ARNs.
  [{ Ref: 'Jobs' }, '${Jobs}'],
  [{ 'Fn::GetAtt': ['Jobs', 'QueueName'] }, '${Jobs.QueueName}'],
  [{ Ref: 'News' }, `arn:aws:sns:${here}:\${News name}`],
  [{ 'Fn::GetAtt': ['News', 'TopicArn'] }, `arn:aws:sns:${here}:\${News name}`],
  [{ 'Fn::GetAtt': ['Logs', 'Arn'] }, `arn:aws:logs:${here}:log-group:/app:*`],
  [{ 'Fn::GetAtt': ['Key', 'Arn'] }, `arn:aws:kms:${here}:key/\${Key name}`],
  [{ Ref: 'Flow' }, `arn:aws:states:${here}:stateMachine:\${Flow name}`],
  // A type that isn't in the table, and names of nothing in the template.
  [{ Ref: 'Vpc' }, '${Vpc}'],
  [{ Ref: 'Parameter' }, '${Parameter}'],
  [{ 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }, '${Nested.Outputs.Arn}'],
])('%j is %s', (value, text) => expect(valueIn({ Resources: resources }, value)).toBe(text))

test('the Serverless Framework keeps its template under resources', () =>
  expect(valueIn({ resources: { Resources: resources } }, { 'Fn::GetAtt': ['Reports', 'Arn'] })).toBe(
    'arn:aws:s3:::reports',
  ))

test('a name that two documents use isn’t known', () => {
  const template = { Resources: { B: { Type: 'AWS::S3::Bucket' } }, Outputs: { value: { Ref: 'B' } } }
  const { value } = readJson(JSON.stringify([template, template]))
  const tree = value && withoutFunctions(value).tree
  const [first] = tree?.kind === 'array' ? tree.items : []
  expect(member(member(first, 'Outputs'), 'value')).toMatchObject({ value: '${B}' })
})
