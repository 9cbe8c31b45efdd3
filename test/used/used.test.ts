// Trails → what was used, and policies for just that.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createUseReader } from '../../src/denial/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { findAction, type Reference } from '../../src/reference/index.ts'
import { type CallerUse, neverShown, permissionSetOf, policyFor, trimPolicy, UseCounter } from '../../src/used/index.ts'

const reference = await loadReference(['s3', 'ec2', 'sqs', 'lambda', 'iam'])
const role = 'arn:aws:iam::111122223333:role/app'

interface Fields {
  readonly source: string
  readonly name: string
  readonly parameters?: object
  readonly error?: string
  readonly time?: string
  readonly identity?: object
}
const event = ({ source, name, parameters = {}, error, time = '2026-10-01T10:00:00Z', identity }: Fields): object => ({
  eventVersion: '1.08',
  eventTime: time,
  eventSource: `${source}.amazonaws.com`,
  eventName: name,
  awsRegion: 'eu-west-1',
  userIdentity: identity ?? {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/app/session',
    accountId: '111122223333',
    sessionContext: { sessionIssuer: { type: 'Role', arn: role } },
  },
  requestParameters: parameters,
  recipientAccountId: '111122223333',
  ...(error === undefined ? {} : { errorCode: error }),
})
const getObject = (key: string, more: Partial<Fields> = {}): object =>
  event({ source: 's3', name: 'GetObject', parameters: { bucketName: 'logs', key }, ...more })

function usesIn(text: string, known = reference): readonly CallerUse[] {
  const counter = new UseCounter()
  const reader = createUseReader()
  for (const each of [...reader.push(text), ...reader.end()]) counter.add(each)
  return counter.summary((action) => findAction(known, action).known === 'yes')
}
const usesOf = (...events: readonly object[]): readonly CallerUse[] => usesIn(JSON.stringify({ Records: events }))
const onlyUse = (...events: readonly object[]): CallerUse => useWith(reference, ...events)
function useWith(known: Reference, ...events: readonly object[]): CallerUse {
  const [only] = usesIn(JSON.stringify({ Records: events }), known)
  if (!only) throw new Error('no use')
  return only
}

