// Operation → IAM action, according to the service’s documentation (the tables give the sources).
import { describe, expect, test } from 'vitest'
import { actionOfOperation, readDenial } from '../../src/denial/index.ts'
import { derivedActions } from '../../src/denial/operations.ts'
import { nearestServices, serviceOfHost } from '../../src/denial/service-prefixes.ts'
import { anything } from '../../src/denial/spotter.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

describe('operations and their actions', () => {
  test.each<[operation: string, service: string | undefined, action: string | undefined]>([
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html
    ['PutPublicAccessBlock', 'S3 Control', 's3:PutAccountPublicAccessBlock'],
    ['DeletePublicAccessBlock', 's3control', 's3:PutAccountPublicAccessBlock'],
    ['PutPublicAccessBlock', 's3', 's3:PutBucketPublicAccessBlock'],
    ['GetAccessPoint', 's3control', 's3:GetAccessPoint'],
    ['HeadObject', undefined, 's3:GetObject'],
    ['ListObjectsV2', 'S3', 's3:ListBucket'],
    ['ListBuckets', 's3.amazonaws.com', 's3:ListAllMyBuckets'],
    ['GetBucketCors', undefined, 's3:GetBucketCORS'],
    ['DeleteBucketLifecycle', 's3', 's3:PutLifecycleConfiguration'],
    ['UploadPartCopy', 's3', 's3:PutObject'],
    ['GetBucketTagging', undefined, 's3:GetBucketTagging'],
    ['Invoke', 'Lambda', 'lambda:InvokeFunction'],
    ['GetFunction20150331v2', 'lambda.amazonaws.com', 'lambda:GetFunction'],
    ['CreateDistribution2020_05_31', 'cloudfront.amazonaws.com', 'cloudfront:CreateDistribution'],
    ['GetRestApis', 'API Gateway', 'apigateway:GET'],
    ['CreateApi', 'ApiGatewayV2', 'apigateway:POST'],
    ['UpdateStage', 'apigateway.amazonaws.com', 'apigateway:PATCH'],
    ['PutMetricAlarm', 'monitoring.amazonaws.com', 'cloudwatch:PutMetricAlarm'],
    ['CreateLogGroup', 'CloudWatch Logs', 'logs:CreateLogGroup'],
    ['DescribeLoadBalancers', 'Elastic Load Balancing v2', 'elasticloadbalancing:DescribeLoadBalancers'],
    ['PutEvents', 'EventBridge', 'events:PutEvents'],
    ['GetResources', 'tagging.amazonaws.com', 'tag:GetResources'],
    ['DescribeDomain', 'OpenSearch', 'es:DescribeDomain'],
    ['StartExecution', 'SFN', 'states:StartExecution'],
    ['SendMessageBatch', 'SQS', 'sqs:SendMessage'],
    ['PublishBatch', 'SNS', 'sns:Publish'],
    ['Converse', 'Bedrock Runtime', 'bedrock:InvokeModel'],
    ['DescribeBudgets', 'Budgets', 'budgets:ViewBudget'],
    ['GetCostAndUsage', 'Cost Explorer', 'ce:GetCostAndUsage'],
    ['DescribeFileSystems', 'EFS', 'elasticfilesystem:DescribeFileSystems'],
    ['RunJobFlow', 'EMR', 'elasticmapreduce:RunJobFlow'],
    // What the request holds decides: PartiQL, and transactions that write.
    ['ExecuteStatement', 'DynamoDB', undefined],
    ['TransactWriteItems', 'DynamoDB', undefined],
    ['ExecuteStatement', 'RDS Data', 'rds-data:ExecuteStatement'],
    // Many services have these.
    ['CreateCluster', undefined, undefined],
    ['TagResource', undefined, undefined],
    ['UntagResource', 'API Gateway', undefined],
    ['', undefined, undefined],
    ['constructor', undefined, undefined],
  ])('%s of %s is %s', (operation, service, action) => {
    expect(actionOfOperation(operation, service)).toBe(action)
  })
})

test.each([
  ['ssm.us-east-1.amazonaws.com', 'ssm'],
  ['s3.amazonaws.com', 's3'],
  ['s3-eu-west-1.amazonaws.com', 's3'],
  ['bucket.s3.eu-west-1.amazonaws.com', 's3'],
  ['bucket.s3.dualstack.us-east-1.amazonaws.com', 's3'],
  ['sns.cn-north-1.amazonaws.com.cn', 'sns'],
])('the host %s belongs to %s', (host, service) => {
  expect(serviceOfHost(host)).toBe(service)
})

