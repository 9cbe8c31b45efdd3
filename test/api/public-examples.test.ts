// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// A finding about public access has a request that proves it.
import { describe, expect, test } from 'vitest'
import { lint } from '../../src/api/lint.ts'
import { compile, type Request } from '../../src/evaluate/index.ts'

const policy = (...statements: readonly object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((each) => ({ Effect: 'Allow', Principal: '*', ...each })),
  })

interface Shown {
  readonly path: string
  readonly message: string
  readonly example?: Request
}
const publicFindings = async (text: string, resourceType?: string): Promise<readonly Shown[]> =>
  (await lint({ policy: text, policyType: 'resource', resourceType })).filter(
    ({ code }) => code === 'PUBLIC_RESOURCE_POLICY',
  )

describe('each public statement has its own example, which evaluate allows', () => {
  const orders = 'arn:aws:sns:us-east-1:111122223333:orders'
  test.each<[title: string, text: string, actions: readonly string[], resourceType?: string]>([
    [
      'a bucket',
      policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
      ['s3:GetObject'],
      'AWS::S3::Bucket',
    ],
    ['a type that the actions show', policy({ Action: 'sns:Publish', Resource: orders }), ['sns:Publish']],
    [
      'a condition that anyone can meet',
      policy({ Action: 'sns:Publish', Resource: orders, Condition: { StringLike: { 'aws:UserAgent': 'app*' } } }),
      ['sns:Publish'],
    ],
    [
      'two statements',
      policy(
        { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
        { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' },
      ),
      ['s3:GetObject', 's3:ListBucket'],
    ],
  ])('%s', async (_, text, actions, resourceType) => {
    const found = await publicFindings(text, resourceType)
    expect(found.map(({ example }) => example?.action)).toEqual(actions)
    for (const { example, message } of found) {
      expect(message).toMatch(/proven\.$/)
      expect(example && compile([{ type: 'resource', text }]).decide(example)).toBe('allowed')
    }
  })
})

test('what isn’t public has no finding', async () => {
  const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }
  expect(await publicFindings(policy({ Action: 'sns:*', Resource: '*', Condition }))).toEqual([])
})

test('a value that a template leaves open isn’t a proof', async () => {
  const Condition = { ArnEquals: { 'aws:SourceArn': '${Bucket.Arn}' } }
  expect(await publicFindings(policy({ Action: 'sns:Publish', Resource: '*', Condition }))).toEqual([])
})
