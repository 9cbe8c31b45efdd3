import type { Case, Expected } from '../expected.ts'

/** What is something else: credentials, other errors of AWS, other systems. */
export const lookAlikes: Case[] = []
const c = (name: string, text: string, expected: Expected = {}): void => {
  lookAlikes.push([name, text, expected])
}
// credentials
const credentials: readonly [string, string][] = [
  [
    'expired cli',
    'An error occurred (ExpiredToken) when calling the ListObjectsV2 operation: The provided token has expired.',
  ],
  [
    'expired exc',
    'botocore.exceptions.ClientError: An error occurred (ExpiredTokenException) when calling the DescribeTable operation: The security token included in the request is expired',
  ],
  ['expired go', 'api error ExpiredToken: The security token included in the request is expired'],
  [
    'request expired',
    'An error occurred (RequestExpired) when calling the DescribeInstances operation: Request has expired.',
  ],
  [
    'invalid token',
    'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
  ],
  ['unrec', 'UnrecognizedClientException: The security token included in the request is invalid.'],
  [
    'sig',
    'An error occurred (SignatureDoesNotMatch) when calling the GetCallerIdentity operation: Signature expired: 20260101T000000Z is now earlier than 20260101T001500Z (20260101T003000Z - 15 min.)',
  ],
  [
    'sig xml',
    '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message></Error>',
  ],
  [
    'skew',
    '<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message></Error>',
  ],
  [
    'missing',
    'An error occurred (MissingAuthenticationToken) when calling the X operation: Request is missing Authentication Token',
  ],
  ['no creds boto', 'botocore.exceptions.NoCredentialsError: Unable to locate credentials'],
  ['no creds js', 'CredentialsProviderError: Could not load credentials from any providers'],
  ['no creds go', 'NoCredentialProviders: no valid providers in chain. Deprecated.'],
  [
    'no creds go2',
    'failed to sign request: failed to retrieve credentials: no EC2 IMDS role found, operation error ec2imds: GetMetadata, http response error StatusCode: 404',
  ],
  ['no creds java', 'com.amazonaws.SdkClientException: Unable to load AWS credentials from any provider in the chain'],
  [
    'no creds java2',
    'software.amazon.awssdk.core.exception.SdkClientException: Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain',
  ],
  ['partial', 'Partial credentials found in shared-credentials, missing: aws_secret_access_key'],
  ['profile', 'The config profile (prod) could not be found'],
  ['sso expired', 'Error when retrieving token from sso: Token has expired and refresh failed'],
  [
    'sso expired js',
    'Error: The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
  ],
  [
    'presigned',
    '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>300</X-Amz-Expires><Expires>2026-01-01T00:00:00Z</Expires></Error>',
  ],
  [
    'authfailure',
    'An error occurred (AuthFailure) when calling the DescribeInstances operation: AWS was not able to validate the provided access credentials',
  ],
  [
    'optin',
    'An error occurred (OptInRequired) when calling the DescribeInstances operation: You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.',
  ],
  ['incomplete sig', "IncompleteSignatureException: Authorization header requires 'Credential' parameter."],
  [
    'php',
    'Aws\\Exception\\CredentialsException: Error retrieving credentials from the instance profile metadata service. (cURL error 28)',
  ],
  [
    'dotnet',
    'Amazon.Runtime.AmazonServiceException: Unable to get IAM security credentials from EC2 Instance Metadata Service.',
  ],
  ['rust', 'the credential provider was not enabled: no providers in chain provided credentials'],
  [
    'gha creds',
    'Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
  ],
  [
    'invalid accesskey java',
    'The AWS Access Key Id you provided does not exist in our records. (Service: Amazon S3; Status Code: 403; Error Code: InvalidAccessKeyId; Request ID: X; S3 Extended Request ID: y)',
  ],
  [
    'expired java',
    'The provided token has expired. (Service: Amazon S3; Status Code: 400; Error Code: ExpiredToken; Request ID: X; S3 Extended Request ID: y)',
  ],
  [
    'tf invalid',
    'Error: configuring Terraform AWS Provider: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: X, api error InvalidClientTokenId: The security token included in the request is invalid.',
  ],
  [
    'webid expired',
    'An error occurred (ExpiredTokenException) when calling the AssumeRoleWithWebIdentity operation: Token expired: current date/time 1 must be before the expiration date/time 0',
  ],
  [
    'invalid id token',
    'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: No OpenIDConnect provider found in your account for https://oidc.eks',
  ],
]
for (const [n, t] of credentials)
  c(`cred ${n}`, t, { kind: 'credential-problem', open: ['actionDerived', 'requestId'] })
