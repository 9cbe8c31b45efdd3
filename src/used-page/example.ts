// A trail to try the page with: a role that uses little of its policy, a user, and a permission set.
import type { NamedText } from './messages.ts'

const account = '111122223333'
const role = (name: string): object => ({
  type: 'AssumedRole',
  sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role/${name}` } },
})
const user = { type: 'IAMUser', arn: `arn:aws:iam::${account}:user/mateo` }
const billing = role('aws-reserved/sso.amazonaws.com/AWSReservedSSO_Billing_0123456789abcdef')

interface Call {
  readonly by: object
  readonly day: number
  readonly source: string
  readonly name: string
  readonly parameters?: object
}

const eventOf = ({ by, day, source, name, parameters = {} }: Call): object => ({
  eventVersion: '1.11',
  eventTime: `2026-10-${String(day).padStart(2, '0')}T09:30:00Z`,
  eventSource: `${source}.amazonaws.com`,
  eventName: name,
  awsRegion: 'eu-central-1',
  userIdentity: by,
  requestParameters: parameters,
  recipientAccountId: account,
})

const app = role('app')
const calls: readonly Call[] = [
  ...[1, 8, 15, 22].map((day) => ({
    by: app,
    day,
    source: 's3',
    name: 'GetObject',
    parameters: { bucketName: 'amzn-s3-demo-bucket', key: `reports/2026-10-${day}.csv` },
  })),
  { by: app, day: 3, source: 's3', name: 'ListObjectsV2', parameters: { bucketName: 'amzn-s3-demo-bucket' } },
  { by: app, day: 28, source: 'sqs', name: 'ListQueues' },
  { by: user, day: 5, source: 'ec2', name: 'DescribeInstances' },
  { by: user, day: 19, source: 'iam', name: 'ListUsers' },
  { by: billing, day: 2, source: 'ce', name: 'GetCostAndUsage' },
  { by: billing, day: 30, source: 'budgets', name: 'DescribeBudgets' },
]

export const exampleTrail: NamedText = { name: 'example', text: JSON.stringify({ Records: calls.map(eventOf) }) }

/** The role's current policy. */
export const exampleCaller = `arn:aws:iam::${account}:role/app`
export const examplePolicy = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:*', 'sqs:*', 'dynamodb:*'], Resource: '*' },
      { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' },
    ],
  },
  null,
  2,
)
