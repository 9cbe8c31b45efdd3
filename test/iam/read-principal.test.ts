// Entries of Principal. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
import { expect, test } from 'vitest'
import { readPolicy } from '../../src/iam/index.ts'

const read = (principal: unknown) => {
  const { policy } = readPolicy(JSON.stringify({ Statement: { Effect: 'Allow', Principal: principal, Action: '*' } }))
  const [item] = policy.statements[0]?.principal?.items ?? []
  return item?.value
}

test.each<[principal: unknown, found: object]>([
  ['*', { kind: 'everyone' }],
  [{ AWS: '*' }, { kind: 'everyone' }],
  [{ Service: '*' }, { kind: 'everyone' }],
  [{ AWS: '111122223333' }, { kind: 'account', account: '111122223333' }],
  [{ AWS: 'arn:aws:iam::111122223333:root' }, { kind: 'account', account: '111122223333' }],
  [{ AWS: 'AROAEXAMPLEID1234567' }, { kind: 'unique-id' }],
  [{ AWS: 'arn:aws:sts::111122223333:assumed-role/a/b' }, { kind: 'arn' }],
  [{ AWS: 'arn:aws:sts::111122223333:federated-user/a' }, { kind: 'arn' }],
  [{ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }, { kind: 'arn' }],
  [{ Service: 'S3.amazonaws.com' }, { kind: 'service', name: 's3.amazonaws.com' }],
  [{ Federated: '*' }, { kind: 'federated', provider: '*' }],
  [{ CanonicalUser: 'a1' }, { kind: 'canonical-user' }],
  [{ AWS: 'arn:aws:iam::111122223333:role/a*' }, { kind: 'invalid', problem: 'wildcard-in-principal' }],
  [{ Service: 's3*.amazonaws.com' }, { kind: 'invalid', problem: 'wildcard-in-service' }],
  [{ Federated: 'a*' }, { kind: 'invalid', problem: 'wildcard-in-provider' }],
  [{ AWS: 'mateo' }, { kind: 'invalid', problem: 'no-arn' }],
  [{ AWS: 'arn:aws:iam::111122223333:group/a' }, { kind: 'invalid', problem: 'other-arn' }],
  [{ AWS: 'arn:aws:sts::111122223333:role/a' }, { kind: 'invalid', problem: 'other-arn' }],
  [{ AWS: 'arn:aws:s3::111122223333:a' }, { kind: 'invalid', problem: 'other-arn' }],
  [{ User: 'a' }, { kind: 'invalid', problem: 'unknown-key' }],
])('%j', (principal, found) => {
  expect(read(principal)).toMatchObject(found)
})
