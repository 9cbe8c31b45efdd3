// What to do so that a condition on a key holds, or a Deny with it doesn’t apply: a deed for every key, or the reason why there is none.
import { describe, expect, it, test } from 'vitest'
import { demandOf } from '../../src/advise/deeds/demand.ts'
import { type Deed, deedFor, deedsToAvoid, deedsToAvoidAll, deedToMeet } from '../../src/advise/deeds/index.ts'
import type { Asked } from '../../src/advise/situation.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type Caller, type Condition, readCaller, readPolicy } from '../../src/iam/index.ts'
import { globalKeys } from '../../src/reference/index.ts'
import { write } from '../../src/words/index.ts'
import { messageTables } from './message-tables.ts'

const principal = 'arn:aws:iam::111122223333:user/mary'
const reference = await loadReference(['ec2', 'iam', 'kms', 'lambda'])

const callerOf = (who: string): Caller => {
  const caller = readCaller(who)
  if (!caller) throw new Error(`${who} isn’t a caller`)
  return caller
}

const askedFor = (action: string, who = principal): Asked => ({
  request: { principal: who, action, resource: action.startsWith('s3:') ? 'arn:aws:s3:::b/k' : '*' },
  caller: callerOf(who),
  service: action.slice(0, action.indexOf(':')),
  action,
  known: undefined,
  template: undefined,
  takesArn: true,
  crossAccount: false,
  standIns: new Set(),
  assumedKeys: new Set(),
})

const conditions = (written: object): readonly Condition[] =>
  readPolicy(
    JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: written }] }),
  ).policy.statements.flatMap((statement) => statement.conditions)

const titleOf = (deed: Deed | undefined): string | undefined => deed && write(deed.title)

/** A key, a value that the policy wants, the action; what to do, and the start of the command that does it. */
type Row = readonly [key: string, value: string, action: string, title: string, command: string]

