/**
 * Operations whose IAM action has another name.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const renamed: ReadonlyMap<string, string> = new Map([
  ['s3:headobject', 's3:GetObject'],
  ['s3:headbucket', 's3:ListBucket'],
  ['s3:listobjects', 's3:ListBucket'],
  ['s3:listobjectsv2', 's3:ListBucket'],
  ['s3:listobjectversions', 's3:ListBucketVersions'],
  ['s3:listbuckets', 's3:ListAllMyBuckets'],
  ['s3:listmultipartuploads', 's3:ListBucketMultipartUploads'],
  ['s3:listparts', 's3:ListMultipartUploadParts'],
  ['s3:copyobject', 's3:PutObject'],
  ['s3:createmultipartupload', 's3:PutObject'],
  ['s3:uploadpart', 's3:PutObject'],
  ['s3:completemultipartupload', 's3:PutObject'],
  ['s3:deleteobjects', 's3:DeleteObject'],
  ['s3:selectobjectcontent', 's3:GetObject'],
  ['s3:getbucketencryption', 's3:GetEncryptionConfiguration'],
  ['s3:putbucketencryption', 's3:PutEncryptionConfiguration'],
  ['s3:getbucketlifecycleconfiguration', 's3:GetLifecycleConfiguration'],
  ['s3:putbucketlifecycleconfiguration', 's3:PutLifecycleConfiguration'],
  ['s3:getpublicaccessblock', 's3:GetBucketPublicAccessBlock'],
  ['s3:putpublicaccessblock', 's3:PutBucketPublicAccessBlock'],
  ['lambda:invoke', 'lambda:InvokeFunction'],
])

/** Which service an operation belongs to, where the message names the operation alone. Only names that leave no doubt. */
const services: Readonly<Record<string, string>> = {
  s3: 'HeadObject HeadBucket GetObject PutObject DeleteObject DeleteObjects CopyObject ListObjects ListObjectsV2 ListBuckets ListObjectVersions CreateBucket DeleteBucket PutObjectAcl GetBucketPolicy PutBucketPolicy GetBucketLocation CreateMultipartUpload UploadPart CompleteMultipartUpload GetBucketEncryption PutPublicAccessBlock GetPublicAccessBlock',
  ec2: 'RunInstances StartInstances StopInstances TerminateInstances RebootInstances DescribeInstances DescribeVpcs DescribeSubnets DescribeImages DescribeVolumes DescribeSnapshots DescribeSecurityGroups DescribeRegions DescribeAvailabilityZones DescribeKeyPairs DescribeRouteTables DescribeNetworkInterfaces DescribeInternetGateways DescribeNatGateways DescribeAddresses CreateVpc CreateSubnet CreateSecurityGroup CreateVolume CreateSnapshot CreateNetworkInterface DeleteNetworkInterface AuthorizeSecurityGroupIngress AllocateAddress',
  iam: 'CreateRole GetRole DeleteRole ListRoles AttachRolePolicy PutRolePolicy CreateUser GetUser ListUsers DeleteUser CreateAccessKey ListAccessKeys CreatePolicy GetPolicy ListPolicies CreateInstanceProfile PassRole CreateServiceLinkedRole CreateOpenIDConnectProvider UpdateAssumeRolePolicy',
  sts: 'AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML GetCallerIdentity GetFederationToken GetSessionToken DecodeAuthorizationMessage',
  lambda:
    'CreateFunction GetFunction UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction InvokeFunction ListFunctions GetFunctionConfiguration CreateEventSourceMapping PublishLayerVersion GetLayerVersion',
  kms: 'Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncrypt CreateKey DescribeKey CreateGrant ListAliases ListKeys',
  dynamodb:
    'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem CreateTable DescribeTable TransactWriteItems',
  sqs: 'SendMessage ReceiveMessage DeleteMessage GetQueueAttributes GetQueueUrl CreateQueue ListQueues',
  sns: 'Publish Subscribe CreateTopic ListTopics GetTopicAttributes',
  ssm: 'GetParameter GetParameters GetParametersByPath PutParameter StartSession SendCommand DescribeParameters',
  secretsmanager: 'GetSecretValue CreateSecret PutSecretValue DescribeSecret ListSecrets',
  ecr: 'GetAuthorizationToken BatchGetImage GetDownloadUrlForLayer InitiateLayerUpload DescribeRepositories CreateRepository PutImage BatchCheckLayerAvailability',
  logs: 'CreateLogGroup CreateLogStream PutLogEvents DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents',
  cloudformation: 'CreateStack UpdateStack DeleteStack DescribeStacks CreateChangeSet ExecuteChangeSet ListStacks',
  ce: 'GetCostAndUsage GetCostForecast GetDimensionValues GetReservationUtilization GetSavingsPlansUtilization GetRightsizingRecommendation GetAnomalies',
  budgets: 'ViewBudget ModifyBudget',
  organizations:
    'ListAccounts DescribeOrganization ListRoots ListOrganizationalUnitsForParent DescribePolicy ListPolicies CreateAccount',
  rds: 'CreateDBInstance DescribeDBInstances DeleteDBInstance ModifyDBInstance DescribeDBClusters',
  eks: 'DescribeCluster CreateCluster ListClusters DescribeNodegroup CreateNodegroup',
  ecs: 'RegisterTaskDefinition RunTask CreateService UpdateService DescribeServices DescribeTasks',
  route53: 'ListHostedZones ChangeResourceRecordSets ListResourceRecordSets GetHostedZone',
  ses: 'SendEmail SendRawEmail',
  bedrock: 'InvokeModel InvokeModelWithResponseStream Converse ListFoundationModels',
  athena: 'StartQueryExecution GetQueryExecution GetQueryResults',
  glue: 'GetTable GetTables GetDatabase GetDatabases GetPartitions StartJobRun',
  states: 'StartExecution DescribeExecution CreateStateMachine',
  cloudtrail: 'LookupEvents DescribeTrails GetTrailStatus',
  cloudwatch: 'PutMetricData GetMetricData GetMetricStatistics DescribeAlarms ListMetrics',
  autoscaling: 'DescribeAutoScalingGroups SetDesiredCapacity UpdateAutoScalingGroup',
}

