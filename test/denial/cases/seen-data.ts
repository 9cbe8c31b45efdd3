import type { Case } from '../expected.ts'

/** What S3, Spark, Glue, Athena, Redshift, EMR, SageMaker and the consoles said in public threads, names and numbers replaced. */
const A = '111122223333'
const B = '444455556666'
const U = `arn:aws:iam::${A}:user/mateojackson`
const G = `arn:aws:sts::${A}:assumed-role/glue-etl/GlueJobRunnerSession`
const SSO = `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_Billing_0123456789abcdef/mateo@example.com`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const S3ID = '4KZAZ961HQGG0RSG'
const identity = { effect: 'implicit-deny', policyType: 'identity' } as const

export const seenData: Case[] = [
  [
    's3a, HEAD of Databricks',
    `Error : java.nio.file.AccessDeniedException: s3a://acme/in/a.csv: getFileStatus on s3a://acme/in/a.csv: com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden; request: HEAD https://acme.s3.us-east-2.amazonaws.com in/a.csv {} Hadoop 2.7.4, aws-sdk-java/1.11.655 Linux/5.4.0 com.amazonaws.services.s3.model.GetObjectMetadataRequest; Request ID: ${S3ID}, Extended Request ID: 4GjELy99=, Cloud Provider: AWS, Instance ID: i-0b21b7dc916ba6a31 (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden; Request ID: ${S3ID}; S3 Extended Request ID: 4GjELy99=), S3 Extended Request ID: 4GjELy99=:403 Forbidden\n\tat shaded.databricks.org.apache.hadoop.fs.s3a.S3AUtils.translateException(S3AUtils.java:248)`,
    { requestId: S3ID, open: ['actionDerived', 'resource'] },
  ],
  [
    's3a, no message',
    `py4j.protocol.Py4JJavaError: An error occurred while calling o74.csv.\n: java.nio.file.AccessDeniedException: s3a://acme/in/a.csv: getFileStatus on s3a://acme/in/a.csv: com.amazonaws.services.s3.model.AmazonS3Exception: \n\tat org.apache.hadoop.fs.s3a.S3AUtils.translateException(S3AUtils.java:230)`,
    { open: ['actionDerived', 'resource'] },
  ],
  [
    's3a, PUT with a caller',
    `java.nio.file.AccessDeniedException: s3a://acme/out/_temporary/0: PUT 0-byte object  on acme/out/_temporary/0: software.amazon.awssdk.services.s3.model.S3Exception: User: arn:aws:sts::${A}:assumed-role/EMR_EC2/i-0abcd1234efgh5678 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme/out/_temporary/0/" because no identity-based policy allows the s3:PutObject action (Service: S3, Status Code: 403, Request ID: ${S3ID}, Extended Request ID: abc=):AccessDenied`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/EMR_EC2/i-0abcd1234efgh5678`,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::acme/out/_temporary/0/',
      requestId: S3ID,
      ...identity,
    },
  ],
  [
    's3a, no credentials',
    'java.nio.file.AccessDeniedException: acme: org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException: No AWS Credentials provided by TemporaryAWSCredentialsProvider SimpleAWSCredentialsProvider EnvironmentVariableCredentialsProvider IAMInstanceCredentialsProvider : com.amazonaws.SdkClientException: Unable to load AWS credentials from environment variables (AWS_ACCESS_KEY_ID (or AWS_ACCESS_KEY) and AWS_SECRET_KEY (or AWS_SECRET_ACCESS_KEY))',
    { kind: 'credential-problem' },
  ],
  [
    's3 presigned URL, expired',
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>300</X-Amz-Expires><Expires>2024-05-05T10:05:00Z</Expires><ServerTime>2024-05-05T11:00:00Z</ServerTime><RequestId>4KZAZ961HQGG0RSG</RequestId><HostId>abc=</HostId></Error>',
    { kind: 'credential-problem', requestId: S3ID },
  ],
  [
    's3 as a browser shows it',
    `This XML file does not appear to have any style information associated with it. The document tree is shown below.\n<Error>\n<Code>AccessDenied</Code>\n<Message>Access Denied</Message>\n<RequestId>${S3ID}</RequestId>\n<HostId>abc=</HostId>\n</Error>`,
    { requestId: S3ID },
  ],
  [
    's3 website error page',
    `403 Forbidden\n\n    Code: AccessDenied\n    Message: Access Denied\n    RequestId: ${S3ID}\n    HostId: abc=\n\nAn Error Occurred While Attempting to Retrieve a Custom Error Document`,
    { requestId: S3ID },
  ],
  [
    's3, all access disabled',
    `<Error><Code>AllAccessDisabled</Code><Message>All access to this object has been disabled</Message><RequestId>${S3ID}</RequestId></Error>`,
    { requestId: S3ID },
  ],
  [
    's3, anonymous HEAD with curl',
    `< HTTP/1.1 403 Forbidden\n< x-amz-bucket-region: eu-west-1\n< x-amz-request-id: ${S3ID}\n< x-amz-id-2: abc=\n< Content-Type: application/xml\n< Server: AmazonS3`,
    { requestId: S3ID },
  ],
  [
    's3 sync, several keys',
    `upload failed: ./a.html to s3://acme/a.html An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\nupload failed: ./b.html to s3://acme/b.html An error occurred (AccessDenied) when calling the PutObject operation: Access Denied`,
    { actionDerived: 's3:PutObject' },
  ],
  [
    's3 cp, download',
    `download failed: s3://acme/in/a.csv to ./a.csv An error occurred (AccessDenied) when calling the GetObject operation: User: ${U} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:${B}:key/${ID} because no resource-based policy allows the kms:Decrypt action`,
    {
      principal: U,
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${B}:key/${ID}`,
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    's3 rm, bucket of an outpost',
    `fatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: User: ${U} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::acme" because no VPC endpoint policy allows the s3:ListBucket action`,
    {
      principal: U,
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::acme',
      effect: 'implicit-deny',
      policyType: 'vpc-endpoint',
    },
  ],
  [
    's3, explicit deny of a VPC endpoint',
    `An error occurred (AccessDenied) when calling the GetObject operation: User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme/k" with an explicit deny in a VPC endpoint policy`,
    {
      principal: U,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::acme/k',
      effect: 'explicit-deny',
      policyType: 'vpc-endpoint',
    },
  ],
  [
    's3, encryption demanded',
    `An error occurred (AccessDenied) when calling the PutObject operation: User: ${U} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme/k" because this bucket has a policy that blocks uploads`,
    { principal: U, action: 's3:PutObject', resource: 'arn:aws:s3:::acme/k' },
  ],
  [
    's3, key with blanks and brackets in quotes',
    `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme/My Docs (2024)/plan [v1].pdf" because no identity-based policy allows the s3:GetObject action`,
    {
      principal: U,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::acme/My Docs (2024)/plan [v1].pdf',
      ...identity,
    },
  ],
  [
    's3, key with an apostrophe',
    `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme/mateo's plan.pdf" because no identity-based policy allows the s3:GetObject action`,
    { principal: U, action: 's3:GetObject', resource: "arn:aws:s3:::acme/mateo's plan.pdf", ...identity },
  ],
  [
    's3 access point',
    `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:eu-west-1:${A}:accesspoint/reports/object/2024/a.csv" because no resource-based policy allows the s3:GetObject action`,
    {
      principal: U,
      action: 's3:GetObject',
      resource: `arn:aws:s3:eu-west-1:${A}:accesspoint/reports/object/2024/a.csv`,
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    's3 express',
    `An error occurred (AccessDenied) when calling the CreateSession operation: User: ${U} is not authorized to perform: s3express:CreateSession on resource: arn:aws:s3express:us-east-1:${A}:bucket/acme--use1-az4--x-s3 because no identity-based policy allows the s3express:CreateSession action`,
    {
      principal: U,
      action: 's3express:CreateSession',
      resource: `arn:aws:s3express:us-east-1:${A}:bucket/acme--use1-az4--x-s3`,
      ...identity,
    },
  ],
  [
    's3 RCP',
    `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme/k" with an explicit deny in a resource control policy: arn:aws:organizations::${B}:policy/o-exampleorgid/resource_control_policy/p-examplepolicy`,
    {
      principal: U,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::acme/k',
      effect: 'explicit-deny',
      policyType: 'rcp',
      policyArn: `arn:aws:organizations::${B}:policy/o-exampleorgid/resource_control_policy/p-examplepolicy`,
    },
  ],
  [
    'Databricks, external location',
    `[UNAUTHORIZED_ACCESS] Unauthorized access:\nAWSSecurityTokenServiceException: User: arn:aws:sts::${B}:assumed-role/unity-catalog-prod-UCMasterRole/nephos-unity is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${A}:role/uc-access (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: ${ID}; Proxy: null)`,
    {
      principal: `arn:aws:sts::${B}:assumed-role/unity-catalog-prod-UCMasterRole/nephos-unity`,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${A}:role/uc-access`,
      requestId: ID,
    },
  ],
  [
    'Snowflake stage on S3',
    `Failure using stage area. Cause: [Access Denied (Status Code: 403; Error Code: AccessDenied)]`,
    {},
  ],
  [
    'Snowflake cannot assume the role',
    `Error assuming AWS_ROLE:\nUser: arn:aws:iam::${B}:user/abcd1234-s is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${A}:role/snowflake`,
    {
      principal: `arn:aws:iam::${B}:user/abcd1234-s`,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${A}:role/snowflake`,
    },
  ],
  [
    'Snowflake, its own grants',
    "SQL access control error: Insufficient privileges to operate on table 'ORDERS'",
    { kind: 'not-authorization' },
  ],
  [
    'Redshift, COPY cannot take the role',
    `ERROR: User arn:aws:redshift:eu-west-1:${A}:dbuser:demo/mateojackson is not authorized to assume IAM Role arn:aws:iam::${A}:role/redshift-copy\n  Detail: \n  -----------------------------------------------\n  error:  User arn:aws:redshift:eu-west-1:${A}:dbuser:demo/mateojackson is not authorized to assume IAM Role arn:aws:iam::${A}:role/redshift-copy\n  code:      8001\n  context:   IAM Role=arn:aws:iam::${A}:role/redshift-copy\n  query:     12345`,
    {
      principal: `arn:aws:redshift:eu-west-1:${A}:dbuser:demo/mateojackson`,
      resource: `arn:aws:iam::${A}:role/redshift-copy`,
      actionDerived: 'sts:AssumeRole',
      open: ['principalType', 'accountId', 'actionDerived', 'resource'],
    },
  ],
  [
    'Redshift Serverless, credentials of a role',
    `ERROR: Not authorized to get credentials of role arn:aws:iam::${A}:role/redshift-copy\n  Detail: \n  error:  Not authorized to get credentials of role arn:aws:iam::${A}:role/redshift-copy\n  code:      30000`,
    { open: ['resource', 'actionDerived'] },
  ],
  [
    'Redshift Spectrum',
    `ERROR: S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid ${S3ID},ExtRid abc=,CanRetry 1\n  Detail: \n  error:  S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid ${S3ID},ExtRid abc=,CanRetry 1\n  code:      8001\n  context:   Failed to list key=in/ bucket=acme`,
    { open: ['requestId'] },
  ],
  [
    'Redshift, its own grants',
    'ERROR: permission denied for relation orders [SQL State=42501]',
    { kind: 'not-authorization' },
  ],
  ['Athena, permissions', 'Error running query: Insufficient permissions to execute the query.', {}],
  [
    'Athena, output bucket',
    'pyathena.error.DatabaseError: An error occurred (InvalidRequestException) when calling the StartQueryExecution operation: Unable to verify/create output bucket acme-results',
    { actionDerived: 'athena:StartQueryExecution', resource: 'acme-results', open: ['actionDerived'] },
  ],
  [
    'Athena, output bucket with the code of the service',
    '  http.response.body=\n  | {"__type":"InvalidRequestException","AthenaErrorCode":"INSUFFICIENT_PERMISSIONS","ErrorCode":"INSUFFICIENT_PERMISSIONS","Message":"Unable to verify/create output bucket acme-results"}',
    { actionDerived: 's3:GetBucketLocation', resource: 'acme-results' },
  ],
  [
    'Athena, Glue catalog',
    `An error occurred (AccessDeniedException) when calling the StartQueryExecution operation: You are not authorized to perform: athena:StartQueryExecution on the resource. After your AWS administrator or you have updated your permissions, please try again.`,
    { action: 'athena:StartQueryExecution' },
  ],
  [
    'Athena, PERMISSION_DENIED',
    `PERMISSION_DENIED: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: ${S3ID}; S3 Extended Request ID: abc=; Proxy: null)`,
    { requestId: S3ID },
  ],
  [
    'Athena, glue:GetDatabase',
    `FAILED: SemanticException com.amazonaws.services.glue.model.AccessDeniedException: User: ${U} is not authorized to perform: glue:GetDatabase on resource: arn:aws:glue:eu-west-1:${A}:database/default because no identity-based policy allows the glue:GetDatabase action (Service: AWSGlue; Status Code: 400; Error Code: AccessDeniedException; Request ID: ${ID}; Proxy: null)`,
    {
      principal: U,
      action: 'glue:GetDatabase',
      resource: `arn:aws:glue:eu-west-1:${A}:database/default`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'Lake Formation, select',
    `Insufficient Lake Formation permission(s): Required Select on orders (Service: AmazonDataCatalog; Status Code: 400; Error Code: AccessDeniedException; Request ID: ${ID}; Proxy: null)`,
    { resource: 'orders', requestId: ID },
  ],
  [
    'Lake Formation, several permissions',
    'com.amazonaws.services.glue.model.AccessDeniedException: Insufficient Lake Formation permission(s): Required Create Table on sales_db',
    { resource: 'sales_db' },
  ],
  [
    'Glue, launch error',
    `Exception in thread "main" com.amazonaws.services.glue.model.AccessDeniedException: User: ${G} is not authorized to perform: glue:GetConnection on resource: arn:aws:glue:eu-west-1:${A}:catalog because no identity-based policy allows the glue:GetConnection action`,
    { principal: G, action: 'glue:GetConnection', resource: `arn:aws:glue:eu-west-1:${A}:catalog`, ...identity },
  ],
  [
    'Glue, crawler',
    `The following crawler failed to create: "sales". Here is the most recent error message: Service is unable to assume provided role. Please verify role's TrustPolicy`,
    { actionDerived: 'sts:AssumeRole' },
  ],
  ['EMR, bootstrap', `The given SSH key name was invalid`, { kind: 'not-authorization' }],
  [
    'EMR, service role',
    `Terminated with errors: Service role arn:aws:iam::${A}:role/EMR_DefaultRole has insufficient EC2 permissions. EC2 Message: You are not authorized to perform this operation. Encoded authorization failure message: 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0`,
    { kind: 'encoded-authorization-failure', encoded: true },
  ],
  [
    'EMR, pass role',
    `An error occurred (AccessDeniedException) when calling the RunJobFlow operation: User: ${U} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${A}:role/EMR_DefaultRole because no identity-based policy allows the iam:PassRole action`,
    { principal: U, action: 'iam:PassRole', resource: `arn:aws:iam::${A}:role/EMR_DefaultRole`, ...identity },
  ],
  [
    'SageMaker, explicit deny of a starter account',
    `ClientError: An error occurred (AccessDeniedException) when calling the CreateTrainingJob operation: User: arn:aws:sts::${A}:assumed-role/NotebookRole/SageMaker is not authorized to perform: sagemaker:CreateTrainingJob on resource: arn:aws:sagemaker:us-east-1:${A}:training-job/knn-2021-04-20-19-44-27-275 with an explicit deny`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/NotebookRole/SageMaker`,
      action: 'sagemaker:CreateTrainingJob',
      resource: `arn:aws:sagemaker:us-east-1:${A}:training-job/knn-2021-04-20-19-44-27-275`,
      effect: 'explicit-deny',
    },
  ],
  [
    'SageMaker, unable to assume',
    `ValueError: Error training job: Failed Reason: ClientError: SageMaker was unable to assume the role 'arn:aws:iam::${A}:role/SageMakerRole'`,
    { actionDerived: 'sts:AssumeRole', resource: `arn:aws:iam::${A}:role/SageMakerRole` },
  ],
  [
    'SageMaker, model data',
    `An error occurred (ValidationException) when calling the CreateModel operation: Could not access model data at s3://acme/model.tar.gz. Please ensure that the role "arn:aws:iam::${A}:role/sm" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in eu-west-1.`,
    { open: ['resource', 'actionDerived', 'kind'] },
  ],
  [
    'SageMaker, endpoint tag condition',
    `User: ${U} is not authorized to perform: sagemaker:AddTags on resource: arn:aws:sagemaker:eu-west-1:${A}:endpoint-config/x because no identity-based policy allows the sagemaker:AddTags action`,
    {
      principal: U,
      action: 'sagemaker:AddTags',
      resource: `arn:aws:sagemaker:eu-west-1:${A}:endpoint-config/x`,
      ...identity,
    },
  ],
  [
    'Kinesis Firehose',
    `"errorCode":"S3.AccessDenied","errorMessage":"Access was denied. Ensure that the trust policy for the provided IAM role allows Firehose to assume the role, and the access policy allows access to the S3 bucket."`,
    {},
  ],
  [
    'DMS',
    `SYSTEM ERROR MESSAGE:Cannot access Secret Manager ARN arn:aws:secretsmanager:eu-west-1:${A}:secret:db. Access denied for role arn:aws:iam::${A}:role/dms`,
    { open: ['resource', 'principal', 'principalType', 'accountId'] },
  ],
  ['DataSync', `Input/output error: Access Denied (403) s3:ListBucket`, { open: ['action'] }],
  [
    'OpenSearch, dashboard',
    `{"Message":"User: anonymous is not authorized to perform: es:ESHttpPost because no resource-based policy allows the es:ESHttpPost action"}`,
    {
      principal: 'anonymous',
      action: 'es:ESHttpPost',
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    'OpenSearch, fine-grained access',
    `{"error":{"root_cause":[{"type":"security_exception","reason":"no permissions for [indices:data/write/bulk] and User [name=arn:aws:iam::${A}:role/app, backend_roles=[arn:aws:iam::${A}:role/app], requestedTenant=null]"}],"type":"security_exception"},"status":403}`,
    { open: ['kind', 'principal', 'principalType', 'accountId'] },
  ],
  [
    'OpenSearch Serverless',
    `opensearchpy.exceptions.AuthorizationException: AuthorizationException(403, 'Forbidden')`,
    { open: ['kind'] },
  ],
  [
    'OpenSearch Serverless, API',
    `An error occurred (AccessDeniedException) when calling the CreateCollection operation: User: ${U} is not authorized to perform: aoss:CreateCollection on resource: arn:aws:aoss:eu-west-1:${A}:collection/* because no identity-based policy allows the aoss:CreateCollection action`,
    {
      principal: U,
      action: 'aoss:CreateCollection',
      resource: `arn:aws:aoss:eu-west-1:${A}:collection/*`,
      ...identity,
    },
  ],
  [
    'DAX',
    `AccessDeniedException: User: ${U} is not authorized to perform: dax:GetItem on resource: arn:aws:dax:eu-west-1:${A}:cache/demo`,
    { principal: U, action: 'dax:GetItem', resource: `arn:aws:dax:eu-west-1:${A}:cache/demo` },
  ],
  [
    'MSK with IAM',
    `org.apache.kafka.common.errors.SaslAuthenticationException: [${ID}]: Access denied`,
    { actionDerived: 'kafka-cluster:Connect', open: ['requestId'] },
  ],
  [
    'QuickSight',
    `An error occurred (AccessDeniedException) when calling the ListUsers operation: User: ${U} is not authorized to perform: quicksight:ListUsers on resource: arn:aws:quicksight:us-east-1:${A}:user/default/*`,
    { principal: U, action: 'quicksight:ListUsers', resource: `arn:aws:quicksight:us-east-1:${A}:user/default/*` },
  ],
  // --- billing and consoles
  [
    'Cost Explorer, CLI',
    `An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User: ${U} is not authorized to perform: ce:GetCostAndUsage on resource: arn:aws:ce:us-east-1:${A}:/GetCostAndUsage because no identity-based policy allows the ce:GetCostAndUsage action`,
    {
      principal: U,
      action: 'ce:GetCostAndUsage',
      resource: `arn:aws:ce:us-east-1:${A}:/GetCostAndUsage`,
      ...identity,
    },
  ],
  [
    'Cost Explorer, linked account',
    `An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User not enabled for cost explorer access`,
    { actionDerived: 'ce:GetCostAndUsage' },
  ],
  [
    'Billing console, labels with the service',
    `Access denied\nYou don't have permission to billing:GetBillingData. To request access, copy the following text and send it to your AWS administrator. Learn more about troubleshooting access denied errors.\nUser: ${SSO}\nService: billing\nAction: GetBillingData\nContext: no identity-based policy allows the billing:GetBillingData action`,
    { principal: SSO, action: 'billing:GetBillingData', ...identity },
  ],
  [
    'Billing console, action with the service',
    `You don't have permission to ce:GetCostAndUsage. To request access, copy the following text and send it to your AWS administrator.\n\nUser: ${SSO}\nAction: ce:GetCostAndUsage\nOn resource(s): arn:aws:ce:us-east-1:${A}:/GetCostAndUsage\nContext: a service control policy explicitly denies the action`,
    {
      principal: SSO,
      action: 'ce:GetCostAndUsage',
      resource: `arn:aws:ce:us-east-1:${A}:/GetCostAndUsage`,
      effect: 'explicit-deny',
      policyType: 'scp',
    },
  ],
  [
    'Billing console, glued together',
    `User: ${U}Service: budgetsAction: ViewBudgetOn resource(s): arn:aws:budgets::${A}:budget/*Context: no identity-based policy allows the budgets:ViewBudget action`,
    { principal: U, action: 'budgets:ViewBudget', resource: `arn:aws:budgets::${A}:budget/*`, ...identity },
  ],
  [
    'Billing console, label and value on lines of their own',
    `User:\n${U}\nService:\nbudgets\nAction:\nViewBudget\nOn resource(s):\narn:aws:budgets::${A}:budget/*\nContext:\nno identity-based policy allows the budgets:ViewBudget action`,
    { principal: U, action: 'budgets:ViewBudget', resource: `arn:aws:budgets::${A}:budget/*`, ...identity },
  ],
  [
    'Billing console, a bulleted list',
    `- User: ${U}\n- Service: budgets\n- Action: ViewBudget\n- On resource(s): arn:aws:budgets::${A}:budget/*\n- Context: no identity-based policy allows the budgets:ViewBudget action`,
    { principal: U, action: 'budgets:ViewBudget', resource: `arn:aws:budgets::${A}:budget/*`, ...identity },
  ],
  [
    'Billing console, Markdown bold labels',
    `**User:** ${U}\n**Action:** budgets:ViewBudget\n**On resource(s):** arn:aws:budgets::${A}:budget/*\n**Context:** no identity-based policy allows the budgets:ViewBudget action`,
    { principal: U, action: 'budgets:ViewBudget', resource: `arn:aws:budgets::${A}:budget/*`, ...identity },
  ],
  [
    'Budgets',
    `An error occurred (AccessDeniedException) when calling the DescribeBudgets operation: User: ${U} is not authorized to perform: budgets:ViewBudget on resource: arn:aws:budgets::${A}:budget/* because no identity-based policy allows the budgets:ViewBudget action`,
    { principal: U, action: 'budgets:ViewBudget', resource: `arn:aws:budgets::${A}:budget/*`, ...identity },
  ],
  [
    'Budgets, name with blanks',
    `User: ${U} is not authorized to perform: budgets:ModifyBudget on resource: arn:aws:budgets::${A}:budget/My Monthly Budget because no identity-based policy allows the budgets:ModifyBudget action`,
    {
      principal: U,
      action: 'budgets:ModifyBudget',
      resource: `arn:aws:budgets::${A}:budget/My Monthly Budget`,
      ...identity,
    },
  ],
  [
    'Payments console',
    `You need permissions\nYou don't have permission to access billing information for this account. Contact your AWS administrator if you need help.`,
    {},
  ],
  [
    'Support console',
    `User: ${U} is not authorized to perform: support:CreateCase`,
    { principal: U, action: 'support:CreateCase' },
  ],
  [
    'EC2 console',
    `Launch failed. You are not authorized to perform this operation. User: ${SSO} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:${A}:instance/* with an explicit deny in a permissions boundary: arn:aws:iam::${A}:policy/Boundary. Encoded authorization failure message: 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0`,
    {
      kind: 'encoded-authorization-failure',
      principal: SSO,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:eu-west-1:${A}:instance/*`,
      effect: 'explicit-deny',
      policyType: 'permissions-boundary',
      policyArn: `arn:aws:iam::${A}:policy/Boundary`,
      encoded: true,
    },
  ],
  [
    'Lambda console',
    `User: ${U} is not authorized to perform: lambda:ListFunctions on resource: * because no identity-based policy allows the lambda:ListFunctions action`,
    { principal: U, action: 'lambda:ListFunctions', resource: '*', ...identity },
  ],
  [
    'CloudShell',
    `Unable to start the environment. To retry, refresh the browser or restart by selecting Actions, Restart AWS CloudShell. User: ${U} is not authorized to perform: cloudshell:CreateEnvironment on resource: arn:aws:cloudshell:eu-west-1:${A}:* because no identity-based policy allows the cloudshell:CreateEnvironment action`,
    {
      principal: U,
      action: 'cloudshell:CreateEnvironment',
      resource: `arn:aws:cloudshell:eu-west-1:${A}:*`,
      ...identity,
    },
  ],
  [
    'switch role in the console',
    'Invalid information in one or more fields. Check your information or contact your administrator.',
    { actionDerived: 'sts:AssumeRole' },
  ],
  ['Identity Center, portal', `ForbiddenException: No access`, {}],
  [
    'Identity Center, CLI',
    'An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access',
    { open: ['actionDerived'] },
  ],
  [
    'Identity Center, session over',
    'Error when retrieving token from sso: Token has expired and refresh failed',
    { kind: 'credential-problem' },
  ],
  [
    'Control Tower',
    `AWS Control Tower cannot perform the operation: AWS Control Tower is not authorized to perform the operation: User: arn:aws:sts::${A}:assumed-role/AWSControlTowerExecution/x is not authorized to perform: config:PutConfigurationRecorder with an explicit deny in a service control policy`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/AWSControlTowerExecution/x`,
      action: 'config:PutConfigurationRecorder',
      effect: 'explicit-deny',
      policyType: 'scp',
    },
  ],
  [
    'root in a member account, SCP',
    `User: arn:aws:iam::${A}:root is not authorized to perform: s3:DeleteBucket on resource: "arn:aws:s3:::acme" with an explicit deny in a service control policy`,
    {
      principal: `arn:aws:iam::${A}:root`,
      action: 's3:DeleteBucket',
      resource: 'arn:aws:s3:::acme',
      effect: 'explicit-deny',
      policyType: 'scp',
    },
  ],
  [
    'service-linked role',
    'An error occurred (InvalidParameterException) when calling the CreateService operation: Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    { open: ['actionDerived', 'kind'] },
  ],
  [
    'IAM, entity already exists isn’t a denial',
    'An error occurred (EntityAlreadyExists) when calling the CreateRole operation: Role with name app already exists.',
    { kind: 'not-authorization' },
  ],
  [
    'IAM, malformed policy isn’t a denial',
    'An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation: Syntax errors in policy.',
    { kind: 'not-authorization' },
  ],
]
