/** Which service an operation belongs to, where the message names the operation alone. Only names that leave no doubt. */
const operations: Readonly<Record<string, string>> = {
  s3: 'ListObjects ListObjectsV2 ListBuckets ListObjectVersions CopyObject CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload AbortMultipartUpload ListMultipartUploads SelectObjectContent RestoreObject DeletePublicAccessBlock',
  ec2: 'RunInstances StartInstances StopInstances TerminateInstances RebootInstances DescribeInstances DescribeVpcs DescribeSubnets DescribeImages DescribeVolumes DescribeSnapshots DescribeSecurityGroups DescribeRegions DescribeAvailabilityZones DescribeKeyPairs DescribeRouteTables DescribeNetworkInterfaces DescribeInternetGateways DescribeNatGateways DescribeAddresses DescribeInstanceTypes DescribeLaunchTemplates DescribeVpcEndpoints CreateVpc CreateSubnet CreateSecurityGroup CreateVolume CreateSnapshot CreateNetworkInterface DeleteNetworkInterface AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress AllocateAddress AssociateAddress AttachVolume CreateImage CreateKeyPair ImportKeyPair CreateLaunchTemplate CreateNatGateway CreateInternetGateway CreateRouteTable CreateRoute CreateVpcEndpoint CreateFleet RequestSpotInstances ModifyInstanceAttribute DeregisterImage CopyImage CopySnapshot GetConsoleOutput GetPasswordData AssociateIamInstanceProfile',
  iam: 'CreateRole GetRole DeleteRole ListRoles UpdateRole AttachRolePolicy DetachRolePolicy PutRolePolicy DeleteRolePolicy GetRolePolicy ListRolePolicies ListAttachedRolePolicies CreateUser GetUser ListUsers DeleteUser AttachUserPolicy PutUserPolicy GetUserPolicy ListAttachedUserPolicies ListGroupsForUser CreateAccessKey DeleteAccessKey UpdateAccessKey ListAccessKeys CreateLoginProfile UpdateLoginProfile ListMFADevices EnableMFADevice CreateVirtualMFADevice GetPolicyVersion CreatePolicyVersion ListPolicyVersions CreateInstanceProfile GetInstanceProfile AddRoleToInstanceProfile PassRole CreateServiceLinkedRole CreateOpenIDConnectProvider UpdateAssumeRolePolicy GetAccountAuthorizationDetails GetAccountSummary ListAccountAliases SimulatePrincipalPolicy PutRolePermissionsBoundary TagRole',
  sts: 'AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML GetCallerIdentity GetFederationToken GetSessionToken DecodeAuthorizationMessage',
  lambda:
    'CreateFunction GetFunction UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction InvokeFunction ListFunctions GetFunctionConfiguration CreateEventSourceMapping ListEventSourceMappings PublishLayerVersion GetLayerVersion GetLayerVersionByArn',
  kms: 'Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair ReEncrypt CreateKey DescribeKey CreateGrant ListGrants ScheduleKeyDeletion GetKeyPolicy PutKeyPolicy EnableKeyRotation GetKeyRotationStatus',
  dynamodb:
    'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem DescribeTable TransactWriteItems TransactGetItems DescribeTimeToLive DescribeContinuousBackups',
  sqs: 'SendMessage SendMessageBatch ReceiveMessage DeleteMessage DeleteMessageBatch GetQueueAttributes SetQueueAttributes GetQueueUrl ChangeMessageVisibility PurgeQueue',
  sns: 'Publish PublishBatch Subscribe CreateTopic ListTopics GetTopicAttributes SetTopicAttributes ListSubscriptionsByTopic',
  ssm: 'GetParameter GetParameters GetParametersByPath GetParameterHistory PutParameter DeleteParameter StartSession SendCommand DescribeParameters DescribeInstanceInformation GetCommandInvocation UpdateInstanceInformation',
  secretsmanager:
    'GetSecretValue CreateSecret PutSecretValue UpdateSecret DeleteSecret DescribeSecret ListSecrets BatchGetSecretValue',
  ecr: 'GetAuthorizationToken BatchGetImage GetDownloadUrlForLayer InitiateLayerUpload UploadLayerPart CompleteLayerUpload DescribeRepositories PutImage BatchCheckLayerAvailability SetRepositoryPolicy GetRepositoryPolicy',
  logs: 'CreateLogGroup CreateLogStream PutLogEvents DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents PutRetentionPolicy PutSubscriptionFilter DeleteLogGroup StartLiveTail',
  cloudformation:
    'CreateStack UpdateStack DeleteStack DescribeStacks DescribeStackEvents DescribeStackResources CreateChangeSet ExecuteChangeSet DescribeChangeSet ListStacks ListStackResources GetTemplateSummary ValidateTemplate CreateStackSet CreateStackInstances',
  ce: 'GetCostAndUsage GetCostAndUsageWithResources GetCostForecast GetUsageForecast GetDimensionValues GetReservationUtilization GetReservationCoverage GetSavingsPlansUtilization GetSavingsPlansCoverage GetRightsizingRecommendation GetAnomalies GetAnomalyMonitors CreateAnomalyMonitor ListCostAllocationTags UpdateCostAllocationTagsStatus ListCostCategoryDefinitions CreateCostCategoryDefinition GetCostCategories',
  budgets: 'ViewBudget ModifyBudget DescribeBudget DescribeBudgets CreateBudget UpdateBudget DeleteBudget',
  cur: 'DescribeReportDefinitions PutReportDefinition DeleteReportDefinition',
  organizations:
    'ListAccounts DescribeOrganization ListRoots ListOrganizationalUnitsForParent ListAccountsForParent ListParents ListChildren DescribeAccount DescribeOrganizationalUnit ListPoliciesForTarget ListTargetsForPolicy CreateOrganization CreateOrganizationalUnit MoveAccount ListAWSServiceAccessForOrganization ListDelegatedAdministrators EnablePolicyType LeaveOrganization',
  account:
    'GetContactInformation PutContactInformation GetAlternateContact PutAlternateContact EnableRegion DisableRegion ListRegions',
  rds: 'CreateDBInstance DescribeDBInstances DeleteDBInstance ModifyDBInstance DescribeDBClusters CreateDBCluster CreateDBSnapshot DescribeDBSnapshots DescribeDBSubnetGroups RestoreDBInstanceFromDBSnapshot',
  eks: 'DescribeNodegroup CreateNodegroup ListNodegroups DescribeAddon CreateAddon UpdateClusterConfig UpdateClusterVersion CreateAccessEntry AssociateAccessPolicy CreatePodIdentityAssociation CreateFargateProfile',
  ecs: 'RegisterTaskDefinition DescribeTaskDefinition DeregisterTaskDefinition RunTask UpdateService DescribeServices DescribeTasks ListTasks StopTask ListTaskDefinitions DescribeContainerInstances ExecuteCommand',
  route53:
    'ListHostedZones ListHostedZonesByName ChangeResourceRecordSets ListResourceRecordSets GetHostedZone CreateHostedZone GetChange ListTagsForResources',
  ses: 'SendRawEmail VerifyEmailIdentity GetSendQuota',
  bedrock:
    'InvokeModel InvokeModelWithResponseStream Converse ConverseStream ListFoundationModels RetrieveAndGenerate InvokeAgent',
  athena: 'StartQueryExecution GetQueryExecution GetQueryResults StopQueryExecution GetWorkGroup ListWorkGroups',
  glue: 'GetTable GetTables GetDatabase GetDatabases GetPartitions GetPartition BatchCreatePartition StartJobRun GetJobRun StartCrawler GetCrawler CreateCrawler',
  states:
    'StartExecution StartSyncExecution DescribeExecution CreateStateMachine UpdateStateMachine DescribeStateMachine SendTaskSuccess',
  cloudtrail: 'LookupEvents DescribeTrails GetTrailStatus CreateTrail StartLogging StopLogging PutEventSelectors',
  cloudwatch:
    'PutMetricData GetMetricData GetMetricStatistics DescribeAlarms PutMetricAlarm ListMetrics PutDashboard GetDashboard DeleteAlarms',
  events: 'PutEvents PutRule PutTargets DescribeRule DescribeEventBus ListEventBuses RemoveTargets',
  kinesis: 'PutRecords GetRecords GetShardIterator DescribeStreamSummary ListShards SubscribeToShard',
  autoscaling:
    'DescribeAutoScalingGroups SetDesiredCapacity UpdateAutoScalingGroup CreateAutoScalingGroup DescribeLaunchConfigurations TerminateInstanceInAutoScalingGroup',
  elasticloadbalancing:
    'DescribeLoadBalancers DescribeTargetGroups DescribeTargetHealth RegisterTargets CreateTargetGroup ModifyListener DescribeListeners',
  sagemaker:
    'CreateTrainingJob CreateEndpoint CreateEndpointConfig InvokeEndpoint CreateProcessingJob CreateNotebookInstance CreateHyperParameterTuningJob DescribeTrainingJob CreatePresignedDomainUrl',
  'cognito-idp':
    'AdminCreateUser AdminGetUser AdminInitiateAuth AdminSetUserPassword DescribeUserPool ListUserPools AdminAddUserToGroup',
  codebuild: 'StartBuild BatchGetBuilds BatchGetProjects',
  codepipeline: 'StartPipelineExecution GetPipelineState',
  elasticmapreduce: 'RunJobFlow AddJobFlowSteps TerminateJobFlows',
  tag: 'GetResources GetTagKeys GetTagValues TagResources UntagResources',
}

const serviceOf: ReadonlyMap<string, string> = new Map(
  Object.entries(operations).flatMap(([service, names]) =>
    names.split(' ').map((name) => [name.toLowerCase(), service] as const),
  ),
)

/** Buckets and objects are S3's. */
const s3Name = /^(?:Head|Get|Put|Post|Delete|List|Create)(?:Bucket|Object|PublicAccessBlock)[A-Za-z]{0,40}$/

/** The prefix of the service that an operation belongs to by its name alone; undefined where several have it. */
export const serviceOfOperation = (operation: string): string | undefined =>
  serviceOf.get(operation.toLowerCase()) ?? (s3Name.test(operation) ? 's3' : undefined)