const others: readonly [string, string][] = [
  [
    'throttle',
    'An error occurred (Throttling) when calling the DescribeStackEvents operation (reached max retries: 4): Rate exceeded',
  ],
  ['ec2 throttle', 'api error RequestLimitExceeded: Request limit exceeded.'],
  ['slowdown', 'SlowDown: Please reduce your request rate.'],
  [
    'dynamo',
    'ProvisionedThroughputExceededException: The level of configured provisioned throughput for the table was exceeded.',
  ],
  ['too many', 'TooManyRequestsException: Rate Exceeded.'],
  ['lambda limit', 'CodeStorageExceededException: Code storage limit exceeded.'],
  ['quota', 'LimitExceededException: Cannot exceed quota for PoliciesPerRole: 10'],
  ['addr', 'api error AddressLimitExceeded: The maximum number of addresses has been reached.'],
  ['vcpu', 'You have requested more vCPU capacity than your current vCPU limit of 0 allows'],
  ['capacity', 'InsufficientInstanceCapacity: We currently do not have sufficient t3.micro capacity'],
  [
    'validation',
    'An error occurred (ValidationException) when calling the PutItem operation: One or more parameter values were invalid',
  ],
  [
    'nosuchkey',
    'An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.',
  ],
  ['404', 'An error occurred (404) when calling the HeadObject operation: Not Found'],
  ['resource not found', 'ResourceNotFoundException: Requested resource not found'],
  [
    'nosuchentity',
    'An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name x cannot be found.',
  ],
  [
    'malformed policy',
    'An error occurred (MalformedPolicyDocument) when calling the CreatePolicy operation: Syntax errors in policy.',
  ],
  [
    'malformed policy bucket',
    'An error occurred (MalformedPolicy) when calling the PutBucketPolicy operation: Invalid principal in policy',
  ],
  [
    'k8s exec',
    'Error from server (Forbidden): pods "x" is forbidden: User "arn:aws:iam::111122223333:user/ana" cannot create resource "pods/exec" in API group "" in the namespace "default"',
  ],
  [
    'k8s wrapped rbac',
    'nodes is forbidden: User "ana"\n cannot list resource "nodes" in API group "" at the cluster scope',
  ],
  ['k8s old', 'services is forbidden: User "x" cannot list services at the cluster scope'],
  [
    'k8s psp',
    'Error creating: pods "x-" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
  ],
  [
    'k8s quota',
    'Error from server (Forbidden): pods "x" is forbidden: exceeded quota: compute, requested: cpu=1, used: cpu=9, limited: cpu=9',
  ],
  [
    'gcp',
    'ERROR: (gcloud.projects.describe) User [a@b.c] does not have permission to access projects instance [x] (or it may not exist): The caller does not have permission',
  ],
  [
    'gcp2',
    "googleapi: Error 403: Required 'compute.instances.create' permission for 'projects/x/zones/y/instances/z', forbidden",
  ],
  [
    'gcp3',
    '{"error":{"code":403,"message":"Permission \'bigquery.tables.get\' denied on resource (or it may not exist).","status":"PERMISSION_DENIED"}}',
  ],
  [
    'gcs xml',
    "<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>Anonymous caller does not have storage.objects.get access to the Google Cloud Storage object.</Details></Error>",
  ],
  [
    'gcs xml2',
    '<Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>sa@p.iam.gserviceaccount.com does not have storage.objects.list access to the Google Cloud Storage bucket.</Details></Error>',
  ],
  [
    'azure',
    "The client 'x' with object id 'y' does not have authorization to perform action 'Microsoft.Storage/storageAccounts/read' over scope '/subscriptions/z'",
  ],
  [
    'azure storage',
    'This request is not authorized to perform this operation using this permission. RequestId:abc Time:2026-01-01T00:00:00Z Status: 403 ErrorCode: AuthorizationPermissionMismatch',
  ],
  [
    'azure kv',
    "Caller is not authorized to perform action on resource.\nCaller: appid=x;oid=y;iss=https://sts.windows.net/z/\nAction: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'",
  ],
  ['azure aad', 'AADSTS700016: Application with identifier was not found in the directory'],
  ['mysql', "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)"],
  ['mysql rds', "(1227, 'Access denied; you need (at least one of) the SUPER privilege(s) for this operation')"],
  ['mysql 1044', "SQLSTATE[HY000] [1044] Access denied for user 'app'@'%' to database 'x'"],
  ['pg', 'ERROR:  permission denied for schema public'],
  ['pg2', 'FATAL:  password authentication failed for user "app"'],
  ['oracle', 'ORA-01031: insufficient privileges'],
  ['mssql', "The SELECT permission was denied on the object 't', database 'd', schema 'dbo'."],
  ['mongo', 'MongoServerError: not authorized on admin to execute command { listDatabases: 1 }'],
  ['mongo2', 'command find requires authentication, Unauthorized'],
  ['redis', "NOPERM this user has no permissions to run the 'config' command"],
  ['snowflake', "SQL access control error: Insufficient privileges to operate on database 'X'"],
  ['kafka', 'org.apache.kafka.common.errors.GroupAuthorizationException: Not authorized to access group: g'],
  [
    'cassandra',
    'Unauthorized: Error from server: code=2100 [Unauthorized] message="User x has no SELECT permission on <table y>"',
  ],
  [
    'git',
    "remote: Permission to a/b.git denied to c.\nfatal: unable to access 'https://github.com/a/b.git/': The requested URL returned error: 403",
  ],
  ['ssh', 'ana@host: Permission denied (publickey).'],
  ['unix', "cp: cannot create regular file '/etc/x': Permission denied"],
  ['npm', 'npm ERR! 403 403 Forbidden - PUT https://registry.npmjs.org/x - You do not have permission to publish "x".'],
  [
    'nginx',
    '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>',
  ],
  [
    'github api',
    '{"message":"Resource not accessible by integration","documentation_url":"https://docs.github.com/rest"}',
  ],
  [
    'cloudflare',
    'Error 1020: Access denied. This website is using a security service to protect itself from online attacks. Cloudflare Ray ID',
  ],
  [
    'apache',
    "Forbidden\nYou don't have permission to access / on this server.\nApache/2.4.29 (Ubuntu) Server at example.com Port 80",
  ],
  ['windows', 'Access is denied.\nSystem error 5 has occurred.'],
  [
    'docker daemon',
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
  ],
  [
    'vault',
    'Error making API request.\nURL: GET https://vault:8200/v1/secret/data/x\nCode: 403. Errors:\n* 1 error occurred:\n\t* permission denied',
  ],
  ['gitlab', '{"message":"403 Forbidden - Insufficient permission"}'],
  ['aliyun', '{"Code":"AccessDenied","Message":"AccessDenied","HostId":"bkt.oss-cn-hangzhou.aliyuncs.com"}'],
  ['minio', 'mc: <ERROR> Unable to list. dial tcp: connection refused'],
  ['dns', 'Could not connect to the endpoint URL: "https://s3.eu-wst-1.amazonaws.com/"'],
  ['region', 'You must specify a region. You can also configure your region by running "aws configure".'],
  [
    '301',
    'An error occurred (PermanentRedirect) when calling the ListObjects operation: The bucket you are attempting to access must be addressed using the specified endpoint.',
  ],
  [
    'bucket exists',
    'An error occurred (BucketAlreadyExists) when calling the CreateBucket operation: The requested bucket name is not available.',
  ],
  ['policy only', '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}'],
  [
    'caller identity',
    '{"UserId":"AROAX:s","Account":"111122223333","Arn":"arn:aws:sts::111122223333:assumed-role/R/s"}',
  ],
  ['dependency', 'api error DependencyViolation: resource sg-1 has a dependent object'],
  [
    'ses sandbox',
    'An error occurred (MessageRejected) when calling the SendEmail operation: Email address is not verified.',
  ],
  ['lambda timeout', 'Task timed out after 3.00 seconds'],
  [
    'cloudfront',
    "403 ERROR\nThe request could not be satisfied.\nRequest blocked. We can't connect to the server for this app or website at this time.\nGenerated by cloudfront (CloudFront)",
  ],
  ['terraform cloud', 'Error: unauthorized: resource not found - app.terraform.io'],
]
for (const [n, t] of others) c(`no ${n}`, t, { kind: 'not-authorization' })
