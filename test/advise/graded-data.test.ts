// Public reports about data services: what their pastes must be answered with. Rewritten with invented names.
import { describe, expect, test } from 'vitest'
import { readAll } from '../../src/denial/index.ts'
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
    'prose after the name of the setting isn’t a prefix',
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

const managed: readonly Row[] = [
  [
    'a queue with the key of Amazon SQS can’t take messages of a topic',
    `KmsMasterKeyId: alias/aws/sqs\n{"notification":{"topicArn":"arn:aws:sns:eu-west-1:111122223333:events"},"delivery":{"destination":"arn:aws:sqs:eu-west-1:111122223333:events","providerResponse":"{\\"ErrorCode\\":\\"KMS.AccessDeniedException\\",\\"ErrorMessage\\":\\"null (Service: AWSKMS; Status Code: 400)\\"}","statusCode":400},"status":"FAILURE"}`,
    'kms-key-policy',
    ['The AWS managed key alias/aws/sqs can’t let the service sns.amazonaws.com in', 'aws sqs set-queue-attributes'],
    ['Add a new resource-based policy'],
  ],
  [
    'a function that sends to an encrypted queue',
    `KMS.AccessDeniedException: null (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException)\n${statement({ Effect: 'Allow', Action: ['kms:GenerateDataKey*'], Resource: key })}`,
    'no-identity-allow',
    ['allows kms:Decrypt', key],
  ],
  [
    'a rule that writes to an encrypted delivery stream',
    `InvalidKMSResourceException The grant for the CMK to this delivery stream might have been revoked or caller might not have sufficient permissions for the CMK.\n${statement({ Effect: 'Allow', Action: 'firehose:PutRecord', Resource: '*' })}`,
    'no-identity-allow',
    ['allows kms:GenerateDataKey', 'kms:Decrypt'],
  ],
  [
    'a volume whose key can’t be used',
    `An error occurred (CustomerKeyHasBeenRevoked) when calling the AttachVolume operation: Volume vol-0123456789abcdef0 cannot be attached. The encrypted volume was unable to access the KMS master key.\n${statement({ Effect: 'Allow', Action: ['kms:Decrypt'], Resource: key })}`,
    'no-identity-allow',
    ['allows kms:CreateGrant'],
  ],
  [
    'a volume that vanishes, because its key can’t be used',
    `Could not create volume "pvc-1": failed to get an available volume in EC2: InvalidVolume.NotFound: The volume 'vol-0123456789abcdef0' does not exist.\n  kmsKeyId: "${key}"\n${statement({ Effect: 'Allow', Action: ['ec2:CreateVolume'], Resource: '*' })}`,
    'no-identity-allow',
    ['allows kms:GenerateDataKeyWithoutPlaintext', key],
  ],
  [
    'an action of another service, for the key of a stream',
    `Firehose does not have access to the KMS Key used to encrypt/decrypt the Kinesis Stream. Please grant the Firehose delivery role access to the key.\n${statement({ Effect: 'Allow', Action: 'kinesis:Decrypt', Resource: key })}`,
    'service-role',
    ['lacks kms:Decrypt', '`kinesis:Decrypt` names another service'],
  ],
  [
    'a key policy without a caller says whom it lets in',
    `The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.\nKey policy:\n${statement({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/builds' }, Action: 'kms:*', Resource: '*' })}`,
    'incomplete',
    ['allows kms:Decrypt to arn:aws:iam::111122223333:role/builds', 'add it there'],
  ],
  [
    'an S3 Bucket Key sends the bucket as its context',
    `Could not deliver to Amazon S3. Access was denied. Ensure that the delivery role has sufficient permissions to use the KMS key.\n${statement({ Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: key, Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' }, StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::example-logs/*' } } })}`,
    'depends',
    ['S3 Bucket Key, name the bucket in the condition', 'aws s3api get-bucket-encryption --bucket example-logs'],
    ['the Deny doesn’t apply', 'Use the key through'],
  ],
]

const cut: readonly Row[] = [
  [
    'an ARN that’s cut off, under a Deny for what isn’t encrypted',
    `User: arn:aws:sts::111122223333:assumed-role/loader/x is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example-lake...\nBucket policy:\n${statement({ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::example-lake/*', Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } } })}`,
    'depends',
    ['Request encryption', 'arn:aws:s3:::example-lake/<OBJECT_NAME>'],
    ['"Resource": "*"', 'on all resources'],
  ],
  [
    'a table’s ARN that’s cut off',
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/ord…',
    'no-identity-allow',
    ['arn:aws:dynamodb:eu-west-1:111122223333:table/ord<REST_OF_THE_NAME>'],
    ['"Resource": "*"'],
  ],
]

