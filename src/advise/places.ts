import type { PolicyType } from '../iam/index.ts'

/** A place where a policy can stand. */
export type PlaceId =
  | 'user'
  | 'group'
  | 'role'
  | 'permission-set'
  | 'managed'
  | 'boundary'
  | 'trust'
  | 'scp'
  | 'rcp'
  | 'endpoint'
  | 'session'
  | ResourcePlaceId

/** Those that belong to a resource. */
export type ResourcePlaceId =
  | 'bucket'
  | 'key'
  | 'queue'
  | 'topic'
  | 'secret'
  | 'function'
  | 'repository'
  | 'public-repository'
  | 'table'
  | 'stream'
  | 'rest-api'
  | 'backup-vault'
  | 'file-system'
  | 'event-bus'
  | 'domain'
  | 'package-domain'
  | 'certificate-authority'
  | 'table-bucket'
  | 'cluster'
  | 'channel'

/** Facts about a place. "{}" is replaced with the name of the user, role, or resource that the policy is attached to. */
export interface Place {
  readonly type: PolicyType
  /** Where people find it in the console. One sentence. */
  readonly console: string
  /** For a resource: its service's prefix, and which part of its ARN is the name. */
  readonly resource?: { readonly service: string; readonly name: 'arn' | 'first' | 'last' | 'second' }
  /** The placeholder for an unknown name. */
  readonly standIn: string
  /** A read-only command that prints the policy. */
  readonly get?: string
  /** The commands that put policy.json there, one per line; undefined where the AWS CLI takes no whole document. */
  readonly put?: readonly string[]
  /** Terraform's resource, its other arguments, and the argument that holds the document. */
  readonly terraform?: { readonly type: string; readonly lines: readonly string[]; readonly field: string }
  /** CloudFormation's resource, its other properties, and the property that holds the document. */
  readonly cloudFormation?: {
    readonly type: string
    readonly properties: Readonly<Record<string, string | readonly string[]>>
    readonly field: string
  }
}

const permissions = (what: string): string =>
  `In the console of the service, open the ${what}. Its policy is under Permissions or Access policy.`
const identity =
  'In the IAM console, open the user or role: its policies are under Permissions. Those of a user’s groups count too.'
const organization =
  'In AWS Organizations, in the management account: the root, the organizational units above the account, and the account can each have some.'
const toText = (variable: string): string =>
  `node -e 'console.log(JSON.stringify({ ${variable}: require("fs").readFileSync("policy.json", "utf8") }))' > input.json`

