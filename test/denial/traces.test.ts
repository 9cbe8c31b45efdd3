// Stack traces and logs of libraries name the operation that AWS denied.
import { describe, expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'

const s3Exception =
  'com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 4KZAZ961HQGG0RSG)'

describe('a stack trace names the operation', () => {
  test.each<[name: string, text: string, action: string | undefined, resource?: string]>([
    [
      // https://github.com/sparklyr/sparklyr/issues/3254
      'the request of the SDK for Java',
      'Error : java.nio.file.AccessDeniedException: s3a://bucket-a/folder/file.csv: getFileStatus on s3a://bucket-a/folder/file.csv: com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden; request: HEAD https://bucket-a.s3.us-east-2.amazonaws.com folder/file.csv {} com.amazonaws.services.s3.model.GetObjectMetadataRequest; Request ID: 4KZAZ961HQGG0RSG (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden)',
      's3:GetObject',
      'arn:aws:s3:::bucket-a/folder/file.csv',
    ],
    [
      'the innermost frame of the SDK for Java',
      `${s3Exception}\n\tat com.amazonaws.http.AmazonHttpClient$RequestExecutor.handleErrorResponse(AmazonHttpClient.java:1879)\n\tat com.amazonaws.services.s3.AmazonS3Client.invoke(AmazonS3Client.java:5456)\n\tat com.amazonaws.services.s3.AmazonS3Client.putObject(AmazonS3Client.java:1789)\n\tat com.amazonaws.services.s3.AmazonS3Client.getObject(AmazonS3Client.java:1)`,
      's3:PutObject',
    ],
    [
      'version 2 of the SDK for Java',
      'software.amazon.awssdk.services.dynamodb.model.DynamoDbException: Access Denied (Service: DynamoDb, Status Code: 400)\n\tat software.amazon.awssdk.services.dynamodb.DefaultDynamoDbClient.putItem(DefaultDynamoDbClient.java:4125)',
      'dynamodb:PutItem',
    ],
    [
      'an asynchronous client',
      'software.amazon.awssdk.services.sqs.model.SqsException: Access denied (Service: Sqs, Status Code: 403)\n\tat software.amazon.awssdk.services.sqs.DefaultSqsAsyncClient.receiveMessage(DefaultSqsAsyncClient.java:1)',
      'sqs:ReceiveMessage',
    ],
    [
      'the SDK for Ruby',
      "raise_response_errors.rb:17:in `call': Access Denied (Aws::S3::Errors::AccessDenied)\n\tfrom /gems/aws-sdk-s3-1.143.0/lib/aws-sdk-s3/client.rb:8500:in `head_object'",
      's3:GetObject',
    ],
    [
      'the SDK for Ruby since Ruby 3.4',
      "Access Denied (Aws::SSM::Errors::AccessDeniedException)\n\tfrom /gems/aws-sdk-ssm-1.2.0/lib/aws-sdk-ssm/client.rb:850:in 'Aws::SSM::Client#get_parameter'",
      'ssm:GetParameter',
    ],
    [
      // https://github.com/StreisandEffect/streisand/issues/1618
      'version 2 of boto',
      "UnauthorizedOperation: You are not authorized\\n    return self.get_list('DescribeSubnets', params, [('item', Subnet)])",
      'ec2:DescribeSubnets',
    ],
    [
      // https://github.com/aws/aws-for-fluent-bit/issues/155
      'Fluent Bit',
      "[error] [output:cloudwatch_logs:cloudwatch_logs.0] CreateLogGroup API responded with error='AccessDeniedException'",
      'logs:CreateLogGroup',
    ],
    [
      // https://github.com/JahstreetOrg/spark-on-kubernetes-helm/issues/54
      'Hadoop, by what it was doing',
      ': java.nio.file.AccessDeniedException: s3a://bucket-a/misc/x.csv: getFileStatus on s3a://bucket-a/misc/x.csv: com.amazonaws.services.s3.model.AmazonS3Exception: ',
      's3:GetObject',
      'arn:aws:s3:::bucket-a/misc/x.csv',
    ],
    [
      'Hadoop, writing',
      `java.nio.file.AccessDeniedException: s3a://bucket-a/out/_temporary: PUT 0-byte object  on out/_temporary: ${s3Exception}`,
      's3:PutObject',
      'arn:aws:s3:::bucket-a/out/_temporary',
    ],
    [
      'Hadoop, looking for the bucket',
      `java.nio.file.AccessDeniedException: bucket-a: doesBucketExist on bucket-a: ${s3Exception}`,
      's3:ListBucket',
    ],
    [
      // https://github.com/aws-samples/emr-bootstrap-actions/issues/24
      'the command of Hadoop',
      `$ hdfs dfs -get s3://bucket-a/spark/x.tgz /tmp\n-get: Fatal internal error\n${s3Exception}`,
      's3:GetObject',
      'arn:aws:s3:::bucket-a/spark/x.tgz',
    ],
    [
      'no frame with an operation',
      `${s3Exception}\n\tat com.amazonaws.services.s3.AmazonS3Client.invoke(X.java:1)`,
      undefined,
    ],
    ['a helper of the application', `${s3Exception}\n\tat com.acme.S3Client.getObject(X.java:1)`, undefined],
    ['words before “on”', `Error: we call this on bucket-a: ${s3Exception}`, undefined],
  ])('%s', (_, text, action, resource) => {
    const { kind, actionDerived, impliedResource } = readDenial(text)
    expect({ kind, actionDerived, impliedResource }).toEqual({
      kind: 'access-denied',
      actionDerived: action,
      impliedResource: resource,
    })
  })

  test.each([
    ['com.amazonaws.services.s3.model.'.repeat(20_000)],
    ['com.amazonaws.services.s3.AmazonS3Client.invoke(\n'.repeat(20_000)],
    [`s3a://x${': a on b:'.repeat(50_000)}`],
    ['CREATE_FAILED AWS::S3::Bucket '.repeat(30_000)],
  ])('%# long texts take bounded time', (text) => {
    expect(readDenial(`AccessDenied: Access Denied ${text}`).kind).toBe('access-denied')
  })
})

describe('an event of a stack suggests the operation', () => {
  test.each<[text: string, candidates: readonly string[]]>([
    [
      // https://github.com/aws-samples/aws-plaid-demo-app/issues/51
      'CREATE_FAILED   AWS::Lambda::LayerVersion   Layer   null (Service: AWSLambdaInternal;\n      Status Code: 403; Error Code:\n      AccessDeniedException; Request ID: 4312; Proxy: null)',
      ['lambda:PublishLayerVersion'],
    ],
    [
      '| CREATE_FAILED | AWS::DynamoDB::Table | Orders | Resource handler returned message: "Access Denied" (HandlerErrorCode: AccessDenied)',
      ['dynamodb:CreateTable'],
    ],
    [
      '"ResourceType": "AWS::SQS::Queue", "ResourceStatus": "CREATE_FAILED", "ResourceStatusReason": "Access denied (Service: AmazonSQS; Status Code: 403; Error Code: AccessDenied)"',
      ['sqs:CreateQueue'],
    ],
    ['DELETE_FAILED AWS::S3::Bucket Logs API: null AccessDenied', ['s3:DeleteBucket']],
    // The denial is about another resource.
    [
      'CREATE_FAILED AWS::DynamoDB::Table Orders Resource creation cancelled CREATE_FAILED AWS::SQS::Thing Queue Access Denied',
      [],
    ],
  ])('%s', (text, candidates) => {
    const { kind, actionDerived, actionCandidates } = readDenial(text)
    expect({ kind, actionDerived, actionCandidates }).toEqual({
      kind: 'access-denied',
      actionDerived: undefined,
      actionCandidates: candidates,
    })
  })
})
