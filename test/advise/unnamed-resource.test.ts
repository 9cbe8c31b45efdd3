// A placeholder is never the reason for a denial: where the policies name several resources, the answer depends on which one the call was about.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference(
  's3 dynamodb sts secretsmanager sqs logs apigateway execute-api ecs kinesis glue states iam ec2 sns eks route53'.split(
    ' ',
  ),
)

interface Statement {
  readonly Effect?: string
  readonly Action: string
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string
}
const diagnosisOf = (paste: string, statements: readonly Statement[]) => {
  const Statement = statements.map((statement) => ({ Effect: 'Allow', ...statement }))
  const text = JSON.stringify({ Version: '2012-10-17', Statement })
  return diagnose({ paste, policies: [{ type: 'identity', name: 'P', text }] }, reference)
}
const calling = (operation: string): string =>
  `An error occurred (AccessDenied) when calling the ${operation} operation: Access Denied`
const told = (action: string): string =>
  `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ${action}`
const at = 'eu-west-1:111122223333'
const table = (name: string): string => `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`

describe('depends on the resource', () => {
  test.each<[what: string, operation: string, statements: readonly Statement[], named: string]>([
    [
      'two buckets',
      'ListObjectsV2',
      [{ Action: 's3:List*', Resource: ['arn:aws:s3:::invoices', 'arn:aws:s3:::orders'] }],
      'allow it on arn:aws:s3:::invoices and arn:aws:s3:::orders',
    ],
    [
      'one bucket behind forty of another action',
      'ListObjectsV2',
      [
        { Action: 's3:GetBucketLocation', Resource: Array.from({ length: 40 }, (_, i) => `arn:aws:s3:::other-${i}`) },
        { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::invoices' },
      ],
      'allow it on arn:aws:s3:::invoices.',
    ],
    [
      'a table, and others by a pattern',
      'UpdateItem',
      [{ Action: 'dynamodb:*', Resource: [table('A*'), table('Sales')] }],
      `allow it on ${table('A*')} and ${table('Sales')}`,
    ],
    [
      'roles of two accounts',
      'AssumeRole',
      [
        {
          Action: 'sts:AssumeRole',
          Resource: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::444455556666:role/b'],
        },
      ],
      'allow it on arn:aws:iam::111122223333:role/a and arn:aws:iam::444455556666:role/b',
    ],
    [
      'a Deny on two of all buckets',
      'GetObject',
      [
        { Action: 's3:*', Resource: '*' },
        { Effect: 'Deny', Action: 's3:Get*', Resource: ['arn:aws:s3:::payroll/*', 'arn:aws:s3:::people/*'] },
      ],
      'don’t allow it on arn:aws:s3:::payroll/* and arn:aws:s3:::people/*',
    ],
    [
      'all buckets but one, and its logs',
      'ListObjectsV2',
      [
        { Action: 's3:ListBucket', NotResource: 'arn:aws:s3:::payroll' },
        { Action: 's3:Put*', Resource: 'arn:aws:s3:::logs' },
      ],
      'allow it on arn:aws:s3:::logs. The policies don’t allow it on arn:aws:s3:::payroll',
    ],
  ])('%s', (_, operation, statements, named) => {
    const { cause, verdict } = diagnosisOf(calling(operation), statements)
    expect(cause.id).toBe('depends')
    expect(verdict?.decision).toBe('undetermined')
    expect(cause.certainty).toBe('likely')
    expect(cause.steps[0]?.text).toContain(named)
  })
})

// A pattern is fitted to the forms of the action's resources: a log group's pattern covers its streams.
describe('depends on the resource, of which the policies name a part', () => {
  test.each<[action: string, pattern: string]>([
    ['logs:PutLogEvents', `arn:aws:logs:${at}:log-group:/a:*`],
    ['logs:PutLogEvents', `arn:aws:logs:${at}:log-group:/aws/lambda/*`],
    ['logs:PutLogEvents', `arn:aws:logs:${at}:log-group:/a:log-stream:2026/11/*`],
    ['logs:PutLogEvents', 'arn:aws:logs:*:*:log-group:web-?:*'],
    ['logs:FilterLogEvents', `arn:aws:logs:${at}:log-group:/a:*`],
    ['logs:TagResource', `arn:aws:logs:${at}:log-group:/a*`],
    ['s3:GetObject', 'arn:aws:s3:::logs*'],
    ['s3:GetObject', 'arn:aws:s3:::*.csv'],
    ['s3:PutObject', 'arn:aws:s3:::logs/${aws:username}/*'],
    ['apigateway:PATCH', 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/*'],
    ['execute-api:Invoke', `arn:aws:execute-api:${at}:abc123/*`],
    ['execute-api:Invoke', `arn:aws:execute-api:${at}:abc123/prod/*/pets/*`],
    ['ecs:UpdateService', `arn:aws:ecs:${at}:service/main/*`],
    ['ecs:StopTask', `arn:aws:ecs:${at}:task/main/*`],
    ['kinesis:SubscribeToShard', `arn:aws:kinesis:${at}:stream/a/*`],
    ['states:DescribeExecution', `arn:aws:states:${at}:execution:a:*`],
    ['iam:GetRole', 'arn:aws:iam::111122223333:role/app/*'],
    ['ec2:CreateTags', `arn:aws:ec2:${at}:instance/*`],
    ['ec2:CreateTags', `arn:aws:ec2:${at}:volume/vol-1`],
    // AWS's list has no type for the one, and an optional one for the other.
    ['eks:CreateCluster', `arn:aws:eks:${at}:cluster/dev*`],
    ['route53:AssociateVPCWithHostedZone', 'arn:aws:route53:::hostedzone/Z*'],
    ['sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:alarms-*'],
  ])('%s on %s', (action, pattern) => {
    const { verdict, cause } = diagnosisOf(told(action), [{ Action: '*', Resource: [pattern, 'arn:aws:sqs:*:*:x'] }])
    expect(cause.id).toBe('depends')
    expect(verdict?.decision).toBe('undetermined')
    expect(cause.steps[0]?.text).toContain(pattern)
  })
})

// What isn't looked at counts as unknown, not as denied: 3,000 patterns, and patterns that take long to fit.
test.each([
  ['many', Array.from({ length: 3000 }, (_, i) => table(`t${i}/x`))],
  ['long', Array.from({ length: 500 }, (_, i) => table(`${'*a'.repeat(900)}/${i}`))],
])('the policies name %s resources before the one that they allow', (_, before) => {
  const { verdict, cause } = diagnosisOf(told('dynamodb:GetItem'), [
    { Action: 'dynamodb:GetItem', Resource: [...before, table('orders')] },
  ])
  expect(verdict?.decision).toBe('undetermined')
  expect(cause.certainty).toBe('likely')
})

// An action that sets tags acts on resources of 100 types: the placeholder singles none out.
test.each([
  ['ec2:CreateTags', 'arn:aws:ec2:us-east-1:111122223333:<RESOURCE_TYPE>/<RESOURCE_ID>'],
  ['apigateway:PATCH', 'arn:aws:apigateway:us-east-1::<RESOURCE>'],
  ['s3:GetObject', 'arn:aws:s3:::<BUCKET_NAME>/<OBJECT_NAME>'],
  ['glue:GetTable', 'arn:aws:glue:us-east-1:111122223333:table/<DATABASE_NAME>/<TABLE_NAME>'],
  ['logs:FilterLogEvents', 'arn:aws:logs:us-east-1:111122223333:log-group:<LOG_GROUP_NAME>:log-stream:*'],
  ['ec2:AttachVolume', 'arn:aws:ec2:us-east-1:111122223333:volume/<VOLUME_ID>'],
])('the placeholder for what %s acts on', (action, arn) => {
  const [fix] = diagnosisOf(told(action), []).fixes
  expect(fix?.after).toContain(`"${arn}"`)
  expect(fix?.hasPlaceholder).toBe(true)
})

test('a cluster that the message names is allowed by its name, though AWS’s list has no type for the action', () => {
  const cluster = `arn:aws:eks:${at}:cluster/foo`
  const { cause, fixes } = diagnosisOf(`${told('eks:CreateCluster')} on resource: ${cluster}`, [
    { Action: 'eks:*', Resource: `arn:aws:eks:${at}:cluster/dev*` },
  ])
  expect(cause.id).toBe('no-identity-allow')
  expect(fixes[0]?.after).toContain(`"${cluster}"`)
})

describe('doesn’t depend on it', () => {
  test.each<[what: string, paste: string, statements: readonly Statement[], decision: string]>([
    [
      'AWS says that no policy of the caller allows it',
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:ListBucket because no identity-based policy allows the s3:ListBucket action',
      [{ Action: 's3:List*', Resource: ['arn:aws:s3:::invoices', 'arn:aws:s3:::orders'] }],
      'implicitDeny',
    ],
    [
      'the buckets are those of another action',
      calling('ListObjectsV2'),
      [{ Action: 's3:GetBucketLocation', Resource: ['arn:aws:s3:::invoices', 'arn:aws:s3:::orders'] }],
      'implicitDeny',
    ],
    [
      'Glue checks the catalog as well, whichever table is read',
      told('glue:GetTable'),
      [{ Action: 'glue:*', Resource: `arn:aws:glue:${at}:*/sales*` }],
      'implicitDeny',
    ],
    [
      'a log group without “:*” behind it allows nothing but its tags',
      told('logs:FilterLogEvents'),
      [{ Action: 'logs:*', Resource: [`arn:aws:logs:${at}:log-group:/a`, `arn:aws:logs:${at}:log-group:/b`] }],
      'implicitDeny',
    ],
    [
      'the policies name destinations, and the call was to a log stream',
      told('logs:PutLogEvents'),
      [{ Action: '*', Resource: `arn:aws:logs:${at}:destination:*` }],
      'implicitDeny',
    ],
    [
      'the policies name queues, and the call was to a table',
      calling('UpdateItem'),
      [{ Action: '*', Resource: ['arn:aws:sqs:eu-west-1:111122223333:a', 'arn:aws:sqs:eu-west-1:111122223333:b'] }],
      'implicitDeny',
    ],
  ])('%s', (_, paste, statements, decision) => {
    expect(diagnosisOf(paste, statements).verdict?.decision).toBe(decision)
  })
})

test('the fix is for a resource that the policies don’t allow, and for none where they allow all others', () => {
  const buckets = ['arn:aws:s3:::invoices', 'arn:aws:s3:::orders']
  const some = diagnosisOf(calling('ListObjectsV2'), [{ Action: 's3:List*', Resource: buckets }])
  expect(some.fixes.map(({ hasPlaceholder }) => hasPlaceholder)).toEqual([true])
  const all = diagnosisOf(calling('ListObjectsV2'), [
    { Action: 's3:*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:*', Resource: buckets },
  ])
  expect(all.fixes).toEqual([])
})