const rows: readonly Row[] = [
  [
    'aws:PrincipalAccount',
    'x',
    'ec2:StopInstances',
    'Call with a user or role of account x',
    'aws sts get-caller-identity',
  ],
  [
    'aws:PrincipalOrgID',
    'x',
    'ec2:StopInstances',
    'Call with a user or role of the organization x',
    'aws organizations describe-organization',
  ],
  [
    'aws:PrincipalOrgMasterAccountId',
    'x',
    'ec2:StopInstances',
    'Call with a user or role of the organization that account x manages',
    'aws organizations describe-organization',
  ],
  [
    'aws:PrincipalOrgPaths',
    'x',
    'ec2:StopInstances',
    'Call with a user or role of the organization x',
    'aws organizations describe-organization',
  ],
  ['aws:PrincipalTag/team', 'x', 'ec2:StopInstances', 'Have the tag team put on the caller', 'aws iam tag-user'],
  ['aws:PrincipalType', 'x', 'ec2:StopInstances', 'Call as a caller of type x', 'aws sts get-caller-identity'],
  ['aws:userid', 'x', 'ec2:StopInstances', 'Call as the identity with the ID x', 'aws sts get-caller-identity'],
  ['aws:username', 'x', 'ec2:StopInstances', 'Call as x', 'aws sts get-caller-identity'],
  [
    'aws:PrincipalArn',
    'arn:aws:iam::111122223333:role/admin',
    'ec2:StopInstances',
    'Call as arn:aws:iam::111122223333:role/admin',
    'aws sts assume-role',
  ],
  ['aws:FederatedProvider', 'x', 'ec2:StopInstances', 'Sign in through the identity provider x', ''],
  [
    'aws:SourceIdentity',
    'x',
    'ec2:StopInstances',
    'Set the source identity when you assume the role',
    'aws sts assume-role',
  ],
  [
    'aws:Ec2InstanceSourceVpc',
    'x',
    'ec2:StopInstances',
    'Make the call on the EC2 instance that the credentials belong to',
    '',
  ],
  [
    'aws:ChatbotSourceArn',
    'arn:aws:iam::111122223333:role/admin',
    'ec2:StopInstances',
    'Make the call from the chat channel',
    '',
  ],
  [
    'aws:SignInSessionArn',
    'arn:aws:iam::111122223333:role/admin',
    'ec2:StopInstances',
    'Sign in with “aws login”',
    'aws login',
  ],
  ['aws:AssumedRoot', 'true', 'ec2:StopInstances', 'Make the call in a privileged root session', 'aws sts assume-root'],
  ['aws:MultiFactorAuthPresent', 'true', 'ec2:StopInstances', 'Sign in with MFA', 'aws sts get-session-token'],
  [
    'aws:Ec2InstanceSourcePrivateIPv4',
    '192.0.2.0/24',
    'ec2:StopInstances',
    'Make the call on the EC2 instance that the credentials belong to',
    '',
  ],
  ['aws:SourceVpc', 'x', 'ec2:StopInstances', 'Call through a VPC endpoint', 'aws ec2 describe-vpc-endpoints'],
  ['aws:SourceVpce', 'x', 'ec2:StopInstances', 'Call through a VPC endpoint', 'aws ec2 describe-vpc-endpoints'],
  ['aws:VpceAccount', 'x', 'ec2:StopInstances', 'Call through a VPC endpoint of x', 'aws ec2 describe-vpc-endpoints'],
  ['aws:VpceOrgID', 'x', 'ec2:StopInstances', 'Call through a VPC endpoint of x', 'aws ec2 describe-vpc-endpoints'],
  ['aws:VpceOrgPaths', 'x', 'ec2:StopInstances', 'Call through a VPC endpoint of x', 'aws ec2 describe-vpc-endpoints'],
  [
    'aws:SourceVpcArn',
    'arn:aws:iam::111122223333:role/admin',
    'ec2:StopInstances',
    'Call through a VPC endpoint',
    'aws ec2 describe-vpc-endpoints',
  ],
  [
    'aws:SourceIp',
    '192.0.2.0/24',
    'ec2:StopInstances',
    'Call from the network that the policy names',
    'curl https://checkip.amazonaws.com',
  ],
  [
    'aws:VpcSourceIp',
    '192.0.2.0/24',
    'ec2:StopInstances',
    'Call through a VPC endpoint',
    'aws ec2 describe-vpc-endpoints',
  ],
  ['aws:ResourceAccount', 'x', 'ec2:StopInstances', 'Use a resource of account x', ''],
  ['aws:ResourceOrgID', 'x', 'ec2:StopInstances', 'Use a resource of the organization x', ''],
  ['aws:ResourceOrgPaths', 'x', 'ec2:StopInstances', 'Use a resource of the organization x', ''],
  [
    'aws:ResourceTag/team',
    'x',
    'ec2:StopInstances',
    'Have the tag team put on the resource',
    'aws resourcegroupstaggingapi tag-resources',
  ],
  ['aws:CalledVia', 'x', 'ec2:StopInstances', 'Make the call through x', ''],
  ['aws:CalledViaFirst', 'x', 'ec2:StopInstances', 'Make the call through x', ''],
  ['aws:CalledViaLast', 'x', 'ec2:StopInstances', 'Make the call through x', ''],
  ['aws:CalledViaAWSMCP', 'x', 'ec2:StopInstances', 'Let the agent make the call through the AWS MCP server', ''],
  ['aws:referer', 'x', 'ec2:StopInstances', 'Open the address from a page of x', ''],
  ['aws:RequestedRegion', 'eu-central-1', 'ec2:StopInstances', 'Use Region eu-central-1', 'aws configure set'],
  ['aws:RequestTag/team', 'x', 'ec2:RunInstances', 'Send the tags in the create call', 'aws ec2 run-instances'],
  ['aws:TagKeys', 'x', 'ec2:StopInstances', 'Send one of the tags x in the call', ''],
  [
    'aws:SourceAccount',
    'x',
    'ec2:StopInstances',
    'Set the service up with what the policy names, or have the condition corrected',
    '',
  ],
  [
    'aws:SourceOrgID',
    'x',
    'ec2:StopInstances',
    'Set the service up with what the policy names, or have the condition corrected',
    '',
  ],
  [
    'aws:SourceOrgPaths',
    'x',
    'ec2:StopInstances',
    'Set the service up with what the policy names, or have the condition corrected',
    '',
  ],
  [
    'aws:SourceOwner',
    'x',
    'ec2:StopInstances',
    'Set the service up with what the policy names, or have the condition corrected',
    '',
  ],
  ['aws:UserAgent', 'x', 'ec2:StopInstances', 'Call with the program that the policy names', ''],
  [
    'aws:SourceArn',
    'arn:aws:iam::111122223333:role/admin',
    'ec2:StopInstances',
    'Set the service up with what the policy names, or have the condition corrected',
    '',
  ],
  [
    'aws:ViaAWSService',
    'true',
    'ec2:StopInstances',
    'Make the call through an AWS service, such as CloudFormation',
    '',
  ],
  ['aws:ViaAWSMCPService', 'true', 'ec2:StopInstances', 'Let the agent make the call through the AWS MCP server', ''],
  ['aws:SecureTransport', 'true', 'ec2:StopInstances', 'Call over HTTPS', 'aws configure get'],
  ['ec2:InstanceType', 'x', 'ec2:RunInstances', 'Use the instance type x', 'aws ec2 run-instances'],
  ['ec2:ImageID', 'x', 'ec2:RunInstances', 'Use the image x', 'aws ec2 run-instances'],
  ['ec2:Owner', 'x', 'ec2:Any', 'Use a resource whose owner is x', ''],
  ['ec2:RootDeviceType', 'x', 'ec2:Any', 'Use a resource whose root device type is x', ''],
  ['ec2:InstanceMarketType', 'x', 'ec2:RunInstances', 'Use the market type x', 'aws ec2 run-instances'],
  ['ec2:Subnet', 'x', 'ec2:RunInstances', 'Use the subnet x', 'aws ec2 run-instances'],
  ['ec2:SubnetID', 'x', 'ec2:RunInstances', 'Use the subnet x', 'aws ec2 run-instances'],
  ['ec2:SecurityGroupID', 'x', 'ec2:RunInstances', 'Use the security group x', 'aws ec2 run-instances'],
  ['ec2:KeyPairName', 'x', 'ec2:RunInstances', 'Use the key pair x', 'aws ec2 run-instances'],
  ['ec2:Tenancy', 'x', 'ec2:RunInstances', 'Use the tenancy x', 'aws ec2 run-instances'],
  ['ec2:AvailabilityZone', 'x', 'ec2:RunInstances', 'Use the Availability Zone x', 'aws ec2 run-instances'],
  ['ec2:VolumeSize', 'x', 'ec2:CreateVolume', 'Use the volume size in GiB x', 'aws ec2 create-volume'],
  ['ec2:VolumeType', 'x', 'ec2:CreateVolume', 'Use the volume type x', 'aws ec2 create-volume'],
  ['ec2:VolumeIops', 'x', 'ec2:CreateVolume', 'Use the number of IOPS x', 'aws ec2 create-volume'],
  ['ec2:VolumeThroughput', 'x', 'ec2:CreateVolume', 'Use the throughput in MiB/s x', 'aws ec2 create-volume'],
  ['ec2:MetadataHttpTokens', 'x', 'ec2:RunInstances', 'Use the setting HttpTokens x', 'aws ec2 run-instances'],
  ['ec2:MetadataHttpEndpoint', 'x', 'ec2:RunInstances', 'Use the setting HttpEndpoint x', 'aws ec2 run-instances'],
  [
    'ec2:MetadataHttpPutResponseHopLimit',
    'x',
    'ec2:RunInstances',
    'Use the hop limit of the instance metadata x',
    'aws ec2 run-instances',
  ],
  [
    'ec2:InstanceMetadataTags',
    'x',
    'ec2:RunInstances',
    'Use the setting InstanceMetadataTags x',
    'aws ec2 run-instances',
  ],
  ['ec2:InstanceProfile', 'x', 'ec2:RunInstances', 'Use the instance profile x', 'aws ec2 run-instances'],
  ['ec2:Vpc', 'x', 'ec2:CreateSubnet', 'Use the VPC x', 'aws ec2 create-subnet'],
  ['ec2:VpceServiceName', 'x', 'ec2:CreateVpcEndpoint', 'Use the endpoint service x', 'aws ec2 create-vpc-endpoint'],
  [
    'autoscaling:InstanceType',
    'x',
    'autoscaling:CreateLaunchConfiguration',
    'Use the instance type x',
    'aws autoscaling create-launch-configuration',
  ],
  [
    'autoscaling:MaxSize',
    'x',
    'autoscaling:UpdateAutoScalingGroup',
    'Use the maximum size x',
    'aws autoscaling update-auto-scaling-group',
  ],
  [
    'autoscaling:MinSize',
    'x',
    'autoscaling:UpdateAutoScalingGroup',
    'Use the minimum size x',
    'aws autoscaling update-auto-scaling-group',
  ],
  [
    'autoscaling:VPCZoneIdentifiers',
    'x',
    'autoscaling:UpdateAutoScalingGroup',
    'Use the subnet x',
    'aws autoscaling update-auto-scaling-group',
  ],
  [
    'lambda:SubnetIds',
    'x',
    'lambda:UpdateFunctionConfiguration',
    'Use the subnet x',
    'aws lambda update-function-configuration',
  ],
  [
    'lambda:SecurityGroupIds',
    'x',
    'lambda:UpdateFunctionConfiguration',
    'Use the security group x',
    'aws lambda update-function-configuration',
  ],
  [
    'lambda:VpcIds',
    'x',
    'lambda:UpdateFunctionConfiguration',
    'Use the VPC x',
    'aws lambda update-function-configuration',
  ],
  [
    'lambda:FunctionUrlAuthType',
    'x',
    'lambda:CreateFunctionUrlConfig',
    'Use the authorization type x',
    'aws lambda create-function-url-config',
  ],
  [
    'lambda:Layer',
    'x',
    'lambda:UpdateFunctionConfiguration',
    'Use the layer x',
    'aws lambda update-function-configuration',
  ],
  ['lambda:Principal', 'x', 'lambda:AddPermission', 'Use the principal x', 'aws lambda add-permission'],
  ['lambda:Principal', 'x', 'lambda:PutResourcePolicy', 'Use the principal x', 'aws lambda put-resource-policy'],
  [
    'lambda:CodeSigningConfigArn',
    'x',
    'lambda:PutFunctionCodeSigningConfig',
    'Use the code signing configuration x',
    'aws lambda put-function-code-signing-config',
  ],
  [
    'lambda:FunctionArn',
    'x',
    'lambda:CreateEventSourceMapping',
    'Use the function x',
    'aws lambda create-event-source-mapping',
  ],
  ['ecs:cluster', 'x', 'ecs:RunTask', 'Use the cluster x', 'aws ecs run-task'],
  ['ecs:task-definition', 'x', 'ecs:UpdateService', 'Use the task definition x', 'aws ecs update-service'],
  ['ecs:container-name', 'x', 'ecs:ExecuteCommand', 'Use the container x', 'aws ecs execute-command'],
  [
    'ecs:task-cpu',
    'x',
    'ecs:RegisterTaskDefinition',
    'Use the CPU units of the task x',
    'aws ecs register-task-definition',
  ],
  [
    'ecs:task-memory',
    'x',
    'ecs:RegisterTaskDefinition',
    'Use the memory of the task x',
    'aws ecs register-task-definition',
  ],
  ['ecs:propagate-tags', 'x', 'ecs:RunTask', 'Use the setting propagateTags x', 'aws ecs run-task'],
  [
    'eks:kubernetesVersion',
    'x',
    'eks:UpdateClusterVersion',
    'Use the Kubernetes version x',
    'aws eks update-cluster-version',
  ],
  ['eks:policyArn', 'x', 'eks:AssociateAccessPolicy', 'Use the access policy x', 'aws eks associate-access-policy'],
  ['eks:accessScope', 'x', 'eks:AssociateAccessPolicy', 'Use the access scope x', 'aws eks associate-access-policy'],
  ['eks:accessEntryType', 'x', 'eks:CreateAccessEntry', 'Use the access entry type x', 'aws eks create-access-entry'],
  ['eks:principalArn', 'x', 'eks:CreateAccessEntry', 'Use the principal x', 'aws eks create-access-entry'],
  [
    'eks:authenticationMode',
    'x',
    'eks:UpdateClusterConfig',
    'Use the authentication mode x',
    'aws eks update-cluster-config',
  ],
  [
    'elasticloadbalancing:Scheme',
    'x',
    'elasticloadbalancing:CreateLoadBalancer',
    'Use the scheme x',
    'aws elbv2 create-load-balancer',
  ],
  [
    'elasticloadbalancing:ListenerProtocol',
    'x',
    'elasticloadbalancing:CreateListener',
    'Use the listener protocol x',
    'aws elbv2 create-listener',
  ],
  [
    'elasticloadbalancing:SecurityPolicy',
    'x',
    'elasticloadbalancing:CreateListener',
    'Use the TLS policy x',
    'aws elbv2 create-listener',
  ],
  [
    'elasticloadbalancing:Subnet',
    'x',
    'elasticloadbalancing:CreateLoadBalancer',
    'Use the subnet x',
    'aws elbv2 create-load-balancer',
  ],
  [
    'elasticloadbalancing:SecurityGroup',
    'x',
    'elasticloadbalancing:CreateLoadBalancer',
    'Use the security group x',
    'aws elbv2 create-load-balancer',
  ],
  ['ec2:Encrypted', 'true', 'ec2:CreateVolume', 'Turn on encryption of the volume', 'aws ec2 create-volume'],
  ['ec2:EbsOptimized', 'true', 'ec2:RunInstances', 'Turn on EBS optimization', 'aws ec2 run-instances'],
  ['ec2:AssociatePublicIpAddress', 'true', 'ec2:RunInstances', 'Turn on a public IP address', 'aws ec2 run-instances'],
  [
    'autoscaling:LaunchTemplateVersionSpecified',
    'true',
    'autoscaling:UpdateAutoScalingGroup',
    'Turn on an explicit launch template version',
    'aws autoscaling update-auto-scaling-group',
  ],
  ['ecs:enable-execute-command', 'true', 'ecs:RunTask', 'Turn on ECS Exec', 'aws ecs run-task'],
  [
    'eks:endpointPublicAccess',
    'true',
    'eks:CreateCluster',
    'Turn on public access to the cluster’s endpoint',
    'aws eks create-cluster',
  ],
  [
    'eks:endpointPrivateAccess',
    'true',
    'eks:UpdateClusterConfig',
    'Turn on private access to the cluster’s endpoint',
    'aws eks update-cluster-config',
  ],
  ['rds:DatabaseClass', 'x', 'rds:CreateDBInstance', 'Use the instance class x', 'aws rds create-db-instance'],
  ['rds:DatabaseEngine', 'x', 'rds:CreateDBInstance', 'Use the engine x', 'aws rds create-db-instance'],
  ['rds:StorageSize', 'x', 'rds:CreateDBInstance', 'Use the storage in GiB x', 'aws rds create-db-instance'],
  ['rds:Piops', 'x', 'rds:CreateDBInstance', 'Use the number of IOPS x', 'aws rds create-db-instance'],
  ['dynamodb:Select', 'x', 'dynamodb:Query', 'Use the setting Select x', 'aws dynamodb query'],
  ['dynamodb:ReturnValues', 'x', 'dynamodb:PutItem', 'Use the setting ReturnValues x', 'aws dynamodb put-item'],
  [
    'elasticache:CacheNodeType',
    'x',
    'elasticache:CreateCacheCluster',
    'Use the node type x',
    'aws elasticache create-cache-cluster',
  ],
  [
    'elasticache:EngineVersion',
    'x',
    'elasticache:CreateCacheCluster',
    'Use the engine version x',
    'aws elasticache create-cache-cluster',
  ],
  [
    'elasticache:KmsKeyId',
    'x',
    'elasticache:CreateReplicationGroup',
    'Use the KMS key x',
    'aws elasticache create-replication-group',
  ],
  [
    'redshift:DbUser',
    'x',
    'redshift:GetClusterCredentials',
    'Use the database user x',
    'aws redshift get-cluster-credentials',
  ],
  [
    'redshift:DbName',
    'x',
    'redshift:GetClusterCredentials',
    'Use the database x',
    'aws redshift get-cluster-credentials',
  ],
  [
    'redshift:DurationSeconds',
    'x',
    'redshift:GetClusterCredentials',
    'Use the duration in seconds x',
    'aws redshift get-cluster-credentials',
  ],
  [
    'sagemaker:InstanceTypes',
    'x',
    'sagemaker:CreateNotebookInstance',
    'Use the instance type x',
    'aws sagemaker create-notebook-instance',
  ],
  [
    'sagemaker:VpcSubnets',
    'x',
    'sagemaker:CreateNotebookInstance',
    'Use the subnet x',
    'aws sagemaker create-notebook-instance',
  ],
  [
    'sagemaker:VpcSecurityGroupIds',
    'x',
    'sagemaker:CreateNotebookInstance',
    'Use the security group x',
    'aws sagemaker create-notebook-instance',
  ],
  [
    'sagemaker:VolumeKmsKey',
    'x',
    'sagemaker:CreateNotebookInstance',
    'Use the KMS key x',
    'aws sagemaker create-notebook-instance',
  ],
  [
    'sagemaker:DirectInternetAccess',
    'x',
    'sagemaker:CreateNotebookInstance',
    'Use the setting DirectInternetAccess x',
    'aws sagemaker create-notebook-instance',
  ],
  [
    'sagemaker:RootAccess',
    'x',
    'sagemaker:CreateNotebookInstance',
    'Use the setting RootAccess x',
    'aws sagemaker create-notebook-instance',
  ],
  [
    'bedrock:GuardrailIdentifier',
    'x',
    'bedrock:InvokeModel',
    'Use the guardrail x',
    'aws bedrock-runtime invoke-model',
  ],
  [
    'bedrock:InferenceProfileArn',
    'x',
    'bedrock:InvokeModel',
    'Use the inference profile x',
    'aws bedrock-runtime invoke-model',
  ],
  [
    'rds:StorageEncrypted',
    'true',
    'rds:CreateDBInstance',
    'Turn on encryption of the database',
    'aws rds create-db-instance',
  ],
  [
    'rds:PubliclyAccessible',
    'true',
    'rds:CreateDBInstance',
    'Turn on public access to the database',
    'aws rds create-db-instance',
  ],
  ['rds:MultiAz', 'true', 'rds:CreateDBInstance', 'Turn on Multi-AZ', 'aws rds create-db-instance'],
  [
    'rds:ManageMasterUserPassword',
    'true',
    'rds:CreateDBInstance',
    'Turn on password management by Secrets Manager',
    'aws rds create-db-instance',
  ],
  [
    'elasticache:AtRestEncryptionEnabled',
    'true',
    'elasticache:CreateReplicationGroup',
    'Turn on encryption at rest',
    'aws elasticache create-replication-group',
  ],
  [
    'elasticache:TransitEncryptionEnabled',
    'true',
    'elasticache:CreateReplicationGroup',
    'Turn on encryption in transit',
    'aws elasticache create-replication-group',
  ],
  [
    'elasticache:MultiAZEnabled',
    'true',
    'elasticache:CreateReplicationGroup',
    'Turn on Multi-AZ',
    'aws elasticache create-replication-group',
  ],
  [
    'sagemaker:NetworkIsolation',
    'true',
    'sagemaker:CreateModel',
    'Turn on network isolation',
    'aws sagemaker create-model',
  ],
  ['s3:x-amz-acl', 'x', 's3:PutObject', 'Use the ACL x', 'aws s3api put-object'],
  ['s3:x-amz-grant-full-control', 'x', 's3:PutObject', 'Use the grant of full control x', 'aws s3api put-object'],
  ['s3:x-amz-storage-class', 'x', 's3:PutObject', 'Use the storage class x', 'aws s3api put-object'],
  [
    's3:x-amz-server-side-encryption-customer-algorithm',
    'x',
    's3:PutObject',
    'Use the SSE-C algorithm x',
    'aws s3api put-object',
  ],
  ['s3:x-amz-copy-source', 'x', 's3:PutObject', 'Use the copy source x', 'aws s3api copy-object'],
  ['s3:x-amz-metadata-directive', 'x', 's3:PutObject', 'Use the metadata directive x', 'aws s3api copy-object'],
  ['s3:max-keys', 'x', 's3:ListBucket', 'Use the maximum number of keys x', 'aws s3api list-objects-v2'],
  ['s3:versionid', 'x', 's3:GetObject', 'Use the version ID x', 'aws s3api get-object'],
  ['s3:locationconstraint', 'x', 's3:CreateBucket', 'Use the bucket Region x', 'aws s3api create-bucket'],
  ['s3:object-lock-mode', 'x', 's3:PutObject', 'Use the Object Lock mode x', 'aws s3api put-object'],
  [
    's3:object-lock-legal-hold',
    'x',
    's3:PutObjectLegalHold',
    'Use the legal hold status x',
    'aws s3api put-object-legal-hold',
  ],
  [
    's3:object-lock-remaining-retention-days',
    'x',
    's3:PutObjectRetention',
    'Use the retention in days x',
    'aws s3api put-object-retention',
  ],
  ['s3:if-none-match', 'x', 's3:PutObject', 'Use the header If-None-Match x', 'aws s3api put-object'],
  ['backup:CopyTargets', 'x', 'backup:StartCopyJob', 'Use the destination vault x', 'aws backup start-copy-job'],
  ['kms:EncryptionContextKeys', 'x', 'kms:Encrypt', 'Use the encryption context key x', 'aws kms encrypt'],
  ['kms:KeySpec', 'x', 'kms:CreateKey', 'Use the key spec x', 'aws kms create-key'],
  ['kms:KeyUsage', 'x', 'kms:CreateKey', 'Use the key usage x', 'aws kms create-key'],
  ['kms:KeyOrigin', 'x', 'kms:CreateKey', 'Use the key origin x', 'aws kms create-key'],
  ['kms:ResourceAliases', 'x', 'kms:Any', 'Use a resource whose alias is x', ''],
  ['kms:RequestAlias', 'x', 'kms:Encrypt', 'Use the alias x', 'aws kms encrypt'],
  ['kms:GrantOperations', 'x', 'kms:CreateGrant', 'Use the grant operation x', 'aws kms create-grant'],
  ['kms:GranteePrincipal', 'x', 'kms:CreateGrant', 'Use the grantee x', 'aws kms create-grant'],
  ['kms:RetiringPrincipal', 'x', 'kms:CreateGrant', 'Use the retiring principal x', 'aws kms create-grant'],
  [
    'kms:ScheduleKeyDeletionPendingWindowInDays',
    'x',
    'kms:ScheduleKeyDeletion',
    'Use the waiting period in days x',
    'aws kms schedule-key-deletion',
  ],
  ['kms:EncryptionAlgorithm', 'x', 'kms:Encrypt', 'Use the encryption algorithm x', 'aws kms encrypt'],
  ['kms:SigningAlgorithm', 'x', 'kms:Sign', 'Use the signing algorithm x', 'aws kms sign'],
  ['kms:DataKeyPairSpec', 'x', 'kms:GenerateDataKeyPair', 'Use the key pair spec x', 'aws kms generate-data-key-pair'],
  ['kms:ReplicaRegion', 'x', 'kms:ReplicateKey', 'Use the Region x', 'aws kms replicate-key'],
  [
    'secretsmanager:VersionStage',
    'x',
    'secretsmanager:GetSecretValue',
    'Use the version stage x',
    'aws secretsmanager get-secret-value',
  ],
  [
    'secretsmanager:VersionId',
    'x',
    'secretsmanager:GetSecretValue',
    'Use the version ID x',
    'aws secretsmanager get-secret-value',
  ],
  [
    'secretsmanager:Name',
    'x',
    'secretsmanager:CreateSecret',
    'Use the secret name x',
    'aws secretsmanager create-secret',
  ],
  [
    'secretsmanager:KmsKeyId',
    'x',
    'secretsmanager:CreateSecret',
    'Use the KMS key x',
    'aws secretsmanager create-secret',
  ],
  [
    'secretsmanager:KmsKeyArn',
    'x',
    'secretsmanager:CreateSecret',
    'Use the KMS key x',
    'aws secretsmanager create-secret',
  ],
  [
    'secretsmanager:Description',
    'x',
    'secretsmanager:CreateSecret',
    'Use the description x',
    'aws secretsmanager create-secret',
  ],
  [
    'secretsmanager:SecretId',
    'x',
    'secretsmanager:GetSecretValue',
    'Use the secret x',
    'aws secretsmanager get-secret-value',
  ],
  [
    'secretsmanager:RecoveryWindowInDays',
    'x',
    'secretsmanager:DeleteSecret',
    'Use the recovery window in days x',
    'aws secretsmanager delete-secret',
  ],
  [
    'secretsmanager:RotationLambdaARN',
    'x',
    'secretsmanager:RotateSecret',
    'Use the rotation function x',
    'aws secretsmanager rotate-secret',
  ],
  [
    'elasticfilesystem:Encrypted',
    'true',
    'elasticfilesystem:CreateFileSystem',
    'Turn on encryption of the file system',
    'aws efs create-file-system',
  ],
  ['kms:MultiRegion', 'true', 'kms:CreateKey', 'Turn on multi-Region for the key', 'aws kms create-key'],
  [
    'kms:BypassPolicyLockoutSafetyCheck',
    'true',
    'kms:CreateKey',
    'Turn on the bypass of the lockout safety check',
    'aws kms create-key',
  ],
  [
    'secretsmanager:BlockPublicPolicy',
    'true',
    'secretsmanager:PutResourcePolicy',
    'Turn on the check for public policies',
    'aws secretsmanager put-resource-policy',
  ],
  [
    'secretsmanager:ForceDeleteWithoutRecovery',
    'true',
    'secretsmanager:DeleteSecret',
    'Turn on deletion without recovery',
    'aws secretsmanager delete-secret',
  ],
  [
    'cloudformation:RoleArn',
    'x',
    'cloudformation:CreateStack',
    'Use the service role x',
    'aws cloudformation create-stack',
  ],
  [
    'cloudformation:TemplateUrl',
    'x',
    'cloudformation:CreateStack',
    'Use the template URL x',
    'aws cloudformation create-stack',
  ],
  [
    'cloudformation:StackPolicyUrl',
    'x',
    'cloudformation:CreateStack',
    'Use the stack policy URL x',
    'aws cloudformation create-stack',
  ],
  [
    'cloudformation:ChangeSetName',
    'x',
    'cloudformation:CreateChangeSet',
    'Use the change set name x',
    'aws cloudformation create-change-set',
  ],
  [
    'cloudformation:ResourceTypes',
    'x',
    'cloudformation:CreateStack',
    'Use the resource type x',
    'aws cloudformation create-stack',
  ],
  [
    'cloudformation:TargetRegion',
    'x',
    'cloudformation:CreateStackInstances',
    'Use the target Region x',
    'aws cloudformation create-stack-instances',
  ],
  ['cloudwatch:namespace', 'x', 'cloudwatch:PutMetricData', 'Use the namespace x', 'aws cloudwatch put-metric-data'],
  [
    'cloudwatch:AlarmActions',
    'x',
    'cloudwatch:PutMetricAlarm',
    'Use the alarm action x',
    'aws cloudwatch put-metric-alarm',
  ],
  ['events:source', 'x', 'events:PutEvents', 'Use the event source x', 'aws events put-events'],
  ['events:detail-type', 'x', 'events:PutEvents', 'Use the detail type x', 'aws events put-events'],
  ['events:TargetArn', 'x', 'events:PutTargets', 'Use the target x', 'aws events put-targets'],
  ['events:creatorAccount', 'x', 'events:Any', 'Use a resource whose creator’s account is x', ''],
  ['ssm:DocumentVersion', 'x', 'ssm:SendCommand', 'Use the document version x', 'aws ssm send-command'],
  ['sns:Protocol', 'x', 'sns:Subscribe', 'Use the protocol x', 'aws sns subscribe'],
  ['sns:Endpoint', 'x', 'sns:Subscribe', 'Use the endpoint x', 'aws sns subscribe'],
  ['ses:FromAddress', 'x', 'ses:SendEmail', 'Use the sender address x', 'aws ses send-email'],
  ['ses:Recipients', 'x', 'ses:SendEmail', 'Use the recipient x', 'aws ses send-email'],
  ['ses:FeedbackAddress', 'x', 'ses:SendEmail', 'Use the address for bounces x', 'aws ses send-email'],
  ['ses:FromDisplayName', 'x', 'ses:SendEmail', 'Use the sender name x', 'aws ses send-email'],
  [
    'route53:ChangeResourceRecordSetsRecordTypes',
    'x',
    'route53:ChangeResourceRecordSets',
    'Use the record type x',
    'aws route53 change-resource-record-sets',
  ],
  [
    'route53:ChangeResourceRecordSetsActions',
    'x',
    'route53:ChangeResourceRecordSets',
    'Use the change action x',
    'aws route53 change-resource-record-sets',
  ],
  [
    'route53:ChangeResourceRecordSetsNormalizedRecordNames',
    'x',
    'route53:ChangeResourceRecordSets',
    'Use the record name x',
    'aws route53 change-resource-record-sets',
  ],
  [
    'route53:VPCs',
    'x',
    'route53:AssociateVpcWithHostedZone',
    'Use the VPC x',
    'aws route53 associate-vpc-with-hosted-zone',
  ],
  ['acm:ValidationMethod', 'x', 'acm:RequestCertificate', 'Use the validation method x', 'aws acm request-certificate'],
  ['acm:DomainNames', 'x', 'acm:RequestCertificate', 'Use the domain name x', 'aws acm request-certificate'],
  ['acm:KeyAlgorithm', 'x', 'acm:RequestCertificate', 'Use the key algorithm x', 'aws acm request-certificate'],
  [
    'acm:CertificateTransparencyLogging',
    'x',
    'acm:RequestCertificate',
    'Use the setting CertificateTransparencyLoggingPreference x',
    'aws acm request-certificate',
  ],
  ['ram:Principal', 'x', 'ram:CreateResourceShare', 'Use the principal x', 'aws ram create-resource-share'],
  ['ram:ResourceArn', 'x', 'ram:CreateResourceShare', 'Use the resource x', 'aws ram create-resource-share'],
  [
    'ram:RequestedResourceType',
    'x',
    'ram:CreateResourceShare',
    'Use the resource type x',
    'aws ram create-resource-share',
  ],
  ['ram:ResourceShareName', 'x', 'ram:CreateResourceShare', 'Use the share name x', 'aws ram create-resource-share'],
  [
    'organizations:PolicyType',
    'x',
    'organizations:CreatePolicy',
    'Use the policy type x',
    'aws organizations create-policy',
  ],
  [
    'organizations:ServicePrincipal',
    'x',
    'organizations:EnableAwsServiceAccess',
    'Use the service principal x',
    'aws organizations enable-aws-service-access',
  ],
  ['account:TargetRegion', 'x', 'account:EnableRegion', 'Use the Region x', 'aws account enable-region'],
  [
    'account:AlternateContactTypes',
    'x',
    'account:GetAlternateContact',
    'Use the contact type x',
    'aws account get-alternate-contact',
  ],
  ['ssm:Overwrite', 'true', 'ssm:PutParameter', 'Turn on overwriting', 'aws ssm put-parameter'],
  [
    'ssm:Recursive',
    'true',
    'ssm:GetParametersByPath',
    'Turn on the search below the path',
    'aws ssm get-parameters-by-path',
  ],
  [
    'ssm:SessionDocumentAccessCheck',
    'true',
    'ssm:StartSession',
    'Turn on the check of the session document',
    'aws ssm start-session',
  ],
  [
    'ram:RequestedAllowsExternalPrincipals',
    'true',
    'ram:CreateResourceShare',
    'Turn on sharing outside the organization',
    'aws ram create-resource-share',
  ],
  ['iam:PermissionsBoundary', 'x', 'iam:CreateRole', 'Create the role with this boundary', 'aws iam create-role'],
  ['iam:PolicyARN', 'x', 'iam:CreateRole', 'Use the policy x', 'aws iam attach-role-policy'],
  ['iam:AWSServiceName', 'x', 'iam:CreateRole', 'Create the role for x', 'aws iam create-service-linked-role'],
  ['iam:PassedToService', 'x', 'iam:CreateRole', 'Pass the role to x', ''],
  ['iam:AssociatedResourceArn', 'x', 'iam:CreateRole', 'Pass the role for x', ''],
  ['sts:ExternalId', 'x', 'sts:AssumeRole', 'Send the external ID', 'aws sts assume-role'],
  ['sts:RoleSessionName', 'x', 'sts:AssumeRole', 'Name the session x', 'aws sts assume-role'],
  [
    'sts:DurationSeconds',
    'x',
    'sts:AssumeRole',
    'Have the role’s longest session limited instead',
    'aws iam update-role',
  ],
  ['sts:TransitiveTagKeys', 'x', 'sts:AssumeRole', 'Make only these session tags transitive: x', 'aws sts assume-role'],
  ['s3:x-amz-server-side-encryption', 'x', 's3:PutObject', 'Request encryption', 'aws s3 cp'],
  [
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    'x',
    's3:PutObject',
    'Encrypt with the key that the policy names',
    'aws s3 cp',
  ],
  ['s3:prefix', 'x', 's3:PutObject', 'List only the folder that the policy names', 'aws s3 ls'],
  ['s3:delimiter', 'x', 's3:PutObject', 'List one level, or allow listing without a delimiter', 'aws s3 ls'],
  ['s3:RequestObjectTag/team', 'x', 's3:PutObject', 'Send the object’s tag in the upload', 'aws s3api put-object'],
  ['s3:RequestObjectTagKeys', 'x', 's3:PutObject', 'Send the object’s tag in the upload', 'aws s3api put-object'],
  ['s3:authType', 'REST-HEADER', 's3:PutObject', 'Sign the request in the header, not in a link', ''],
  ['s3:signatureversion', 'x', 's3:PutObject', 'Sign with x', ''],
  ['kms:ViaService', 'x', 'kms:Decrypt', 'Use the key through x', ''],
  ['kms:EncryptionContext:app', 'x', 'kms:Decrypt', 'Send the encryption context app', 'aws kms decrypt'],
  [
    'kms:RecipientAttestation:PCR0',
    'x',
    'kms:Decrypt',
    'Call KMS from the enclave, with its attestation document',
    'nitro-cli describe-enclaves',
  ],
  [
    'kms:RecipientAttestation:ImageSha384',
    'x',
    'kms:Decrypt',
    'Call KMS from the enclave, with its attestation document',
    'nitro-cli describe-enclaves',
  ],
  ['kms:GrantIsForAWSResource', 'true', 'kms:Decrypt', 'Let the AWS service create the grant', ''],
  ['ec2:CreateAction', 'x', 'ec2:CreateTags', 'Set the tags in the call that creates the resource', ''],
  ['ecs:CreateAction', 'x', 'ecs:TagResource', 'Set the tags in the call that creates the resource', ''],
  [
    'elasticloadbalancing:CreateAction',
    'x',
    'elasticloadbalancing:AddTags',
    'Set the tags in the call that creates the resource',
    '',
  ],
  [
    'elasticfilesystem:CreateAction',
    'x',
    'elasticfilesystem:ClientMount',
    'Set the tags in the call that creates the resource',
    '',
  ],
  [
    'ec2:RoleDelivery',
    'x',
    'ec2:CreateTags',
    'Get the instance’s credentials with IMDSv2',
    'aws ec2 modify-instance-metadata-options',
  ],
  ['ec2:SourceInstanceARN', 'x', 'ec2:CreateTags', 'Make the call on the instance x', ''],
  ['ssm:SourceInstanceARN', 'x', 'ssm:GetParameter', 'Make the call on the instance x', ''],
  ['lambda:SourceFunctionArn', 'x', 'lambda:InvokeFunction', 'Make the call from the function x', ''],
  [
    'lambda:InvokedViaFunctionUrl',
    'true',
    'lambda:InvokeFunction',
    'Call the function through its URL',
    'aws lambda get-function-url-config',
  ],
  [
    'elasticfilesystem:AccessedViaMountTarget',
    'true',
    'elasticfilesystem:ClientMount',
    'Mount the file system through a mount target',
    '',
  ],
  ['dynamodb:LeadingKeys', 'x', 'dynamodb:GetItem', 'Ask for rows of your own only', 'aws dynamodb query'],
  ['dynamodb:FirstPartitionKeyValues', 'x', 'dynamodb:GetItem', 'Ask for rows of your own only', 'aws dynamodb query'],
  ['dynamodb:FullTableScan', 'true', 'dynamodb:GetItem', 'Use a Scan', 'aws dynamodb scan'],
  ['dynamodb:Attributes', 'x', 'dynamodb:GetItem', 'Ask only for the attributes x', 'aws dynamodb get-item'],
  ['s3:DataAccessPointArn', 'x', 's3:PutObject', 'Call through the access point x', 'aws s3api get-object'],
  [
    's3:DataAccessPointAccount',
    'x',
    's3:PutObject',
    'Call through an access point of account x',
    'aws s3api get-object',
  ],
  [
    's3:AccessPointNetworkOrigin',
    'x',
    's3:PutObject',
    'Call through an access point whose network origin is x',
    'aws s3api get-object',
  ],
  [
    'elasticfilesystem:AccessPointArn',
    'x',
    'elasticfilesystem:ClientMount',
    'Call through the access point x',
    'aws efs describe-access-points',
  ],
  ['execute-api:viaDomainArn', 'x', 'execute-api:Invoke', 'Call the API through its custom domain', ''],
  ['cognito-identity.amazonaws.com:sub', 'x', 's3:GetObject', 'Use the path of the identity that is signed in', ''],
  ['kms:CallerAccount', 'x', 'kms:Get', 'Call with a user or role of account x', 'aws sts get-caller-identity'],
  ['sts:SourceIdentity', 'x', 'sts:Get', 'Set the source identity when you assume the role', 'aws sts assume-role'],
  ['ec2:Region', 'x', 'ec2:Get', 'Use Region x', 'aws configure set'],
  ['s3:ResourceAccount', 'x', 's3:Get', 'Use a resource of account x', ''],
  ['s3:TlsVersion', 'x', 's3:Get', 'Call with TLS version x', ''],
  ['s3:ExistingObjectTag/team', 'x', 's3:Get', 'Have the tag team put on the resource', 'aws s3api put-object-tagging'],
  [
    'ssm:resourceTag/team',
    'x',
    'ssm:Get',
    'Have the tag team put on the resource',
    'aws resourcegroupstaggingapi tag-resources',
  ],
  [
    'ec2:ResourceTag/team',
    'x',
    'ec2:Get',
    'Have the tag team put on the resource',
    'aws resourcegroupstaggingapi tag-resources',
  ],
  [
    'rds:db-tag/team',
    'x',
    'rds:CreateDBInstance',
    'Send the tag in the create call, and have the condition ask for it there',
    '',
  ],
  ['rds:req-tag/team', 'x', 'rds:CreateDBInstance', 'Send the tags in the create call', ''],
  [
    'secretsmanager:ResourceTag/team',
    'x',
    'secretsmanager:Get',
    'Have the tag team put on the resource',
    'aws resourcegroupstaggingapi tag-resources',
  ],
]

