import { type EscalationPath, paths } from './path.ts'

const stratus = 'https://stratus-red-team.cloud/attack-techniques/AWS'
const tricks = (name: string): string =>
  `https://github.com/HackTricks-wiki/hacktricks-cloud/blob/master/src/pentesting-cloud/aws-security/aws-privilege-escalation/${name}/README.md`

/** Permissions that reach secrets or data, or let others reach them. Many policies have them for good reasons. */
export const exposures: readonly EscalationPath[] = [
  ...paths(
    'read every secret, and act with the credentials in it',
    ['secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'],
    { source: `${stratus}/aws.credential-access.secretsmanager-retrieve-secrets/` },
  ),
  ...paths('let other accounts read every secret', ['secretsmanager:PutResourcePolicy'], {
    source: tricks('aws-secrets-manager-privesc'),
  }),
  ...paths(
    'read every parameter and the output of commands, and act with the credentials in them',
    ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:GetCommandInvocation'],
    { source: `${stratus}/aws.credential-access.ssm-retrieve-securestring-parameters/` },
  ),
  ...paths(
    'read credentials in user data, environment variables, or templates',
    [
      'ec2:DescribeInstanceAttribute',
      'ec2:DescribeLaunchTemplateVersions',
      'lambda:GetFunction',
      'ecs:DescribeTaskDefinition',
      'cloudformation:GetTemplate',
    ],
    { source: `${stratus}/aws.discovery.ec2-download-user-data/` },
  ),
  ...paths('read every object of every bucket', ['s3:GetObject'], {
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  }),
  ...paths('replace every object, templates and state files that others deploy too', ['s3:PutObject'], {
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
  }),
  ...paths(
    'let other accounts into every bucket',
    ['s3:PutBucketPolicy', 's3:PutBucketAcl', 's3:PutObjectAcl', 's3:PutObjectVersionAcl'],
    { source: tricks('aws-s3-privesc') },
  ),
  ...paths('decrypt with every key whose policy leaves that to IAM', ['kms:Decrypt'], {
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  }),
  ...paths('let anyone use every KMS key', ['kms:PutKeyPolicy', 'kms:CreateGrant'], {
    source: tricks('aws-kms-privesc'),
  }),
  ...paths(
    'read the messages of others, or send messages that others act on',
    ['sqs:AddPermission', 'sqs:SetQueueAttributes', 'sns:AddPermission', 'sns:SetTopicAttributes', 'sns:Subscribe'],
    { source: tricks('aws-sqs-privesc') },
  ),
  ...paths('let other accounts into every table', ['dynamodb:PutResourcePolicy'], {
    source: tricks('aws-dynamodb-privesc'),
  }),
  ...paths(
    'let any client into every file system',
    ['elasticfilesystem:DeleteFileSystemPolicy', 'elasticfilesystem:PutFileSystemPolicy'],
    { source: tricks('aws-efs-privesc') },
  ),
  ...paths('change the password of every database', ['rds:ModifyDBInstance', 'rds:ModifyDBCluster'], {
    source: tricks('aws-rds-privesc'),
  }),
  ...paths('log in to every database as any of its users', ['rds-db:connect'], { source: tricks('aws-rds-privesc') }),
  ...paths(
    'log in to every data warehouse as any of its users',
    ['redshift:GetClusterCredentials', 'redshift:GetClusterCredentialsWithIAM', 'redshift-serverless:GetCredentials'],
    { source: tricks('aws-redshift-privesc') },
  ),
  ...paths(
    'copy every disk',
    [
      'ec2:CreateSnapshot ec2:ModifySnapshotAttribute',
      'ebs:ListSnapshotBlocks ebs:GetSnapshotBlock',
      'ec2:CreateVolume ec2:AttachVolume',
    ],
    { source: `${stratus}/aws.exfiltration.ec2-share-ebs-snapshot/` },
  ),
  ...paths(
    'log in to every Lightsail machine or read its data',
    [
      'lightsail:GetInstanceAccessDetails',
      'lightsail:DownloadDefaultKeyPair',
      'lightsail:GetRelationalDatabaseMasterUserPassword',
      'lightsail:CreateBucketAccessKey',
    ],
    { source: tricks('aws-lightsail-privesc') },
  ),
  ...paths(
    'get credentials for every GameLift build or its machines',
    ['gamelift:RequestUploadCredentials', 'gamelift:GetInstanceAccess', 'gamelift:GetComputeAccess'],
    { source: tricks('aws-gamelift') },
  ),
  ...paths(
    'act as a guest of every identity pool',
    ['cognito-identity:GetId cognito-identity:GetCredentialsForIdentity'],
    { source: 'https://hackingthe.cloud/aws/exploitation/cognito_identity_pool_excessive_privileges/' },
  ),
  ...paths('give every resource the tag that opens it', ['ec2:CreateTags'], {
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  }),
  ...paths('keep a session that outlives the access key', ['sts:GetFederationToken'], {
    source: `${stratus}/aws.persistence.sts-federation-token/`,
  }),
]
