// A public policy’s problem comes with a request: the one that the checker decides once the reader asks for it.
import { describe, expect, test } from 'vitest'
import { benchOf, caseOf, withRequest } from '../../src/checker/state.ts'
import { answerCase } from '../../src/session/answer-case.ts'
import { answerFor, emptyShelf } from './answer-for.ts'

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((each) => ({ Effect: 'Allow', Principal: '*', ...each })),
  })
const reports = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }
const queue = { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:111122223333:orders' }
const scp = { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: '*', Resource: '*' } }

const examplesOf = async (text: string) => {
  const { policies } = await answerFor('Access Denied', [{ name: 'Policy', type: 'resource', text }])
  return (policies[0] ?? []).flatMap(({ example }) => example ?? [])
}

describe('the request that proves a policy public is allowed when it’s checked', () => {
  test.each<[title: string, statements: readonly object[], requests: number]>([
    ['objects of a bucket', [reports], 1],
    ['a queue, for which AWS has no definition', [queue], 1],
    ['two services in one statement', [{ Action: ['sqs:SendMessage', 'sns:Publish'], Resource: '*' }], 1],
    [
      'a queue next to a statement for one account',
      [queue, { ...queue, Action: 'sqs:*', Principal: { AWS: 'arn:aws:iam::444455556666:role/App' } }],
      1,
    ],
    [
      'a topic, with a condition that anyone can meet',
      [{ Action: 'sns:Publish', Resource: '*', Condition: { StringLike: { 'aws:UserAgent': 'app*' } } }],
      1,
    ],
    [
      'a Deny that asks for a key',
      [reports, { ...reports, Effect: 'Deny', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } }],
      1,
    ],
    ['two statements', [reports, { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' }], 2],
  ])('%s', async (_, statements, requests) => {
    const text = policy(...statements)
    const examples = await examplesOf(text)
    expect(examples.length).toBe(requests)
    for (const example of examples) expect(await decisionOn(text, example)).toBe('allowed')
  })
  const decisionOn = async (text: string, example: Parameters<typeof withRequest>[1]) => {
    const bench = withRequest(
      benchOf({ paste: 'Access Denied', policies: [{ name: 'Policy', type: 'resource', text }] }),
      example,
    )
    const home = { site: 'https://example.com/', version: '1' }
    const question = { given: caseOf(bench), sort: false, saved: [], whole: true, home }
    const answer = await answerCase(question, emptyShelf, { isCurrent: () => true, computing: () => undefined })
    return answer?.diagnosis.verdict?.decision
  }
})

test.each<[title: string, text: string]>([
  ['one user', policy({ ...reports, Principal: { AWS: 'arn:aws:iam::111122223333:user/ann' } })],
  ['an SCP', JSON.stringify(scp)],
])('no request proves %s public', async (_, text) => expect(await examplesOf(text)).toEqual([]))

describe('a policy that is open to whole accounts comes with a request of one of their users', () => {
  const organization = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }
  test.each<[title: string, statement: object, account: string]>([
    ['one account', { ...reports, Principal: { AWS: '111122223333' } }, '111122223333'],
    ['the root user’s ARN', { ...queue, Principal: { AWS: 'arn:aws:iam::444455556666:root' } }, '444455556666'],
    ['an organization', { ...reports, Condition: organization }, '111122223333'],
    [
      'an organization and TLS',
      { ...queue, Condition: { ...organization, Bool: { 'aws:SecureTransport': 'true' } } },
      '111122223333',
    ],
  ])('%s', async (_, statement, account) => {
    const [example, ...others] = await examplesOf(policy(statement))
    expect(others).toEqual([])
    expect(example?.principal).toMatch(new RegExp(`^arn:aws:iam::${account}:user/`))
  })
})