/** Where policies stand, and what reads and writes them there. Options are checked against the AWS CLI in test/advise/commands.test.ts. */
export const places: Readonly<Record<PlaceId, Place>> = {
  user: {
    type: 'identity',
    console: identity,
    standIn: 'USER-NAME',
    get: 'aws iam list-attached-user-policies --user-name {}',
    put: ['aws iam put-user-policy --user-name {} --policy-name POLICY-NAME --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_user_policy', lines: ['user   = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::IAM::UserPolicy',
      properties: { PolicyName: 'POLICY-NAME', UserName: '{}' },
      field: 'PolicyDocument',
    },
  },
  group: {
    type: 'identity',
    console: 'In the IAM console, open the user group: its policies are under Permissions.',
    standIn: 'GROUP-NAME',
    get: 'aws iam list-attached-group-policies --group-name {}',
    put: ['aws iam put-group-policy --group-name {} --policy-name POLICY-NAME --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_group_policy', lines: ['group  = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::IAM::GroupPolicy',
      properties: { PolicyName: 'POLICY-NAME', GroupName: '{}' },
      field: 'PolicyDocument',
    },
  },
  role: {
    type: 'identity',
    console: identity,
    standIn: 'ROLE-NAME',
    get: 'aws iam list-attached-role-policies --role-name {}',
    put: ['aws iam put-role-policy --role-name {} --policy-name POLICY-NAME --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_role_policy', lines: ['role   = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::IAM::RolePolicy',
      properties: { PolicyName: 'POLICY-NAME', RoleName: '{}' },
      field: 'PolicyDocument',
    },
  },
  'permission-set': {
    type: 'identity',
    console: 'In IAM Identity Center, open the permission set: its inline policy is under Permissions.',
    standIn: 'PERMISSION-SET',
    put: [
      '# In the account that manages IAM Identity Center; the permission set is {}.',
      'aws sso-admin put-inline-policy-to-permission-set --instance-arn INSTANCE-ARN --permission-set-arn PERMISSION-SET-ARN --inline-policy file://policy.json',
      'aws sso-admin provision-permission-set --instance-arn INSTANCE-ARN --permission-set-arn PERMISSION-SET-ARN --target-type ALL_PROVISIONED_ACCOUNTS',
    ],
    terraform: {
      type: 'aws_ssoadmin_permission_set_inline_policy',
      lines: [
        '# The permission set is {}.',
        'instance_arn       = "INSTANCE-ARN"',
        'permission_set_arn = "PERMISSION-SET-ARN"',
      ],
      field: 'inline_policy',
    },
    cloudFormation: {
      type: 'AWS::SSO::PermissionSet',
      properties: { Name: '{}', InstanceArn: 'INSTANCE-ARN' },
      field: 'InlinePolicy',
    },
  },
  managed: {
    type: 'identity',
    console: 'In the IAM console, open Policies and the policy. Everyone it is attached to gets the change.',
    standIn: 'POLICY-ARN',
    put: [
      '# Everyone who has this policy gets the change. A policy keeps five versions: delete the oldest one first if there are five.',
      'aws iam create-policy-version --policy-arn {} --policy-document file://policy.json --set-as-default',
    ],
    terraform: { type: 'aws_iam_policy', lines: ['# The managed policy {}.'], field: 'policy' },
    cloudFormation: { type: 'AWS::IAM::ManagedPolicy', properties: {}, field: 'PolicyDocument' },
  },
  boundary: {
    type: 'permissions-boundary',
    console: 'In the IAM console, open the user or role: it is under Permissions boundary.',
    standIn: 'POLICY-ARN',
    put: ['aws iam create-policy-version --policy-arn {} --policy-document file://policy.json --set-as-default'],
    terraform: {
      type: 'aws_iam_policy',
      lines: ['# The policy that serves as the permissions boundary.'],
      field: 'policy',
    },
    cloudFormation: { type: 'AWS::IAM::ManagedPolicy', properties: {}, field: 'PolicyDocument' },
  },
  trust: {
    type: 'trust',
    console: 'In the IAM console, open the role: it is under Trust relationships.',
    standIn: 'ROLE-NAME',
    get: 'aws iam get-role --role-name {} --query Role.AssumeRolePolicyDocument',
    put: ['aws iam update-assume-role-policy --role-name {} --policy-document file://policy.json'],
    terraform: { type: 'aws_iam_role', lines: ['name = "{}"'], field: 'assume_role_policy' },
    cloudFormation: { type: 'AWS::IAM::Role', properties: { RoleName: '{}' }, field: 'AssumeRolePolicyDocument' },
  },
  scp: {
    type: 'scp',
    console: organization,
    standIn: 'POLICY-ID',
    put: [
      '# In the organization’s management account.',
      'aws organizations update-policy --policy-id {} --content file://policy.json',
    ],
    terraform: {
      type: 'aws_organizations_policy',
      lines: ['name = "POLICY-NAME"', 'type = "SERVICE_CONTROL_POLICY"'],
      field: 'content',
    },
    cloudFormation: {
      type: 'AWS::Organizations::Policy',
      properties: { Name: 'POLICY-NAME', Type: 'SERVICE_CONTROL_POLICY' },
      field: 'Content',
    },
  },
  rcp: {
    type: 'rcp',
    console: organization,
    standIn: 'POLICY-ID',
    put: [
      '# In the organization’s management account.',
      'aws organizations update-policy --policy-id {} --content file://policy.json',
    ],
    terraform: {
      type: 'aws_organizations_policy',
      lines: ['name = "POLICY-NAME"', 'type = "RESOURCE_CONTROL_POLICY"'],
      field: 'content',
    },
    cloudFormation: {
      type: 'AWS::Organizations::Policy',
      properties: { Name: 'POLICY-NAME', Type: 'RESOURCE_CONTROL_POLICY' },
      field: 'Content',
    },
  },
  endpoint: {
    type: 'vpc-endpoint',
    console: 'In the VPC console, open the endpoint: it is under Policy.',
    standIn: 'ENDPOINT-ID',
    get: 'aws ec2 describe-vpc-endpoints',
    put: ['aws ec2 modify-vpc-endpoint --vpc-endpoint-id {} --policy-document file://policy.json'],
    terraform: { type: 'aws_vpc_endpoint_policy', lines: ['vpc_endpoint_id = "{}"'], field: 'policy' },
  },
  session: {
    type: 'session',
    console:
      'It is passed when the session is made, in the call to AssumeRole or GetFederationToken. Look in the program or tool that makes it.',
    standIn: 'ROLE-NAME',
    get: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRole',
  },
  bucket: {
    type: 'resource',
    console: 'In the S3 console, open the bucket: its policy is under Permissions.',
    resource: { service: 's3', name: 'first' },
    standIn: 'BUCKET',
    get: 'aws s3api get-bucket-policy --bucket {} --query Policy --output text',
    put: ['aws s3api put-bucket-policy --bucket {} --policy file://policy.json'],
    terraform: { type: 'aws_s3_bucket_policy', lines: ['bucket = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::S3::BucketPolicy', properties: { Bucket: '{}' }, field: 'PolicyDocument' },
  },
  key: {
    type: 'resource',
    console: 'In the KMS console, open the key: its policy is under Key policy.',
    resource: { service: 'kms', name: 'arn' },
    standIn: 'KEY-ARN',
    get: 'aws kms get-key-policy --key-id {} --policy-name default --query Policy --output text',
    put: ['aws kms put-key-policy --key-id {} --policy-name default --policy file://policy.json'],
    terraform: { type: 'aws_kms_key_policy', lines: ['key_id = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::KMS::Key', properties: {}, field: 'KeyPolicy' },
  },
  queue: {
    type: 'resource',
    console: 'In the SQS console, open the queue: its policy is under Access policy.',
    resource: { service: 'sqs', name: 'last' },
    standIn: 'QUEUE',
    get: 'aws sqs get-queue-attributes --queue-url QUEUE-URL --attribute-names Policy',
    put: [
      '# The queue is {}. Its policy is a text inside JSON.',
      toText('Policy'),
      'aws sqs set-queue-attributes --queue-url QUEUE-URL --attributes file://input.json',
    ],
    terraform: { type: 'aws_sqs_queue_policy', lines: ['queue_url = "QUEUE-URL"'], field: 'policy' },
    cloudFormation: { type: 'AWS::SQS::QueuePolicy', properties: { Queues: ['QUEUE-URL'] }, field: 'PolicyDocument' },
  },
  topic: {
    type: 'resource',
    console: 'In the SNS console, open the topic: its policy is under Access policy.',
    resource: { service: 'sns', name: 'arn' },
    standIn: 'TOPIC-ARN',
    get: 'aws sns get-topic-attributes --topic-arn {} --query Attributes.Policy --output text',
    put: ['aws sns set-topic-attributes --topic-arn {} --attribute-name Policy --attribute-value file://policy.json'],
    terraform: { type: 'aws_sns_topic_policy', lines: ['arn = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::SNS::TopicPolicy', properties: { Topics: ['{}'] }, field: 'PolicyDocument' },
  },
  secret: {
    type: 'resource',
    console: 'In the Secrets Manager console, open the secret: its policy is under Resource permissions.',
    resource: { service: 'secretsmanager', name: 'arn' },
    standIn: 'SECRET-ARN',
    get: 'aws secretsmanager get-resource-policy --secret-id {}',
    put: ['aws secretsmanager put-resource-policy --secret-id {} --resource-policy file://policy.json'],
    terraform: { type: 'aws_secretsmanager_secret_policy', lines: ['secret_arn = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::SecretsManager::ResourcePolicy',
      properties: { SecretId: '{}' },
      field: 'ResourcePolicy',
    },
  },
  // The AWS CLI adds one statement at a time: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
  function: {
    type: 'resource',
    console: 'In the Lambda console, open the function: its policy is under Configuration, Permissions.',
    resource: { service: 'lambda', name: 'arn' },
    standIn: 'FUNCTION-ARN',
    get: 'aws lambda get-policy --function-name {} --query Policy --output text',
  },
  repository: {
    type: 'resource',
    console: permissions('repository'),
    resource: { service: 'ecr', name: 'second' },
    standIn: 'REPOSITORY',
    get: 'aws ecr get-repository-policy --repository-name {} --query policyText --output text',
    put: ['aws ecr set-repository-policy --repository-name {} --policy-text file://policy.json'],
    terraform: { type: 'aws_ecr_repository_policy', lines: ['repository = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::ECR::Repository',
      properties: { RepositoryName: '{}' },
      field: 'RepositoryPolicyText',
    },
  },
  'public-repository': {
    type: 'resource',
    console: permissions('repository'),
    resource: { service: 'ecr-public', name: 'second' },
    standIn: 'REPOSITORY',
    get: 'aws ecr-public get-repository-policy --repository-name {} --query policyText --output text',
    put: ['aws ecr-public set-repository-policy --repository-name {} --policy-text file://policy.json'],
    terraform: { type: 'aws_ecrpublic_repository_policy', lines: ['repository_name = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::ECR::PublicRepository',
      properties: { RepositoryName: '{}' },
      field: 'RepositoryPolicyText',
    },
  },
  table: {
    type: 'resource',
    console: permissions('table'),
    resource: { service: 'dynamodb', name: 'arn' },
    standIn: 'TABLE-ARN',
    get: 'aws dynamodb get-resource-policy --resource-arn {} --query Policy --output text',
    put: ['aws dynamodb put-resource-policy --resource-arn {} --policy file://policy.json'],
    terraform: { type: 'aws_dynamodb_resource_policy', lines: ['resource_arn = "{}"'], field: 'policy' },
  },
  stream: {
    type: 'resource',
    console: permissions('data stream'),
    resource: { service: 'kinesis', name: 'arn' },
    standIn: 'STREAM-ARN',
    get: 'aws kinesis get-resource-policy --resource-arn {} --query Policy --output text',
    put: ['aws kinesis put-resource-policy --resource-arn {} --policy file://policy.json'],
    terraform: { type: 'aws_kinesis_resource_policy', lines: ['resource_arn = "{}"'], field: 'policy' },
    cloudFormation: {
      type: 'AWS::Kinesis::ResourcePolicy',
      properties: { ResourceArn: '{}' },
      field: 'ResourcePolicy',
    },
  },
  'rest-api': {
    type: 'resource',
    console:
      'In the API Gateway console, open the API: its policy is under Resource policy. Deploy the API after a change.',
    resource: { service: 'execute-api', name: 'first' },
    standIn: 'API-ID',
    get: 'aws apigateway get-rest-api --rest-api-id {} --query policy --output text',
    put: [
      `node -e 'console.log(JSON.stringify([{ op: "replace", path: "/policy", value: require("fs").readFileSync("policy.json", "utf8") }]))' > input.json`,
      'aws apigateway update-rest-api --rest-api-id {} --patch-operations file://input.json',
      'aws apigateway create-deployment --rest-api-id {} --stage-name STAGE-NAME',
    ],
    terraform: { type: 'aws_api_gateway_rest_api_policy', lines: ['rest_api_id = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::ApiGateway::RestApi', properties: {}, field: 'Policy' },
  },
  'backup-vault': {
    type: 'resource',
    console: permissions('vault'),
    resource: { service: 'backup', name: 'last' },
    standIn: 'VAULT-NAME',
    get: 'aws backup get-backup-vault-access-policy --backup-vault-name {} --query Policy --output text',
    put: ['aws backup put-backup-vault-access-policy --backup-vault-name {} --policy file://policy.json'],
    terraform: { type: 'aws_backup_vault_policy', lines: ['backup_vault_name = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::Backup::BackupVault', properties: { BackupVaultName: '{}' }, field: 'AccessPolicy' },
  },
  'file-system': {
    type: 'resource',
    console: 'In the EFS console, open the file system: its policy is under File system policy.',
    resource: { service: 'elasticfilesystem', name: 'second' },
    standIn: 'FILE-SYSTEM-ID',
    get: 'aws efs describe-file-system-policy --file-system-id {} --query Policy --output text',
    put: ['aws efs put-file-system-policy --file-system-id {} --policy file://policy.json'],
    terraform: { type: 'aws_efs_file_system_policy', lines: ['file_system_id = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::EFS::FileSystem', properties: {}, field: 'FileSystemPolicy' },
  },
  'event-bus': {
    type: 'resource',
    console: permissions('event bus'),
    resource: { service: 'events', name: 'second' },
    standIn: 'EVENT-BUS',
    get: 'aws events describe-event-bus --name {} --query Policy --output text',
    put: ['aws events put-permission --event-bus-name {} --policy file://policy.json'],
    terraform: { type: 'aws_cloudwatch_event_bus_policy', lines: ['event_bus_name = "{}"'], field: 'policy' },
  },
  domain: {
    type: 'resource',
    console: 'In the OpenSearch Service console, open the domain: its policy is under Security configuration.',
    resource: { service: 'es', name: 'second' },
    standIn: 'DOMAIN',
    get: 'aws opensearch describe-domain-config --domain-name {} --query DomainConfig.AccessPolicies.Options --output text',
    put: ['aws opensearch update-domain-config --domain-name {} --access-policies file://policy.json'],
    terraform: { type: 'aws_opensearch_domain_policy', lines: ['domain_name = "{}"'], field: 'access_policies' },
    cloudFormation: {
      type: 'AWS::OpenSearchService::Domain',
      properties: { DomainName: '{}' },
      field: 'AccessPolicies',
    },
  },
  'package-domain': {
    type: 'resource',
    console: permissions('domain'),
    resource: { service: 'codeartifact', name: 'second' },
    standIn: 'DOMAIN',
    get: 'aws codeartifact get-domain-permissions-policy --domain {} --query policy.document --output text',
    put: ['aws codeartifact put-domain-permissions-policy --domain {} --policy-document file://policy.json'],
    terraform: {
      type: 'aws_codeartifact_domain_permissions_policy',
      lines: ['domain = "{}"'],
      field: 'policy_document',
    },
    cloudFormation: {
      type: 'AWS::CodeArtifact::Domain',
      properties: { DomainName: '{}' },
      field: 'PermissionsPolicyDocument',
    },
  },
  'certificate-authority': {
    type: 'resource',
    console: permissions('certificate authority'),
    resource: { service: 'acm-pca', name: 'arn' },
    standIn: 'AUTHORITY-ARN',
    get: 'aws acm-pca get-policy --resource-arn {} --query Policy --output text',
    put: ['aws acm-pca put-policy --resource-arn {} --policy file://policy.json'],
    terraform: { type: 'aws_acmpca_policy', lines: ['resource_arn = "{}"'], field: 'policy' },
  },
  'table-bucket': {
    type: 'resource',
    console: permissions('table bucket'),
    resource: { service: 's3tables', name: 'arn' },
    standIn: 'TABLE-BUCKET-ARN',
    get: 'aws s3tables get-table-bucket-policy --table-bucket-arn {} --query resourcePolicy --output text',
    put: ['aws s3tables put-table-bucket-policy --table-bucket-arn {} --resource-policy file://policy.json'],
    terraform: {
      type: 'aws_s3tables_table_bucket_policy',
      lines: ['table_bucket_arn = "{}"'],
      field: 'resource_policy',
    },
    cloudFormation: {
      type: 'AWS::S3Tables::TableBucketPolicy',
      properties: { TableBucketARN: '{}' },
      field: 'ResourcePolicy',
    },
  },
  cluster: {
    type: 'resource',
    console: permissions('cluster'),
    resource: { service: 'kafka', name: 'arn' },
    standIn: 'CLUSTER-ARN',
    get: 'aws kafka get-cluster-policy --cluster-arn {} --query Policy --output text',
    put: ['aws kafka put-cluster-policy --cluster-arn {} --policy file://policy.json'],
    terraform: { type: 'aws_msk_cluster_policy', lines: ['cluster_arn = "{}"'], field: 'policy' },
    cloudFormation: { type: 'AWS::MSK::ClusterPolicy', properties: { ClusterArn: '{}' }, field: 'Policy' },
  },
  channel: {
    type: 'resource',
    console: permissions('channel or event data store'),
    resource: { service: 'cloudtrail', name: 'arn' },
    standIn: 'CHANNEL-ARN',
    get: 'aws cloudtrail get-resource-policy --resource-arn {} --query ResourcePolicy --output text',
    put: ['aws cloudtrail put-resource-policy --resource-arn {} --resource-policy file://policy.json'],
    cloudFormation: {
      type: 'AWS::CloudTrail::ResourcePolicy',
      properties: { ResourceArn: '{}' },
      field: 'ResourcePolicy',
    },
  },
}
