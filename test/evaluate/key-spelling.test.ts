// Condition keys ignore case, and of two spellings of one key the last counts.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'

const decide = (written: string, context: Readonly<Record<string, string>>): string => {
  const Condition = { StringEquals: { [written]: 'x' } }
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }] }
  const request = { principal: 'arn:aws:iam::111122223333:user/a', action: 'ce:GetTags', resource: '*', context }
  return compile([{ type: 'identity', document }]).decide(request)
}

test.each<[written: string, given: string, decision: string]>([
  ['my:Key', 'MY:kEY', 'allowed'],
  ['aws:RequestTag/Größe', 'aws:requesttag/GRÖSSE', 'implicitDeny'],
  ['aws:RequestTag/GRÖẞE', 'aws:requesttag/größe', 'allowed'],
  ['aws:RequestTag/İ', 'AWS:RequestTag/İ', 'allowed'],
  ['my:Key', 'my:Key2', 'implicitDeny'],
  ['my:Key[', 'my:key{', 'implicitDeny'],
  ['my:KEY@', 'my:key`', 'implicitDeny'],
])('a policy that writes %s and a request that writes %s: %s', (written, given, decision) => {
  expect(decide(written, { [given]: 'x' })).toBe(decision)
})

test('of two spellings the last counts', () => {
  expect([
    decide('my:key', { 'my:Key': 'x', 'MY:KEY': 'y' }),
    decide('my:key', { 'my:Key': 'y', 'MY:KEY': 'x' }),
  ]).toEqual(['implicitDeny', 'allowed'])
})