describe('what a trail shows', () => {
  test.each<[name: string, given: Fields, action: string, resource: string | undefined]>([
    [
      'an object',
      { source: 's3', name: 'GetObject', parameters: { bucketName: 'logs', key: 'a' } },
      's3:GetObject',
      'arn:aws:s3:::logs/a',
    ],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
    [
      'an operation whose action has another name',
      { source: 's3', name: 'ListObjectsV2', parameters: { bucketName: 'logs' } },
      's3:ListBucket',
      'arn:aws:s3:::logs',
    ],
    [
      'an operation with a date',
      { source: 'lambda', name: 'GetFunction20150331v2', parameters: {} },
      'lambda:GetFunction',
      undefined,
    ],
    ['no resource', { source: 'ec2', name: 'DescribeInstances' }, 'ec2:DescribeInstances', undefined],
    [
      'an error that isn’t a denial',
      { source: 's3', name: 'GetObject', parameters: { bucketName: 'logs', key: 'a' }, error: 'NoSuchKey' },
      's3:GetObject',
      'arn:aws:s3:::logs/a',
    ],
  ])('%s', (_, given, action, resource) => {
    expect(onlyUse(event(given)).actions).toMatchObject([
      { action, count: 1, resources: resource === undefined ? [] : [resource] },
    ])
  })
  test.each<[name: string, given: object]>([
    ['a denial', getObject('a', { error: 'AccessDenied' })],
    ['expired credentials', getObject('a', { error: 'ExpiredToken' })],
    ['the root user', getObject('a', { identity: { type: 'Root', arn: 'arn:aws:iam::111122223333:root' } })],
    ['a service', getObject('a', { identity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' } })],
  ])('not %s', (_, given) => expect(usesOf(given)).toEqual([]))

  test('lines of JSON and the output of lookup-events are trails, too', () => {
    const lines = `${JSON.stringify(getObject('a'))}\n${JSON.stringify(getObject('b'))}\n`
    const looked = JSON.stringify({ Events: [{ CloudTrailEvent: JSON.stringify(getObject('a')) }] })
    expect([usesIn(lines)[0]?.events, usesIn(looked)[0]?.events]).toEqual([2, 1])
  })
  test('the window, the last use of each action, and operations without an action', () => {
    const use = onlyUse(
      getObject('a', { time: '2026-10-03T00:00:00Z' }),
      getObject('b', { time: '2026-10-01T00:00:00Z' }),
      event({ source: 'signin', name: 'ConsoleLogin' }),
    )
    expect(use).toMatchObject({
      events: 3,
      first: '2026-10-01T00:00:00Z',
      last: '2026-10-03T00:00:00Z',
      unmapped: ['signin.amazonaws.com:ConsoleLogin'],
    })
  })
  test('a role of IAM Identity Center means its permission set', () => {
    const reserved = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com'
    expect(permissionSetOf(`${reserved}/eu-west-1/AWSReservedSSO_Billing_Ops_0123456789abcdef`)).toBe('Billing_Ops')
    expect(permissionSetOf(`${reserved}/AWSReservedSSO_Billing_0123456789abcdef`)).toBe('Billing')
    expect(permissionSetOf(role)).toBeUndefined()
  })
  test('what needs iam:PassRole says that trails never show it', () => {
    const use = onlyUse(event({ source: 'lambda', name: 'CreateFunction20150331' }))
    expect(neverShown(use, reference)).toContain(
      'lambda:CreateFunction can also need iam:PassRole, which the trail doesn’t show.',
    )
  })
})

describe('resources become patterns', () => {
  const resourcesFor = (...keys: readonly string[]): unknown => {
    const { document } = policyFor(onlyUse(...keys.map((key) => getObject(key))), reference)
    return JSON.parse(JSON.stringify(document)).Statement[0].Resource
  }
  const many = Array.from({ length: 9 }, (_, i) => String(i))
  test.each<[keys: readonly string[], resource: unknown]>([
    [['a'], 'arn:aws:s3:::logs/a'],
    [
      ['a', 'b'],
      ['arn:aws:s3:::logs/a', 'arn:aws:s3:::logs/b'],
    ],
    [many.map((each) => `2026/${each}`), 'arn:aws:s3:::logs/2026/*'],
    // A star in a name isn't a wildcard.
    [['a*'], 'arn:aws:s3:::logs/a${*}'],
    [many.map((each) => `${each}/${each}`), 'arn:aws:s3:::*'],
  ])('%j', (keys, resource) => expect(resourcesFor(...keys)).toEqual(resource))
})

const key = fc.stringMatching(/^[a-c]{1,2}(?:\/[a-c*?]{1,2}){0,2}$/)
const events = fc.array(
  fc.oneof(
    key.map((each) => getObject(each)),
    fc
      .constantFrom('a', 'b')
      .map((bucketName) => event({ source: 's3', name: 'ListObjectsV2', parameters: { bucketName } })),
    fc.constant(event({ source: 'ec2', name: 'DescribeInstances' })),
  ),
  { minLength: 1, maxLength: 30 },
)
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.constantFrom('s3:*', 's3:Get*', 's3:GetObject', 'ec2:*', '*', 'sqs:*'),
  Resource: fc.constantFrom('*', 'arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/a*', 'arn:aws:s3:::a'),
})
const current = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((Statement): PolicyInput => ({ type: 'identity', name: 'p', document: { Version: '2012-10-17', Statement } }))

describe('laws', () => {
  test('a new policy allows every event of the trail', () => {
    fc.assert(
      fc.property(events, (given) => {
        const use = onlyUse(...given)
        const evaluator = compile(
          [{ type: 'identity', document: policyFor(use, reference).document }],
          undefined,
          reference,
        )
        for (const { action, resources } of use.actions)
          for (const resource of resources.length > 0 ? resources : ['*'])
            expect([action, resource, evaluator.decide({ principal: role, action, resource })]).toEqual([
              action,
              resource,
              'allowed',
            ])
      }),
      { seed: 23, numRuns: 60 },
    )
  })
  test('a trimmed policy loses no event, opens nothing, and trimming it again changes nothing', () => {
    fc.assert(
      fc.property(events, current, (given, policy) => {
        const use = onlyUse(...given)
        const trimmed = trimPolicy(use, [policy], reference)
        expect(trimmed.opensNothing.result).toBe('pass')
        expect(trimmed.notAllowed).toEqual(trimmed.notAllowedBefore)
        const [text] = trimmed.policies
        if (text !== undefined)
          expect(trimPolicy(use, [{ type: 'identity', name: 'p', text }], reference).policies).toEqual([text])
      }),
      { seed: 23, numRuns: 60 },
    )
  })
})

test('what a used call needs stays, also where trails never show it', () => {
  const use = onlyUse(event({ source: 'lambda', name: 'CreateFunction20150331' }))
  const document = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: ['lambda:*', 'iam:*'], Resource: '*' },
  }
  const [text = ''] = trimPolicy(use, [{ type: 'identity', name: 'p', document }], reference).policies
  const { Statement } = JSON.parse(text)
  expect(Statement[0].Action).toContain('iam:PassRole')
  expect(Statement[0].Action).not.toContain('iam:*')
})

