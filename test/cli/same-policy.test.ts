import { expect, test } from 'vitest'
import { policyKey } from '../../src/cli/same-policy.ts'

const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
const one = { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' }

test.each<[name: string, other: string, isSame: boolean]>([
  ['in another order', policy({ Resource: '*', Action: ['s3:ListBucket', 's3:GetObject'], Effect: 'Allow' }), true],
  ['with a list of one', policy({ ...one, Resource: ['*'] }), true],
  ['laid out', JSON.stringify(JSON.parse(policy(one)), null, 4), true],
  ['with another action', policy({ ...one, Action: ['s3:GetObject', 's3:PutObject'] }), false],
  ['with another effect', policy({ ...one, Effect: 'Deny' }), false],
])('a policy %s: %s', (_, other, isSame) => {
  expect(policyKey(policy(one)) === policyKey(other)).toBe(isSame)
})
