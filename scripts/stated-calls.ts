// What AWS's API references say that a caller also needs: rows of src/reference/facts/whole-calls.ts. Read in the models of botocore 1.43, whose texts are those of the pages.
import type { CallNeed, WholeCallRow } from '../src/reference/index.ts'
import { need, readOn } from './call-rows.ts'

const role = 'arn:{Partition}:iam::{Account}:role/{RoleNameWithPath}'
const key = 'arn:{Partition}:kms:{Region}:{Account}:key/{KeyId}'
const ec2 = 'arn:{Partition}:ec2:{Region}:{Account}'
const ownKey = 'if the secret is encrypted with a customer managed key'

const page = readOn('2026-11-29')
const passing = (service: string, when?: string): CallNeed =>
  need('iam:PassRole', when, `the call passes a role to the service (iam:PassedToService = ${service})`, role)
/** One of several roles of a call: its name's hole, the service that acts with it, when, and what AWS calls it. */
const passingNamed = (hole: string, service: string, when: string, name: string): CallNeed => ({
  ...need(
    'iam:PassRole',
    when,
    `the call passes the ${name} (iam:PassedToService = ${service})`,
    role.replace('RoleNameWithPath', hole),
  ),
  passedTo: service,
})
const tagging = (action: string): CallNeed =>
  need(action, 'if tags are set', 'tagging at creation requires its own permission')

const secrets = (operation: string, needs: readonly CallNeed[]): WholeCallRow =>
  page(`secretsmanager:${operation}`, `secretsmanager/latest/apireference/API_${operation}`, needs)
const withKey = (actions: string, when: string): CallNeed => ({
  ...need(actions, when, 'AWS uses the caller’s permissions for this action', key),
  via: 'secretsmanager.amazonaws.com',
})

const logs = (operation: string, needs: readonly CallNeed[]): WholeCallRow =>
  page(`logs:${operation}`, `AmazonCloudWatchLogs/latest/APIReference/API_${operation}`, needs)
const accountPolicies = (verb: string): readonly CallNeed[] =>
  [
    ['DataProtectionPolicy', 'data protection'],
    ['SubscriptionFilter', 'subscription filter'],
    ['Transformer', 'transformer'],
    ['IndexPolicy', 'field index'],
  ].map(([name, kind]) => need(`logs:${verb}${name}`, `if it’s a ${kind} policy`, 'each kind has its own action', '*'))

const mountTarget = (operation: string, needs: readonly CallNeed[]): WholeCallRow =>
  page(`elasticfilesystem:${operation}`, `efs/latest/ug/API_${operation}`, needs)
const interfaceOf = (action: string): CallNeed =>
  need(
    action,
    undefined,
    'EFS changes the mount target’s network interface',
    `${ec2}:network-interface/{NetworkInterfaceId}`,
  )

const provisioned = need(
  'sso:ProvisionPermissionSet',
  'if the permission set is assigned already',
  'only this call brings the change to the accounts',
)
const organizationTags = (operation: string): WholeCallRow =>
  page(`organizations:${operation}`, `organizations/latest/APIReference/API_${operation}`, [
    tagging('organizations:TagResource'),
  ])
const template = need(
  'cloudformation:GetTemplate',
  undefined,
  'the product’s template is read with the caller’s permissions',
  '*',
)

const alarm = (operation: string, actions: string): WholeCallRow =>
  page(`cloudwatch:${operation}`, `AmazonCloudWatch/latest/APIReference/API_${operation}`, [
    tagging('cloudwatch:TagResource'),
    need(
      'iam:CreateServiceLinkedRole',
      `if the alarm acts on ${actions} and the service-linked role does not exist`,
      'AWS creates the service-linked role on first use',
      'arn:{Partition}:iam::{Account}:role/aws-service-role/*',
    ),
  ])
const identityCenter = (when?: string): CallNeed =>
  need(
    'sso:CreateApplication sso:PutApplicationGrant sso:PutApplicationAuthenticationMethod',
    when,
    'Access Grants becomes an application of Identity Center',
    '*',
  )

const credentials = (action: string, when: string, service: string, resource: string): CallNeed => ({
  ...need(
    action,
    when,
    'temporary credentials for the caller',
    `arn:{Partition}:${service}:{Region}:{Account}:${resource}`,
  ),
  via: 'redshift-data.amazonaws.com',
})