// The trail shows that a policy which wasn't given allowed its part of the call; the caller's own part must not be taken away.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
test.each<[name: string, given: Fields, action: string]>([
  [
    'a KMS key, whose key policy takes part in every call',
    {
      source: 'kms',
      name: 'Decrypt',
      parameters: { keyId: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555' },
    },
    'kms:Decrypt',
  ],
  [
    'a role of another account, with its trust policy',
    { source: 'sts', name: 'AssumeRole', parameters: { roleArn: 'arn:aws:iam::444455556666:role/other' } },
    'sts:AssumeRole',
  ],
  [
    'a queue of another account',
    {
      source: 'sqs',
      name: 'DeleteQueue',
      parameters: { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/444455556666/q' },
    },
    'sqs:DeleteQueue',
  ],
  [
    'a function of another account',
    {
      source: 'lambda',
      name: 'GetFunction20150331v2',
      parameters: { functionName: 'arn:aws:lambda:eu-west-1:444455556666:function:f' },
    },
    'lambda:GetFunction',
  ],
])('trimming keeps the caller’s part: %s', async (_, given, action) => {
  const [service = ''] = action.split(':')
  const known = await loadReference([service])
  const use = useWith(known, event(given))
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: `${service}:*`, Resource: '*' }] }
  const { policies, opensNothing, notAllowed, notAllowedBefore } = trimPolicy(
    use,
    [{ type: 'identity', name: 'p', document }],
    known,
  )
  expect(JSON.parse(policies[0] ?? '{}').Statement).toEqual([{ Effect: 'Allow', Action: [action], Resource: '*' }])
  expect([opensNothing.result, notAllowed, notAllowedBefore]).toEqual(['pass', [], []])
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: "No permissions are required to perform this operation."
test('a statement gets no action that it didn’t allow, also if the call needs no permission', async () => {
  const known = await loadReference(['s3', 'sts'])
  const use = useWith(known, getObject('a'), event({ source: 'sts', name: 'GetCallerIdentity' }))
  expect(use.actions.map(({ action }) => action)).toContain('sts:GetCallerIdentity')
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
  const { policies, opensNothing } = trimPolicy(use, [{ type: 'identity', name: 'p', document }], known)
  expect(JSON.parse(policies[0] ?? '{}').Statement[0].Action).toEqual(['s3:GetObject'])
  expect(opensNothing.result).toBe('pass')
})
