// What AWS fills in by itself, for every kind of caller. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'

const derivedFor = (principal: string): ReadonlyMap<string, string> => {
  const { derived } = compile([]).explain({ principal, action: 's3:GetObject', resource: 'arn:aws:s3:::b/x' })
  return new Map(derived.map(({ key, value }) => [key, value]))
}
const account = '111122223333'
const path = 'aws-reserved/sso.amazonaws.com/'

test.each<[principal: string, key: string, value: string | undefined]>([
  [`arn:aws:iam::${account}:root`, 'aws:userid', account],
  ['anonymous', 'aws:userid', 'anonymous'],
  [`arn:aws:iam::${account}:user/a`, 'aws:userid', undefined],
  [`arn:aws:iam::${account}:root`, 'aws:principaltype', 'Account'],
  ['anonymous', 'aws:principaltype', 'Anonymous'],
  [`arn:aws:iam::${account}:user/team/a`, 'aws:username', 'a'],
  [`arn:aws:iam::${account}:role/a`, 'aws:username', undefined],
  [`arn:aws:sts::${account}:federated-user/a`, 'aws:principalarn', `arn:aws:sts::${account}:federated-user/a`],
  [`arn:aws:sts::${account}:assumed-role/a/s`, 'aws:principalarn', `arn:aws:iam::${account}:role/a`],
  [
    `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_A_1/s`,
    'aws:principalarn',
    `arn:aws:iam::${account}:role/${path}AWSReservedSSO_A_1`,
  ],
  ['lambda.amazonaws.com', 'aws:principalservicename', 'lambda.amazonaws.com'],
  ['lambda.amazonaws.com', 'aws:principalarn', undefined],
])('for %s, %s is %s', (principal, key, value) => {
  expect(derivedFor(principal).get(key)).toBe(value)
})
