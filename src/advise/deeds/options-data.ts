import type { Choice, Switch } from './choice.ts'

/** Amazon RDS, DynamoDB, ElastiCache, Redshift, SageMaker, Bedrock. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const choices: readonly Choice[] = [
  [
    'rds:DatabaseClass',
    'instance class',
    'aws rds create-db-instance --db-instance-identifier <DB_NAME> --engine <ENGINE> --db-instance-class <VALUE>',
    'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <VALUE>',
  ],
  [
    'rds:DatabaseEngine',
    'engine',
    'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <VALUE>',
    'aws rds create-db-cluster --db-cluster-identifier <CLUSTER_NAME> --engine <VALUE>',
  ],
  [
    'rds:StorageSize',
    'storage in GiB',
    'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --allocated-storage <VALUE>',
    'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --allocated-storage <VALUE>',
  ],
  [
    'rds:Piops',
    'number of IOPS',
    'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --iops <VALUE>',
    'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --iops <VALUE>',
  ],
  [
    'dynamodb:Select',
    'setting Select',
    'aws dynamodb query --table-name <TABLE_NAME> --select <VALUE>',
    'aws dynamodb scan --table-name <TABLE_NAME> --select <VALUE>',
  ],
  [
    'dynamodb:ReturnValues',
    'setting ReturnValues',
    'aws dynamodb put-item --table-name <TABLE_NAME> --item file://item.json --return-values <VALUE>',
    'aws dynamodb update-item --table-name <TABLE_NAME> --key file://key.json --return-values <VALUE>',
    'aws dynamodb delete-item --table-name <TABLE_NAME> --key file://key.json --return-values <VALUE>',
  ],
  [
    'elasticache:CacheNodeType',
    'node type',
    'aws elasticache create-cache-cluster --cache-cluster-id <CLUSTER_ID> --engine <ENGINE> --cache-node-type <VALUE>',
    'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --cache-node-type <VALUE>',
  ],
  [
    'elasticache:EngineVersion',
    'engine version',
    'aws elasticache create-cache-cluster --cache-cluster-id <CLUSTER_ID> --engine-version <VALUE>',
    'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --engine-version <VALUE>',
  ],
  [
    'elasticache:KmsKeyId',
    'KMS key',
    'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --kms-key-id <VALUE>',
  ],
  [
    'redshift:DbUser',
    'database user',
    'aws redshift get-cluster-credentials --cluster-identifier <CLUSTER_ID> --db-user <VALUE>',
  ],
  [
    'redshift:DbName',
    'database',
    'aws redshift get-cluster-credentials --cluster-identifier <CLUSTER_ID> --db-user <DB_USER> --db-name <VALUE>',
  ],
  [
    'redshift:DurationSeconds',
    'duration in seconds',
    'aws redshift get-cluster-credentials --cluster-identifier <CLUSTER_ID> --db-user <DB_USER> --duration-seconds <VALUE>',
  ],
  [
    'sagemaker:InstanceTypes',
    'instance type',
    'aws sagemaker create-notebook-instance --notebook-instance-name <NAME> --role-arn <ROLE_ARN> --instance-type <VALUE>',
  ],
  [
    'sagemaker:VpcSubnets',
    'subnet',
    'aws sagemaker create-notebook-instance --notebook-instance-name <NAME> --role-arn <ROLE_ARN> --instance-type <INSTANCE_TYPE> --subnet-id <VALUE>',
    "aws sagemaker create-model --model-name <NAME> --execution-role-arn <ROLE_ARN> --vpc-config 'Subnets=<VALUE>,SecurityGroupIds=<SECURITY_GROUP_ID>'",
  ],
  [
    'sagemaker:VpcSecurityGroupIds',
    'security group',
    'aws sagemaker create-notebook-instance --notebook-instance-name <NAME> --role-arn <ROLE_ARN> --instance-type <INSTANCE_TYPE> --security-group-ids <VALUE>',
    "aws sagemaker create-model --model-name <NAME> --execution-role-arn <ROLE_ARN> --vpc-config 'Subnets=<SUBNET_ID>,SecurityGroupIds=<VALUE>'",
  ],
  [
    'sagemaker:VolumeKmsKey',
    'KMS key',
    'aws sagemaker create-notebook-instance --notebook-instance-name <NAME> --role-arn <ROLE_ARN> --instance-type <INSTANCE_TYPE> --kms-key-id <VALUE>',
  ],
  [
    'sagemaker:DirectInternetAccess',
    'setting DirectInternetAccess',
    'aws sagemaker create-notebook-instance --notebook-instance-name <NAME> --role-arn <ROLE_ARN> --instance-type <INSTANCE_TYPE> --direct-internet-access <VALUE>',
  ],
  [
    'sagemaker:RootAccess',
    'setting RootAccess',
    'aws sagemaker create-notebook-instance --notebook-instance-name <NAME> --role-arn <ROLE_ARN> --instance-type <INSTANCE_TYPE> --root-access <VALUE>',
    'aws sagemaker update-notebook-instance --notebook-instance-name <NAME> --root-access <VALUE>',
  ],
  [
    'bedrock:GuardrailIdentifier',
    'guardrail',
    'aws bedrock-runtime invoke-model --model-id <MODEL_ID> --guardrail-version DRAFT output.json --guardrail-identifier <VALUE>',
  ],
  [
    'bedrock:InferenceProfileArn',
    'inference profile',
    'aws bedrock-runtime invoke-model output.json --model-id <VALUE>',
  ],
]

const switches: readonly Switch[] = [
  {
    key: 'rds:StorageEncrypted',
    what: 'encryption of the database',
    on: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --storage-encrypted',
      'aws rds create-db-cluster --db-cluster-identifier <CLUSTER_NAME> --engine <ENGINE> --storage-encrypted',
    ],
    off: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --no-storage-encrypted',
      'aws rds create-db-cluster --db-cluster-identifier <CLUSTER_NAME> --engine <ENGINE> --no-storage-encrypted',
    ],
  },
  {
    key: 'rds:PubliclyAccessible',
    what: 'public access to the database',
    on: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --publicly-accessible',
      'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --publicly-accessible',
    ],
    off: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --no-publicly-accessible',
      'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --no-publicly-accessible',
    ],
  },
  {
    key: 'rds:MultiAz',
    what: 'Multi-AZ',
    on: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --multi-az',
      'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --multi-az',
    ],
    off: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --no-multi-az',
      'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --no-multi-az',
    ],
  },
  {
    key: 'rds:ManageMasterUserPassword',
    what: 'password management by Secrets Manager',
    on: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --manage-master-user-password',
      'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --manage-master-user-password',
    ],
    off: [
      'aws rds create-db-instance --db-instance-identifier <DB_NAME> --db-instance-class <INSTANCE_CLASS> --engine <ENGINE> --no-manage-master-user-password',
      'aws rds modify-db-instance --db-instance-identifier <DB_NAME> --no-manage-master-user-password',
    ],
  },
  {
    key: 'elasticache:AtRestEncryptionEnabled',
    what: 'encryption at rest',
    on: [
      'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --at-rest-encryption-enabled',
    ],
    off: [
      'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --no-at-rest-encryption-enabled',
    ],
  },
  {
    key: 'elasticache:TransitEncryptionEnabled',
    what: 'encryption in transit',
    on: [
      'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --transit-encryption-enabled',
    ],
    off: [
      'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --no-transit-encryption-enabled',
    ],
  },
  {
    key: 'elasticache:MultiAZEnabled',
    what: 'Multi-AZ',
    on: [
      'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --multi-az-enabled',
    ],
    off: [
      'aws elasticache create-replication-group --replication-group-id <GROUP_ID> --replication-group-description <DESCRIPTION> --no-multi-az-enabled',
    ],
  },
  {
    key: 'sagemaker:NetworkIsolation',
    what: 'network isolation',
    on: ['aws sagemaker create-model --model-name <NAME> --execution-role-arn <ROLE_ARN> --enable-network-isolation'],
    off: [
      'aws sagemaker create-model --model-name <NAME> --execution-role-arn <ROLE_ARN> --no-enable-network-isolation',
    ],
  },
]

export const ofData = { choices, switches }
