// Examples make sense: an action on a resource of a type that it supports.
import { describe, expect, test } from 'vitest'
import { noNewAccess } from '../../src/compare/index.ts'
import type { PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference(['s3', 'ec2', 'backup', 'sqs', 'lambda', 'iam'])
const policy = (Action: string | readonly string[], Resource: string): readonly PolicyInput[] => [
  { type: 'identity', document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource } } },
]
const nothing = policy('s3:GetBucketLocation', 'arn:aws:s3:::none')

describe('the first example', () => {
  test.each<[actions: string | readonly string[], resource: string, action: RegExp, on: RegExp]>([
    [['s3:Get*', 'sqs:*'], '*', /^(?:s3|sqs):/, /^(?:arn:aws:(?:s3|sqs):|\*)/],
    ['s3:GetObject', 'arn:aws:s3:::reports/*', /GetObject$/, /^arn:aws:s3:::reports\/./],
    ['s3:GetA*', 'arn:aws:s3:::reports/*', /s3:GetA/, /^arn:aws:s3:::reports/],
    ['backup:DescribeBackupJob', '*', /DescribeBackupJob/, /^\*$/],
    ['lambda:InvokeFunction', '*', /InvokeFunction/, /:function:/],
    ['iam:PassRole', '*', /PassRole/, /:role\//],
    ['ec2:Start*', '*', /ec2:Start/, /^(?:arn:aws:ec2:|\*)/],
    // Nothing of S3 can be done on a queue: the request proves as much, and stays as it is.
    ['s3:GetObject', 'arn:aws:sqs:*:*:q', /s3:GetObject/, /^arn:aws:sqs:/],
  ])('of %j on %s', (actions, resource, action, on) => {
    const comparison = noNewAccess({ type: 'identity', old: nothing, new: policy(actions, resource), reference })
    if (comparison.result !== 'fail') return expect.fail(comparison.result)
    const [{ request }] = comparison.examples
    expect(request.action).toMatch(action)
    expect(request.resource).toMatch(on)
  })
})

test('each statement’s example makes sense, also where services and resources are mixed', () => {
  const side = (actions: readonly string[], end: string): readonly PolicyInput[] => [
    {
      type: 'identity',
      document: {
        Version: '2012-10-17',
        Statement: Array.from({ length: 40 }, (_, i) => ({
          Effect: 'Allow',
          Action: actions,
          Resource: [`arn:aws:s3:::team-${i}/*`, `arn:aws:sqs:us-east-1:111122223333:t${i}${end}`],
        })),
      },
    },
  ]
  const [old, now] = [side(['s3:Get*', 's3:List*', 'sqs:Get*'], ''), side(['s3:Get*', 's3:Put*', 'sqs:*'], '*')]
  const comparison = noNewAccess({ type: 'identity', old, new: now, reference, most: 6 })
  if (comparison.result !== 'fail') return expect.fail(comparison.result)
  expect(comparison.examples).toHaveLength(6)
  expect(new Set(comparison.examples.map(({ statement }) => statement?.statement)).size).toBe(6)
  for (const { request } of comparison.examples) expect(request.resource).toContain(`:${request.action.split(':')[0]}:`)
})

test('without the reference the example is what the classes give', () => {
  expect(noNewAccess({ type: 'identity', old: nothing, new: policy('s3:*', '*') }).result).toBe('fail')
})
