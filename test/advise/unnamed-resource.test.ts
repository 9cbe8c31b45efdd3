// A placeholder is never the reason for a denial: where the policies name several resources, the answer depends on which one the call was about.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'

const reference = await loadReference(['s3', 'dynamodb', 'sts', 'secretsmanager', 'sqs'])

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
