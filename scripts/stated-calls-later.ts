// What AWS's pages say that a caller also needs, read later than stated-calls.ts. Rows of src/reference/facts/whole-calls.ts.
import type { CallNeed, WholeCallRow } from '../src/reference/index.ts'
import { need, readOn } from './call-rows.ts'

const page = readOn('2026-11-30')

/** CloudFormation reads what the template names with the caller's permissions, unless the stack has a role. */
const ofTemplate = (operation: string): WholeCallRow =>
  page(`cloudformation:${operation}`, 'AWSCloudFormation/latest/UserGuide/control-access-with-iam', [
    {
      ...need(
        's3:GetObject',
        'if the template is in a bucket (TemplateURL)',
        'CloudFormation reads the template with the caller’s permissions',
        'arn:{Partition}:s3:::{BucketName}/{ObjectName}',
      ),
      via: 'cloudformation.amazonaws.com',
    },
    {
      ...need(
        'ssm:GetParameters',
        'if the template has parameters of a type AWS::SSM::Parameter::Value',
        'CloudFormation reads them with the caller’s permissions',
      ),
      via: 'cloudformation.amazonaws.com',
    },
    need(
      'cloudformation:DescribeStacks cloudformation:DescribeStackEvents',
      'if the program waits for the result',
      'it asks until the stack is done',
    ),
    {
      ...need(
        'cloudformation:GetTemplateSummary cloudformation:ValidateTemplate cloudformation:GetTemplate',
        'if the console makes the call',
        'it reads and checks the template first',
      ),
      tools: 'Console',
    },
  ])

/** WAF sets up the delivery of its logs with the caller's permissions. */
const logDelivery: readonly CallNeed[] = [
  need('logs:CreateLogDelivery logs:DeleteLogDelivery', undefined, 'AWS WAF sets up the delivery of the logs', '*'),
  need(
    'logs:PutResourcePolicy logs:DescribeResourcePolicies logs:DescribeLogGroups',
    'if the logs go to CloudWatch Logs',
    'AWS WAF allows the delivery in the log group’s policy',
    '*',
  ),
  need(
    's3:GetBucketPolicy s3:PutBucketPolicy',
    'if the logs go to a bucket',
    'AWS WAF allows the delivery in the bucket’s policy',
    'arn:{Partition}:s3:::{BucketName}',
  ),
]

/** What can be scaled, and what Application Auto Scaling calls for it. https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_id-based-policy-examples.html */
const scalable: readonly (readonly [target: string, actions: string])[] = [
  ['an ECS service', 'ecs:DescribeServices ecs:UpdateService'],
  ['a DynamoDB table or index', 'dynamodb:DescribeTable dynamodb:UpdateTable'],
  [
    'a Lambda function',
    'lambda:PutProvisionedConcurrencyConfig lambda:GetProvisionedConcurrencyConfig lambda:DeleteProvisionedConcurrencyConfig',
  ],
  [
    'an Aurora cluster',
    'rds:AddTagsToResource rds:CreateDBInstance rds:DeleteDBInstance rds:DescribeDBClusters rds:DescribeDBInstances',
  ],
  [
    'a SageMaker endpoint',
    'sagemaker:DescribeEndpoint sagemaker:DescribeEndpointConfig sagemaker:UpdateEndpointWeightsAndCapacities',
  ],
]
const scaling = (operation: string): WholeCallRow =>
  page(
    `application-autoscaling:${operation}`,
    'autoscaling/application/userguide/security_iam_id-based-policy-examples',
    [
      ...scalable.map(([target, actions]) =>
        need(actions, `if the target is ${target}`, 'scaling requires the target’s own permissions'),
      ),
      need(
        'cloudwatch:PutMetricAlarm cloudwatch:DescribeAlarms cloudwatch:DeleteAlarms',
        'if a policy scales by a metric',
        'scaling policies work with alarms',
      ),
    ],
  )

const revision = 'arn:{Partition}:codedeploy:{Region}:{Account}:application:{ApplicationName}'

/** SageMaker's table of operations and permissions. */
const sagemaker = (operation: string, needs: readonly CallNeed[]): WholeCallRow =>
  page(`sagemaker:${operation}`, 'sagemaker/latest/dg/api-permissions-reference', needs)
const grantFor = (when: string): CallNeed =>
  need(
    'kms:CreateGrant',
    when,
    'SageMaker gets a grant on the key',
    'arn:{Partition}:kms:{Region}:{Account}:key/{KeyId}',
  )

