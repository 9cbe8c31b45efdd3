// Public reports about Amazon S3, snapshots, and flow logs: what their pastes must be answered with. Rewritten with invented names.
import { answerAll, type Row } from './answer-rows.ts'

const statement = (parts: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [parts] })

const addresses: readonly Row[] = [
  [
    'S3’s host in the place of a bucket',
    `+ aws s3 cp s3://s3.eu-west-2.amazonaws.com/example-setup/init.sh /tmp/init.sh\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden\n${statement({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })}`,
    'policies-allow',
    ['Write s3://example-setup/init.sh instead'],
    ['arn:aws:s3:::s3.eu-west-2.amazonaws.com'],
  ],
  [
    'an endpoint whose policy names only own buckets',
    `error parsing HTTP 403 response body: "<?xml version=\\"1.0\\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>A</RequestId><HostId>B</HostId></Error>"\nPolicy of our gateway endpoint vpce-0123456789abcdef0:\n${statement({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::example-own', 'arn:aws:s3:::example-own/*'] })}`,
    'no-detail',
    ['Let the VPC endpoint’s policy allow the bucket', 'arn:aws:s3:::example-own'],
  ],
  [
    'a form with a presigned POST has the permissions of who signed it',
    `POST https://example-uploads.s3.eu-west-1.amazonaws.com/ 403 (Forbidden)\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>A</RequestId><HostId>B</HostId></Error>\n${statement({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-uploads/*' })}`,
    'no-identity-allow',
    ['allows s3:PutObject', 'arn:aws:s3:::example-uploads/<OBJECT_NAME>'],
  ],
]

const snapshots: readonly Row[] = [
  [
    'a snapshot with the default key',
    'Error modify snapshot attributes: OperationNotPermitted: Encrypted snapshots with EBS default key cannot be shared',
    'not-by-policy',
    ['can’t be shared', 'aws ec2 copy-snapshot'],
  ],
  [
    'an image with the default key',
    'Error modify AMI attributes: InvalidParameter: Snapshots encrypted with the AWS Managed CMK can’t be shared. Specify another snapshot',
    'not-by-policy',
    ['aws ec2 copy-snapshot'],
  ],
]

const flowLogs: readonly Row[] = [
  [
    'the call also sets up the delivery',
    `  log_destination_type  = "s3"\nError: Error creating Flow Log for (vpc-0123456789abcdef0), error: UnauthorizedOperation: You are not authorized to perform this operation.\n${statement({ Effect: 'Allow', Action: 'ec2:*', Resource: '*' })}`,
    'further-check',
    ['the policies don’t allow logs:CreateLogDelivery', '"Resource":"*"'],
  ],
  [
    'not to Amazon S3: nothing is set up',
    `  log_destination_type  = "cloud-watch-logs"\nError: Error creating Flow Log for (vpc-0123456789abcdef0), error: UnauthorizedOperation: You are not authorized to perform this operation.\n${statement({ Effect: 'Allow', Action: 'ec2:*', Resource: '*' })}`,
    'policies-allow',
    [],
    ['sets up the delivery'],
  ],
  [
    'a bucket whose policy lets the delivery in',
    `"DeliverLogsStatus": "FAILED",\n"DeliverLogsErrorMessage": "Access error",\n"LogDestination": "arn:aws:s3:::example-flows"\n${statement({ Effect: 'Allow', Principal: { Service: 'delivery.logs.amazonaws.com' }, Action: ['s3:PutObject', 's3:GetBucketAcl'], Resource: ['arn:aws:s3:::example-flows', 'arn:aws:s3:::example-flows/AWSLogs/*'] })}`,
    'policies-allow',
    ['Compare the path in the bucket policy'],
    ['a policy of the service'],
  ],
]

answerAll([
  ['addresses in Amazon S3', addresses],
  ['snapshots and images that can’t be shared', snapshots],
  ['flow logs in a bucket', flowLogs],
])
