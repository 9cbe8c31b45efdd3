// Policies that weren't given are listed where the request would meet them: that is where people look next.
import { expect, test } from 'vitest'
import { compile } from '../../src/evaluate/index.ts'

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const role = 'arn:aws:iam::111122223333:role/a'
const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1'
const user = 'arn:aws:iam::111122223333:user/a'
const session = 'arn:aws:sts::111122223333:assumed-role/a/s'

test.each<[principal: string, action: string, resource: string, met: readonly string[]]>([
  [user, 'kms:Decrypt', key, ['scp', 'resource', 'permissions-boundary', 'identity']],
  [user, 'ec2:StartInstances', instance, ['scp', 'permissions-boundary', 'identity']],
  [session, 'ec2:StartInstances', instance, ['scp', 'permissions-boundary', 'session', 'identity']],
  [user, 'sts:AssumeRole', role, ['scp', 'trust', 'permissions-boundary', 'identity']],
  ['lambda.amazonaws.com', 'sts:AssumeRole', role, ['trust']],
  ['anonymous', 's3:GetObject', 'arn:aws:s3:::b/x', ['resource']],
])('%s %s on %s meets %j', (principal, action, resource, met) => {
  const { gates } = compile([]).explain({ principal, action, resource })
  const notGiven = gates.filter(({ state }) => state === 'not given').map(({ kind }) => kind)
  expect([...notGiven].sort()).toEqual([...met].sort())
})
