// A key that the action does not support is absent, even where nothing is known of the request (rule 101).
import { expect, test } from 'vitest'
import { compile, type Decision } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { allow, deny, policy, user, when } from './scenario.ts'

const reference = await loadReference(['s3', 'kms'])
const anything = policy('identity', allow('*'))

test.each<[title: string, policies: readonly ReturnType<typeof policy>[], decision: Decision, keys: readonly string[]]>(
  [
    [
      'an Allow on it never matches',
      [policy('identity', allow('s3:*', when('StringLike', 's3:prefix', 'a/*')))],
      'implicitDeny',
      ['s3:prefix'],
    ],
    [
      'a negated Deny on it always does',
      [anything, policy('scp', deny('s3:*', when('StringNotEquals', 'kms:ViaService', 'x')))],
      'explicitDeny',
      ['kms:ViaService'],
    ],
    [
      'a supported one stays open',
      [anything, policy('identity', deny('s3:*', when('StringEquals', 's3:authType', 'POST')))],
      'undetermined',
      [],
    ],
  ],
)('%s', (_, policies, decision, keys) => {
  const verdict = compile(policies, {}, reference).explain({
    principal: user,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/o',
    contextIs: 'partial',
  })
  expect(verdict.decision).toBe(decision)
  expect(verdict.unsupportedKeys).toEqual(keys)
})

test('without service data nothing is taken for unsupported', () => {
  const policies = [policy('identity', allow('s3:*', when('StringLike', 's3:prefix', 'a/*')))]
  const request = { principal: user, action: 's3:GetObject', resource: '*', contextIs: 'partial' } as const
  expect(compile(policies).decide(request)).toBe('undetermined')
})