/** S3 Tables: its pages have a name that its model doesn't say. */
const tables = (operation: string, needs: readonly CallNeed[]): WholeCallRow => ({
  ...page(`s3tables:${operation}`, '', needs),
  source: 'https://github.com/boto/botocore/blob/develop/botocore/data/s3tables/2018-05-10/service-2.json.gz',
})

export const statedCalls: readonly WholeCallRow[] = [
  page('ecs:UpdateService', 'AmazonECS/latest/APIReference/API_UpdateService', [
    passing('ecs.amazonaws.com', 'if a role for volumes, load balancers, VPC Lattice, or lifecycle hooks is given'),
  ]),
  page(
    'codebuild:UpdateProject',
    'codebuild/latest/APIReference/API_UpdateProject',
    [passing('codebuild.amazonaws.com', 'if another service role is given')],
    'codebuild.amazonaws.com',
  ),
  page(
    'backup:StartCopyJob',
    'aws-backup/latest/devguide/API_StartCopyJob',
    [passing('backup.amazonaws.com')],
    'backup.amazonaws.com',
  ),
  page(
    'ec2:RequestSpotInstances',
    'AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests',
    [
      passing('ec2.amazonaws.com', 'if an instance profile is given'),
      need(
        'ec2:CreateTags',
        'if tags are set',
        'tagging while creating is a check of its own; ec2:CreateAction = RequestSpotInstances',
        `${ec2}:spot-instances-request/{SpotInstanceRequestId}`,
      ),
      need(
        'iam:CreateServiceLinkedRole',
        'if AWSServiceRoleForEC2Spot does not exist',
        'AWS creates the service-linked role on first use (iam:AWSServiceName = spot.amazonaws.com)',
        'arn:{Partition}:iam::{Account}:role/aws-service-role/spot.amazonaws.com/*',
      ),
    ],
    'ec2.amazonaws.com',
  ),
  page(
    'cloudformation:CreateStackSet',
    'AWSCloudFormation/latest/APIReference/API_CreateStackSet',
    [
      passing('cloudformation.amazonaws.com', 'if an administration role is given (self-managed)'),
      tagging('cloudformation:TagResource'),
    ],
    'cloudformation.amazonaws.com',
  ),
  page(
    'cloudformation:UpdateStackSet',
    'AWSCloudFormation/latest/APIReference/API_UpdateStackSet',
    [passing('cloudformation.amazonaws.com', 'if an administration role is given (self-managed)')],
    'cloudformation.amazonaws.com',
  ),
  page('route53:CreateHostedZone', 'Route53/latest/APIReference/API_CreateHostedZone', [
    need('ec2:DescribeVpcs', 'if the zone is private', 'the VPC is looked up with the caller’s permissions', '*'),
  ]),
  ...['PutInlinePolicyToPermissionSet', 'AttachManagedPolicyToPermissionSet'].map((operation) =>
    page(`sso:${operation}`, `singlesignon/latest/APIReference/API_${operation}`, [provisioned]),
  ),
  {
    ...secrets('PutSecretValue', [withKey('kms:GenerateDataKey kms:Decrypt', ownKey)]),
    // Its page names no key, unlike those of CreateSecret and UpdateSecret.
    source:
      'https://github.com/awslabs/iam-policy-autopilot/blob/main/iam-policy-autopilot-policy-generation/resources/config/operation-fas-maps/secretsmanager.json',
    read: '2026-11-28',
  },
  secrets('UpdateSecret', [withKey('kms:GenerateDataKey kms:Decrypt kms:Encrypt', ownKey)]),
  secrets('BatchGetSecretValue', [
    need('secretsmanager:GetSecretValue', undefined, 'AWS checks each secret'),
    withKey('kms:Decrypt', ownKey),
  ]),
  secrets('ReplicateSecretToRegions', [
    withKey('kms:Decrypt', ownKey),
    withKey('kms:GenerateDataKey kms:Encrypt', 'if the replica is encrypted with a customer managed key'),
  ]),
  secrets('RotateSecret', [
    need(
      'lambda:InvokeFunction',
      'if a rotation function rotates it',
      'Secrets Manager checks that the caller can invoke the function',
      'arn:{Partition}:lambda:{Region}:{Account}:function:{FunctionName}',
    ),
  ]),
  secrets('ValidateResourcePolicy', [
    need('secretsmanager:PutResourcePolicy', undefined, 'AWS checks a separate action for this'),
  ]),
  logs('PutAccountPolicy', [
    ...accountPolicies('Put'),
    passing('logs.amazonaws.com', 'if a subscription’s destination isn’t a Lambda function'),
  ]),
  logs('DeleteAccountPolicy', accountPolicies('Delete')),
  ...['FilterLogEvents', 'GetLogEvents'].map((operation) =>
    logs(operation, [
      need('logs:Unmask', 'if the request asks for masked data (unmask)', 'AWS checks a separate action for this'),
    ]),
  ),
  mountTarget('CreateMountTarget', [
    need(
      'ec2:DescribeSubnets ec2:DescribeNetworkInterfaces',
      undefined,
      'the network is looked up with the caller’s permissions',
      '*',
    ),
    need(
      'ec2:CreateNetworkInterface',
      undefined,
      'the mount target is a network interface',
      ['network-interface/*', 'subnet/{SubnetId}', 'security-group/*'].map((each) => `${ec2}:${each}`).join(' '),
    ),
  ]),
  mountTarget('DeleteMountTarget', [interfaceOf('ec2:DeleteNetworkInterface')]),
  mountTarget('DescribeMountTargetSecurityGroups', [interfaceOf('ec2:DescribeNetworkInterfaceAttribute')]),
  mountTarget('ModifyMountTargetSecurityGroups', [interfaceOf('ec2:ModifyNetworkInterfaceAttribute')]),
  page('codeartifact:GetAuthorizationToken', 'codeartifact/latest/APIReference/API_GetAuthorizationToken', [
    need('sts:GetServiceBearerToken', undefined, 'STS issues the token', '*'),
  ]),
  page('ecr-public:GetAuthorizationToken', 'AmazonECRPublic/latest/APIReference/API_GetAuthorizationToken', [
    need('sts:GetServiceBearerToken', undefined, 'STS issues the token', '*'),
  ]),
  page('redshift:GetClusterCredentials', 'redshift/latest/APIReference/API_GetClusterCredentials', [
    need('redshift:JoinGroup', 'if DbGroups is given', 'AWS checks a separate action for this'),
    need('redshift:CreateClusterUser', 'if AutoCreate is true', 'AWS checks a separate action for this'),
  ]),
  page(
    'sagemaker:UpdateNotebookInstance',
    'sagemaker/latest/APIReference/API_UpdateNotebookInstance',
    [passing('sagemaker.amazonaws.com', 'if another role is given')],
    'sagemaker.amazonaws.com',
  ),
  page(
    'bedrock:CreateModelCustomizationJob',
    'bedrock/latest/APIReference/API_CreateModelCustomizationJob',
    [passing('bedrock.amazonaws.com')],
    'bedrock.amazonaws.com',
  ),
  page('bedrock:InvokeAgent', 'bedrock/latest/APIReference/API_agent-runtime_InvokeAgent', [
    need(
      'bedrock:InvokeModelWithResponseStream',
      'if the agent streams its answer',
      'AWS checks a separate action for this',
      '*',
    ),
  ]),
  page('batch:CreateComputeEnvironment', 'batch/latest/APIReference/API_CreateComputeEnvironment', [
    need('eks:DescribeCluster', 'if it runs on EKS', 'the cluster is looked up with the caller’s permissions'),
  ]),
  ...['CreateProduct', 'CreateProvisioningArtifact'].map((operation) =>
    page(`servicecatalog:${operation}`, `servicecatalog/latest/dg/API_${operation}`, [template]),
  ),
  page('servicecatalog:ImportAsProvisionedProduct', 'servicecatalog/latest/dg/API_ImportAsProvisionedProduct', [
    template,
    need('cloudformation:DescribeStacks', undefined, 'the stack is looked up with the caller’s permissions', '*'),
  ]),
  ...['DescribeStateMachine', 'DescribeExecution', 'DescribeStateMachineForExecution', 'StartSyncExecution'].map(
    (operation) =>
      page(`states:${operation}`, `step-functions/latest/apireference/API_${operation}`, [
        {
          ...need(
            'kms:Decrypt',
            'if the state machine is encrypted with a customer managed key',
            'AWS uses the caller’s permissions for this action',
            key,
          ),
          via: 'states.amazonaws.com',
        },
      ]),
  ),
  page('sns:CreateTopic', 'sns/latest/api/API_CreateTopic', [tagging('sns:TagResource')]),
  page('sqs:CreateQueue', 'AWSSimpleQueueService/latest/APIReference/API_CreateQueue', [tagging('sqs:TagQueue')]),
  page('ssm:CreateOpsItem', 'systems-manager/latest/APIReference/API_CreateOpsItem', [
    tagging('ssm:AddTagsToResource'),
  ]),
  page('firehose:CreateDeliveryStream', 'firehose/latest/APIReference/API_CreateDeliveryStream', [
    tagging('firehose:TagDeliveryStream'),
  ]),
  page('kinesis:CreateStream', 'kinesis/latest/APIReference/API_CreateStream', [tagging('kinesis:AddTagsToStream')]),
  page('kinesis:RegisterStreamConsumer', 'kinesis/latest/APIReference/API_RegisterStreamConsumer', [
    tagging('kinesis:TagResource'),
  ]),
  ...['CreatePolicy', 'CreateOrganizationalUnit', 'InviteAccountToOrganization'].map(organizationTags),
  page(
    'datasync:CreateTask',
    'datasync/latest/userguide/API_CreateTask',
    [
      passing('datasync.amazonaws.com', 'if a manifest or a task report is set'),
      need(
        'iam:CreateServiceLinkedRole',
        'if it’s an Enhanced mode task',
        'DataSync creates its service-linked role',
        '*',
      ),
    ],
    'datasync.amazonaws.com',
  ),
  ...['CreateAccessGrantsLocation', 'UpdateAccessGrantsLocation'].map((operation) =>
    page(`s3:${operation}`, `AmazonS3/latest/API/API_control_${operation}`, [
      need('iam:PassRole', undefined, 'the call passes a role to S3 Access Grants', role),
    ]),
  ),
  page('elasticbeanstalk:CreateEnvironment', 'elasticbeanstalk/latest/api/API_CreateEnvironment', [
    need('iam:PassRole', 'if an operations role is given', 'the call passes a role to the service', role),
  ]),
  page('workspaces:CreateWorkspaceImage', 'workspaces/latest/api/API_CreateWorkspaceImage', [
    tagging('workspaces:CreateTags'),
  ]),
  page('s3:GetObjectAttributes', 'AmazonS3/latest/API/API_GetObjectAttributes', [
    need('s3:GetObject', 'if no version is named', 'reading an object’s attributes requires reading the object'),
    need(
      's3:GetObjectVersion s3:GetObjectVersionAttributes',
      'if a version is named',
      'versions have their own actions',
    ),
  ]),
  alarm('PutMetricAlarm', 'EC2 instances, OpsItems, or response plans'),
  alarm('PutCompositeAlarm', 'OpsItems'),
  page('cloudwatch:PutInsightRule', 'AmazonCloudWatch/latest/APIReference/API_PutInsightRule', [
    tagging('cloudwatch:TagResource'),
  ]),
  page('cloudwatch:PutMetricStream', 'AmazonCloudWatch/latest/APIReference/API_PutMetricStream', [
    need('iam:PassRole', undefined, 'the call passes the stream’s role to CloudWatch', role),
  ]),
  page('rekognition:CreateCollection', 'rekognition/latest/APIReference/API_CreateCollection', [
    tagging('rekognition:TagResource'),
  ]),
  page('rekognition:CreateStreamProcessor', 'rekognition/latest/APIReference/API_CreateStreamProcessor', [
    tagging('rekognition:TagResource'),
  ]),
  page('s3:CreateStorageLensGroup', 'AmazonS3/latest/API/API_control_CreateStorageLensGroup', [
    tagging('s3:TagResource'),
  ]),
  page('s3:CreateAccessGrantsInstance', 'AmazonS3/latest/API/API_control_CreateAccessGrantsInstance', [
    need(
      'sso:DescribeInstance',
      'if an Identity Center instance is given',
      'the Identity Center instance is looked up',
      '*',
    ),
    identityCenter('if an Identity Center instance is given'),
  ]),
  page(
    's3:AssociateAccessGrantsIdentityCenter',
    'AmazonS3/latest/API/API_control_AssociateAccessGrantsIdentityCenter',
    [identityCenter()],
  ),
  page('s3:PutObjectRetention', 'AmazonS3/latest/API/API_PutObjectRetention', [
    need('s3:BypassGovernanceRetention', 'if governance mode is bypassed', 'AWS checks a separate action for this'),
  ]),
  tables('CreateTable', [
    need('s3tables:PutTableData', 'if metadata is given', 'AWS checks a separate action for this'),
    need('s3tables:PutTableEncryption', 'if encryption is set', 'AWS checks a separate action for this'),
    need('s3tables:PutTableStorageClass', 'if a storage class is set', 'AWS checks a separate action for this'),
    tagging('s3tables:TagResource'),
  ]),
  tables('CreateTableBucket', [
    need('s3tables:PutTableBucketEncryption', 'if encryption is set', 'AWS checks a separate action for this'),
    need('s3tables:PutTableBucketStorageClass', 'if a storage class is set', 'AWS checks a separate action for this'),
    tagging('s3tables:TagResource'),
  ]),
  page('workspaces:CreateUpdatedWorkspaceImage', 'workspaces/latest/api/API_CreateUpdatedWorkspaceImage', [
    tagging('workspaces:CreateTags'),
  ]),
  organizationTags('CreateGovCloudAccount'),
  page('wellarchitected:CreateWorkload', 'wellarchitected/latest/APIReference/API_CreateWorkload', [
    need(
      'wellarchitected:GetReviewTemplate wellarchitected:GetReviewTemplateAnswer wellarchitected:ListReviewTemplateAnswers wellarchitected:GetReviewTemplateLensReview',
      'if the workload is created from a review template',
      'the template is read with the caller’s permissions',
    ),
  ]),
  page('elasticbeanstalk:CreateApplicationVersion', 'elasticbeanstalk/latest/api/API_CreateApplicationVersion', [
    need(
      's3:GetObject',
      'if the source bundle is in your own bucket',
      'the bundle is read with the caller’s permissions',
      'arn:{Partition}:s3:::{BucketName}/{ObjectName}',
    ),
  ]),
  ...['BatchExecuteStatement', 'DescribeTable', 'ListDatabases', 'ListSchemas', 'ListTables'].map((operation) =>
    page(`redshift-data:${operation}`, `redshift-data/latest/APIReference/API_${operation}`, [
      credentials(
        'redshift:GetClusterCredentialsWithIAM',
        'if a cluster and no DbUser',
        'redshift',
        'dbname:{ClusterName}/{DbName}',
      ),
      credentials(
        'redshift:GetClusterCredentials',
        'if a cluster and a DbUser',
        'redshift',
        'dbuser:{ClusterName}/{DbUser}',
      ),
      credentials(
        'redshift-serverless:GetCredentials',
        'if serverless',
        'redshift-serverless',
        'workgroup/{WorkgroupId}',
      ),
    ]),
  ),
  page('aws-marketplace:ViewSubscriptions', 'bedrock/latest/userguide/model-access', [
    need(
      'aws-marketplace:Subscribe',
      'if it’s for a model in Amazon Bedrock that no one in the account has used yet',
      'Bedrock subscribes to the model with the caller’s permissions',
      '*',
    ),
  ]),
  // Calls that pass several roles, read on 2026-11-30.
  ...['CreateService', 'UpdateService'].map((operation) => ({
    ...page(`apprunner:${operation}`, 'apprunner/latest/dg/security_iam_service-with-iam', [
      passingNamed('AccessRoleName', 'build.apprunner.amazonaws.com', 'if the image is in Amazon ECR', 'access role'),
      passingNamed(
        'InstanceRoleName',
        'tasks.apprunner.amazonaws.com',
        'if an instance role is given',
        'instance role',
      ),
    ]),
    read: '2026-11-30',
  })),
  {
    ...page('batch:RegisterJobDefinition', 'batch/latest/APIReference/API_ContainerProperties', [
      passingNamed('JobRoleName', 'ecs-tasks.amazonaws.com', 'if jobRoleArn is set', 'job role'),
      passingNamed('ExecutionRoleName', 'ecs-tasks.amazonaws.com', 'if executionRoleArn is set', 'execution role'),
    ]),
    read: '2026-11-30',
  },
]
