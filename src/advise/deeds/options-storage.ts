import type { Choice, Switch } from './choice.ts'

/** Amazon S3, EFS, AWS Backup, KMS, Secrets Manager. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const choices: readonly Choice[] = [
  [
    's3:x-amz-acl',
    'ACL',
    'aws s3api put-object --bucket <BUCKET> --key <KEY> --body <FILE> --acl <VALUE>',
    'aws s3api put-object-acl --bucket <BUCKET> --key <KEY> --acl <VALUE>',
    'aws s3api put-bucket-acl --bucket <BUCKET> --acl <VALUE>',
    'aws s3api create-bucket --bucket <BUCKET> --acl <VALUE>',
  ],
  [
    's3:x-amz-grant-full-control',
    'grant of full control',
    'aws s3api put-object --bucket <BUCKET> --key <KEY> --body <FILE> --grant-full-control <VALUE>',
    'aws s3api put-object-acl --bucket <BUCKET> --key <KEY> --grant-full-control <VALUE>',
  ],
  [
    's3:x-amz-storage-class',
    'storage class',
    'aws s3api put-object --bucket <BUCKET> --key <KEY> --body <FILE> --storage-class <VALUE>',
  ],
  [
    's3:x-amz-server-side-encryption-customer-algorithm',
    'SSE-C algorithm',
    'aws s3api put-object --bucket <BUCKET> --key <KEY> --body <FILE> --sse-customer-key fileb://key.bin --sse-customer-algorithm <VALUE>',
  ],
  ['s3:x-amz-copy-source', 'copy source', 'aws s3api copy-object --bucket <BUCKET> --key <KEY> --copy-source <VALUE>'],
  [
    's3:x-amz-metadata-directive',
    'metadata directive',
    'aws s3api copy-object --bucket <BUCKET> --key <KEY> --copy-source <SOURCE> --metadata-directive <VALUE>',
  ],
  [
    's3:max-keys',
    'maximum number of keys',
    'aws s3api list-objects-v2 --bucket <BUCKET> --max-keys <VALUE>',
    'aws s3api list-object-versions --bucket <BUCKET> --max-keys <VALUE>',
  ],
  [
    's3:versionid',
    'version ID',
    'aws s3api get-object --bucket <BUCKET> --key <KEY> <FILE> --version-id <VALUE>',
    'aws s3api delete-object --bucket <BUCKET> --key <KEY> --version-id <VALUE>',
  ],
  [
    's3:x-amz-object-ownership',
    'object ownership',
    'aws s3api create-bucket --bucket <BUCKET> --object-ownership <VALUE>',
  ],
  [
    's3:locationconstraint',
    'bucket Region',
    'aws s3api create-bucket --bucket <BUCKET> --create-bucket-configuration LocationConstraint=<VALUE> --region <VALUE>',
  ],
  [
    's3:object-lock-mode',
    'Object Lock mode',
    'aws s3api put-object --bucket <BUCKET> --key <KEY> --body <FILE> --object-lock-retain-until-date <DATE> --object-lock-mode <VALUE>',
    'aws s3api put-object-retention --bucket <BUCKET> --key <KEY> --retention Mode=<VALUE>,RetainUntilDate=<DATE>',
  ],
  [
    's3:object-lock-legal-hold',
    'legal hold status',
    'aws s3api put-object-legal-hold --bucket <BUCKET> --key <KEY> --legal-hold Status=<VALUE>',
  ],
  [
    's3:object-lock-remaining-retention-days',
    'retention in days',
    'aws s3api put-object-retention --bucket <BUCKET> --key <KEY> --retention Mode=GOVERNANCE,RetainUntilDate=<DATE>',
  ],
  [
    's3:if-none-match',
    'header If-None-Match',
    "aws s3api put-object --bucket <BUCKET> --key <KEY> --body <FILE> --if-none-match '*'",
  ],
  [
    'backup:CopyTargets',
    'destination vault',
    'aws backup start-copy-job --recovery-point-arn <RECOVERY_POINT_ARN> --source-backup-vault-name <VAULT_NAME> --iam-role-arn <ROLE_ARN> --destination-backup-vault-arn <VALUE>',
  ],
  [
    'kms:EncryptionContextKeys',
    'encryption context key',
    'aws kms encrypt --key-id <KEY_ID> --plaintext fileb://<FILE> --encryption-context <VALUE>=<CONTEXT_VALUE>',
    'aws kms decrypt --ciphertext-blob fileb://<FILE> --encryption-context <VALUE>=<CONTEXT_VALUE>',
    'aws kms generate-data-key --key-id <KEY_ID> --key-spec AES_256 --encryption-context <VALUE>=<CONTEXT_VALUE>',
  ],
  ['kms:KeySpec', 'key spec', 'aws kms create-key --key-spec <VALUE>'],
  ['kms:KeyUsage', 'key usage', 'aws kms create-key --key-usage <VALUE>'],
  ['kms:KeyOrigin', 'key origin', 'aws kms create-key --origin <VALUE>'],
  ['kms:ResourceAliases', 'alias'],
  [
    'kms:RequestAlias',
    'alias',
    'aws kms encrypt --plaintext fileb://<FILE> --key-id <VALUE>',
    'aws kms decrypt --ciphertext-blob fileb://<FILE> --key-id <VALUE>',
    'aws kms generate-data-key --key-spec AES_256 --key-id <VALUE>',
    'aws kms describe-key --key-id <VALUE>',
    'aws kms sign --message fileb://<FILE> --signing-algorithm <ALGORITHM> --key-id <VALUE>',
  ],
  [
    'kms:GrantOperations',
    'grant operation',
    'aws kms create-grant --key-id <KEY_ID> --grantee-principal <PRINCIPAL_ARN> --operations <VALUE>',
  ],
  [
    'kms:GranteePrincipal',
    'grantee',
    'aws kms create-grant --key-id <KEY_ID> --operations <OPERATIONS> --grantee-principal <VALUE>',
  ],
  [
    'kms:RetiringPrincipal',
    'retiring principal',
    'aws kms create-grant --key-id <KEY_ID> --grantee-principal <PRINCIPAL_ARN> --operations <OPERATIONS> --retiring-principal <VALUE>',
  ],
  [
    'kms:ScheduleKeyDeletionPendingWindowInDays',
    'waiting period in days',
    'aws kms schedule-key-deletion --key-id <KEY_ID> --pending-window-in-days <VALUE>',
  ],
  [
    'kms:EncryptionAlgorithm',
    'encryption algorithm',
    'aws kms encrypt --key-id <KEY_ID> --plaintext fileb://<FILE> --encryption-algorithm <VALUE>',
    'aws kms decrypt --ciphertext-blob fileb://<FILE> --encryption-algorithm <VALUE>',
  ],
  [
    'kms:SigningAlgorithm',
    'signing algorithm',
    'aws kms sign --key-id <KEY_ID> --message fileb://<FILE> --signing-algorithm <VALUE>',
  ],
  ['kms:DataKeyPairSpec', 'key pair spec', 'aws kms generate-data-key-pair --key-id <KEY_ID> --key-pair-spec <VALUE>'],
  ['kms:ReplicaRegion', 'Region', 'aws kms replicate-key --key-id <KEY_ID> --replica-region <VALUE>'],
  [
    'secretsmanager:VersionStage',
    'version stage',
    'aws secretsmanager get-secret-value --secret-id <SECRET_ID> --version-stage <VALUE>',
  ],
  [
    'secretsmanager:VersionId',
    'version ID',
    'aws secretsmanager get-secret-value --secret-id <SECRET_ID> --version-id <VALUE>',
  ],
  [
    'secretsmanager:Name',
    'secret name',
    'aws secretsmanager create-secret --secret-string file://secret.txt --name <VALUE>',
  ],
  [
    'secretsmanager:KmsKeyId',
    'KMS key',
    'aws secretsmanager create-secret --name <SECRET_NAME> --kms-key-id <VALUE>',
    'aws secretsmanager update-secret --secret-id <SECRET_ID> --kms-key-id <VALUE>',
  ],
  [
    'secretsmanager:KmsKeyArn',
    'KMS key',
    'aws secretsmanager create-secret --name <SECRET_NAME> --kms-key-id <VALUE>',
    'aws secretsmanager update-secret --secret-id <SECRET_ID> --kms-key-id <VALUE>',
  ],
  [
    'secretsmanager:Description',
    'description',
    'aws secretsmanager create-secret --name <SECRET_NAME> --description <VALUE>',
  ],
  [
    'secretsmanager:SecretId',
    'secret',
    'aws secretsmanager get-secret-value --secret-id <VALUE>',
    'aws secretsmanager describe-secret --secret-id <VALUE>',
  ],
  [
    'secretsmanager:RecoveryWindowInDays',
    'recovery window in days',
    'aws secretsmanager delete-secret --secret-id <SECRET_ID> --recovery-window-in-days <VALUE>',
  ],
  [
    'secretsmanager:RotationLambdaARN',
    'rotation function',
    'aws secretsmanager rotate-secret --secret-id <SECRET_ID> --rotation-lambda-arn <VALUE>',
  ],
]

const switches: readonly Switch[] = [
  {
    key: 'elasticfilesystem:Encrypted',
    what: 'encryption of the file system',
    on: ['aws efs create-file-system --encrypted'],
    off: ['aws efs create-file-system --no-encrypted'],
  },
  {
    key: 'kms:MultiRegion',
    what: 'multi-Region for the key',
    on: ['aws kms create-key --multi-region'],
    off: ['aws kms create-key --no-multi-region'],
  },
  {
    key: 'kms:BypassPolicyLockoutSafetyCheck',
    what: 'the bypass of the lockout safety check',
    on: [
      'aws kms create-key --policy file://policy.json --bypass-policy-lockout-safety-check',
      'aws kms put-key-policy --key-id <KEY_ID> --policy file://policy.json --bypass-policy-lockout-safety-check',
    ],
    off: [
      'aws kms create-key --policy file://policy.json --no-bypass-policy-lockout-safety-check',
      'aws kms put-key-policy --key-id <KEY_ID> --policy file://policy.json --no-bypass-policy-lockout-safety-check',
    ],
  },
  {
    key: 'secretsmanager:BlockPublicPolicy',
    what: 'the check for public policies',
    on: [
      'aws secretsmanager put-resource-policy --secret-id <SECRET_ID> --resource-policy file://policy.json --block-public-policy',
    ],
    off: [
      'aws secretsmanager put-resource-policy --secret-id <SECRET_ID> --resource-policy file://policy.json --no-block-public-policy',
    ],
  },
  {
    key: 'secretsmanager:ForceDeleteWithoutRecovery',
    what: 'deletion without recovery',
    on: ['aws secretsmanager delete-secret --secret-id <SECRET_ID> --force-delete-without-recovery'],
    off: ['aws secretsmanager delete-secret --secret-id <SECRET_ID> --no-force-delete-without-recovery'],
  },
]

export const ofStorage = { choices, switches }