/** A message of a tool, the action that it's about, and its resource. */
const toolRows: readonly (readonly [is: string, paste: string, action: string, resource: string])[] = [
  [
    'mc ls',
    '$ mc ls aws/example-lake/daily/\nmc: <ERROR> Unable to list folder. Access Denied.',
    's3:ListBucket',
    'arn:aws:s3:::example-lake',
  ],
  [
    'mc cp to S3',
    '$ mc cp a.csv aws/example-lake/a.csv\nmc: <ERROR> Failed to copy `a.csv`. Access Denied.',
    's3:PutObject',
    'arn:aws:s3:::example-lake/a.csv',
  ],
  [
    'mc cp from S3',
    '$ mc cp aws/example-lake/a.csv ./a.csv\nmc: <ERROR> Failed to copy `aws/example-lake/a.csv`. Access Denied.',
    's3:GetObject',
    'arn:aws:s3:::example-lake/a.csv',
  ],
  [
    'rclone lsd',
    '$ rclone lsd s3:\nERROR : : error listing: AccessDenied: Access Denied\n\tstatus code: 403, request id: A, host id: B',
    's3:ListAllMyBuckets',
    '',
  ],
  [
    'rclone ls',
    '$ rclone ls s3:example-lake\nERROR : : error listing: AccessDenied: Access Denied\n\tstatus code: 403, request id: A, host id: B',
    's3:ListBucket',
    'arn:aws:s3:::example-lake',
  ],
  [
    'restic',
    'create backend at s3:s3.amazonaws.com/example-lake/restic failed: client.BucketExists: Access Denied.',
    's3:ListBucket',
    'arn:aws:s3:::example-lake',
  ],
  [
    'Hadoop, listing',
    'java.nio.file.AccessDeniedException: s3a://example-lake/daily: listObjectsV2() on s3a://example-lake/daily: com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
    's3:ListBucket',
    'arn:aws:s3:::example-lake',
  ],
  [
    'Hadoop, reading',
    'java.nio.file.AccessDeniedException: s3a://example-lake/a.parquet: open s3a://example-lake/a.parquet at 0 on s3a://example-lake/a.parquet: software.amazon.awssdk.services.s3.model.S3Exception: Access Denied (Service: S3, Status Code: 403)',
    's3:GetObject',
    'arn:aws:s3:::example-lake/a.parquet',
  ],
  [
    '.NET',
    'Amazon.S3.AmazonS3Exception: Access Denied\n   at Amazon.S3.Transfer.Internal.SimpleUploadCommand.ExecuteAsync(CancellationToken token)',
    's3:PutObject',
    '',
  ],
  [
    'Rust',
    'Error: unhandled error (AccessDenied): Error { code: "AccessDenied", message: "Access Denied" }\n 0: aws_sdk_s3::operation::get_object::GetObject::orchestrate',
    's3:GetObject',
    '',
  ],
  [
    'JavaScript',
    "AccessDenied: Access Denied\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:867:20)\nawait s3.send(new PutObjectCommand({ Bucket: 'example-lake', Key: 'a.csv' }))",
    's3:PutObject',
    'arn:aws:s3:::example-lake/a.csv',
  ],
  [
    'object_store',
    'Generic S3 error: Client error with status 403 Forbidden: <Error><Code>AccessDenied</Code><RequestId>A</RequestId><HostId>B</HostId></Error>\n  url: https://s3.eu-west-1.amazonaws.com/example-lake?list-type=2&prefix=daily',
    's3:ListBucket',
    'arn:aws:s3:::example-lake',
  ],
  [
    's3fs for Python',
    '>>> pd.read_csv(\'s3://example-lake/a.csv\')\n  File "s3fs/core.py", line 140, in _error_wrapper\nPermissionError: Forbidden',
    's3:GetObject',
    'arn:aws:s3:::example-lake/a.csv',
  ],
  [
    'DuckDB',
    "HTTP Error: HTTP GET error on 'https://example-lake.s3.amazonaws.com/?list-type=2&prefix=daily%2F' (HTTP 403)",
    's3:ListBucket',
    'arn:aws:s3:::example-lake',
  ],
  [
    'ClickHouse',
    'DB::Exception: Access Denied: This error happened for S3 disk: while reading key: a.parquet, from bucket: example-lake: (S3_ERROR)',
    's3:GetObject',
    'arn:aws:s3:::example-lake/a.parquet',
  ],
  [
    'wal-g',
    "ERROR: failed to list s3 folder: 'basebackups_005/': AccessDenied: Access Denied\n\tstatus code: 403, request id: A, host id: B\nWALG_S3_PREFIX=s3://example-lake/pg",
    's3:ListBucket',
    'arn:aws:s3:::example-lake',
  ],
]

describe('tools around Amazon S3', () => {
  const cases = toolRows.map(([is, paste, action, resource]) => ({ is, paste, action, resource }))
  test.each(cases)('$is', ({ paste, action, resource }) => {
    const { denial } = readAll(paste)
    expect(denial.actionDerived ?? denial.actionCandidates[0]).toBe(action)
    expect(denial.impliedResource ?? '').toBe(resource)
  })
})

const copies: readonly Row[] = [
  [
    'rclone tries to create the bucket',
    `$ rclone copy a.csv s3:example-backups/team/\n2026/11/01 10:00:00 ERROR : a.csv: Failed to copy: AccessDenied: Access Denied\n\tstatus code: 403, request id: A, host id: B\n${objects('s3:PutObject', 's3:ListBucket')}`,
    'further-check',
    ['--s3-no-check-bucket'],
    ['Allow s3:CreateBucket in'],
  ],
  [
    'rclone doesn’t, if told so',
    `$ rclone copy --s3-no-check-bucket a.csv s3:example-backups/team/\n2026/11/01 10:00:00 ERROR : a.csv: Failed to copy: AccessDenied: Access Denied\n\tstatus code: 403, request id: A, host id: B\n${objects('s3:PutObject', 's3:ListBucket')}`,
    'policies-allow',
    [],
    ['tries to create the bucket'],
  ],
  [
    'restic asks for the bucket’s Region',
    `create backend at s3:s3.amazonaws.com/example-backups/restic failed: client.BucketExists: Access Denied.\n${objects('s3:ListBucket', 's3:PutObject')}`,
    'further-check',
    ['the policies don’t allow s3:GetBucketLocation', '"Resource":"arn:aws:s3:::example-backups"'],
  ],
]

answerAll([
  ['keys that encrypt messages, streams, and volumes', managed],
  ['resources that are cut off', cut],
  ['what a tool does besides', copies],
  ['sign-in to a database with IAM', signIn],
  ['services that deliver logs into a bucket', logs],
  ['a resource’s policy that lets in for other actions', ofResource],
  ['keys that a setting or a command names', keys],
])
