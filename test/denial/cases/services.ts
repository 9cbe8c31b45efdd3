import type { Case, Expected } from '../expected.ts'

/** Messages of individual services and their clients: denials, and messages that only look like one. */
export const services: Case[] = []
const c = (name: string, text: string, expected: Expected = {}): void => {
  services.push([name, text, expected])
}
const A = '111122223333'
const U = `arn:aws:iam::${A}:user/ana`
const R = `arn:aws:sts::${A}:assumed-role/App/i-0abc1234def567890`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
c(
  'webid timeout',
  `WebIdentityErr: failed to retrieve credentials\ncaused by: RequestError: send request failed\ncaused by: Post "https://sts.amazonaws.com/": dial tcp 52.1.1.1:443: i/o timeout`,
  { kind: 'not-authorization' },
)
c(
  'ecs timeout',
  `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:us-east-1:${A}:secret:x from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration.`,
  { kind: 'not-authorization' },
)
c(
  'deny policy sid',
  `{"Version":"2012-10-17","Statement":[{"Sid":"AccessDeniedUnlessMFA","Effect":"Deny","Action":"*","Resource":"*"},{"Sid":"DenyUnauthorizedAccess","Effect":"Deny","Action":"s3:*","Resource":"*"}]}`,
  { kind: 'not-authorization' },
)
c(
  'policy plus error',
  `Access Denied\n{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}]}`,
  {},
)
c(
  'ci log mixed',
  `mkdir: cannot create directory '/x': Permission denied\nCollecting x from https://storage.googleapis.com/y\nfatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied`,
  { actionDerived: 's3:ListBucket' },
)
c(
  'codecommit git',
  `fatal: unable to access 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/x/': The requested URL returned error: 403`,
  {},
)
c('github git', `fatal: unable to access 'https://github.com/a/b.git/': The requested URL returned error: 403`, {
  kind: 'not-authorization',
})
c(
  'throttle + denied',
  `ThrottlingException: Rate exceeded\nAccessDeniedException: \n\tstatus code: 400, request id: ${ID}`,
  { requestId: ID },
)
c(
  'ec2 instance connect',
  `An error occurred (AuthException) when calling the SendSSHPublicKey operation: EC2 Instance not found`,
  { kind: 'not-authorization' },
)
c(
  'ssm not connected',
  `An error occurred (TargetNotConnected) when calling the StartSession operation: i-1 is not connected.`,
  { actionDerived: 'ssmmessages:CreateControlChannel' },
)
c(
  'invalid param',
  `An error occurred (InvalidParameterValue) when calling the RunInstances operation: Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
  { kind: 'not-authorization' },
)
c('rds iam auth', `PAM authentication failed for user "app"`, { kind: 'not-authorization' })
c(
  'session token cannot call',
  `An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials`,
  { actionDerived: 'sts:GetSessionToken' },
)
c(
  'assume-role max',
  `An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining`,
  { kind: 'not-authorization' },
)
c(
  'root assume',
  `An error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.`,
  { actionDerived: 'sts:AssumeRole' },
)
c(
  'kms s3',
  `An error occurred (AccessDenied) when calling the PutObject operation: User: ${R} is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:us-east-1:${A}:key/k because no identity-based policy allows the kms:GenerateDataKey action`,
  {
    principal: R,
    action: 'kms:GenerateDataKey',
    resource: `arn:aws:kms:us-east-1:${A}:key/k`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'acl',
  `An error occurred (AccessControlListNotSupported) when calling the PutObject operation: The bucket does not allow ACLs`,
  { kind: 'not-authorization' },
)
c('ses sandbox', `554 Message rejected: Email address is not verified.`, { kind: 'not-authorization' })
c(
  'dynamodb local',
  `An error occurred (ResourceInUseException) when calling the CreateTable operation: Table already exists`,
  { kind: 'not-authorization' },
)
c('service quota', `ServiceQuotaExceededException: You have reached the limit`, { kind: 'not-authorization' })
c('subscription', `SubscriptionRequiredException: The AWS Access Key Id needs a subscription for the service`, {
  kind: 'credential-problem',
})
c('bedrock model', `AccessDeniedException: You don't have access to the model with the specified model ID.`, {})
c(
  'bedrock mp',
  `An error occurred (AccessDeniedException) when calling the InvokeModel operation: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.`,
  { actionDerived: 'bedrock:InvokeModel', open: ['principal', 'action', 'actionDerived'] },
)
c(
  'orgs scp type',
  `An error occurred (AccessDeniedException) when calling the CreatePolicy operation: You don't have permissions to access this resource.`,
  { open: ['actionDerived'] },
)
c(
  'orgs constraint',
  `An error occurred (ConstraintViolationException) when calling the CloseAccount operation: You can only close 10% of accounts`,
  { kind: 'not-authorization' },
)
c(
  'pending verification',
  `An error occurred (PendingVerification) when calling the RunInstances operation: Your request for accessing resources in this region is being validated`,
  { kind: 'not-authorization' },
)
c('cdk deploy no role', `Need to perform AWS calls for account ${A}, but no credentials have been configured`, {
  kind: 'credential-problem',
})
c('cdk expired', `Error: ExpiredToken: The security token included in the request is expired`, {
  kind: 'credential-problem',
})
c('sdk region', `Could not resolve the Amazon SageMaker region`, { kind: 'not-authorization' })
c('k8s aws-auth', `error: You must be logged in to the server (Unauthorized)`, { kind: 'not-authorization' })
c(
  '403 forbidden nginx ingress',
  `<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx/1.25</center>\r\n</body>\r\n</html>`,
  { kind: 'not-authorization' },
)
c(
  'rust sdk',
  `Error: ServiceError(ServiceError { source: AccessDeniedException(AccessDeniedException { message: Some("User: ${R} is not authorized to perform: dynamodb:Scan on resource: arn:aws:dynamodb:us-east-1:${A}:table/T because no identity-based policy allows the dynamodb:Scan action"), meta: ErrorMetadata { code: Some("AccessDeniedException"), message: None, extras: Some({"aws_request_id": "ABCDEF123"}) } }), raw: Response { status: StatusCode(400) } })`,
  {
    principal: R,
    action: 'dynamodb:Scan',
    resource: `arn:aws:dynamodb:us-east-1:${A}:table/T`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: 'ABCDEF123',
  },
)
c(
  'swift soto',
  `ClientError.accessDenied: User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k"`,
  { principal: U, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
)
c(
  'elixir',
  `{:error, {:http_error, 403, %{body: "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>\\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>AB12CD</RequestId><HostId>x</HostId></Error>"}}}`,
  { requestId: 'AB12CD' },
)
c(
  'elixir ex_aws',
  `{:error, {"AccessDeniedException", "User: ${U} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:${A}:table/T"}}`,
  { principal: U, action: 'dynamodb:PutItem', resource: `arn:aws:dynamodb:us-east-1:${A}:table/T` },
)
c(
  'powershell',
  `Get-S3Object : User: ${U} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::b" because no identity-based policy allows the s3:ListBucket action\nAt line:1 char:1\n+ Get-S3Object -BucketName b\n+ ~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (Amazon.PowerShe...3ObjectCmdlet:GetS3ObjectCmdlet) [Get-S3Object], InvalidOperationException\n    + FullyQualifiedErrorId : Amazon.S3.AmazonS3Exception,Amazon.PowerShell.Cmdlets.S3.GetS3ObjectCmdlet`,
  {
    principal: U,
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::b',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'athena console',
  `Access denied when writing output to url: s3://results/x.csv. Please ensure you are allowed to access the S3 bucket.`,
  { actionDerived: 's3:PutObject', resource: 's3://results/x.csv' },
)
c(
  'glue catalog',
  `AccessDeniedException: User: ${R} is not authorized to perform: glue:GetDatabase on resource: arn:aws:glue:us-east-1:${A}:database/default because no identity-based policy allows the glue:GetDatabase action`,
  {
    principal: R,
    action: 'glue:GetDatabase',
    resource: `arn:aws:glue:us-east-1:${A}:database/default`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'emr step',
  `Exception in thread "main" com.amazonaws.services.elasticmapreduce.model.AmazonElasticMapReduceException: User: ${R} is not authorized to perform: elasticmapreduce:AddJobFlowSteps on resource: arn:aws:elasticmapreduce:us-east-1:${A}:cluster/j-1 (Service: AmazonElasticMapReduce; Status Code: 400; Error Code: AccessDeniedException; Request ID: ${ID})`,
  {
    principal: R,
    action: 'elasticmapreduce:AddJobFlowSteps',
    resource: `arn:aws:elasticmapreduce:us-east-1:${A}:cluster/j-1`,
    requestId: ID,
  },
)
c(
  'redshift spectrum',
  `ERROR:  Not authorized to get credentials of role arn:aws:iam::${A}:role/Spectrum\nDETAIL:\n  -----------------------------------------------\n  error:  Not authorized to get credentials of role arn:aws:iam::${A}:role/Spectrum\n  code:      30000`,
  { open: ['resource', 'actionDerived', 'policyType'] },
)
c(
  'redshift copy',
  `ERROR: S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid 9ABCDEF,ExtRid x,CanRetry 1`,
  { open: ['requestId'] },
)
c(
  'sagemaker exec',
  `ClientError: An error occurred (AccessDeniedException) when calling the CreateTrainingJob operation: User: arn:aws:sts::${A}:assumed-role/AmazonSageMaker-ExecutionRole-20200101T000000/SageMaker is not authorized to perform: sagemaker:CreateTrainingJob on resource: arn:aws:sagemaker:us-east-1:${A}:training-job/x because no identity-based policy allows the sagemaker:CreateTrainingJob action`,
  {
    principal: `arn:aws:sts::${A}:assumed-role/AmazonSageMaker-ExecutionRole-20200101T000000/SageMaker`,
    action: 'sagemaker:CreateTrainingJob',
    resource: `arn:aws:sagemaker:us-east-1:${A}:training-job/x`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  's3 website',
  `403 Forbidden\n\nCode: AccessDenied\nMessage: Access Denied\nRequestId: 8ABCDEF012\nHostId: abc/def=`,
  { requestId: '8ABCDEF012' },
)
c(
  's3 website list',
  `<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><ul><li>Code: AccessDenied</li><li>Message: Access Denied</li><li>RequestId: 8ABCDEF012</li><li>HostId: abc=</li></ul><hr/></body></html>`,
  { requestId: '8ABCDEF012' },
)
c(
  'decoded fmt prose',
  `Decoded message:\n{\n  "allowed": false,\n  "explicitDeny": true,\n  "matchedStatements": {"items": [{"statementId": "RegionLock", "effect": "DENY", "sourcePolicyId": "p-1", "sourcePolicyType": "Service Control Policy"}]},\n  "context": {"principal": {"id": "AROAX:s", "arn": "${R}"}, "action": "ec2:RunInstances", "resource": "*", "conditions": {"items": []}}\n}`,
  {
    kind: 'decoded-authorization-message',
    principal: R,
    action: 'ec2:RunInstances',
    resource: '*',
    effect: 'explicit-deny',
    open: ['policyType'],
  },
)