const serviceOf: ReadonlyMap<string, string> = new Map(
  Object.entries(services).flatMap(([service, names]) =>
    names.split(' ').map((name) => [name.toLowerCase(), service] as const),
  ),
)

/** SDK names of services that differ from the prefix of their actions. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['monitoring', 'cloudwatch'],
  ['email', 'ses'],
  ['sesv2', 'ses'],
  ['sfn', 'states'],
  ['cloudwatchlogs', 'logs'],
  ['cloudwatch logs', 'logs'],
  ['cost explorer', 'ce'],
  ['costexplorer', 'ce'],
  ['secrets manager', 'secretsmanager'],
  ['route 53', 'route53'],
  ['bedrockruntime', 'bedrock'],
  ['bedrock runtime', 'bedrock'],
  ['elastic load balancing v2', 'elasticloadbalancing'],
  ['auto scaling', 'autoscaling'],
])

/** The IAM action behind an operation; `service` as an SDK or an event source names it, if known. Undefined where that would be a guess. */
export function actionOfOperation(operation: string, service: string | undefined): string | undefined {
  const named = service
    ?.toLowerCase()
    .replace(/\.amazonaws\.com(\.cn)?$/, '')
    .trim()
  const prefix = (named && (prefixes.get(named) ?? named)) || serviceOf.get(operation.toLowerCase())
  if (!prefix || !/^[a-z0-9-]+$/.test(prefix)) return undefined
  const spelled = operation.charAt(0).toUpperCase() + operation.slice(1)
  return renamed.get(`${prefix}:${operation.toLowerCase()}`) ?? `${prefix}:${spelled}`
}

/** How tools name the operation that failed: the CLI and boto3, Go and Terraform, PHP, alarms by mail, Rust. */
const mentions: readonly { readonly pattern: RegExp; readonly service?: number; readonly operation: number }[] = [
  { pattern: /when calling the (\w{2,80})\s+operation/i, operation: 1 },
  { pattern: /operation error ([A-Za-z0-9 ]{2,40}): (\w{2,80})/, service: 1, operation: 2 },
  {
    pattern: /Error executing "(\w{2,80})" on "https?:\/\/(?:[^/"\s]{0,200}\.)?(s3)[.-][^"\s]/,
    operation: 1,
    service: 2,
  },
  { pattern: /on event (\w{2,80})[\s\S]{0,200}?Event source:\s*([\w.-]{2,60})/i, operation: 1, service: 2 },
  { pattern: /\berr: (HeadObject|GetObject|PutObject|ListObjectsV2|HeadBucket)Error\b/, operation: 1 },
]

/** The IAM action behind the operation that a message names without naming the action. */
export function derivedAction(text: string): string | undefined {
  for (const { pattern, service, operation } of mentions) {
    const found = pattern.exec(text)
    const action = found?.[operation] && actionOfOperation(found[operation], service ? found[service] : undefined)
    if (action) return action
  }
  return consequences.find(([pattern]) => pattern.test(text))?.[1]
}

/** Sentences that stand for one action alone. */
const consequences: readonly (readonly [pattern: RegExp, action: string])[] = [
  [/KMS[\s\S]{0,300}ciphertext refers to a customer master key/i, 'kms:Decrypt'],
  [
    /ServiceLinkedRoleCreationNotPermitted|permission\s+to\s+create\s+the\s+service-linked\s+role/i,
    'iam:CreateServiceLinkedRole',
  ],
]