/** Keys with a deed for another demand than one value. */
const ranges: readonly (readonly [operator: string, key: string, value: string, title: string])[] = [
  ['NumericLessThan', 'aws:MultiFactorAuthAge', '3600', 'Sign in with MFA again'],
  ['Null', 'aws:MultiFactorAuthAge', 'false', 'Sign in with MFA'],
  ['DateGreaterThan', 'aws:TokenIssueTime', '2026-11-01T00:00:00Z', 'Sign in again'],
  ['DateGreaterThan', 'aws:CurrentTime', '2027-01-01T00:00:00Z', 'Call after 2027-01-01T00:00:00Z'],
  ['DateLessThan', 'aws:CurrentTime', '2026-01-01T00:00:00Z', 'Ask for more time'],
  ['DateLessThan', 'aws:EpochTime', '1767225600', 'Ask for more time'],
  ['NumericLessThan', 's3:signatureAge', '600000', 'Make a new link and use it at once'],
  ['NumericLessThanEquals', 'ec2:VolumeSize', '100', 'Set the volume size in GiB to at most 100'],
  ['NumericGreaterThanEquals', 's3:TlsVersion', '1.2', 'Call with TLS version at least 1.2'],
  ['StringNotEquals', 'ec2:VolumeType', 'io2', 'Use another volume type than io2'],
  ['Null', 'ec2:VolumeType', 'false', 'Give the volume type in the call'],
  ['Null', 'ec2:VolumeType', 'true', 'Leave out the volume type'],
  ['Bool', 'ec2:Encrypted', 'false', 'Turn off encryption of the volume'],
  ['StringNotEquals', 'aws:RequestedRegion', 'us-east-1', 'Use another Region than us-east-1'],
  ['NotIpAddress', 'aws:SourceIp', '192.0.2.0/24', 'Call from another network'],
  ['Null', 'aws:SourceVpce', 'true', 'Call over the internet, not through a VPC endpoint'],
  ['Bool', 'aws:ViaAWSService', 'false', 'Make the call directly, not through another AWS service'],
  ['Bool', 'aws:ViaAWSMCPService', 'false', 'Make the call yourself, with the AWS CLI or in the console'],
  ['Null', 'aws:RequestTag/team', 'false', 'Send the tags in the create call'],
  ['Null', 'aws:RequestTag/team', 'true', 'Make the call without the tag team'],
  ['StringNotEquals', 'aws:RequestTag/team', 'x', 'Give the tag team another value in the call'],
  ['ForAllValues:StringEquals', 'aws:TagKeys', 'team', 'Send no other tags than team'],
  ['ForAnyValue:StringEquals', 'aws:TagKeys', 'team', 'Send one of the tags team in the call'],
  ['Null', 'aws:TagKeys', 'false', 'Send tags in the call'],
  ['StringNotEquals', 'aws:PrincipalTag/team', 'x', 'Have the tag team of the caller changed or removed'],
  ['Null', 'aws:PrincipalTag/team', 'true', 'Have the tag team of the caller removed'],
  ['StringEquals', 'aws:PrincipalType', 'AssumedRole', 'Call as a role'],
  ['StringNotEquals', 'aws:PrincipalType', 'User', 'Call as a role, not as an IAM user'],
  ['Null', 'aws:username', 'true', 'Call as a role, not as an IAM user'],
  ['Null', 'aws:PrincipalOrgID', 'false', 'Call with a user or role whose account is in an organization'],
  ['Null', 's3:x-amz-server-side-encryption', 'false', 'Request encryption'],
  ['Null', 's3:x-amz-server-side-encryption', 'true', 'Don’t send the header x-amz-server-side-encryption'],
  ['StringNotEquals', 's3:authType', 'REST-QUERY-STRING', 'Sign the request in the header, not in a link'],
]

