// Public reports about data services: what their pastes must be answered with. Rewritten with invented names.
import { answerAll, type Row } from './answer-rows.ts'

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

const statement = (parts: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [parts] })

const trailPolicy = (path: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: 'arn:aws:s3:::example-trails',
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::example-trails/${path}`,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      },
    ],
  })
const trailError =
  'InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: example-trails'

const signIn: readonly Row[] = [
  [
    'a token is signed by the task role, not by the execution role',
    `psql: FATAL:  PAM authentication failed for user "shop"\nThe execution role has ${statement({ Effect: 'Allow', Action: 'rds-db:connect', Resource: 'arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/shop' })}`,
    'not-authorization',
    ['a container has the task role, not the execution role', 'GRANT rds_iam TO shop'],
    ['It isn’t about an IAM policy'],
  ],
  [
    'a policy with the ARN of the database',
    `FATAL: PAM authentication failed for user "shop"\n${statement({ Effect: 'Allow', Action: 'rds-db:connect', Resource: 'arn:aws:rds:eu-west-1:111122223333:db:orders/shop' })}`,
    'not-authorization',
    ['doesn’t match this sign-in', 'begins with arn:aws:rds-db:'],
  ],
  [
    'a policy with the name of the instance',
    `FATAL: PAM authentication failed for user "shop"\n${statement({ Effect: 'Allow', Action: 'rds-db:connect', Resource: 'arn:aws:rds-db:eu-west-1:111122223333:dbuser:orders/shop' })}`,
    'not-authorization',
    ['names the database orders. AWS checks its resource ID'],
  ],
  [
    'a policy for another database user',
    `FATAL: PAM authentication failed for user "Shop"\n${statement({ Effect: 'Allow', Action: 'rds-db:connect', Resource: 'arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/shop' })}`,
    'not-authorization',
    ['names the database user shop, and the sign-in was as Shop'],
  ],
  [
    'a policy for every user says nothing',
    `FATAL: PAM authentication failed for user "shop"\n${statement({ Effect: 'Allow', Action: 'rds-db:connect', Resource: 'arn:aws:rds-db:eu-west-1:111122223333:dbuser:*/*' })}`,
    'not-authorization',
    ['See whose credentials sign the token'],
    ['doesn’t match this sign-in'],
  ],
]

const logs: readonly Row[] = [
  [
    'a trail with a prefix that the bucket policy lacks',
    `${trailError}\n  s3_key_prefix = "audit"\n${trailPolicy('AWSLogs/111122223333/*')}`,
    'cross-account-one-side',
    [
      'not `arn:aws:s3:::example-trails/audit/AWSLogs/111122223333/*`',
      '"Resource":"arn:aws:s3:::example-trails/audit/AWSLogs/111122223333/*"',
    ],
    ['"arn:aws:s3:::example-trails/*"'],
  ],
  [
    'a trail whose bucket policy has everything',
    `${trailError}\n${trailPolicy('AWSLogs/111122223333/*')}`,
    'policies-allow',
    ['Compare the path in the bucket policy', 'depends_on'],
    ['get-caller-identity'],
  ],
  [
    'prose after the name of the setting is no prefix',
    `${trailError}\nWith LogFilePrefix set it fails.\n${trailPolicy('AWSLogs/111122223333/*')}`,
    'policies-allow',
    ['Compare the path in the bucket policy'],
    ['/set/AWSLogs'],
  ],
  [
    'AWS Config may write and can’t look at the bucket',
    `Insufficient delivery policy to s3 bucket: example-config, unable to write to bucket.\n${statement({ Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' }, Action: 's3:PutObject', Resource: 'arn:aws:s3:::example-config/AWSLogs/111122223333/Config/*' })}`,
    'cross-account-one-side',
    ['does not allow s3:GetBucketAcl', '"Resource":"arn:aws:s3:::example-config"'],
  ],
  [
    'a load balancer with a prefix',
    `InvalidConfigurationRequest: Access Denied for bucket: example-alb. Please check S3bucket permission\naccess_logs {\n  bucket = "example-alb"\n  prefix = "web"\n}\n${statement({ Effect: 'Allow', Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }, Action: 's3:PutObject', Resource: 'arn:aws:s3:::example-alb/AWSLogs/111122223333/*' })}`,
    'cross-account-one-side',
    ['arn:aws:s3:::example-alb/web/AWSLogs/111122223333/*'],
  ],
  [
    'nothing pasted: the bucket and what is in it',
    'An error occurred (InsufficientS3BucketPolicyException) when calling the CreateTrail operation: Incorrect S3 bucket policy is detected for bucket: example-trails',
    'cross-account-one-side',
    ['"arn:aws:s3:::example-trails",\n        "arn:aws:s3:::example-trails/*"'],
  ],
]

const ofResource: readonly Row[] = [
  [
    'a file system policy that lets clients write and not mount',
    `mount.nfs4: access denied by server while mounting 127.0.0.1:/\n${statement({ Effect: 'Allow', Principal: { AWS: '*' }, Action: ['elasticfilesystem:ClientWrite'], Resource: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0123456789abcdef0', Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } } })}`,
    'service-role',
    ['The resource’s policy doesn’t allow elasticfilesystem:ClientMount', '"elasticfilesystem:AccessedViaMountTarget"'],
  ],
  [
    'no file system policy: the role leads',
    'mount.nfs4: access denied by server while mounting 127.0.0.1:/',
    'service-role',
    ['The role of the instance or task lacks elasticfilesystem:ClientMount'],
  ],
]

const objects = (...actions: readonly string[]): string =>
  statement({
    Effect: 'Allow',
    Action: actions,
    Resource: ['arn:aws:s3:::example-backups', 'arn:aws:s3:::example-backups/*'],
  })

const keys: readonly Row[] = [
  [
    'a backup tool with a key of its own',
    `error putting object backups/db.json: AccessDenied: Access Denied\n\tstatus code: 403, request id: 1, host id: 2\n  bucket: example-backups\n  kmsKeyId: ${key}\n${objects('s3:PutObject', 's3:GetObject', 's3:ListBucket')}`,
    'further-check',
    ['the policies don’t allow kms:GenerateDataKey', `"Resource":"${key}"`, 'kms:Decrypt'],
  ],
  [
    'the AWS CLI with a key',
    `$ aws s3 cp a.txt s3://example-backups/a.txt --sse aws:kms --sse-kms-key-id ${key}\nupload failed: ./a.txt to s3://example-backups/a.txt An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n${objects('s3:PutObject')}`,
    'further-check',
    ['the policies don’t allow kms:GenerateDataKey'],
  ],
  [
    'the key’s permission is there',
    `upload failed: ./a.txt to s3://example-backups/a.txt An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n  kms_key_id = "${key}"\n${objects('s3:PutObject')}\n${statement({ Effect: 'Allow', Action: 'kms:*', Resource: '*' })}`,
    'policies-allow',
    [],
    ['don’t allow kms:GenerateDataKey'],
  ],
  [
    'a key that AWS manages needs no permission',
    `upload failed: ./a.txt to s3://example-backups/a.txt An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n  kms_key_id = "alias/aws/s3"\n${objects('s3:PutObject')}`,
    'policies-allow',
    [],
    ['don’t allow kms:GenerateDataKey'],
  ],
]

answerAll([
  ['sign-in to a database with IAM', signIn],
  ['services that deliver logs into a bucket', logs],
  ['a resource’s policy that lets in for other actions', ofResource],
  ['keys that a setting or a command names', keys],
])
