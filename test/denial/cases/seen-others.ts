import type { Case } from '../expected.ts'

/** Messages that look like an AWS denial but are something else, and credential problems: as posted in public threads, with names and numbers replaced. */
const other = { kind: 'not-authorization' } as const
const credential = { kind: 'credential-problem', open: ['actionDerived', 'requestId'] } as const
const others: readonly (readonly [name: string, text: string])[] = [
  [
    'R2',
    `Error executing "ListObjects" on "https://acme.0123456789abcdef.r2.cloudflarestorage.com/?prefix=%2Ftemp%2F"; AWS HTTP error: Client error: \`GET https://acme.0123456789abcdef.r2.cloudflarestorage.com/?prefix=%2Ftemp%2F\` resulted in a \`403 Forbidden\` response:\n<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>`,
  ],
  [
    'Spaces',
    `Reason: Error executing "ListObjectsV2" on "https://nyc3.digitaloceanspaces.com/?list-type=2&prefix=&delimiter=%2F"; AWS HTTP error: Client error: \`GET https://nyc3.digitaloceanspaces.com/?list-type=2\` resulted in a \`403 Forbidden\` response:\n<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><Resource>/</Resource></Error>`,
  ],
  [
    'Wasabi',
    `botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied. (endpoint https://s3.eu-central-1.wasabisys.com)`,
  ],
  [
    'Backblaze',
    `software.amazon.awssdk.services.s3.model.S3Exception: not entitled (Service: S3, Status Code: 403) endpoint=https://s3.us-west-004.backblazeb2.com AccessDenied`,
  ],
  [
    'MinIO client for JS',
    "S3Error: Access Denied.\n    at parseError (/app/node_modules/minio/dist/main/internal/xml-parser.js:58:13)\n  code: 'AccessDenied',\n  bucketname: 'demo',\n  region: 'oc2',",
  ],
  [
    'MinIO client for .NET',
    'Minio.Exceptions.AccessDeniedException: MinIO API responded with message=Access denied on the resource: demo/a.zip',
  ],
  [
    'Storj',
    'AccessDenied: Access Denied\n\tstatus code: 403, request id: 1782AACD0E5E4E35, host id: https://gateway.storjshare.io',
  ],
  [
    'Oracle Cloud',
    'com.oracle.bmc.model.BmcException: (404, NotAuthorizedOrNotFound, false) Authorization failed or requested resource not found. (opc-request-id: 0123) https://objectstorage.eu-frankfurt-1.oraclecloud.com',
  ],
  [
    'Oracle Cloud, terraform',
    'Error: 404-NotAuthorizedOrNotFound, Authorization failed or requested resource not found.\nSuggestion: Either the resource has been deleted or service Core Instance need policy to access this resource.',
  ],
  [
    'IBM Cloud',
    `ibm_botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the ListObjects operation: Access Denied https://s3.eu-de.cloud-object-storage.appdomain.cloud`,
  ],
  [
    'Yandex',
    'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied. https://storage.yandexcloud.net/demo',
  ],
  [
    'Scaleway',
    '<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><BucketName>demo</BucketName><HostId>demo.s3.fr-par.scw.cloud</HostId></Error>',
  ],
  [
    'Alibaba',
    `<Error>\n  <Code>AccessDenied</Code>\n  <Message>You have no right to access this object because of bucket acl.</Message>\n  <RequestId>5F2B1C9E7A104A7C</RequestId>\n  <HostId>demo.oss-cn-hangzhou.aliyuncs.com</HostId>\n</Error>`,
  ],
  ['Alibaba, ossutil', 'Error Code: AccessDenied.\nThe bucket you access does not belong to you.'],
  [
    'Alibaba, RAM',
    "User not authorized to operate on the specified resource, or this API doesn't support RAM.\nErrorCode: Forbidden.RAM",
  ],
  [
    'Huawei',
    `{"error_code":"APIGW.0302","error_msg":"The user is not authorized to perform: obs:bucket:ListBucket (myhuaweicloud.com)"}`,
  ],
  [
    'Tencent',
    'TencentCloudSDKException code:UnauthorizedOperation message:you are not authorized to perform operation (cvm:DescribeInstances) resource (qcs::cvm:ap-guangzhou:uin/100000000001:instance/*) has no permission requestId:5f2b1c9e',
  ],
  [
    'Google, service account',
    'Error 403: deploy@acme.iam.gserviceaccount.com does not have storage.objects.get access to the Google Cloud Storage object., forbidden',
  ],
  [
    'Google, API',
    'googleapi: Error 403: Required "compute.instances.create" permission for "projects/acme/zones/europe-west1-b/instances/a", forbidden',
  ],
  ['Google, Firestore', 'FirebaseError: Missing or insufficient permissions.'],
  [
    'Google, XML',
    `<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>Anonymous caller does not have storage.objects.get access to the Google Cloud Storage object.</Details></Error>`,
  ],
  [
    'Azure, storage',
    '<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthorizationPermissionMismatch</Code><Message>This request is not authorized to perform this operation using this permission.\nRequestId:5f2b1c9e-701e-0001-0002-000000000000</Message></Error>',
  ],
  [
    'Azure, firewall of storage',
    'AuthorizationFailure: This request is not authorized to perform this operation.\nRequestId:5f2b1c9e-701e-0001-0002-000000000000 https://demo.blob.core.windows.net/',
  ],
  [
    'Azure, key vault',
    "(Forbidden) The user, group or application 'appid=0000;oid=0000;iss=https://sts.windows.net/0000/' does not have secrets get permission on key vault 'demo;location=westeurope'.",
  ],
  ['Azure DevOps', "TF401027: You need the Git 'GenericContribute' permission to perform this action."],
  [
    'Graph',
    '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}',
  ],
  ['Cloudflare API', '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}'],
  [
    'Cloudflare page',
    '<title>Attention Required! | Cloudflare</title>Sorry, you have been blocked\nYou are unable to access example.com\nCloudflare Ray ID: 0123456789abcdef',
  ],
  [
    'nginx',
    '<html>\n<head><title>403 Forbidden</title></head>\n<body>\n<center><h1>403 Forbidden</h1></center>\n<hr><center>nginx/1.25.3</center>\n</body>\n</html>',
  ],
  [
    'Apache',
    "Forbidden\nYou don't have permission to access /wp-admin on this server.\nApache/2.4.52 (Ubuntu) Server at example.com Port 443",
  ],
  [
    'Apache, newer',
    "Forbidden\n\nYou don't have permission to access this resource.\n\nApache/2.4.58 (Ubuntu) Server at example.com Port 80",
  ],
  ['IIS', 'HTTP Error 403.14 - Forbidden\nThe Web server is configured to not list the contents of this directory.'],
  [
    'CloudFront, WAF',
    '<H1>403 ERROR</H1>\n<H2>The request could not be satisfied.</H2>\nRequest blocked.\nGenerated by cloudfront (CloudFront)\nRequest ID: abc==',
  ],
  [
    'load balancer',
    '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n<!-- awselb/2.0 -->',
  ],
  [
    'Akamai',
    'Access Denied\nYou don\'t have permission to access "http://www.example.com/" on this server.\nReference #18.0123456.1700000000.abcdef',
  ],
  [
    'Kubernetes, secrets',
    'secrets is forbidden: User "system:serviceaccount:default:app" cannot get resource "secrets" in API group "" in the namespace "prod"',
  ],
  [
    'Kubernetes, deny by webhook',
    'admission webhook "validation.gatekeeper.sh" denied the request: [container-must-have-limits] container <app> has no resource limits',
  ],
  [
    'Kubernetes, quota',
    'pods "app" is forbidden: exceeded quota: compute, requested: cpu=2, used: cpu=8, limited: cpu=8',
  ],
  [
    'Helm',
    'Error: INSTALLATION FAILED: clusterroles.rbac.authorization.k8s.io is forbidden: User "mateo" cannot create resource "clusterroles" in API group "rbac.authorization.k8s.io" at the cluster scope',
  ],
  ['kubeconfig', 'error: exec plugin: invalid apiVersion "client.authentication.k8s.io/v1alpha1"'],
  ['MySQL', "ERROR 1045 (28000): Access denied for user 'app'@'10.0.1.5' (using password: YES)"],
  ['MySQL, database', "Access denied for user 'app'@'%' to database 'orders'"],
  [
    'MySQL, super',
    'ERROR 1227 (42000): Access denied; you need (at least one of) the SUPER privilege(s) for this operation',
  ],
  ['Postgres', 'FATAL:  password authentication failed for user "app"'],
  [
    'Postgres, extension',
    'ERROR: permission denied to create extension "pg_stat_statements"\nHINT: Must be superuser to create this extension.',
  ],
  ['Postgres, hba', 'FATAL: no pg_hba.conf entry for host "10.0.1.5", user "app", database "orders", no encryption'],
  ['SQL Server', "The SELECT permission was denied on the object 'Orders', database 'acme', schema 'dbo'."],
  ['SQL Server, login', "Login failed for user 'app'. Reason: Password did not match that for the login provided."],
  ['Oracle database', 'ORA-01031: insufficient privileges'],
  ['MongoDB', 'MongoServerError: not authorized on admin to execute command { listDatabases: 1 }'],
  ['Redis', "NOPERM this user has no permissions to run the 'set' command"],
  ['Redis, auth', 'WRONGPASS invalid username-password pair or user is disabled.'],
  ['Snowflake', "003001 (42501): SQL access control error:\nInsufficient privileges to operate on schema 'PUBLIC'"],
  ['BigQuery', 'Access Denied: Project acme: User does not have bigquery.jobs.create permission in project acme.'],
  [
    'Elasticsearch',
    '{"error":{"root_cause":[{"type":"security_exception","reason":"action [indices:admin/create] is unauthorized for user [app]"}]},"status":403}',
  ],
  ['Kafka', 'org.apache.kafka.common.errors.GroupAuthorizationException: Not authorized to access group: orders'],
  ['Linux', 'bash: ./deploy.sh: Permission denied'],
  ['Linux, mkdir', "mkdir: cannot create directory '/var/app': Permission denied"],
  ['Node, EACCES', "Error: EACCES: permission denied, mkdir '/usr/local/lib/node_modules'"],
  ['Python', "PermissionError: [Errno 13] Permission denied: '/var/log/app.log'"],
  ['Go', 'open /etc/shadow: permission denied'],
  ['Windows', 'Access is denied.\nUnable to remove file C:\\app\\x.dll'],
  ['Windows, .NET', "System.UnauthorizedAccessException: Access to the path 'C:\\inetpub\\wwwroot' is denied."],
  [
    'Docker socket',
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
  ],
  ['Docker Hub', 'denied: requested access to the resource is denied'],
  ['GHCR', 'denied: permission_denied: write_package'],
  ['ssh', 'ec2-user@203.0.113.10: Permission denied (publickey,gssapi-keyex,gssapi-with-mic).'],
  ['git over ssh', 'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.'],
  [
    'git over https',
    "remote: HTTP Basic: Access denied. The provided password or token is incorrect\nfatal: Authentication failed for 'https://gitlab.example.com/acme/app.git/'",
  ],
  [
    'GitHub API',
    '{"message":"Resource not accessible by integration","documentation_url":"https://docs.github.com/rest"}',
  ],
  [
    'npm',
    'npm ERR! code E403\nnpm ERR! 403 403 Forbidden - PUT https://registry.npmjs.org/app - You do not have permission to publish "app".',
  ],
  [
    'PyPI',
    "HTTPError: 403 Forbidden from https://upload.pypi.org/legacy/\nThe user 'mateo' isn't allowed to upload to project 'app'.",
  ],
  [
    'Maven',
    'Failed to deploy artifacts: Could not transfer artifact from/to releases (https://nexus.example.com): authorization failed for https://nexus.example.com, status: 403 Forbidden',
  ],
  [
    'Vault',
    'Error making API request.\n\nURL: GET https://vault.example.com/v1/secret/data/app\nCode: 403. Errors:\n\n* 1 error occurred:\n\t* permission denied',
  ],
  [
    'Terraform Cloud',
    'Error: Forbidden\n\nThe Terraform Cloud token does not have access to organization "acme" (app.terraform.io)',
  ],
  ['Stripe', '{"error":{"message":"Invalid API Key provided: sk_test_****","type":"invalid_request_error"}}'],
  ['Slack', '{"ok":false,"error":"not_authed"}'],
  ['Salesforce', '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]'],
  ['Django', 'Forbidden (403)\nCSRF verification failed. Request aborted.'],
  ['Spring', '{"timestamp":"2024-05-05T10:00:00Z","status":403,"error":"Forbidden","path":"/api/orders"}'],
  [
    'throttled',
    'An error occurred (Throttling) when calling the ListRoles operation (reached max retries: 4): Rate exceeded',
  ],
  [
    'throttled, EC2',
    'Client.RequestLimitExceeded: Request limit exceeded. Account 111122223333 has been throttled on ec2:DescribeInstances',
  ],
  ['slow down', '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>'],
  [
    'provisioned throughput',
    'ProvisionedThroughputExceededException: The level of configured provisioned throughput for the table was exceeded.',
  ],
  [
    'quota',
    'An error occurred (LimitExceeded) when calling the CreateRole operation: Cannot exceed quota for RolesPerAccount: 1000',
  ],
  ['quota, EC2', 'VcpuLimitExceeded: You have requested more vCPU capacity than your current vCPU limit of 0 allows'],
  ['quota, EIP', 'AddressLimitExceeded: The maximum number of addresses has been reached.'],
  [
    'capacity',
    'InsufficientInstanceCapacity: We currently do not have sufficient t3.large capacity in the Availability Zone you requested',
  ],
  [
    'no such bucket',
    'An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist',
  ],
  [
    'no such key',
    '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>a.csv</Key></Error>',
  ],
  ['404 of HEAD', 'An error occurred (404) when calling the HeadObject operation: Not Found'],
  [
    'redirect',
    '<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint.</Message></Error>',
  ],
  ['no such entity', 'NoSuchEntity: The role with name app cannot be found.'],
  ['malformed', 'MalformedPolicyDocument: Has prohibited field Resource'],
  [
    'invalid principal',
    'An error occurred (MalformedPolicy) when calling the PutBucketPolicy operation: Invalid principal in policy',
  ],
  ['bucket exists', 'BucketAlreadyExists: The requested bucket name is not available.'],
  [
    'validation',
    'An error occurred (ValidationError) when calling the UpdateStack operation: No updates are to be performed.',
  ],
  [
    'capabilities',
    'An error occurred (InsufficientCapabilitiesException) when calling the CreateChangeSet operation: Requires capabilities : [CAPABILITY_NAMED_IAM]',
  ],
  ['lambda timeout', '2024-05-05T10:00:00Z 5f2b1c9e Task timed out after 3.00 seconds'],
  ['connection', 'Could not connect to the endpoint URL: "https://sts.eu-west-9.amazonaws.com/"'],
  ['SSL', 'SSL validation failed for https://s3.eu-west-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED]'],
  ['region', 'You must specify a region. You can also configure your region by running "aws configure".'],
  [
    'S3 delete',
    'An error occurred (BucketNotEmpty) when calling the DeleteBucket operation: The bucket you tried to delete is not empty',
  ],
  [
    'SES sandbox',
    'MessageRejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: mateo@example.com',
  ],
  ['Istio', 'RBAC: access denied'],
  ['OpenStack', "Policy doesn't allow os_compute_api:servers:create to be performed. (HTTP 403)"],
  ['Samba', 'NT_STATUS_ACCESS_DENIED listing \\*'],
  ['Google sign-in', 'Error 403: access_denied\nThe developer hasn’t given you access to this app.'],
  ['OAuth, in an address', 'error=access_denied&error_description=User+is+not+assigned+to+the+client+application.'],
  [
    'Consul',
    "Unexpected response code: 403 (Permission denied: token with AccessorID '00000000' lacks permission 'key:read')",
  ],
  [
    'Java, its own rules',
    'java.security.AccessControlException: access denied ("java.io.FilePermission" "/tmp/x" "read")',
  ],
  ['pip', 'ERROR: HTTP error 403 while getting https://nexus.example.com/simple/app'],
  ['apt', 'E: Failed to fetch http://archive.ubuntu.com/ubuntu/dists/jammy/InRelease  403  Forbidden'],
  [
    'Hadoop',
    'org.apache.hadoop.security.AccessControlException: Permission denied: user=root, access=WRITE, inode="/user":hdfs:supergroup:drwxr-xr-x',
  ],
  ['SELinux', 'avc:  denied  { read } for  pid=1234 comm="nginx" name="index.html"'],
  ['row-level security', 'new row violates row-level security policy for table "orders"'],
  ['RabbitMQ', 'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN.'],
  [
    'Argo CD',
    'rpc error: code = PermissionDenied desc = permission denied: applications, get, default/app, sub: mateo',
  ],
  ['vSphere', 'Permission to perform this operation was denied.'],
  [
    'CORS',
    "Access to XMLHttpRequest at 'https://acme.s3.amazonaws.com/a' from origin 'https://example.com' has been blocked by CORS policy",
  ],
  ['a protected branch', 'remote: error: GH006: Protected branch update failed for refs/heads/main.'],
  ['a lock of an object', "InvalidObjectState: The operation is not valid for the object's storage class"],
  ['bucket ACLs off', 'AccessControlListNotSupported: The bucket does not allow ACLs'],
  [
    'method',
    '<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed against this resource.</Message></Error>',
  ],
  [
    'a policy alone',
    '{"Version":"2012-10-17","Statement":[{"Sid":"DenyAll","Effect":"Deny","Action":"*","Resource":"*"}]}',
  ],
  ['a question', 'How do I give a role access to an S3 bucket in another account?'],
]
const credentials: readonly (readonly [name: string, text: string])[] = [
  [
    'expired',
    'An error occurred (ExpiredTokenException) when calling the AssumeRole operation: The security token included in the request is expired',
  ],
  [
    'expired, S3',
    'An error occurred (ExpiredToken) when calling the PutObject operation: The provided token has expired.',
  ],
  [
    'expired, EC2',
    'An error occurred (RequestExpired) when calling the DescribeInstances operation: Request has expired.',
  ],
  [
    'expired, Go v1',
    'ExpiredToken: The security token included in the request is expired\n\tstatus code: 403, request id: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11',
  ],
  [
    'expired, terraform',
    '│ Error: configuring Terraform AWS Provider: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11, api error ExpiredToken: The security token included in the request is expired',
  ],
  [
    'expired, web identity',
    'An error occurred (ExpiredTokenException) when calling the AssumeRoleWithWebIdentity operation: Token expired: current date/time 1700000000 must be before the expiration date/time 1690000000',
  ],
  [
    'invalid',
    'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
  ],
  [
    'invalid, terraform',
    '│ Error: configuring Terraform AWS Provider: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11, api error InvalidClientTokenId: The security token included in the request is invalid.',
  ],
  ['unknown client', 'UnrecognizedClientException: The security token included in the request is invalid.'],
  [
    'signature',
    'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
  ],
  [
    'signature, API Gateway',
    '{"message":"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."}',
  ],
  [
    'signature, clock',
    'InvalidSignatureException: Signature not yet current: 20240505T101500Z is still later than 20240505T101000Z',
  ],
  [
    'incomplete',
    '{"__type":"IncompleteSignature","message":"Authorization header requires \'Credential\' parameter. Authorization header requires \'Signature\' parameter."}',
  ],
  [
    'incomplete, without the code',
    "{\"message\":\"Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.\"}",
  ],
  [
    'missing token of EC2',
    'An error occurred (MissingAuthenticationToken) when calling the DescribeRegions operation: Request is missing Authentication Token',
  ],
  [
    'missing token, XML',
    '<MissingAuthenticationTokenException><Message>Missing Authentication Token</Message></MissingAuthenticationTokenException>',
  ],
  ['missing token, IAM', 'MissingAuthenticationToken: Request is missing Authentication Token'],
  [
    'key unknown to S3',
    '<Error><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our records.</Message><AWSAccessKeyId>X</AWSAccessKeyId></Error>',
  ],
  [
    'key needs a subscription',
    'An error occurred (OptInRequired) when calling the DescribeInstances operation: You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.',
  ],
  [
    'region not enabled',
    'An error occurred (AuthFailure) when calling the DescribeInstances operation: AWS was not able to validate the provided access credentials',
  ],
  [
    'STS region not enabled',
    'RegionDisabledException: STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
  ],
  ['not signed up', 'The AWS Access Key Id needs a subscription for the service'],
  ['none, boto', 'botocore.exceptions.NoCredentialsError: Unable to locate credentials'],
  ['none, CLI', 'Unable to locate credentials. You can configure credentials by running "aws configure".'],
  ['none, JS v3', 'CredentialsProviderError: Could not load credentials from any providers'],
  [
    'none, JS v2',
    'CredentialsError: Missing credentials in config, if using AWS_CONFIG_FILE, set AWS_SDK_LOAD_CONFIG=1',
  ],
  [
    'none, Go v1',
    'NoCredentialProviders: no valid providers in chain. Deprecated.\n\tFor verbose messaging see aws.Config.CredentialsChainVerboseErrors',
  ],
  ['none, Ruby', 'Aws::Errors::MissingCredentialsError: unable to sign request without credentials set'],
  [
    'none, PHP',
    'Aws\\Exception\\CredentialsException: Error retrieving credentials from the instance profile metadata service.',
  ],
  [
    'none, .NET',
    'Amazon.Runtime.AmazonClientException: No RegionEndpoint or ServiceURL configured; Unable to get IAM security credentials from EC2 Instance Metadata Service.',
  ],
  ['none, PowerShell', 'Get-S3Bucket : No credentials specified or obtained from persisted/shell defaults.'],
  [
    'none, Rust',
    'DispatchFailure(DispatchFailure { source: ConnectorError { kind: Other(None), source: CredentialsNotLoaded(CredentialsNotLoaded { source: "no providers in chain provided credentials" }) } })',
  ],
  ['profile', 'The config profile (prod) could not be found'],
  ['SSO', 'Error loading SSO Token: Token for https://acme.awsapps.com/start does not exist'],
  [
    'SSO, expired',
    'The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
  ],
  [
    'SSO, terraform',
    'failed to refresh cached credentials, refresh cached SSO token failed, unable to refresh SSO token, operation error SSO OIDC: CreateToken, https response error StatusCode: 400, InvalidGrantException: ',
  ],
  [
    'SSO, JS',
    'CredentialsProviderError: The SSO session associated with this profile is invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
  ],
  [
    'MFA code',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: MultiFactorAuthentication failed with invalid MFA one time pass code.',
  ],
  ['console, signed out', 'Your session has expired. Please sign in again.'],
  [
    'web identity key',
    "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
  ],
  ['cognito token', 'NotAuthorizedException: Invalid login token. Token expired: 1700000000 >= 1690000000'],
  [
    'GovCloud key',
    'An error occurred (InvalidToken) when calling the ListBuckets operation: The provided token is malformed or otherwise invalid.',
  ],
  ['ECR, basic auth', 'no basic auth credentials'],
  [
    'presigned',
    '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><Expires>2024-05-05T10:00:00Z</Expires></Error>',
  ],
]

export const seenOthers: Case[] = [
  ...others.map(([name, text]): Case => [name, text, other]),
  ...credentials.map(([name, text]): Case => [`credentials: ${name}`, text, credential]),
]