/** Keys without a deed, and why no one can do anything so that such a condition holds. */
const without: readonly (readonly [key: string, why: string])[] = [
  ['aws:PrincipalServiceName', 'only AWS services have it, and no caller can become one'],
  ['aws:PrincipalServiceNamesList', 'only AWS services have it, and no caller can become one'],
  ['aws:PrincipalIsAWSService', 'only AWS services are one; in a Deny, it’s the exception for them'],
  ['aws:IsMcpServiceAction', 'the action itself decides it'],
  ['sts:AWSServiceName', 'the service that gets the token decides it'],
  ['ec2:ManagedResourceOperator', 'the service that made the resource decides it'],
  ['glue:RoleAssumedBy', 'the service that assumed the role decides it'],
  ['s3:x-amz-content-sha256', 'the SDK decides how it signs the body'],
  ['token.actions.githubusercontent.com:sub', 'the issuer writes it: advise/trust compares it with the trust policy'],
  ['saml:aud', 'the issuer writes it: advise/trust compares it with the trust policy'],
]

describe('a condition on', () => {
  it.each(rows)('%s (%s), for %s: %s', (key, value, action, title, command) => {
    const deed = deedFor({ key, effect: 'Allow', want: 'one-of', values: [value] }, askedFor(action))
    expect(titleOf(deed)).toBe(title)
    expect(deed?.command?.split(' ').slice(0, 3).join(' ') ?? '').toBe(command)
    expect(write(deed?.text ?? '')).toMatch(/\.$/)
  })

  it.each(ranges)('%s on %s (%s): %s', (operator, key, value, title) => {
    const [condition] = conditions({ [operator]: { [key]: value } })
    const action = key.startsWith('ec2:') || key.startsWith('aws:') ? 'ec2:CreateVolume' : 's3:PutObject'
    expect(titleOf(condition && deedToMeet(condition, askedFor(action)))).toBe(title)
  })

  it.each(without)('%s has no deed: %s', (key) => {
    expect(
      deedFor({ key, effect: 'Allow', want: 'one-of', values: ['true'] }, askedFor('ec2:RunInstances')),
    ).toBeUndefined()
  })

  test('every global key is in one of the tables', () => {
    const named = [...rows, ...ranges.map(([, key]) => [key]), ...without].map(([key]) => key.toLowerCase())
    const isNamed = (key: string): boolean =>
      named.some((each) => each === key || (key.endsWith('/') && each.startsWith(key)))
    expect(globalKeys.map(({ name }) => name).filter((name) => !isNamed(name.toLowerCase()))).toEqual([])
  })
})