/** Rows for src/reference/facts/whole-calls.ts. */
export const laterCalls: readonly WholeCallRow[] = [
  ...['CreateStack', 'UpdateStack', 'CreateChangeSet'].map(ofTemplate),
  page('wafv2:PutLoggingConfiguration', 'waf/latest/developerguide/logging-s3', logDelivery),
  page('dynamodb:ExportTableToPointInTime', 'amazondynamodb/latest/developerguide/S3DataExport_Requesting', [
    need(
      's3:PutObject s3:AbortMultipartUpload s3:PutObjectAcl',
      undefined,
      'DynamoDB writes the export with the caller’s permissions',
      'arn:{Partition}:s3:::{BucketName}/*',
    ),
  ]),
  page('dynamodb:ImportTable', 'amazondynamodb/latest/developerguide/S3DataImport.Requesting', [
    need(
      's3:GetObject',
      undefined,
      'DynamoDB reads the data with the caller’s permissions',
      'arn:{Partition}:s3:::{BucketName}/*',
    ),
    need(
      's3:ListBucket',
      undefined,
      'DynamoDB reads the data with the caller’s permissions',
      'arn:{Partition}:s3:::{BucketName}',
    ),
    need(
      'logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents logs:PutRetentionPolicy',
      undefined,
      'the import writes its errors to this log group',
      'arn:{Partition}:logs:{Region}:{Account}:log-group:/aws-dynamodb/*',
    ),
    need('logs:DescribeLogGroups', undefined, 'the import looks for its log group', '*'),
    need(
      'kms:Decrypt',
      'if the data is encrypted with a KMS key',
      'AWS uses the caller’s permissions for this action',
      'arn:{Partition}:kms:{Region}:{Account}:key/{KeyId}',
    ),
    need('dynamodb:DescribeImport', 'if the program waits for the result', 'it asks until the import is done'),
  ]),
  page('codedeploy:CreateDeployment', 'codedeploy/latest/userguide/auth-and-access-control-permissions-reference', [
    need('codedeploy:GetDeploymentConfig', undefined, 'CodeDeploy reads the deployment configuration'),
    need('codedeploy:GetApplicationRevision', undefined, 'CodeDeploy reads the revision', revision),
    need(
      'codedeploy:RegisterApplicationRevision',
      'if the revision isn’t registered yet',
      'CodeDeploy registers it',
      revision,
    ),
    need(
      'codedeploy:UpdateDeploymentGroup',
      'if the call sets overrideAlarmConfiguration',
      'this parameter changes the deployment group',
    ),
  ]),
  page(
    'eks:CreatePodIdentityAssociation',
    'eks/latest/userguide/pod-id-association',
    [
      need(
        'iam:PassRole',
        undefined,
        'the call passes the pods’ role (iam:PassedToService = pods.eks.amazonaws.com)',
        'arn:{Partition}:iam::{Account}:role/{RoleNameWithPath}',
      ),
    ],
    'pods.eks.amazonaws.com',
  ),
  page('es:CreateDomain', 'opensearch-service/latest/developerguide/encryption-at-rest', [
    need(
      'kms:CreateGrant kms:DescribeKey',
      'if the domain is encrypted with your own key',
      'the service gets a grant on the key',
      'arn:{Partition}:kms:{Region}:{Account}:key/{KeyId}',
    ),
    need('es:AddTags', 'if tags are set', 'tagging at creation requires its own permission'),
  ]),
  page('lakeformation:RegisterResource', 'lake-formation/latest/dg/service-linked-roles', [
    need(
      'iam:CreateServiceLinkedRole iam:PutRolePolicy',
      'if the location is registered with the service-linked role',
      'Lake Formation creates the role and adds the location to its policy',
      'arn:{Partition}:iam::{Account}:role/aws-service-role/lakeformation.amazonaws.com/*',
    ),
  ]),
  ...['RegisterScalableTarget', 'PutScalingPolicy'].map(scaling),
  sagemaker('CreateProcessingJob', [
    grantFor('if VolumeKmsKeyId is set and the job’s role doesn’t allow this'),
    need('ec2:CreateNetworkInterface', 'if the job runs in a VPC', 'SageMaker puts it into the VPC'),
  ]),
  ...['CreateAutoMLJob', 'CreateAutoMLJobV2', 'CreateHyperParameterTuningJob'].map((operation) =>
    sagemaker(operation, [grantFor('if VolumeKmsKeyId is set and the job’s role doesn’t allow this')]),
  ),
]
