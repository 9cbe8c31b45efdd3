import type { Case, Expected } from '../expected.ts'

/** Every policy type in every wording, and the tools that print the message. */
export const tools: Case[] = []
const c = (name: string, text: string, expected: Expected = {}): void => {
  tools.push([name, text, expected])
}
const A = '111122223333'
const U = `arn:aws:iam::${A}:user/ana`
const R = `arn:aws:sts::${A}:assumed-role/App/i-0abc1234def567890`
const SSO = `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_PowerUser_0123456789abcdef/li@example.com`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
// --- policy types x effects x resource x ARN
const kinds: readonly [string, string, string][] = [
  ['identity', 'an identity-based policy', 'no identity-based policy allows'],
  ['resource', 'a resource-based policy', 'no resource-based policy allows'],
  ['permissions-boundary', 'a permissions boundary', 'no permissions boundary allows'],
  ['scp', 'a service control policy', 'no service control policy allows'],
  ['rcp', 'a resource control policy', 'no resource control policy allows'],
  ['session', 'a session policy', 'no session policy allows'],
  ['vpc-endpoint', 'a VPC endpoint policy', 'no VPC endpoint policy allows'],
]
for (const [t, ex, im] of kinds) {
  c(
    `doc explicit ${t}`,
    `User: ${U} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" with an explicit deny in ${ex}`,
    { principal: U, action: 's3:PutObject', resource: 'arn:aws:s3:::b/k', effect: 'explicit-deny', policyType: t },
  )
  c(
    `doc implicit ${t}`,
    `User: ${R} is not authorized to perform: ssm:GetParameter because ${im} the ssm:GetParameter action`,
    { principal: R, action: 'ssm:GetParameter', effect: 'implicit-deny', policyType: t },
  )
  const arn =
    t === 'scp'
      ? 'arn:aws:organizations::999988887777:policy/o-abc/service_control_policy/p-x1y2z3'
      : t === 'rcp'
        ? 'arn:aws:organizations::999988887777:policy/o-abc/resource_control_policy/p-x1y2z3'
        : `arn:aws:iam::${A}:policy/team/Guard`
  c(
    `arn explicit ${t}`,
    `User: ${U} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:${A}:q with an explicit deny in ${ex}: ${arn} (Service: Sqs, Status Code: 403, Request ID: ${ID})`,
    {
      principal: U,
      action: 'sqs:SendMessage',
      resource: `arn:aws:sqs:eu-west-1:${A}:q`,
      effect: 'explicit-deny',
      policyType: t,
      policyArn: arn,
      requestId: ID,
    },
  )
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
  c(
    `arn explicit S3 ${t}`,
    `User: ${U} is not authorized to perform:\ns3:GetObject on resource: "arn:aws:s3:::b/k" with\nan explicit deny in ${ex}, with policy ARN:\n${arn}`,
    {
      principal: U,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      effect: 'explicit-deny',
      policyType: t,
      policyArn: arn,
    },
  )
  c(
    `arn explicit wrapped ${t}`,
    `User: ${U} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:${A}:q with an explicit\n  deny in ${ex.replace(' policy', '\n  policy')}:\n  ${arn}.`,
    {
      principal: U,
      action: 'sqs:SendMessage',
      resource: `arn:aws:sqs:eu-west-1:${A}:q`,
      effect: 'explicit-deny',
      policyType: t,
      policyArn: arn,
    },
  )
  const word = ex.replace(/^an? /, '')
  c(
    `console ${t} explicit`,
    `User: ${SSO}\nService: ec2\nAction: DescribeInstances\nContext: ${ex} explicitly denies the action`,
    { principal: SSO, action: 'ec2:DescribeInstances', effect: 'explicit-deny', policyType: t },
  )
  c(
    `console ${t} implicit`,
    `User: ${U}\nAction: ec2:DescribeInstances\nOn resource(s): *\nContext: no ${word} allows the action`,
    { principal: U, action: 'ec2:DescribeInstances', resource: '*', effect: 'implicit-deny', policyType: t },
  )
  c(
    `console glued ${t}`,
    `User: ${U}Action: lambda:ListFunctionsOn resource(s): *Context: no ${word} allows the lambda:ListFunctions action`,
    { principal: U, action: 'lambda:ListFunctions', resource: '*', effect: 'implicit-deny', policyType: t },
  )
}
c(
  'trust explicit',
  `User: ${U} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/X with an explicit deny in the role trust policy`,
  {
    principal: U,
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::444455556666:role/X',
    effect: 'explicit-deny',
    policyType: 'trust',
  },
)
c(
  'trust old doc',
  `User: ${U} is not authorized to perform: sts:AssumeRole because the role trust policy allows the sts:AssumeRole action`,
  { principal: U, action: 'sts:AssumeRole', open: ['policyType', 'effect'] },
)
c(
  'trust implicit',
  `User: ${R} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/X because no role trust policy allows the sts:AssumeRole action.`,
  {
    principal: R,
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::444455556666:role/X',
    effect: 'implicit-deny',
    policyType: 'trust',
  },
)
c(
  'vpce through scp',
  `User: ${U} is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:${A}:deploymentgroup:* with an explicit deny in a VPC endpoint policy transitively through a service control policy`,
  {
    principal: U,
    action: 'codedeploy:ListDeployments',
    resource: `arn:aws:codedeploy:us-east-1:${A}:deploymentgroup:*`,
    effect: 'explicit-deny',
    policyType: 'vpc-endpoint',
    open: ['policyType'],
  },
)
c(
  'scp in the middle of text with upper',
  `AN ERROR: User: ${U} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${A}:instance/* with an explicit deny in a service control policy`,
  {
    principal: U,
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:us-east-1:${A}:instance/*`,
    effect: 'explicit-deny',
    policyType: 'scp',
  },
)
c(
  'multiple policies wording',
  `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in one or more service control policies`,
  { principal: U, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', effect: 'explicit-deny', policyType: 'scp' },
)
c(
  'pb hyphen',
  `User: ${U} is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::${A}:user/x with an explicit deny in a permissions boundary: arn:aws:iam::${A}:policy/Boundary\n`,
  {
    principal: U,
    action: 'iam:CreateUser',
    resource: `arn:aws:iam::${A}:user/x`,
    effect: 'explicit-deny',
    policyType: 'permissions-boundary',
    policyArn: `arn:aws:iam::${A}:policy/Boundary`,
  },
)
// --- CLI
c('cli accessdenied plain', 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied', {
  actionDerived: 's3:GetObject',
})
c(
  'cli ListObjectsV2',
  'fatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
  { actionDerived: 's3:ListBucket' },
)
c(
  'cli cp',
  `upload failed: ./a.txt to s3://bucket/a.txt An error occurred (AccessDenied) when calling the PutObject operation: User: ${U} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::bucket/a.txt" because no identity-based policy allows the s3:PutObject action`,
  {
    principal: U,
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::bucket/a.txt',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'cli unauthorizedoperation encoded',
  `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: ${U} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${A}:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdef_1234567890abcdefghijklmnop`,
  {
    kind: 'encoded-authorization-failure',
    principal: U,
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:us-east-1:${A}:instance/*`,
    effect: 'implicit-deny',
    policyType: 'identity',
    encoded: true,
  },
)
c(
  'cli unauthorized no user',
  'An error occurred (UnauthorizedOperation) when calling the StopInstances operation: You are not authorized to perform this operation.',
  { actionDerived: 'ec2:StopInstances' },
)
c(
  'cli ModifyInstanceAttribute',
  'An error occurred (UnauthorizedOperation) when calling the ModifyInstanceAttribute operation: You are not authorized to perform this operation.',
  { actionDerived: 'ec2:ModifyInstanceAttribute' },
)
c(
  'cli CreateTags',
  'An error occurred (UnauthorizedOperation) when calling the CreateTags operation: You are not authorized to perform this operation. Encoded authorization failure message: XXXX',
  { kind: 'encoded-authorization-failure', actionDerived: 'ec2:CreateTags', encoded: true },
)
c(
  'cli encoded cut',
  'client error (UnauthorizedOperation): You are not authorized to perform this operation. Encoded authorization failure message: abc...[truncated]',
  { kind: 'encoded-authorization-failure', encoded: true },
)
c('cli head 403', 'An error occurred (403) when calling the HeadObject operation: Forbidden', {
  actionDerived: 's3:GetObject',
})
c('cli head bucket', 'An error occurred (403) when calling the HeadBucket operation: Forbidden', {
  actionDerived: 's3:ListBucket',
})
c('cli getobjectacl', 'An error occurred (AccessDenied) when calling the GetObjectAcl operation: Access Denied', {
  actionDerived: 's3:GetObjectAcl',
})
c('cli GetBucketAcl', 'An error occurred (AccessDenied) when calling the GetBucketAcl operation: Access Denied', {
  actionDerived: 's3:GetBucketAcl',
})
c(
  'cli GetBucketVersioning',
  'An error occurred (AccessDenied) when calling the GetBucketVersioning operation: Access Denied',
  { actionDerived: 's3:GetBucketVersioning' },
)
c('cli GetBucketCors', 'An error occurred (AccessDenied) when calling the GetBucketCors operation: Access Denied', {
  actionDerived: 's3:GetBucketCORS',
})
c('cli DeleteObjects', 'An error occurred (AccessDenied) when calling the DeleteObjects operation: Access Denied', {
  actionDerived: 's3:DeleteObject',
})
c(
  'cli DeleteBucketPolicy',
  'An error occurred (AccessDenied) when calling the DeleteBucketPolicy operation: Access Denied',
  { actionDerived: 's3:DeleteBucketPolicy' },
)
c(
  'cli with prompt + profile',
  `PS C:\\Users\\me> aws sts get-caller-identity --profile x\r\n\r\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: ${SSO} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy\r\n`,
  { principal: SSO, action: 'sts:AssumeRole', resource: 'arn:aws:iam::444455556666:role/Deploy' },
)
c(
  'cli wrapped 80',
  `An error occurred (AccessDeniedException) when calling the ListCostAllocationTags\noperation: User: ${U} is not authorized to\nperform: ce:ListCostAllocationTags on resource:\narn:aws:ce:us-east-1:${A}:/ListCostAllocationTags because no\nidentity-based policy allows the ce:ListCostAllocationTags action`,
  {
    principal: U,
    action: 'ce:ListCostAllocationTags',
    resource: `arn:aws:ce:us-east-1:${A}:/ListCostAllocationTags`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'wrapped mid word hyphen-',
  `User: arn:aws:sts::${A}:assumed-role/my-app-\nrole/session is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:us-east-1:${A}:table/my-\ntable because no identity-\nbased policy allows the dynamodb:Query action`,
  {
    principal: `arn:aws:sts::${A}:assumed-role/my-app-role/session`,
    action: 'dynamodb:Query',
    resource: `arn:aws:dynamodb:us-east-1:${A}:table/my-table`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'wrapped at colon',
  `User: arn:aws:iam::\n${A}:user/ana is not authorized to perform: s3:GetObject on resource:\n"arn:aws:s3:::my-bucket/\npath/file.txt" with an explicit deny in a resource-\nbased policy`,
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::my-bucket/path/file.txt',
    effect: 'explicit-deny',
    policyType: 'resource',
  },
)
c(
  'action over lines',
  `User: ${U} is not authorized to perform: dynamodb:\n    GetItem on resource: arn:aws:dynamodb:us-east-1:${A}:table/T`,
  { principal: U, action: 'dynamodb:GetItem', resource: `arn:aws:dynamodb:us-east-1:${A}:table/T` },
)
// --- boto3
c(
  'boto3 traceback',
  `Traceback (most recent call last):\n  File "app.py", line 3, in <module>\n    client.get_secret_value(SecretId="db")\n  File "/usr/lib/python3.12/site-packages/botocore/client.py", line 1023, in _make_api_call\n    raise error_class(parsed_response, operation_name)\nbotocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User: ${R} is not authorized to perform: secretsmanager:GetSecretValue on resource: db because no identity-based policy allows the secretsmanager:GetSecretValue action`,
  {
    principal: R,
    action: 'secretsmanager:GetSecretValue',
    resource: 'db',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'boto3 S3UploadFailed',
  `boto3.exceptions.S3UploadFailedError: Failed to upload a.csv to bkt/a.csv: An error occurred (AccessDenied) when calling the CreateMultipartUpload operation: Access Denied`,
  { actionDerived: 's3:PutObject' },
)
c(
  'boto3 dict',
  `{'Error': {'Code': 'AccessDeniedException', 'Message': 'User: ${U} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action'}, 'ResponseMetadata': {'RequestId': '${ID}', 'HTTPStatusCode': 400}}`,
  { principal: U, action: 'kms:Decrypt', effect: 'implicit-deny', policyType: 'identity', requestId: ID },
)
c(
  'kms cross account',
  `User: ${R} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  {
    principal: R,
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  },
)
c(
  's3fs',
  `PermissionError: Access Denied\n\nThe above exception was the direct cause of the following exception:\nOSError: [Errno 13] Forbidden`,
  {},
)
c(
  'boto3 headobject s3fs',
  `botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden\n\nThe above exception was the direct cause of the following exception:\nPermissionError: Forbidden`,
  { actionDerived: 's3:GetObject' },
)
c(
  'boto3 sqs',
  `botocore.errorfactory.QueueDoesNotExist: An error occurred (AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation: The specified queue does not exist or you do not have access to it.`,
  { actionDerived: 'sqs:GetQueueUrl' },
)
c(
  'boto3 sqs denied',
  `botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the ReceiveMessage operation: Access to the resource https://sqs.eu-central-1.amazonaws.com/${A}/jobs is denied.`,
  { actionDerived: 'sqs:ReceiveMessage', resource: `https://sqs.eu-central-1.amazonaws.com/${A}/jobs` },
)
c(
  'boto sqs no identity',
  `An error occurred (AccessDenied) when calling the SendMessage operation: User: ${R} is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:us-east-1:${A}:jobs because no identity-based policy allows the sqs:sendmessage action`,
  {
    principal: R,
    action: 'sqs:sendmessage',
    resource: `arn:aws:sqs:us-east-1:${A}:jobs`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'sns',
  `AuthorizationError: User: ${U} is not authorized to perform: SNS:Publish on resource: arn:aws:sns:us-east-1:${A}:alerts because no identity-based policy allows the SNS:Publish action`,
  {
    principal: U,
    action: 'SNS:Publish',
    resource: `arn:aws:sns:us-east-1:${A}:alerts`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'sns xml',
  `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">\n  <Error>\n    <Type>Sender</Type>\n    <Code>AuthorizationError</Code>\n    <Message>User: ${U} is not authorized to perform: SNS:CreateTopic on resource: arn:aws:sns:us-east-1:${A}:t because no identity-based policy allows the SNS:CreateTopic action</Message>\n  </Error>\n  <RequestId>${ID}</RequestId>\n</ErrorResponse>`,
  {
    principal: U,
    action: 'SNS:CreateTopic',
    resource: `arn:aws:sns:us-east-1:${A}:t`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  'sqs xml',
  `<?xml version="1.0"?><ErrorResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Access to the resource https://sqs.us-east-1.amazonaws.com/ is denied.</Message><Detail/></Error><RequestId>${ID}</RequestId></ErrorResponse>`,
  { resource: 'https://sqs.us-east-1.amazonaws.com/', requestId: ID },
)
c(
  'iam xml',
  `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: ${U} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${A}:user/ because no identity-based policy allows the iam:ListUsers action</Message></Error><RequestId>${ID}</RequestId></ErrorResponse>`,
  {
    principal: U,
    action: 'iam:ListUsers',
    resource: `arn:aws:iam::${A}:user/`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  's3 xml no ws',
  `<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>6E7B7A2A1D9C0F33</RequestId><HostId>Rz3abcDEF/+==</HostId></Error>`,
  { requestId: '6E7B7A2A1D9C0F33' },
)
c(
  's3 xml explicit',
  `This XML file does not appear to have any style information associated with it. The document tree is shown below.\n<Error>\n<Code>AccessDenied</Code>\n<Message>User: arn:aws:iam::${A}:root is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::site/index.html" with an explicit deny in a resource-based policy</Message>\n<RequestId>V1ABCDEF01234567</RequestId>\n<HostId>x</HostId>\n</Error>`,
  {
    principal: `arn:aws:iam::${A}:root`,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::site/index.html',
    effect: 'explicit-deny',
    policyType: 'resource',
    requestId: 'V1ABCDEF01234567',
  },
)
c(
  's3 xml AllAccessDisabled',
  `<Error><Code>AllAccessDisabled</Code><Message>All access to this object has been disabled</Message><RequestId>ABC</RequestId></Error>`,
  { requestId: 'ABC' },
)
c(
  's3 xml account problem',
  `<Error><Code>AccountProblem</Code><Message>There is a problem with your AWS account that prevents the operation from completing successfully.</Message></Error>`,
  { kind: 'not-authorization' },
)
c(
  's3 html entities',
  `&lt;Error&gt;&lt;Code&gt;AccessDenied&lt;/Code&gt;&lt;Message&gt;User: ${U} is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::b/a&amp;b.txt&quot; because no resource-based policy allows the s3:GetObject action&lt;/Message&gt;&lt;RequestId&gt;A1B2C3D4E5F60718&lt;/RequestId&gt;`,
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/a&b.txt',
    effect: 'implicit-deny',
    policyType: 'resource',
    requestId: 'A1B2C3D4E5F60718',
  },
)
c(
  'ec2 xml',
  `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation. Encoded authorization failure message: Hy8rPZ_abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJ</Message></Error></Errors><RequestID>${ID}</RequestID></Response>`,
  { kind: 'encoded-authorization-failure', encoded: true, requestId: ID },
)
c(
  'sts xml',
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: ${U} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/R</Message></Error><RequestId>${ID}</RequestId></ErrorResponse>`,
  { principal: U, action: 'sts:AssumeRole', resource: 'arn:aws:iam::444455556666:role/R', requestId: ID },
)
// --- java
c(
  'java1',
  `com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException: User: ${R} is not authorized to perform: dynamodb:DescribeTable on resource: arn:aws:dynamodb:us-east-1:${A}:table/T (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: AccessDeniedException; Request ID: ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789; Proxy: null)\n\tat com.amazonaws.http.AmazonHttpClient`,
  {
    principal: R,
    action: 'dynamodb:DescribeTable',
    resource: `arn:aws:dynamodb:us-east-1:${A}:table/T`,
    requestId: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  },
)
c(
  'java1 s3',
  `com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 6C0ABCD; S3 Extended Request ID: abc/def==; Proxy: null), S3 Extended Request ID: abc/def==`,
  { requestId: '6C0ABCD' },
)
c(
  'java1 s3 forbidden',
  `com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden; Request ID: 6C0ABCD; S3 Extended Request ID: abc/def==)`,
  { requestId: '6C0ABCD' },
)
c(
  'java2',
  `software.amazon.awssdk.services.kms.model.KmsException: User: ${R} is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:${A}:key/abc because no resource-based policy allows the kms:GenerateDataKey action (Service: Kms, Status Code: 400, Request ID: ${ID}) (SDK Attempt Count: 1)`,
  {
    principal: R,
    action: 'kms:GenerateDataKey',
    resource: `arn:aws:kms:eu-west-1:${A}:key/abc`,
    effect: 'implicit-deny',
    policyType: 'resource',
    requestId: ID,
  },
)
c(
  'java2 null',
  'software.amazon.awssdk.services.lambda.model.LambdaException: null (Service: Lambda, Status Code: 403, Request ID: ' +
    ID +
    ')',
  { requestId: ID },
)
c(
  'java2 s3 null',
  'software.amazon.awssdk.services.s3.model.S3Exception: null (Service: S3, Status Code: 403, Request ID: 7XABCD, Extended Request ID: a/b=)',
  { requestId: '7XABCD' },
)
c(
  'spark',
  `java.nio.file.AccessDeniedException: s3a://lake/raw/x.parquet: getFileStatus on s3a://lake/raw/x.parquet: com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden; Request ID: 1A2B3C; S3 Extended Request ID: z=; Proxy: null), S3 Extended Request ID: z=:403 Forbidden`,
  { requestId: '1A2B3C', open: ['resource', 'actionDerived'] },
)
c(
  'emr',
  `java.io.IOException: com.amazon.ws.emr.hadoop.fs.shaded.com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: X9; S3 Extended Request ID: y; Proxy: null), S3 Extended Request ID: y`,
  { requestId: 'X9', open: ['requestId'] },
)
c(
  'glue py4j',
  `py4j.protocol.Py4JJavaError: An error occurred while calling o91.pyWriteDynamicFrame.\n: com.amazonaws.services.s3.model.AmazonS3Exception: User: arn:aws:sts::${A}:assumed-role/GlueRole/GlueJobRunnerSession is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::out/part-0" because no identity-based policy allows the s3:PutObject action (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: K1K2K3K4K5K6K7K8; S3 Extended Request ID: ww=; Proxy: null)`,
  {
    principal: `arn:aws:sts::${A}:assumed-role/GlueRole/GlueJobRunnerSession`,
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::out/part-0',
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: 'K1K2K3K4K5K6K7K8',
  },
)
c(
  'glue runner bare',
  `GlueJobRunnerSession is not authorized to perform: glue:GetJob on resource: arn:aws:glue:us-east-1:${A}:job/etl`,
  { principal: 'GlueJobRunnerSession', action: 'glue:GetJob', resource: `arn:aws:glue:us-east-1:${A}:job/etl` },
)
c(
  'athena',
  `com.amazonaws.services.athena.model.AmazonAthenaException: You are not authorized to perform: athena:StartQueryExecution on the resource. After your AWS administrator or you have updated your permissions, please try again.`,
  { action: 'athena:StartQueryExecution' },
)
c(
  'athena S3',
  `Insufficient permissions to execute the query. User: ${U} is not authorized to perform: glue:GetTable on resource: arn:aws:glue:us-east-1:${A}:catalog because no identity-based policy allows the glue:GetTable action (Service: AmazonDataCatalog; Status Code: 400; Error Code: AccessDeniedException; Request ID: ${ID}; Proxy: null)`,
  {
    principal: U,
    action: 'glue:GetTable',
    resource: `arn:aws:glue:us-east-1:${A}:catalog`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  'athena query',
  `PERMISSION_ERROR: Permission denied on S3 path: s3://lake/a/b.parquet\nThis query ran against the "db" database, unless qualified by the query. Please post the error message on our forum or contact customer support with Query Id: ${ID}`,
  { open: ['resource'] },
)
c(
  'lake formation',
  `An error occurred (AccessDeniedException) when calling the GetTable operation: Insufficient Lake Formation permission(s): Required Describe on orders`,
  { actionDerived: 'glue:GetTable', resource: 'orders' },
)
c(
  'lake formation db',
  `AccessDeniedException: Insufficient Lake Formation permission(s): Required Create Table on sales_db (Service: Glue, Status Code: 400, Request ID: ${ID})`,
  { resource: 'sales_db', requestId: ID },
)
// --- go
c(
  'go1',
  `AccessDenied: User: ${U} is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::${A}:role/\n\tstatus code: 403, request id: ${ID}`,
  { principal: U, action: 'iam:ListRoles', resource: `arn:aws:iam::${A}:role/`, requestId: ID },
)
c(
  'go2',
  `operation error S3: HeadObject, https response error StatusCode: 403, RequestID: 9K2, HostID: abc, api error Forbidden: Forbidden`,
  { actionDerived: 's3:GetObject', requestId: '9K2' },
)
c(
  'go2 exceeded',
  `operation error DynamoDB: PutItem, exceeded maximum number of attempts, 3, https response error StatusCode: 400, RequestID: QWE123, api error AccessDeniedException: User: ${R} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:${A}:table/T because no identity-based policy allows the dynamodb:PutItem action`,
  {
    principal: R,
    action: 'dynamodb:PutItem',
    resource: `arn:aws:dynamodb:eu-west-1:${A}:table/T`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: 'QWE123',
  },
)
c(
  'go2 s3 list',
  `operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: AB12, HostID: x/y=, api error AccessDenied: Access Denied`,
  { actionDerived: 's3:ListBucket', requestId: 'AB12' },
)
c(
  'go2 cw logs',
  `operation error CloudWatch Logs: CreateLogGroup, https response error StatusCode: 400, RequestID: ${ID}, AccessDeniedException: `,
  { actionDerived: 'logs:CreateLogGroup', requestId: ID },
)
c(
  'go2 elbv2',
  `operation error Elastic Load Balancing v2: DescribeLoadBalancers, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: Access Denied`,
  { actionDerived: 'elasticloadbalancing:DescribeLoadBalancers', requestId: ID },
)
c(
  'go2 eventbridge',
  `operation error EventBridge: PutEvents, https response error StatusCode: 400, RequestID: ${ID}, api error AccessDeniedException: denied`,
  { actionDerived: 'events:PutEvents', requestId: ID },
)
c(
  'go2 ssm',
  `operation error SSM: GetParameter, https response error StatusCode: 400, RequestID: ${ID}, api error AccessDeniedException: denied`,
  { actionDerived: 'ssm:GetParameter', requestId: ID },
)
c(
  'go2 api gateway',
  `operation error API Gateway: GetRestApis, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDeniedException: denied`,
  { actionDerived: 'apigateway:GET', requestId: ID, open: ['actionDerived'] },
)
// --- js
c(
  'js3',
  `AccessDeniedException: User: ${R} is not authorized to perform: ses:SendEmail on resource: arn:aws:ses:us-east-1:${A}:identity/example.com\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:840:20)\n  '$fault': 'client',\n  '$metadata': {\n    httpStatusCode: 403,\n    requestId: '${ID}',\n    extendedRequestId: undefined,\n    cfId: undefined,\n    attempts: 1,\n    totalRetryDelay: 0\n  },\n  Error: { Code: 'AccessDenied' }`,
  { principal: R, action: 'ses:SendEmail', resource: `arn:aws:ses:us-east-1:${A}:identity/example.com`, requestId: ID },
)
c(
  'js3 unknown 403',
  `S3ServiceException [Forbidden]: UnknownError\n    at throwDefaultError\n  '$fault': 'client',\n  '$metadata': {\n    httpStatusCode: 403,\n    requestId: 'Z9Y8',\n    extendedRequestId: 'q=',\n    attempts: 1\n  }`,
  { requestId: 'Z9Y8' },
)
c(
  'js2',
  `AccessDenied: Access Denied\n    at Request.extractError (/app/node_modules/aws-sdk/lib/services/s3.js:714:35) {\n  code: 'AccessDenied',\n  region: null,\n  time: 2024-01-01T00:00:00.000Z,\n  requestId: 'HWZ1',\n  extendedRequestId: 'a/b=',\n  cfId: undefined,\n  statusCode: 403,\n  retryable: false\n}`,
  { requestId: 'HWZ1' },
)
c(
  'js json body',
  `{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"User: ${U} is not authorized to perform: codecommit:ListRepositories because no identity-based policy allows the codecommit:ListRepositories action"}`,
  { principal: U, action: 'codecommit:ListRepositories', effect: 'implicit-deny', policyType: 'identity' },
)
// --- other SDKs
c(
  'php',
  `Aws\\S3\\Exception\\S3Exception: Error executing "ListObjects" on "https://s3.eu-west-1.amazonaws.com/bkt?prefix=a"; AWS HTTP error: Client error: \`GET https://s3.eu-west-1.amazonaws.com/bkt?prefix=a\` resulted in a \`403 Forbidden\` response:\n<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>F (truncated...)\n AccessDenied (client): Access Denied`,
  { actionDerived: 's3:ListBucket', open: ['requestId'] },
)
c(
  'php sns',
  `Aws\\Sns\\Exception\\SnsException: Error executing "Publish" on "https://sns.us-east-1.amazonaws.com"; AWS HTTP error: Client error: \`POST https://sns.us-east-1.amazonaws.com\` resulted in a \`403 Forbidden\` response: AuthorizationError (client): User: ${U} is not authorized to perform: SNS:Publish on resource: +15555550100`,
  { principal: U, action: 'SNS:Publish', resource: '+15555550100' },
)
c(
  'php ssm',
  `Error executing "GetParameter" on "https://ssm.us-east-1.amazonaws.com"; AWS HTTP error: Client error: 400 AccessDeniedException (client): access denied`,
  { actionDerived: 'ssm:GetParameter' },
)
c(
  'ruby',
  `Aws::S3::Errors::AccessDenied: Access Denied\n\tfrom /usr/lib/ruby/gems/aws-sdk-core/lib/seahorse/client/plugins/raise_response_errors.rb:17:in 'call'`,
  {},
)
c(
  'ruby 2',
  `/gems/aws-sdk-core-3.1/raise_response_errors.rb:17:in \`call': User: ${R} is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:us-east-1:${A}:service/c/s because no identity-based policy allows the ecs:DescribeServices action (Aws::ECS::Errors::AccessDeniedException)`,
  {
    principal: R,
    action: 'ecs:DescribeServices',
    resource: `arn:aws:ecs:us-east-1:${A}:service/c/s`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'dotnet',
  `Unhandled exception. Amazon.SecretsManager.AmazonSecretsManagerException: User: ${R} is not authorized to perform: secretsmanager:GetSecretValue on resource: prod/db because no identity-based policy allows the secretsmanager:GetSecretValue action\n ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'Amazon.Runtime.Internal.HttpErrorResponseException' was thrown.\n   at Amazon.Runtime.HttpWebRequestMessage.ProcessHttpResponseMessage`,
  {
    principal: R,
    action: 'secretsmanager:GetSecretValue',
    resource: 'prod/db',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'rust',
  `Error: unhandled error (AccessDenied)\n\nCaused by:\n    0: service error\n    1: unhandled error (AccessDenied)\n    2: Error { code: "AccessDenied", message: "Access Denied", aws_request_id: "1H2J3K", s3_extended_request_id: "x=" }`,
  { requestId: '1H2J3K' },
)
c(
  'rust debug',
  `DispatchFailure ServiceError(ServiceError { source: Unhandled(Unhandled { source: ErrorMetadata { code: Some("AccessDeniedException"), message: Some("User: ${U} is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2 because no identity-based policy allows the bedrock:InvokeModel action"), extras: Some({"aws_request_id": "${ID}"}) } }) })`,
  {
    principal: U,
    action: 'bedrock:InvokeModel',
    resource: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2',
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  'swift',
  `AWSS3.AccessDenied(properties: message: Optional("Access Denied"), httpResponse: ..., requestID: Optional("ABC123"), requestID2: Optional("x"))`,
  { requestId: 'ABC123' },
)
c(
  'kotlin',
  `aws.sdk.kotlin.services.s3.model.S3Exception: Access Denied, Request ID: 8H7G, Extended request ID: y/z=`,
  { requestId: '8H7G' },
)
c('cpp', `Error: GetObject: AccessDenied: Access Denied with address : 52.1.2.3 with address : 52.1.2.3`, {
  open: ['actionDerived'],
})
c(
  'cpp2',
  `HTTP response code: 403\nResolved remote host IP address: 1.2.3.4\nRequest ID: ${ID}\nException name: AccessDeniedException\nError message: User: ${U} is not authorized to perform: kinesis:DescribeStream on resource: arn:aws:kinesis:us-east-1:${A}:stream/s\n5 response headers:\ncontent-type : application/x-amz-json-1.1\nx-amzn-requestid : ${ID}`,
  {
    principal: U,
    action: 'kinesis:DescribeStream',
    resource: `arn:aws:kinesis:us-east-1:${A}:stream/s`,
    requestId: ID,
  },
)