describe('a Deny', () => {
  /** Pairs of operators that say the opposite of each other: "Deny unless" asks for what "Allow if" asks for. */
  const opposites: readonly (readonly [allow: string, deny: string, value: string])[] = [
    ['StringEquals', 'StringNotEquals', 'x'],
    ['StringNotEquals', 'StringEquals', 'x'],
    ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'x'],
    ['StringLike', 'StringNotLike', 'x*'],
    ['StringEqualsIfExists', 'StringNotEqualsIfExists', 'x'],
    ['ForAnyValue:StringEquals', 'ForAllValues:StringNotEquals', 'x'],
    ['ForAllValues:StringEquals', 'ForAnyValue:StringNotEquals', 'x'],
    ['ArnLike', 'ArnNotLike', 'arn:aws:iam::111122223333:role/x'],
    ['ArnNotEquals', 'ArnEquals', 'arn:aws:iam::111122223333:role/x'],
    ['IpAddress', 'NotIpAddress', '192.0.2.0/24'],
    ['NumericLessThan', 'NumericGreaterThanEquals', '5'],
    ['NumericGreaterThan', 'NumericLessThanEquals', '5'],
    ['DateGreaterThan', 'DateLessThanEquals', '2027-01-01T00:00:00Z'],
    ['DateLessThan', 'DateGreaterThanEquals', '2027-01-01T00:00:00Z'],
  ]

  it.each(opposites)('with %s allowed asks for what a Deny with %s asks for', (allow, deny, value) => {
    const demands = (operator: string, effect: 'Allow' | 'Deny'): readonly object[] =>
      [...rows.map(([key]) => key), ...without.map(([key]) => key)]
        .flatMap((key) => conditions({ [operator]: { [key]: value } }))
        .map((condition) => ({ ...demandOf(condition, effect), effect: undefined }))
    expect(demands(deny, 'Deny')).toEqual(demands(allow, 'Allow'))
  })

  it.each([
    ['Bool', 'false', 'one-of', ['true']],
    ['BoolIfExists', 'false', 'one-of', ['true']],
    ['Bool', 'true', 'one-of', ['false']],
    ['Null', 'true', 'present', []],
    ['Null', 'false', 'absent', []],
  ] as const)('%s %s', (operator, value, want, values) => {
    const [condition] = conditions({ [operator]: { k: value } })
    expect(condition && demandOf(condition, 'Deny')).toMatchObject({ want, values })
  })

  test('with a value that could be either asks for nothing', () => {
    expect(conditions({ Null: { k: ['true', 'false'] } }).map((each) => demandOf(each, 'Deny'))).toEqual([undefined])
    expect(conditions({ Bool: { k: ['true', 'false'] } }).map((each) => demandOf(each, 'Deny'))).toEqual([undefined])
    expect(conditions({ StringIs: { k: 'x' } }).map((each) => demandOf(each, 'Deny'))).toEqual([undefined])
  })

  test('with several conditions: what the caller can change comes first, who calls comes last', () => {
    const several = conditions({
      ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/admin' },
      NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' },
      Bool: { 'aws:ViaAWSService': 'false' },
      StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1', 'aws:PrincipalServiceName': 'x' },
      BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
    })
    expect(deedsToAvoid(several, askedFor('ec2:RunInstances')).map(titleOf)).toEqual([
      'Sign in with MFA',
      'Use Region eu-central-1',
      'Call from the network that the policy names',
      'Make the call through an AWS service, such as CloudFormation',
      'Call as arn:aws:iam::111122223333:role/admin',
    ])
  })

  const sse = 's3:x-amz-server-side-encryption'
  test.each<[what: string, denies: readonly Record<string, Record<string, string>>[], titles: readonly string[]]>([
    [
      'one deed for each',
      [{ Bool: { 'aws:SecureTransport': 'false' } }, { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }],
      ['Call over HTTPS', 'Sign in with MFA'],
    ],
    [
      'the easiest of several conditions',
      [
        { Bool: { 'aws:SecureTransport': 'false' } },
        {
          ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a' },
          StringNotEquals: { [sse]: 'aws:kms' },
        },
      ],
      ['Call over HTTPS', 'Request encryption'],
    ],
    [
      'a value that is there, too',
      [{ Null: { [sse]: 'true' } }, { StringNotEquals: { [sse]: 'aws:kms' } }],
      ['Request encryption'],
    ],
    [
      'the same twice',
      [{ StringNotEquals: { [sse]: 'AES256' } }, { StringNotEquals: { [sse]: 'AES256' } }],
      ['Request encryption'],
    ],
    ['nothing where one has no condition', [{ Bool: { 'aws:SecureTransport': 'false' } }, {}], []],
  ])('of several statements: %s', (_, denies, titles) => {
    const deeds = deedsToAvoidAll(denies.map(conditions), askedFor('s3:PutObject'))
    expect(deeds.map(titleOf)).toEqual(titles)
  })
})

