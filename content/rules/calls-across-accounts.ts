// Requests from another account: which ones work, and which ones can never be allowed.
import { type Case, guide, type Rule } from './rule.ts'
import {
  allow,
  deny,
  full,
  here,
  key,
  policy,
  queue,
  root,
  scp,
  theirKey,
  theirQueue,
  there,
  user,
} from './scenario.ts'

const docs = 'https://docs.aws.amazon.com'
const everyone = policy('resource', allow('*', { Principal: '*' }))
const both = [full, everyone]
const arn = (service: string, resource: string): string => `arn:aws:${service}:us-east-1:${there}:${resource}`
const subnet = arn('ec2', 'subnet/subnet-0abc')
/** Both sides allow everything, and still the decision is this one. */
const asked = (action: string, on: string, decision: 'allowed' | 'implicitDeny'): Case => [
  action,
  { action, on, owner: there, policies: both },
  decision,
  [],
]
const denied = (action: string, on: string): Case => asked(action, on, 'implicitDeny')
const works = (action: string, on: string): Case => asked(action, on, 'allowed')
const table = arn('dynamodb', 'table/orders')
const theirFunction = arn('lambda', 'function:import')
const bucket = 'arn:aws:s3:::their-reports'
const logStream = `arn:aws:logs:us-east-1:${here}:log-group:app:log-stream:s`
const writesLogs = { action: 'logs:PutLogEvents', on: logStream } as const

