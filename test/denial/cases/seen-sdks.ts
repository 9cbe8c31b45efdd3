import type { Case } from '../expected.ts'

/** What programs printed with the SDKs of AWS, in every language, in public threads, names and numbers replaced. */
const A = '111122223333'
const B = '444455556666'
const U = `arn:aws:iam::${A}:user/mateojackson`
const L = `arn:aws:sts::${A}:assumed-role/app-lambda/app-fn`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const S3ID = '7BMJM8PWV1J1FNEH'
const identity = { effect: 'implicit-deny', policyType: 'identity' } as const

export const seenSdks: Case[] = [
  [
    'boto3, head object',
    'botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden',
    { actionDerived: 's3:GetObject' },
  ],
  [
    'CLI, words run together',
    'Fatal error: An error occurred (403)when calling the HeadObject operation: Forbidden',
    { actionDerived: 's3:GetObject' },
  ],
  [
    'boto3, organizations',
    `{'MESSAGE': 'Account Creation Failed', 'EXCEPTION': "An error occurred (AccessDeniedException) when calling the ListRoots operation: You don't have permissions to access this resource.", 'TRACE': 'Traceback (most recent call last):\\n  File "/var/task/x.py", line 197, in create\\n'}`,
    { actionDerived: 'organizations:ListRoots' },
  ],
  [
    'boto3, logger before',
    `2023-03-30 09:01:22,587 [File: organizations_service.py:120]    [Module: organizations_service]  ERROR: us-east-1 -- AccessDeniedException[101]: An error occurred (AccessDeniedException) when calling the ListPolicies operation: You don't have permissions to access this resource.`,
    { open: ['actionDerived'] },
  ],
  [
    'boto3, exception of a service',
    `botocore.errorfactory.NotAuthorizedException: An error occurred (NotAuthorizedException) when calling the AdminGetUser operation: User: ${L} is not authorized to perform: cognito-idp:AdminGetUser on resource: arn:aws:cognito-idp:eu-west-1:${A}:userpool/eu-west-1_AbCdEfGhI because no identity-based policy allows the cognito-idp:AdminGetUser action`,
    {
      principal: L,
      action: 'cognito-idp:AdminGetUser',
      resource: `arn:aws:cognito-idp:eu-west-1:${A}:userpool/eu-west-1_AbCdEfGhI`,
      ...identity,
    },
  ],
  [
    'lambda error JSON',
    `{\n  "errorMessage": "An error occurred (AccessDeniedException) when calling the GetItem operation: User: ${L} is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:${A}:table/orders because no identity-based policy allows the dynamodb:GetItem action",\n  "errorType": "ClientError",\n  "requestId": "${ID}",\n  "stackTrace": ["  File \\"/var/task/app.py\\", line 10, in handler\\n"]\n}`,
    {
      principal: L,
      action: 'dynamodb:GetItem',
      resource: `arn:aws:dynamodb:eu-west-1:${A}:table/orders`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'lambda log line with tabs',
    `2024-05-05T10:00:00.123Z\t${ID}\tERROR\tInvoke Error \t{"errorType":"AccessDeniedException","errorMessage":"User: ${L} is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:${A}:jobs because no identity-based policy allows the sqs:sendmessage action","name":"AccessDeniedException","$fault":"client","$metadata":{"httpStatusCode":403,"requestId":"0a1b2c3d-0000-1111-2222-333344445555","attempts":1,"totalRetryDelay":0},"__type":"com.amazonaws.sqs#AccessDeniedException","stack":["AccessDeniedException: User"]}`,
    {
      principal: L,
      action: 'sqs:sendmessage',
      resource: `arn:aws:sqs:eu-west-1:${A}:jobs`,
      requestId: '0a1b2c3d-0000-1111-2222-333344445555',
      ...identity,
    },
  ],
  [
    'JS v3, object printed by Node',
    `AccessDeniedException: User: ${L} is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:${A}:parameter/app/key because no identity-based policy allows the ssm:GetParameter action\n    at throwDefaultError (/var/task/node_modules/@smithy/smithy-client/dist-cjs/index.js:867:20)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {\n  '$fault': 'client',\n  '$metadata': {\n    httpStatusCode: 400,\n    requestId: '${ID}',\n    extendedRequestId: undefined,\n    cfId: undefined,\n    attempts: 1,\n    totalRetryDelay: 0\n  },\n  __type: 'AccessDeniedException'\n}`,
    {
      principal: L,
      action: 'ssm:GetParameter',
      resource: `arn:aws:ssm:eu-west-1:${A}:parameter/app/key`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'JS v3, operation in the stack',
    `{\n    "errorType": "AccessDenied",\n    "errorMessage": "Access Denied",\n    "Code": "AccessDenied",\n    "name": "AccessDenied",\n    "$fault": "client",\n    "$metadata": {\n        "httpStatusCode": 403,\n        "attempts": 1,\n        "totalRetryDelay": 0\n    },\n    "stack": [\n        "AccessDenied: Access Denied",\n        "    at null.deserializeAws_restXmlPutObjectTaggingCommandError (/node_modules/@aws-sdk/client-s3/protocols/Aws_restXml.ts:9518:39)"\n    ]\n}`,
    { actionDerived: 's3:PutObjectTagging' },
  ],
  [
    'JS v3, shorter name in the stack',
    `AccessDenied: Access Denied\n    at de_GetObjectCommandError (/app/node_modules/@aws-sdk/client-s3/dist-cjs/protocols/Aws_restXml.js:4432:41)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)\n    '$metadata': { httpStatusCode: 403, requestId: '${S3ID}', extendedRequestId: 'abc=', attempts: 1 },\n  Code: 'AccessDenied',\n  RequestId: '${S3ID}',\n  HostId: 'abc='`,
    { actionDerived: 's3:GetObject', requestId: S3ID },
  ],
  [
    'JS v3, unknown error of a HEAD',
    `NotFound: UnknownError\n    at de_HeadObjectCommandError (/app/node_modules/@aws-sdk/client-s3/dist-cjs/protocols/Aws_restXml.js:4432:41)\n  '$metadata': { httpStatusCode: 404, requestId: '${S3ID}', attempts: 1 }`,
    { kind: 'not-authorization' },
  ],
  [
    'JS v3, 403 of a HEAD',
    `403: UnknownError\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:844:20)\n    at de_HeadObjectCommandError (/app/node_modules/@aws-sdk/client-s3/dist-cjs/index.js:5000:5) {\n  '$fault': 'client',\n  '$metadata': {\n    httpStatusCode: 403,\n    requestId: '${S3ID}',\n    attempts: 1\n  }\n}`,
    { actionDerived: 's3:GetObject', requestId: S3ID },
  ],
  [
    'JS v2, EC2',
    `[ERROR] aws.ec2.EC2InstancesCollector failed UnauthorizedOperation: You are not authorized to perform this operation.\n    at Request.extractError (/app/node_modules/aws-sdk/lib/services/ec2.js:50:35) {\n  message: 'You are not authorized to perform this operation.',\n  code: 'UnauthorizedOperation',\n  time: 2020-02-18T23:38:32.136Z,\n  requestId: '${ID}',\n  statusCode: 403`,
    { requestId: ID },
  ],
  [
    'JS v2, browser Forbidden',
    `Error: Forbidden: null\n    message: null, code: 'Forbidden', region: null, time: 2019-05-05T10:00:00.000Z, requestId: '${S3ID}', extendedRequestId: 'abc=', statusCode: 403, retryable: false`,
    { requestId: S3ID },
  ],
  [
    'Java v1, S3 with a caller',
    `com.amazonaws.services.s3.model.AmazonS3Exception: User: ${U} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::acme" because no identity-based policy allows the s3:ListBucket action (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: ${S3ID}; S3 Extended Request ID: abc/def=; Proxy: null)`,
    { principal: U, action: 's3:ListBucket', resource: 'arn:aws:s3:::acme', requestId: S3ID, ...identity },
  ],
  [
    'Java v2, nested cause',
    `java.util.concurrent.CompletionException: software.amazon.awssdk.services.sts.model.StsException: User: ${U} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${B}:role/reader (Service: Sts, Status Code: 403, Request ID: ${ID})\n\tat software.amazon.awssdk.utils.CompletableFutureUtils.errorAsCompletionException(CompletableFutureUtils.java:65)\nCaused by: software.amazon.awssdk.services.sts.model.StsException: User: ${U} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${B}:role/reader (Service: Sts, Status Code: 403, Request ID: ${ID})`,
    { principal: U, action: 'sts:AssumeRole', resource: `arn:aws:iam::${B}:role/reader`, requestId: ID },
  ],
  [
    'Java v2, with attempt count and no message',
    `software.amazon.awssdk.services.s3.model.S3Exception: null (Service: S3, Status Code: 403, Request ID: ${S3ID}, Extended Request ID: abc=) (SDK Attempt Count: 1)`,
    { requestId: S3ID },
  ],
  [
    'Java, no credentials',
    'software.amazon.awssdk.core.exception.SdkClientException: Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(credentialsProviders=[SystemPropertyCredentialsProvider()])',
    { kind: 'credential-problem' },
  ],
  [
    'Kotlin',
    `aws.sdk.kotlin.services.dynamodb.model.DynamoDbException: User: ${U} is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:${A}:table/orders/index/by-date because no identity-based policy allows the dynamodb:Query action, Request ID: ${ID}`,
    {
      principal: U,
      action: 'dynamodb:Query',
      resource: `arn:aws:dynamodb:eu-west-1:${A}:table/orders/index/by-date`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'Go v1, printf of the error',
    `AccessDeniedException: User: ${U} is not authorized to perform: kms:Encrypt on resource: arn:aws:kms:eu-west-1:${A}:key/${ID}\n\tstatus code: 400, request id: 0a1b2c3d-0000-1111-2222-333344445555`,
    {
      principal: U,
      action: 'kms:Encrypt',
      resource: `arn:aws:kms:eu-west-1:${A}:key/${ID}`,
      requestId: '0a1b2c3d-0000-1111-2222-333344445555',
    },
  ],
  [
    'Go v2, resolve credentials',
    `operation error SQS: ReceiveMessage, get identity: get credentials: failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity`,
    { action: 'sts:AssumeRoleWithWebIdentity', requestId: ID },
  ],
  [
    'Go v2, no IMDS role',
    'operation error S3: PutObject, get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, canceled, context deadline exceeded',
    { kind: 'credential-problem', open: ['actionDerived'] },
  ],
  [
    '.NET, EC2',
    `CreateSnapshotForInstances : Amazon.EC2.AmazonEC2Exception: You are not authorized to perform this operation. ---> Amazon.Runtime.Internal.HttpErrorResponseException: The remote server returned an error: (403) Forbidden. ---> System.Net.WebException: The remote server returned an error: (403) Forbidden.\n   at System.Net.HttpWebRequest.GetResponse()`,
    {},
  ],
  [
    '.NET, forbidden without a body',
    'Amazon.S3.AmazonS3Exception: Error making request with Error Code Forbidden and Http Status Code Forbidden. No further error information was returned by the service.',
    {},
  ],
  [
    '.NET, SSM with inner exception',
    `Unhandled exception. Amazon.SimpleSystemsManagement.AmazonSimpleSystemsManagementException: User: ${L} is not authorized to perform: ssm:GetParametersByPath on resource: arn:aws:ssm:eu-west-1:${A}:parameter/app/ because no identity-based policy allows the ssm:GetParametersByPath action\r\n ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'Amazon.Runtime.Internal.HttpErrorResponseException' was thrown.\r\n   at Amazon.Runtime.HttpWebRequestMessage.GetResponseAsync(CancellationToken cancellationToken)`,
    {
      principal: L,
      action: 'ssm:GetParametersByPath',
      resource: `arn:aws:ssm:eu-west-1:${A}:parameter/app/`,
      ...identity,
    },
  ],
  [
    'PowerShell, error record',
    `Get-EC2Instance : You are not authorized to perform this operation. User: ${U} is not authorized to perform: \nec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action\nAt line:1 char:1\n+ Get-EC2Instance\n+ ~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (Amazon.PowerShe...2InstanceCmdlet:GetEC2InstanceCmdlet) [Get-EC2Instance], InvalidOperationException\n    + FullyQualifiedErrorId : Amazon.EC2.AmazonEC2Exception,Amazon.PowerShell.Cmdlets.EC2.GetEC2InstanceCmdlet`,
    { principal: U, action: 'ec2:DescribeInstances', ...identity },
  ],
  [
    'PowerShell, core',
    `Get-SSMParameter: User: ${U} is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:${A}:parameter/x because no identity-based policy allows the ssm:GetParameter action`,
    {
      principal: U,
      action: 'ssm:GetParameter',
      resource: `arn:aws:ssm:eu-west-1:${A}:parameter/x`,
      ...identity,
    },
  ],
  [
    'Ruby v1',
    "/Library/Ruby/Gems/2.0.0/gems/aws-sdk-1.51.0/lib/aws/core/client.rb:375:in `return_or_raise': Access Denied (AWS::S3::Errors::AccessDenied)\n    from /Library/Ruby/Gems/2.0.0/gems/aws-sdk-1.51.0/lib/aws/core/client.rb:476:in `client_request'\n    from (eval):3:in `get_bucket_website'",
    { open: ['actionDerived'] },
  ],
  [
    'Ruby v3',
    `Aws::SecretsManager::Errors::AccessDeniedException (User: ${U} is not authorized to perform: secretsmanager:GetSecretValue on resource: app/prod because no identity-based policy allows the secretsmanager:GetSecretValue action)`,
    { principal: U, action: 'secretsmanager:GetSecretValue', resource: 'app/prod', ...identity },
  ],
  [
    'Ruby, wire trace',
    `-> "HTTP/1.1 403 Forbidden\\r\\n"\n-> "x-amz-request-id: ${S3ID}\\r\\n"\n-> "x-amz-id-2: TW2qeJptLnLL7+0pKGRgdR=\\r\\n"\n-> "Server: AmazonS3\\r\\n"\n-> "\\r\\n"\nreading 204 bytes...\n-> "<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>${S3ID}</RequestId><HostId>TW2qeJptLnLL7+0pKGRgdR=</HostId></Error>"`,
    { requestId: S3ID },
  ],
  [
    'Ruby, raw XML and the error again',
    `ERROR: RAW_XML: <?xml version="1.0"?>\n<ErrorResponse xmlns="https://route53.amazonaws.com/doc/2011-05-05/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: ${U} is not authorized to perform: route53:ListHostedZones</Message></Error><RequestId>${ID}</RequestId></ErrorResponse>\nERROR: AccessDenied: User: ${U} is not authorized to perform: route53:ListHostedZones`,
    { principal: U, action: 'route53:ListHostedZones', requestId: ID },
  ],
  [
    'PHP v2, all in one line',
    `Fatal error: Uncaught Aws\\CloudFront\\Exception\\AccessDeniedException: AWS Error Code: AccessDenied, Status Code: 403, AWS Request ID: ${ID}, AWS Error Type: client, AWS Error Message: User: ${U} is not authorized to perform: cloudfront:CreateInvalidation, User-Agent: aws-sdk-php2/2.8.22 Guzzle/3.9.3 curl/7.40.0`,
    { principal: U, action: 'cloudfront:CreateInvalidation', requestId: ID },
  ],
  [
    'PHP v3, SES with a blank in the name',
    `Error executing "VerifyEmailIdentity" on "https://email.us-west-2.amazonaws.com"; AWS HTTP error: Client error: 403 AccessDenied (client): User: arn:aws:iam::${A}:user/user name is not authorized to perform: ses:VerifyEmailIdentity - <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">\n<Error>\n<Type>Sender</Type>\n<Code>AccessDenied</Code>\n<Message>User: arn:aws:iam::${A}:user/user name is not authorized to perform: ses:VerifyEmailIdentity</Message>\n</Error>\n<RequestId>${ID}</RequestId>\n</ErrorResponse>`,
    { principal: `arn:aws:iam::${A}:user/user name`, action: 'ses:VerifyEmailIdentity', requestId: ID },
  ],
  [
    'PHP v3, old wording',
    'Aws\\S3\\Exception\\S3Exception: Error executing "PutObject" on "https://s3-eu-west-1.amazonaws.com/acme/test.txt"; AWS HTTP error: Client error: 403 AccessDenied (client): Access Denied',
    { actionDerived: 's3:PutObject' },
  ],
  [
    'PHP, STS cut off by Guzzle',
    `Fatal error: Uncaught GuzzleHttp\\Exception\\ClientException: Client error: \`POST https://sts.amazonaws.com/\` resulted in a \`403 Forbidden\` response:\n{"Error":{"Code":"AccessDenied","Message":"User: ${U} is not authorized to perform: s (truncated...)\n in /app/vendor/guzzlehttp/guzzle/src/Exception/RequestException.php:113`,
    { principal: U },
  ],
  [
    'PHP, arrows for line breaks',
    `Error executing "PutObject" on "https://acme.s3.us-west-2.amazonaws.com/a.jpg"; AWS HTTP error: Client error: \`PUT https://acme.s3.us-west-2.amazonaws.com/a.jpg\` resulted in a \`403 Forbidden\` response:↵<?xml version="1.0" encoding="UTF-8"?>↵<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>FD6981 (truncated...)↵ AccessDenied (client): Access Denied - <?xml version="1.0" encoding="UTF-8"?>↵<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>FD69815A050E6538</RequestId><HostId>abc=</HostId></Error>`,
    { actionDerived: 's3:PutObject', requestId: 'FD69815A050E6538' },
  ],
  [
    'PHP, JSON in JSON',
    `{"status":1,"errors":[{"class":"Aws\\\\S3\\\\Exception\\\\S3Exception","message":"Error executing \\"CreateBucket\\" on \\"https:\\/\\/acme-backup.s3.ca-central-1.amazonaws.com\\/\\"; AWS HTTP error: Client error: \`PUT https:\\/\\/acme-backup.s3.ca-central-1.amazonaws.com\\/\` resulted in a \`403 Forbidden\` response:\\n<Error><Code>AccessDenied<\\/Code><Message>Access Denied<\\/Message><RequestId>RCZ64SDWRRMBDXXN<\\/RequestId><HostId>abc=<\\/HostId><\\/Error>"}]}`,
    { actionDerived: 's3:CreateBucket', requestId: 'RCZ64SDWRRMBDXXN' },
  ],
  [
    'Laravel, SES through symfony, parts taken out',
    "Unable to send an email: User arn:aws:iam: is not authorized to perform 'ses:SendRawEmail' on resource (code AccessDeniedException). at /var/app/vendor/symfony/amazon-mailer/Transport/SesHttpAsyncAwsTransport.php:63)",
    { principal: 'arn:aws:iam:', action: 'ses:SendRawEmail', open: ['principal', 'resource'] },
  ],
  [
    'Python smtplib',
    `smtplib.SMTPDataError: (554, b"Access denied: User \`arn:aws:iam::${A}:user/mwaa-ses' is not authorized to perform \`ses:SendRawEmail' on resource \`arn:aws:ses:eu-west-2:${A}:identity/mateo@example.com'")`,
    {
      principal: `arn:aws:iam::${A}:user/mwaa-ses`,
      action: 'ses:SendRawEmail',
      resource: `arn:aws:ses:eu-west-2:${A}:identity/mateo@example.com`,
    },
  ],
  [
    'Grafana, SES in a quoted field',
    `t=2020-10-01T15:16:03+0000 lvl=eror msg="Failed to send alert notification email" logger=alerting.notifier.email error="Failed to send notification to email addresses: mateo@example.com: gomail: could not send email 1: 554 Access denied: User \`arn:aws:iam::${A}:user/cloud-platform/grafana' is not authorized to perform \`ses:SendRawEmail' on resource \`arn:aws:ses:eu-west-2:${A}:identity/mateo@example.com'"`,
    {
      principal: `arn:aws:iam::${A}:user/cloud-platform/grafana`,
      action: 'ses:SendRawEmail',
      resource: `arn:aws:ses:eu-west-2:${A}:identity/mateo@example.com`,
    },
  ],
  [
    'SES, backtick closed by a backtick',
    `Access denied: User \`arn:aws:iam::${A}:user/test' is not authorized to perform \`ses:SendRawEmail' on resource \`arn:aws:ses:eu-west-1:${A}:identity/mateo@example.com\` for exemple`,
    {
      principal: `arn:aws:iam::${A}:user/test`,
      action: 'ses:SendRawEmail',
      resource: `arn:aws:ses:eu-west-1:${A}:identity/mateo@example.com`,
    },
  ],
  [
    'SES v2 with curly placeholders',
    `message: "User \`arn:aws:sts::{ID}:assumed-role/{service}-{stage}-{region}-lambdaRole/{service}-{stage}-receive' is not authorized to perform \`ses:SendEmail' on resource \`arn:aws:ses:{region}:{ID}:identity/{verified_email}'"\nstatusCode: 403`,
    {
      principal: 'arn:aws:sts::{ID}:assumed-role/{service}-{stage}-{region}-lambdaRole/{service}-{stage}-receive',
      action: 'ses:SendEmail',
      resource: 'arn:aws:ses:{region}:{ID}:identity/{verified_email}',
    },
  ],
  [
    'SES, names of AWS’s own documentation',
    '554 Access denied: User UserARN is not authorized to perform ses:SendRawEmail on resource IdentityARN',
    { principal: 'UserARN', action: 'ses:SendRawEmail', resource: 'IdentityARN' },
  ],
  [
    'SES, unverified address',
    'Expected response code 250 but got code "554", with message "554 Message rejected: Email address is not verified. The following identities failed the check in region US-WEST-2: mateo@example.com"',
    { kind: 'not-authorization' },
  ],
  [
    'Rust, debug of a service error',
    `Error: ServiceError(ServiceError { source: AccessDeniedException(AccessDeniedException { message: Some("User: ${L} is not authorized to perform: secretsmanager:GetSecretValue on resource: app/db because no identity-based policy allows the secretsmanager:GetSecretValue action"), meta: ErrorMetadata { code: Some("AccessDeniedException"), message: Some("User: ${L} is not authorized"), extras: Some({"aws_request_id": "${ID}"}) } }), raw: Response { status: StatusCode(400), headers: Headers { headers: {"x-amzn-requestid": HeaderValue { _private: H0("${ID}") }} } } })`,
    {
      principal: L,
      action: 'secretsmanager:GetSecretValue',
      resource: 'app/db',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'Swift',
    `AWSClientRuntime.UnknownAWSHTTPServiceError(typeName: Optional("AccessDeniedException"), message: Optional("User: ${U} is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1 because no identity-based policy allows the bedrock:InvokeModel action"), requestID: Optional("${ID}"), requestID2: nil)`,
    {
      principal: U,
      action: 'bedrock:InvokeModel',
      resource: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'C++',
    `[ERROR] 2016-08-02 19:35:15 AWSClient [140409173084160] HTTP response code: 403\nException name: AccessDenied\nError message: User: ${U} is not authorized to perform: route53:ChangeResourceRecordSets on resource: arn:aws:route53:::hostedzone/Z2CLVO1AT5KHVK\n6 response headers:\nx-amzn-requestid : ${ID}`,
    {
      principal: U,
      action: 'route53:ChangeResourceRecordSets',
      resource: 'arn:aws:route53:::hostedzone/Z2CLVO1AT5KHVK',
      requestId: ID,
    },
  ],
  [
    'Android, Cognito',
    `com.amazonaws.services.cognitoidentity.model.NotAuthorizedException: Unauthenticated access is not supported for this identity pool. (Service: AmazonCognitoIdentity; Status Code: 400; Error Code: NotAuthorizedException; Request ID: ${ID})`,
    { requestId: ID },
  ],
  [
    'Cognito, trust of the role',
    `InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.`,
    { actionDerived: 'sts:AssumeRoleWithWebIdentity' },
  ],
  ['Cognito user pool, wrong password', 'NotAuthorizedException: Incorrect username or password.', { open: ['kind'] }],
  ['IoT data plane', `ForbiddenException: {"message":"Forbidden","traceId":"${ID}"}`, {}],
  [
    'API Gateway, IAM',
    `{"Message":"User: ${U} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:abc123/prod/GET/pets because no identity-based policy allows the execute-api:Invoke action"}`,
    {
      principal: U,
      action: 'execute-api:Invoke',
      resource: 'arn:aws:execute-api:eu-west-1:********3333:abc123/prod/GET/pets',
      ...identity,
    },
  ],
  [
    'API Gateway, resource policy of a private API',
    `{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:abc123/prod/GET/pets with an explicit deny"}`,
    {
      principal: 'anonymous',
      action: 'execute-api:Invoke',
      resource: 'arn:aws:execute-api:eu-west-1:********3333:abc123/prod/GET/pets',
      effect: 'explicit-deny',
    },
  ],
  [
    'API Gateway, custom authorizer',
    '{"message":"User is not authorized to access this resource with an explicit deny"}',
    { open: ['effect'] },
  ],
  ['API Gateway, authorizer without a policy', '{"Message":"User is not authorized to access this resource"}', {}],
  ['API Gateway, missing token', '{"message":"Missing Authentication Token"}', { kind: 'credential-problem' }],
  [
    'API Gateway, header not signed',
    `{"message":"'sometoken' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer sometoken'."}`,
    { kind: 'credential-problem' },
  ],
  [
    'API Gateway, integration role',
    'Execution failed due to configuration error: API Gateway does not have permission to assume the provided role arn:aws:iam::111122223333:role/apigw-sqs',
    { actionDerived: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/apigw-sqs' },
  ],
  [
    'API Gateway, lambda permission',
    'Execution failed due to configuration error: Invalid permissions on Lambda function',
    { actionDerived: 'lambda:InvokeFunction' },
  ],
  [
    'AppSync, data source',
    `{"errors":[{"path":["listOrders"],"data":null,"errorType":"DynamoDB:DynamoDbException","message":"User: arn:aws:sts::${A}:assumed-role/appsync-ds/APPSYNC_ASSUME_ROLE is not authorized to perform: dynamodb:Scan on resource: arn:aws:dynamodb:eu-west-1:${A}:table/orders because no identity-based policy allows the dynamodb:Scan action (Service: DynamoDb, Status Code: 400, Request ID: ${ID})"}]}`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/appsync-ds/APPSYNC_ASSUME_ROLE`,
      action: 'dynamodb:Scan',
      resource: `arn:aws:dynamodb:eu-west-1:${A}:table/orders`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'AppSync, IAM',
    `{"errors":[{"errorType":"AccessDeniedException","message":"User: ${U} is not authorized to perform: appsync:GraphQL on resource: arn:aws:appsync:eu-west-1:${A}:apis/abcdef/types/Query/fields/listOrders"}]}`,
    {
      principal: U,
      action: 'appsync:GraphQL',
      resource: `arn:aws:appsync:eu-west-1:${A}:apis/abcdef/types/Query/fields/listOrders`,
    },
  ],
  [
    'AppSync, its own rules',
    '{"data":{"listX":null},"errors":[{"path":["listX"],"errorType":"Unauthorized","message":"Not Authorized to access listX on type Query"}]}',
    {},
  ],
  [
    'SSM session',
    `An error occurred (AccessDeniedException) when calling the StartSession operation: User: ${U} is not authorized to perform: ssm:StartSession on resource: arn:aws:ec2:eu-west-1:${A}:instance/i-0abcd1234efgh5678 because no identity-based policy allows the ssm:StartSession action`,
    {
      principal: U,
      action: 'ssm:StartSession',
      resource: `arn:aws:ec2:eu-west-1:${A}:instance/i-0abcd1234efgh5678`,
      ...identity,
    },
  ],
  [
    'SNS, topic of another account',
    `AuthorizationError: User: ${U} is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:${B}:alerts because no resource-based policy allows the SNS:Publish action`,
    {
      principal: U,
      action: 'SNS:Publish',
      resource: `arn:aws:sns:eu-west-1:${B}:alerts`,
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    'SNS, phone number',
    `User: ${U} is not authorized to perform: SNS:Publish on resource: +15555550100 because no identity-based policy allows the SNS:Publish action`,
    { principal: U, action: 'SNS:Publish', resource: '+15555550100', ...identity },
  ],
  [
    'SQS, XML',
    `<?xml version="1.0"?><ErrorResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Access to the resource https://sqs.eu-west-1.amazonaws.com/ is denied.</Message><Detail/></Error><RequestId>${ID}</RequestId></ErrorResponse>`,
    { resource: 'https://sqs.eu-west-1.amazonaws.com/', requestId: ID },
  ],
  [
    'KMS, key disabled isn’t a denial',
    'An error occurred (DisabledException) when calling the Encrypt operation: arn:aws:kms:eu-west-1:111122223333:key/0a1b is disabled.',
    { kind: 'not-authorization' },
  ],
  [
    'KMS, on this resource',
    `An error occurred (AccessDeniedException) when calling the Decrypt operation: User: ${L} is not authorized to perform: kms:Decrypt on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    { principal: L, action: 'kms:Decrypt' },
  ],
  [
    'Secrets Manager, key',
    'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: Access to KMS is not allowed',
    { actionDerived: 'kms:Decrypt' },
  ],
  [
    'Step Functions, sync execution',
    `{"error":"ECS.AccessDeniedException","cause":"User: arn:aws:sts::${A}:assumed-role/StatesRole/abcdefghijkl is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${A}:role/ecsTaskExecutionRole because no identity-based policy allows the iam:PassRole action (Service: AmazonECS; Status Code: 400; Error Code: AccessDeniedException; Request ID: ${ID}; Proxy: null)"}`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/StatesRole/abcdefghijkl`,
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${A}:role/ecsTaskExecutionRole`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'Step Functions, role not assumable',
    'AccessDeniedException: Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
    { actionDerived: 'sts:AssumeRole', open: ['principal', 'principalType'] },
  ],
  [
    'EventBridge scheduler',
    `ValidationException: The execution role you provide must allow AWS EventBridge Scheduler to assume the role.`,
    { actionDerived: 'sts:AssumeRole' },
  ],
  [
    'EventBridge put events to another bus',
    `{"FailedEntryCount":1,"Entries":[{"ErrorCode":"NotAuthorizedForSourceException","ErrorMessage":"Not authorized for the source."}]}`,
    {},
  ],
  [
    'Lambda, event source',
    'InvalidParameterValueException: The provided execution role does not have permissions to call ReceiveMessage on SQS',
    { open: ['actionDerived'] },
  ],
  [
    'Lambda, network interface',
    'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
    { open: ['actionDerived'] },
  ],
  [
    'Lambda, function URL',
    '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
    { actionDerived: 'lambda:InvokeFunctionUrl' },
  ],
  ['Bedrock, model access', `ValidationException: Operation not allowed`, { open: ['kind'] }],
  [
    'Bedrock, marketplace',
    `AccessDeniedException: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model. Refer to the Amazon Bedrock documentation for further details.`,
    { open: ['action', 'principal'] },
  ],
  [
    'Bedrock, SCP with its ARN',
    `{"__type":"AccessDeniedException","Message":"User: ${L} is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-3-haiku-20240307-v1:0 with an explicit deny in a service control policy: arn:aws:organizations::${B}:policy/o-exampleorgid/service_control_policy/p-examplepolicy"}`,
    {
      principal: L,
      action: 'bedrock:InvokeModel',
      resource: 'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
      effect: 'explicit-deny',
      policyType: 'scp',
      policyArn: `arn:aws:organizations::${B}:policy/o-exampleorgid/service_control_policy/p-examplepolicy`,
    },
  ],
  [
    'Bedrock in a litellm error',
    `litellm.exceptions.AuthenticationError: BedrockException Invalid Authentication - b'{"Message":"User: ${U} is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/x because no identity-based policy allows the bedrock:InvokeModel action"}'`,
    {
      principal: U,
      action: 'bedrock:InvokeModel',
      resource: 'arn:aws:bedrock:us-east-1::foundation-model/x',
      ...identity,
    },
  ],
]