/** Letters show the title and the first sentence to someone else than the person who pasted. */
test('no deed speaks to the person who pasted where others read it', () => {
  const tables = messageTables('src/advise').filter(({ name }) => /^deeds?(?:-|$)|^likely-denies$/.test(name))
  const shown = tables.flatMap(({ messages }) =>
    Object.entries(messages)
      .filter(([id]) => !(`${id}ForOthers` in messages))
      .map(([id, template]) => (/Text(?:ForOthers)?$/.test(id) ? template.split(/(?<=[.?!])\s/)[0] : template)),
  )
  expect(shown.length).toBeGreaterThan(250)
  expect(shown.filter((text) => /\byou(?:r|rself)?\b|\bpaste/i.test(text ?? ''))).toEqual([])
})

describe('the same key', () => {
  it.each([
    ['iam:CreateRole', 'Create the role with this boundary'],
    ['iam:CreateUser', 'Create the user with this boundary'],
    ['iam:PutRolePermissionsBoundary', 'Set this boundary'],
    ['iam:AttachRolePolicy', 'Put this boundary on the role first'],
    ['iam:PutUserPolicy', 'Put this boundary on the user first'],
  ])('iam:PermissionsBoundary, for %s: %s', (action, title) => {
    expect(
      titleOf(
        deedFor({ effect: 'Allow', key: 'iam:PermissionsBoundary', want: 'one-of', values: ['x'] }, askedFor(action)),
      ),
    ).toBe(title)
  })

  it.each([
    ['ec2:RunInstances', 'Send the tags in the create call'],
    ['ec2:CreateTags', 'Set the tag team to x'],
    ['kms:TagResource', 'Set the tag team to x'],
    ['elasticloadbalancing:AddTags', 'Set the tag team to x'],
    ['ec2:StopInstances', 'Have the condition on aws:RequestTag/team limited to calls that create something'],
  ])('aws:RequestTag, for %s: %s', (action, title) => {
    expect(
      titleOf(
        deedFor({ effect: 'Allow', key: 'aws:RequestTag/team', want: 'one-of', values: ['x'] }, askedFor(action)),
      ),
    ).toBe(title)
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag
  const put = 'Have the tag team put on the resource'
  const send = 'Send the tag in the create call, and have the condition ask for it there'
  it.each([
    ['ec2:RunInstances', 'arn:aws:ec2:eu-central-1:111122223333:instance/*', send],
    ['ec2:RunInstances', 'arn:aws:ec2:eu-central-1:111122223333:subnet/subnet-0abc', put],
    ['ec2:CreateRoute', 'arn:aws:ec2:eu-central-1:111122223333:route-table/rtb-0abc', put],
    ['iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/jo', put],
    ['iam:CreateUser', 'arn:aws:iam::111122223333:user/jo', send],
    ['kms:CreateGrant', 'arn:aws:kms:eu-central-1:111122223333:key/0a1b', put],
    ['kms:CreateKey', '*', send],
    ['lambda:CreateAlias', 'arn:aws:lambda:eu-central-1:111122223333:function:orders', put],
    ['lambda:CreateFunction', 'arn:aws:lambda:eu-central-1:111122223333:function:orders', send],
  ])('aws:ResourceTag, for %s on %s: %s', (action, resource, title) => {
    const asked = askedFor(action)
    const [, name = ''] = action.split(':')
    const known = reference.services.get(asked.service)?.actions.get(name.toLowerCase())
    expect(known).toBeDefined()
    const demand = { effect: 'Allow', key: 'aws:ResourceTag/team', want: 'one-of', values: ['x'] } as const
    expect(titleOf(deedFor(demand, { ...asked, known, request: { ...asked.request, resource } }))).toBe(title)
  })

  it.each([
    ['ec2:RunInstances', 'Use the instance type t3.micro'],
    ['ec2:StartInstances', 'Use a resource whose instance type is t3.micro'],
  ])('ec2:InstanceType, for %s: %s', (action, title) => {
    expect(
      titleOf(
        deedFor({ effect: 'Allow', key: 'ec2:InstanceType', want: 'one-of', values: ['t3.micro'] }, askedFor(action)),
      ),
    ).toBe(title)
  })

  it.each([
    ['ec2:RunInstances', 'Use Region eu-central-1'],
    ['iam:CreateRole', 'Have iam exempted from the Region lock'],
  ])('aws:RequestedRegion, for %s: %s', (action, title) => {
    const demand = { effect: 'Allow', key: 'aws:RequestedRegion', want: 'one-of', values: ['eu-central-1'] } as const
    expect(titleOf(deedFor(demand, askedFor(action)))).toBe(title)
  })

  it.each([
    [
      principal,
      'aws sts get-session-token --serial-number arn:aws:iam::111122223333:mfa/<DEVICE_NAME> --token-code 123456',
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/dev/mary',
      'aws sts assume-role --role-arn <ROLE_ARN> --role-session-name <SESSION_NAME> --serial-number <MFA_DEVICE_ARN> --token-code 123456',
    ],
  ])('MFA, for %s: %s', (who, command) => {
    const deed = deedFor(
      { effect: 'Allow', key: 'aws:MultiFactorAuthPresent', want: 'one-of', values: ['true'] },
      askedFor('s3:GetObject', who),
    )
    expect(deed?.command).toBe(command)
  })

  test('the end of a range is the value to send', () => {
    const [condition] = conditions({ NumericGreaterThan: { 'rds:StorageSize': '100' } })
    const deed = condition && deedsToAvoid([condition], askedFor('rds:ModifyDBInstance'))[0]
    expect(deed?.command).toBe('aws rds modify-db-instance --db-instance-identifier <DB_NAME> --allocated-storage 100')
  })

  test('a value with what a shell would read goes into no command', () => {
    const deed = deedFor(
      { effect: 'Allow', key: 'ec2:InstanceType', want: 'one-of', values: ['$(rm -rf ~)'] },
      askedFor('ec2:RunInstances'),
    )
    expect(deed?.command).toBe('aws ec2 run-instances --image-id <IMAGE_ID> --instance-type <INSTANCE_TYPE>')
  })
})