export const callsAcrossAccounts: readonly Rule[] = [
  {
    number: 143,
    says: 'No policy opens a resource to another account if its service has no resource-based policies.',
    source: guide('reference_aws-services-that-work-with-iam'),
    cases: [
      denied('ec2:TerminateInstances', arn('ec2', 'instance/i-0abc')),
      denied('rds:DeleteDBInstance', arn('rds', 'db:orders')),
      denied('ecs:RunTask', arn('ecs', 'task-definition/web:1')),
      denied('cloudwatch:PutMetricAlarm', arn('cloudwatch', 'alarm:cpu')),
      denied('states:StartExecution', arn('states', 'stateMachine:order')),
      denied('iot:Publish', arn('iot', 'topic/t')),
      works('sqs:SendMessage', theirQueue),
      works('secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:db-a1b2c3')),
    ],
  },
  {
    number: 144,
    says: 'What AWS RAM shares works from another account, if the caller’s own policies allow it.',
    source: `${docs}/ram/latest/userguide/shareable.html`,
    cases: [
      [
        'a shared subnet',
        { action: 'ec2:RunInstances', on: subnet, facts: { sharedByRam: true }, policies: [full] },
        'allowed',
      ],
      [
        'a shared subnet, and no identity-based policy',
        { action: 'ec2:RunInstances', on: subnet, facts: { sharedByRam: true }, policies: [] },
        'implicitDeny',
        ['identity'],
      ],
      [
        'a subnet that isn’t shared',
        { action: 'ec2:RunInstances', on: subnet, facts: { sharedByRam: false }, policies: [full] },
        'implicitDeny',
        [],
      ],
      [
        'no one says whether it is shared',
        { action: 'ec2:RunInstances', on: subnet, policies: [full] },
        'undetermined',
      ],
      [
        'an instance can’t be shared, whatever anyone says',
        {
          action: 'ec2:TerminateInstances',
          on: arn('ec2', 'instance/i-0abc'),
          facts: { sharedByRam: true },
          policies: [full],
        },
        'implicitDeny',
        [],
      ],
      [
        'a transit gateway',
        {
          action: 'ec2:CreateTransitGatewayVpcAttachment',
          on: arn('ec2', 'transit-gateway/tgw-0abc'),
          facts: { sharedByRam: true },
          policies: [full],
        },
        'allowed',
      ],
      [
        'a resolver rule',
        {
          action: 'route53resolver:AssociateResolverRule',
          on: arn('route53resolver', 'resolver-rule/rslvr-rr-1'),
          policies: [full],
        },
        'undetermined',
      ],
      [
        'a snapshot of a database that its owner shares',
        {
          action: 'rds:CopyDBSnapshot',
          on: arn('rds', 'snapshot:orders'),
          facts: { sharedByRam: true },
          policies: [full],
        },
        'allowed',
      ],
    ],
  },
  {
    number: 145,
    says: 'KMS takes cryptographic operations and a few about grants and metadata from other accounts, and nothing else.',
    source: `${docs}/kms/latest/developerguide/key-policy-modifying-external-accounts.html`,
    cases: [
      denied('kms:ScheduleKeyDeletion', theirKey),
      denied('kms:PutKeyPolicy', theirKey),
      denied('kms:EnableKeyRotation', theirKey),
      works('kms:Decrypt', theirKey),
      works('kms:CreateGrant', theirKey),
      works('kms:GetKeyRotationStatus', theirKey),
      works('kms:GetPublicKey', theirKey),
      ['the same key from its own account', { action: 'kms:ScheduleKeyDeletion', on: key, policies: both }, 'allowed'],
    ],
  },
  {
    number: 146,
    says: 'A queue policy can’t let another account manage the queue.',
    source: `${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html`,
    cases: [
      denied('sqs:SetQueueAttributes', theirQueue),
      denied('sqs:DeleteQueue', theirQueue),
      denied('sqs:StartMessageMoveTask', theirQueue),
      works('sqs:PurgeQueue', theirQueue),
      ['the owner’s own account', { action: 'sqs:DeleteQueue', on: queue, policies: both }, 'allowed'],
    ],
  },
  {
    number: 147,
    says: 'Some DynamoDB operations never work across accounts: time to live, backups, exports, PartiQL, and the policy itself.',
    source: `${docs}/amazondynamodb/latest/developerguide/rbac-iam-actions.html`,
    cases: [
      denied('dynamodb:UpdateTimeToLive', table),
      denied('dynamodb:PartiQLSelect', table),
      denied('dynamodb:ExportTableToPointInTime', table),
      denied('dynamodb:PutResourcePolicy', table),
      works('dynamodb:GetItem', table),
      works('dynamodb:DescribeTable', table),
    ],
  },
  {
    number: 148,
    says: 'Only the owner’s account can read or change a bucket policy.',
    source: `${docs}/AmazonS3/latest/API/API_PutBucketPolicy.html`,
    cases: [
      denied('s3:GetBucketPolicy', bucket),
      denied('s3:PutBucketPolicy', bucket),
      denied('s3:DeleteBucketPolicy', bucket),
      works('s3:GetBucketAcl', bucket),
    ],
  },
  {
    number: 149,
    says: 'Only some calls work on a function of another account.',
    source: `${docs}/lambda/latest/dg/permissions-function-cross-account.html`,
    cases: [
      denied('lambda:UpdateFunctionConfiguration', theirFunction),
      denied('lambda:AddPermission', theirFunction),
      works('lambda:InvokeFunction', theirFunction),
      works('lambda:GetFunctionConfiguration', theirFunction),
    ],
  },
  {
    number: 150,
    says: 'IAM acts on the caller’s own account only. A trust policy opens the role to other accounts, and nothing else in IAM.',
    source: guide('reference_policies_evaluation-logic-cross-account'),
    cases: [
      denied('iam:GetRole', `arn:aws:iam::${there}:role/Audit`),
      denied('iam:CreateAccessKey', `arn:aws:iam::${there}:user/nikki`),
    ],
  },
  {
    number: 151,
    says: 'Outside the Data Catalog, AWS Glue has no cross-account access.',
    source: `${docs}/glue/latest/dg/cross-account-access.html`,
    cases: [
      denied('glue:StartJobRun', arn('glue', 'job/etl')),
      denied('glue:GetWorkflow', arn('glue', 'workflow/nightly')),
      works('glue:GetTable', arn('glue', 'table/sales/orders')),
    ],
  },
  {
    number: 152,
    says: 'Of the calls that can’t cross accounts, every service has its own list.',
    source: guide('reference_policies_evaluation-logic-cross-account'),
    cases: [
      denied('kinesis:PutResourcePolicy', arn('kinesis', 'stream/s')),
      denied('events:PutPermission', arn('events', 'event-bus/b')),
      denied('backup:StartRestoreJob', arn('backup', 'backup-vault:v')),
      denied('s3express:PutBucketPolicy', arn('s3express', 'bucket/b--use1-az4--x-s3')),
      works('s3express:CreateSession', arn('s3express', 'bucket/b--use1-az4--x-s3')),
      works('kinesis:PutRecord', arn('kinesis', 'stream/s')),
      works('events:PutEvents', arn('events', 'event-bus/b')),
    ],
  },
  {
    number: 153,
    says: 'The root user of the owner’s account can always read, replace, and delete a bucket policy that locks everyone out.',
    source: `${docs}/AmazonS3/latest/API/API_PutBucketPolicy.html`,
    cases: [
      [
        'against a Deny of the bucket policy',
        {
          as: root,
          action: 's3:DeleteBucketPolicy',
          on: 'arn:aws:s3:::reports',
          owner: here,
          policies: [lockedOut('s3')],
        },
        'allowed',
      ],
      [
        'against a Deny of an SCP',
        {
          as: root,
          action: 's3:PutBucketPolicy',
          on: 'arn:aws:s3:::reports',
          owner: here,
          policies: [lockedOut('s3'), scp(allow('*'), deny('s3:*'))],
        },
        'explicitDeny',
        ['scp'],
      ],
      [
        'any other call',
        { as: root, action: 's3:GetObject', on: 'arn:aws:s3:::reports/x', owner: here, policies: [lockedOut('s3')] },
        'explicitDeny',
        ['resource'],
      ],
      [
        'an administrator who isn’t the root user',
        {
          action: 's3:DeleteBucketPolicy',
          on: 'arn:aws:s3:::reports',
          owner: here,
          policies: [full, lockedOut('s3')],
        },
        'explicitDeny',
        ['resource'],
      ],
      [
        'a table’s policy',
        {
          as: root,
          action: 'dynamodb:DeleteResourcePolicy',
          on: `arn:aws:dynamodb:us-east-1:${here}:table/t`,
          policies: [lockedOut('dynamodb')],
        },
        'allowed',
      ],
      [
        'a queue’s policy',
        { as: root, action: 'sqs:SetQueueAttributes', on: queue, policies: [lockedOut('sqs')] },
        'allowed',
      ],
    ],
  },
  {
    number: 154,
    says: 'A CloudWatch Logs resource policy counts for AWS services, not for users and roles: neither its Allow nor its Deny. The access policy of a destination does.',
    source: `${docs}/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html`,
    cases: [
      [
        'it allows a user',
        { ...writesLogs, policies: [policy('resource', allow('logs:*', { Principal: { AWS: user } }))] },
        'implicitDeny',
        ['identity'],
      ],
      [
        'it denies a user',
        { ...writesLogs, policies: [full, policy('resource', deny('logs:*', { Principal: { AWS: user } }))] },
        'allowed',
      ],
      [
        'it allows a service',
        {
          ...writesLogs,
          as: 'delivery.logs.amazonaws.com',
          policies: [policy('resource', allow('logs:*', { Principal: { Service: 'delivery.logs.amazonaws.com' } }))],
        },
        'allowed',
      ],
      [
        'it allows a user of another account',
        { action: 'logs:PutLogEvents', on: arn('logs', 'log-group:app:log-stream:s'), policies: both },
        'implicitDeny',
        [],
      ],
      [
        'the policy of a destination is another thing: it allows a user of another account',
        { action: 'logs:PutSubscriptionFilter', on: arn('logs', 'destination:central'), policies: both },
        'allowed',
      ],
    ],
  },
]

function lockedOut(service: string) {
  return policy('resource', deny(`${service}:*`, { Principal: '*' }))
}
