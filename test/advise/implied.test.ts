// The caller and the resource that the message doesn't name: where else they stand, and that a placeholder proves nothing.
import { describe, expect, it, test } from 'vitest'
import { diagnose, sortReading } from '../../src/advise/index.ts'
import { readAll, readDenial } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference(['s3', 'sqs', 'dynamodb', 'secretsmanager', 'lambda', 'iam', 'ec2'])
const allow = (Action: string, Resource: string | readonly string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })
const answer = (paste: string) => {
  const reading = readAll(paste)
  const sorted = sortReading({ paste, policies: [] }, reading)
  return {
    ...diagnose(sorted?.given ?? { paste, policies: [] }, reference, reading),
    told: sorted?.notices.join(' ') ?? '',
  }
}
const failed = (operation: string, code = 'AccessDenied'): string =>
  `An error occurred (${code}) when calling the ${operation} operation: Access Denied`

test.each([
  ['aws s3 sync s3://my-company/home ./x', 'ListObjectsV2', 'arn:aws:s3:::my-company'],
  ['aws s3 cp s3://my-company/a/b.txt .', 'GetObject', 'arn:aws:s3:::my-company/a/b.txt'],
  ['aws s3api put-object --bucket my-company --key a.txt --body a.txt', 'PutObject', 'arn:aws:s3:::my-company/a.txt'],
  ['GET https://my-company.s3.eu-west-1.amazonaws.com/a.txt', 'GetObject', 'arn:aws:s3:::my-company/a.txt'],
  [
    'POST https://sqs.eu-west-1.amazonaws.com/111122223333/jobs',
    'SendMessage',
    'arn:aws:sqs:eu-west-1:111122223333:jobs',
  ],
  [
    'aws secretsmanager get-secret-value --secret-id arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
    'GetSecretValue',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
  ],
  [
    'aws s3 cp a.csv s3://my-company/2026/\nupload failed: ./a.csv to s3://my-company/2026/a.csv',
    'PutObject',
    'arn:aws:s3:::my-company/2026/a.csv',
  ],
  [
    'aws sqs send-message --queue-url https://sqs.eu-west-1.amazonaws.com/111122223333/jobs --message-body x\nAccess to the resource https://sqs.eu-west-1.amazonaws.com/ is denied.',
    'SendMessage',
    'arn:aws:sqs:eu-west-1:111122223333:jobs',
  ],
])('%s', (line, operation, expected) => {
  const { denial, cause } = answer(`$ ${line}\n${failed(operation)}`)
  expect(denial.resource).toBeUndefined()
  expect(denial.impliedResource).toBe(expected)
  expect(cause.certainty).not.toBe('confirmed')
})

describe('an identity-based policy pasted alone belongs to the caller', () => {
  it('the bucket of the command is compared with it', () => {
    const { verdict, cause } = answer(
      `$ aws s3 sync s3://my-company/home ./x\n${failed('ListObjectsV2')}\n\n${allow('s3:ListBucket', 'arn:aws:s3:::my-company/*')}`,
    )
    expect(verdict?.decision).toBe('implicitDeny')
    expect(cause).toMatchObject({ id: 'bucket-or-object', certainty: 'likely' })
  })
  it('the only bucket of the policies is the bucket', () => {
    const { cause, fixes } = answer(`${failed('PutObject')}\n\n${allow('s3:PutObject', 'arn:aws:s3:::my-bucket')}`)
    expect(cause.id).toBe('bucket-or-object')
    expect(fixes.map(({ title, note, after }) => title + note + after).join()).not.toContain('<USER_NAME>')
    for (const fix of fixes) if (fix.after.includes('<OBJECT_NAME>')) expect(fix.hasPlaceholder).toBe(true)
  })
  it('the only table of the policies is the table', () => {
    const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/T'
    const { verdict, notices } = answer(
      `${failed('PutItem', 'AccessDeniedException')}\n\n${allow('dynamodb:GetItem', table)}`,
    )
    expect(notices.join(' ')).toContain(`the only one that your policies name: ${table}`)
    expect(verdict?.decision).toBe('implicitDeny')
  })
})

describe('a placeholder', () => {
  const { cause, fixes, told } = answer(
    `${failed('PutItem', 'AccessDeniedException')}\n\n${allow('dynamodb:PutItem', ['arn:aws:dynamodb:eu-west-1:111122223333:table/A', 'arn:aws:dynamodb:eu-west-1:111122223333:table/B'])}`,
  )
  it('is never the other side of a difference', () => {
    expect(`${cause.explanation} ${told}`).not.toMatch(/not `[^`]*<TABLE_NAME>/)
    expect(cause.certainty).toBe('likely')
  })
  it('never carries a proof', () => {
    for (const fix of fixes) if (fix.after.includes('<TABLE_NAME>')) expect(fix.hasPlaceholder).toBe(true)
  })
})

