// Calls that ask for several things, resources with several policies, and grants on keys.
import { describe, expect, test } from 'vitest'
import { compile, type Decision, type Facts, type PolicyInput, type Request } from '../../src/evaluate/index.ts'
import { allow, at, deny, here, key, policy, there, user, when } from './scenario.ts'

const ec2 = (resource: string): string => `arn:aws:ec2:us-east-1:${here}:${resource}`
const run: Request = {
  principal: user,
  action: 'ec2:RunInstances',
  resource: ec2('instance/*'),
  also: [{ resource: 'arn:aws:ec2:us-east-1::image/ami-1' }, { resource: ec2('subnet/subnet-1') }],
}
const object = 'arn:aws:s3:::b/o'
const read: Request = {
  principal: user,
  action: 's3:GetObject',
  resource: object,
  also: [{ action: 'kms:Decrypt', resource: key }],
}
const on = (resource: string) => ({ Resource: resource })
const everyone = { Principal: '*' }
const delegated = { Principal: { AWS: here } }

describe('a call is allowed if all that it asks for is', () => {
  test.each<[string, Request, readonly PolicyInput[], Decision, failing: readonly string[]]>([
    ['everything allowed', run, [policy('identity', allow('ec2:*'))], 'allowed', []],
    [
      'the subnet left out',
      run,
      [policy('identity', allow('ec2:*', on(ec2('instance/*'))), allow('ec2:*', on('arn:aws:ec2:*::image/*')))],
      'implicitDeny',
      [ec2('subnet/subnet-1')],
    ],
    [
      'the image denied',
      run,
      [policy('identity', allow('ec2:*'), deny('ec2:RunInstances', on('arn:aws:ec2:*::image/*')))],
      'explicitDeny',
      ['arn:aws:ec2:us-east-1::image/ami-1'],
    ],
    ['the key left out', read, [policy('identity', allow('s3:GetObject'))], 'implicitDeny', [key]],
    [
      'object and key',
      read,
      [policy('identity', allow(['s3:GetObject', 'kms:Decrypt'])), policy('resource', allow('kms:*', delegated))],
      'allowed',
      [],
    ],
  ])('%s', (_, request, policies, decision, failing) => {
    const evaluator = compile(policies)
    const verdict = evaluator.explain(request)
    expect([verdict.decision, evaluator.decide(request)]).toEqual([decision, decision])
    expect(verdict.parts.map(({ resource }) => resource)).toEqual([
      request.resource,
      ...(request.also ?? []).map((part) => part.resource),
    ])
    expect(verdict.parts.filter((part) => part.verdict.decision !== 'allowed').map((part) => part.resource)).toEqual(
      failing,
    )
  })

  test('what is unknown is tried for all parts together', () => {
    const tagged = (value: string) => when('StringEquals', 'aws:PrincipalTag/team', value)
    const policies = [
      policy('identity', allow('s3:GetObject', tagged('a')), allow('kms:Decrypt', tagged('b'))),
      policy('resource', allow('kms:*', delegated)),
    ]
    // Each part alone depends on the tag; together no tag does.
    expect(compile(policies).decide({ ...read, contextIs: 'partial' })).toBe('implicitDeny')
  })
})

describe('a resource with several policies', () => {
  const point = `arn:aws:s3:us-east-1:${there}:accesspoint/reports`
  const request: Request = { principal: user, action: 's3:GetObject', resource: `${point}/object/o` }
  const mine = policy('identity', allow('s3:GetObject'))
  const bucket = policy('resource', allow('s3:GetObject', everyone))
  test.each<[string, readonly PolicyInput[], Decision]>([
    ['the bucket and the access point allow', [mine, bucket, at(point, bucket)], 'allowed'],
    [
      'the access point is silent',
      [mine, bucket, at(point, policy('resource', allow('s3:PutObject', everyone)))],
      'implicitDeny',
    ],
    [
      'the bucket is silent',
      [mine, policy('resource', allow('s3:PutObject', everyone)), at(point, bucket)],
      'implicitDeny',
    ],
    [
      'another access point has no say',
      [mine, bucket, at(`${point}-2`, policy('resource', deny('*', everyone)))],
      'allowed',
    ],
  ])('%s', (_, policies, decision) => expect(compile(policies).decide(request)).toBe(decision))
})

// https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
describe('a grant on a key', () => {
  const decrypt: Request = { principal: user, action: 'kms:Decrypt', resource: key }
  test.each<[string, Request, Facts, readonly PolicyInput[], Decision]>([
    ['allows without any policy', decrypt, { kmsGrant: true }, [], 'allowed'],
    ['is a missing fact if it isn’t given', decrypt, {}, [], 'implicitDeny'],
    ['allows no administration', { ...decrypt, action: 'kms:PutKeyPolicy' }, { kmsGrant: true }, [], 'implicitDeny'],
    ['does not outweigh a deny', decrypt, { kmsGrant: true }, [policy('identity', deny('kms:*'))], 'explicitDeny'],
    ['does not open an SCP', decrypt, { kmsGrant: true }, [policy('scp', allow('s3:*'))], 'implicitDeny'],
  ])('%s', (_, request, facts, policies, decision) => {
    const verdict = compile(policies, facts).explain(request)
    expect(verdict.decision).toBe(decision)
    expect(verdict.notEvaluated.some((sentence) => /grant/i.test(sentence))).toBe(facts.kmsGrant === undefined)
  })
})