// The error codes follow the protocols in AWS's API models (scripts/list-operations.ts).
describe('an operation without its service', () => {
  const said = (code: string, operation: string): string =>
    `An error occurred (${code}) when calling the ${operation} operation: Access Denied`
  test.each<[why: string, text: string, actions: readonly string[]]>([
    // https://github.com/agentile/S3-Media-Storage/issues/11
    ['PHP’s S3 class', 'S3::getBucketLocation(my-bucket): [AccessDenied] Access Denied', ['s3:GetBucketLocation']],
    ['a method with another name', 'S3::getObjectInfo(b, a.txt): [AccessDenied] Access Denied', ['s3:GetObject']],
    // https://github.com/aws/aws-sdk-go-v2/issues/346
    [
      'the debug log of Go’s SDK',
      'AccessDenied: Access Denied status code: 403, request id: 03B863B8110F81F2, host id: FhXC=\nDEBUG: Request s3/GetObject Details:\n---[ REQUEST POST-SIGN ]---',
      ['s3:GetObject'],
    ],
    ['only one service has it', said('AccessDeniedException', 'GetSecretValue'), ['secretsmanager:GetSecretValue']],
    ['the code is EC2’s', said('UnauthorizedOperation', 'DescribeImages'), ['ec2:DescribeImages']],
    [
      'the code isn’t EC2’s',
      said('AccessDeniedException', 'DescribeImages'),
      ['appstream:DescribeImages', 'ecr:DescribeImages', 'ecr-public:DescribeImages'],
    ],
    ['the code is IAM’s', said('AccessDenied', 'GetUser'), ['iam:GetUser']],
    ['the code isn’t IAM’s', said('AccessDeniedException', 'GetUser'), ['cognito-idp:GetUser', 'qbusiness:GetUser']],
    ['nearly every service has it', said('AccessDeniedException', 'TagResource'), []],
    ['of the many that have it, one answers this way', said('AccessDenied', 'ListPolicies'), ['iam:ListPolicies']],
    [
      'two services have it',
      said('AccessDeniedException', 'CreateFunction'),
      ['appsync:CreateFunction', 'lambda:CreateFunction'],
    ],
    [
      'the text names one of them',
      `${said('AccessDeniedException', 'CreateFunction')} on arn:aws:lambda:eu-west-1:111122223333:function:hello`,
      ['lambda:CreateFunction'],
    ],
    [
      'the log names the host',
      `POST https://appsync.eu-west-1.amazonaws.com/v1/apis\n${said('AccessDeniedException', 'CreateFunction')}`,
      ['appsync:CreateFunction'],
    ],
    [
      'the command names it',
      `$ aws ecr describe-images --repository-name app\n${said('AccessDeniedException', 'DescribeImages')}`,
      ['ecr:DescribeImages'],
    ],
    [
      'Lake Formation guards the Data Catalog',
      'An error occurred (AccessDeniedException) when calling the GetTable operation: Insufficient Lake Formation permission(s)',
      ['glue:GetTable'],
    ],
    ['no service has it', said('AccessDenied', 'FrobnicateWidget'), []],
  ])('%s', (_, text, actions) => {
    expect(derivedActions(text, anything)).toEqual(actions)
  })

  test('several candidates are listed, and none is chosen', () => {
    const { actionDerived, actionCandidates } = readDenial(said('AccessDeniedException', 'CreateFunction'))
    expect(actionDerived).toBeUndefined()
    expect(actionCandidates).toEqual(['appsync:CreateFunction', 'lambda:CreateFunction'])
  })
})

test('a prefix that AWS lists is never treated as misread, even for a service that has closed', async () => {
  const { prefixes } = await loadReference()
  expect([...prefixes.keys()].filter((prefix) => nearestServices(prefix).length > 0)).toEqual([])
  expect(nearestServices('iarn')).toEqual([])
  expect(nearestServices('jam')).toContain('iam')
  const sms = 'User: arn:aws:iam::111122223333:user/m is not authorized to perform: sms:GetServers on resource: *'
  expect(readDenial(sms)).toMatchObject({ action: 'sms:GetServers', doubts: [] })
})

test.each<[errors: string, action: string]>([
  [
    'An error occurred (NoSuchEntity) when calling the GetRole operation: not found\nAn error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    's3:PutObject',
  ],
  [
    'An error occurred (AWSOrganizationsNotInUseException) when calling the ListAccounts operation: Your account is not a member of an organization.\nAn error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User not enabled for cost explorer access',
    'ce:GetCostAndUsage',
  ],
  [
    'An error occurred (ThrottlingException) when calling the DescribeStacks operation: Rate exceeded\nAn error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: You are not authorized to perform this operation.',
    'ec2:DescribeVpcs',
  ],
])('of several errors, the denied operation counts: %s', (errors, action) => {
  expect(readDenial(errors).actionDerived).toBe(action)
})