const event = (more: object): string =>
  JSON.stringify({
    eventVersion: '1.09',
    userIdentity: {
      type: 'AssumedRole',
      accountId: '111122223333',
      arn: 'arn:aws:sts::111122223333:assumed-role/App/s',
    },
    errorCode: 'AccessDenied',
    errorMessage: 'Access Denied',
    awsRegion: 'eu-west-1',
    ...more,
  })

test.each([
  ['s3', 'GetObject', { bucketName: 'b-1', key: 'k/a.txt' }, 'arn:aws:s3:::b-1/k/a.txt'],
  ['s3', 'ListObjectsV2', { bucketName: 'b-1' }, 'arn:aws:s3:::b-1'],
  ['dynamodb', 'Query', { tableName: 'T' }, 'arn:aws:dynamodb:eu-west-1:111122223333:table/T'],
  ['lambda', 'Invoke', { functionName: 'f' }, 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
  [
    'lambda',
    'Invoke',
    { functionName: 'arn:aws:lambda:us-east-1:111122223333:function:f' },
    'arn:aws:lambda:us-east-1:111122223333:function:f',
  ],
  [
    'sts',
    'AssumeRole',
    { roleArn: 'arn:aws:iam::444455556666:role/r', roleSessionName: 's' },
    'arn:aws:iam::444455556666:role/r',
  ],
  [
    'sqs',
    'SendMessage',
    { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q' },
    'arn:aws:sqs:eu-west-1:111122223333:q',
  ],
  ['sns', 'Publish', { topicArn: 'arn:aws:sns:eu-west-1:111122223333:t' }, 'arn:aws:sns:eu-west-1:111122223333:t'],
  ['iam', 'GetRole', { roleName: 'r' }, 'arn:aws:iam::111122223333:role/r'],
  [
    'kms',
    'Decrypt',
    { keyId: '1234abcd-12ab-34cd-56ef-1234567890ab' },
    'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ],
  ['ssm', 'GetParameter', { name: '/app/db' }, 'arn:aws:ssm:eu-west-1:111122223333:parameter/app/db'],
])('event of %s %s', (service, eventName, requestParameters, expected) => {
  const denial = readDenial(event({ eventSource: `${service}.amazonaws.com`, eventName, requestParameters }))
  expect(denial.impliedResource).toBe(expected)
})

test('an event that a VPC endpoint denied leads to the endpoint’s policy', () => {
  const { denial, cause } = answer(
    event({
      eventType: 'AwsVpceEvent',
      errorCode: 'VpceAccessDenied',
      errorMessage: 'The request was denied due to a VPC endpoint policy',
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      requestParameters: { bucketName: 'b-1', key: 'k' },
      vpcEndpointId: 'vpce-0abc',
    }),
  )
  expect(denial).toMatchObject({ policyType: 'vpc-endpoint', impliedResource: 'arn:aws:s3:::b-1/k' })
  expect(cause.id).toBe('silent-endpoint')
})

test('account details without the caller don’t blame the message', () => {
  const details = JSON.stringify({
    UserDetailList: [
      {
        UserName: 'bob',
        Arn: 'arn:aws:iam::111122223333:user/bob',
        GroupList: [],
        AttachedManagedPolicies: [],
        UserPolicyList: [{ PolicyName: 'p', PolicyDocument: JSON.parse(allow('s3:GetObject', '*')) }],
      },
    ],
  })
  const message =
    'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ec2:StartInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-1'
  const { told } = answer(`${message}\n${details}`)
  expect(told).toContain('don’t contain arn:aws:iam::111122223333:user/alice')
  expect(told).not.toContain('Paste the error too')
})

test('two denials of one call in one line: both resources are told, and the first keeps its action', () => {
  const sentence = (resource: string): string =>
    `User: arn:aws:sts::111122223333:assumed-role/A/s is not authorized to perform: identitystore:DescribeGroup on resource: ${resource} because no identity-based policy allows the identitystore:DescribeGroup action`
  const [store, group] = [
    'arn:aws:identitystore::111122223333:identitystore/d-906752b26f',
    'arn:aws:identitystore:::group/0448a468',
  ]
  const { denial, notices } = answer(`AccessDeniedException: ${sentence(store)}, ${sentence(group)}`)
  expect(denial).toMatchObject({ action: 'identitystore:DescribeGroup', resource: store })
  expect(notices.join(' ')).toContain(group)
  const [only, ...more] = readAll(`AccessDeniedException: ${sentence(store)}, ${sentence(group)}`).denials
  expect(more).toEqual([])
  expect(only).toMatchObject({ count: 2, resources: [store, group] })
})
