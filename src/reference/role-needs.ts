/** What a role needs so that a service can do one job with it. Read on November 28, 2026. */
export interface RoleNeed {
  /** The permission that the service's error names first: "sqs:ReceiveMessage". */
  readonly action: string
  /** What the same job needs in addition, of the same role. */
  readonly also: readonly string[]
  /** True where AWS wants these permissions on "*": what they act on doesn't exist yet, or can't be named. */
  readonly onAll: boolean
  /** The job, as a clause: "to read from the queue". */
  readonly job: string
  /** AWS's managed policy with all of it. */
  readonly managedPolicy: string
  /** Where it isn't below "service-role/". */
  readonly managedPath?: ''
  readonly source: string
}

const guide = 'https://docs.aws.amazon.com/lambda/latest/dg'

/** Roles that Lambda functions run with. */
const functionRoleNeeds: readonly RoleNeed[] = [
  {
    action: 'ec2:CreateNetworkInterface',
    also: [
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
    onAll: true,
    job: 'to connect the function to a VPC',
    managedPolicy: 'AWSLambdaVPCAccessExecutionRole',
    source: `${guide}/configuration-vpc.html`,
  },
  {
    action: 'xray:PutTraceSegments',
    also: ['xray:PutTelemetryRecords'],
    onAll: true,
    job: 'to send traces to X-Ray',
    managedPolicy: 'AWSXRayDaemonWriteAccess',
    managedPath: '',
    source: `${guide}/services-xray.html`,
  },
  {
    action: 'sqs:ReceiveMessage',
    also: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    onAll: false,
    job: 'to read from the queue',
    managedPolicy: 'AWSLambdaSQSQueueExecutionRole',
    source: `${guide}/services-sqs-configure.html`,
  },
  {
    action: 'kinesis:GetRecords',
    also: ['kinesis:GetShardIterator', 'kinesis:DescribeStream', 'kinesis:DescribeStreamSummary', 'kinesis:ListShards'],
    onAll: false,
    job: 'to read from the stream',
    managedPolicy: 'AWSLambdaKinesisExecutionRole',
    source: `${guide}/services-kinesis-create.html`,
  },
  {
    action: 'dynamodb:GetRecords',
    also: ['dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'],
    onAll: false,
    job: 'to read from the table’s stream',
    managedPolicy: 'AWSLambdaDynamoDBExecutionRole',
    source: `${guide}/services-dynamodb-eventsourcemapping.html`,
  },
]

/** The job of a Lambda function's role that an action ("service:Action") belongs to; undefined where none is known. */
export const functionRoleNeed = (action: string): RoleNeed | undefined =>
  functionRoleNeeds.find((need) => need.action === action || need.also.includes(action))
