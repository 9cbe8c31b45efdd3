// No claim rests on a mask: what it hides could be exactly what was asked, or anything else.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GivenPolicy } from '../../src/advise/index.ts'
import { diagnosisOf } from './read-case.ts'

const user = 'arn:aws:iam::111122223333:user/mateo'
const session = 'arn:aws:sts::111122223333:assumed-role/app/i-1'
const object = 'arn:aws:s3:::reports/2026/k'
const paste = (caller = user): string =>
  `User: ${caller} is not authorized to perform: s3:GetObject on resource: ${object}`
const policy = (type: GivenPolicy['type'], ...Statement: readonly object[]): GivenPolicy => ({
  name: `the ${type} policy`,
  type,
  text: JSON.stringify({ Version: '2012-10-17', Statement }),
})
const on = (Effect: 'Allow' | 'Deny', rest: object): object => ({ Effect, Action: 's3:GetObject', ...rest })
const everything = on('Allow', { Resource: '*' })
const toEveryone = { Principal: '*', Resource: 'arn:aws:s3:::reports/*' }

describe('what a mask hides decides', () => {
  test.each<[what: string, caller: string, policies: readonly GivenPolicy[]]>([
    ['a whole Resource', user, [policy('identity', on('Allow', { Resource: '***' }))]],
    ['a whole Resource in brackets', user, [policy('identity', on('Allow', { Resource: '<bucket>' }))]],
    ['most of an ARN', user, [policy('identity', everything, on('Deny', { Resource: 'arn:<redacted>' }))]],
    ['a path', user, [policy('identity', everything, on('Deny', { Resource: 'arn:aws:s3:::<path>' }))]],
    ['three parts', user, [policy('identity', everything, on('Deny', { Resource: 'arn:aws:s3:::<a>/<b>/<c>' }))]],
    ['behind a wildcard', user, [policy('identity', everything, on('Deny', { Resource: 'arn:aws:s3:::*/<b>' }))]],
    ['two in a row', user, [policy('identity', everything, on('Deny', { Resource: 'arn:aws:s3:::<a><b>' }))]],
    [
      'a session’s role',
      session,
      [policy('resource', on('Allow', { ...toEveryone, Principal: { AWS: 'arn:aws:iam::111122223333:role/XXXX' } }))],
    ],
    [
      'the role and its account',
      session,
      [policy('resource', on('Allow', { ...toEveryone, Principal: { AWS: 'arn:aws:iam::<acct>:role/<role>' } }))],
    ],
    [
      'a value of a condition',
      user,
      [
        policy(
          'identity',
          everything,
          on('Deny', { Resource: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': 'XXXXXXXXXXXX' } } }),
        ),
      ],
    ],
    [
      'a pattern of a condition',
      user,
      [policy('resource', on('Allow', { ...toEveryone, Condition: { StringLike: { 'aws:PrincipalArn': '***' } } }))],
    ],
  ])('%s', async (_, caller, policies) => {
    const { verdict, cause, fixes } = await diagnosisOf(paste(caller), policies)
    expect(verdict?.decision).toBe('undetermined')
    expect(cause.title).toMatch(/^It depends on what /)
    expect(cause.certainty).toBe('likely')
    expect(fixes).toEqual([])
  })
})

test.each(['x.x.x.x/32', '203.0.113.xxx/32', '<ip>'])('an address such as %s is hidden, not wrong', async (ip) => {
  const only = on('Allow', { Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': ip } } })
  const { verdict, cause } = await diagnosisOf(paste(), [policy('identity', only)])
  expect(verdict?.decision).toBe('undetermined')
  expect(cause.steps[0]?.text).toContain(ip)
})

test.each<[what: string, policies: readonly GivenPolicy[]]>([
  ['a Deny', [policy('identity', on('Deny', { Resource: 'arn:aws:s3:::XXXX/*' }))]],
  [
    'a boundary',
    [
      policy('identity', on('Allow', { Resource: 'arn:aws:s3:::other/*' })),
      policy('permissions-boundary', { Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::XXXX/*' }),
    ],
  ],
])('a fix that works unless a mask hides this bucket says so: %s', async (_, policies) => {
  const { fixes } = await diagnosisOf(paste(), policies)
  expect(fixes.at(-1)?.onlyIf).toBe('`XXXX` isn’t reports')
})

test('law: whatever is in the mask’s place, an answer without a condition stays', async () => {
  const resources = fc.constantFrom('arn:aws:s3:::XXXX/*', 'arn:aws:s3:::reports/XXXX/k', 'arn:aws:s3:::*/XXXX', 'XXXX')
  const values = fc.constantFrom('reports', '2026', '2026/k', 'other', object)
  const statements = fc.array(
    fc.record({ Effect: fc.constantFrom('Allow', 'Deny'), Resource: resources, Action: fc.constant('s3:*') }),
    { minLength: 1, maxLength: 3 },
  )
  const open = { Effect: 'Allow', Action: '*', Resource: '*' }
  await fc.assert(
    fc.asyncProperty(statements, fc.boolean(), values, async (some, isAllowed, value) => {
      const masked = policy('identity', ...(isAllowed ? [open] : []), ...some)
      const shown = { ...masked, text: masked.text.replaceAll('XXXX', value) }
      const { verdict, fixes } = await diagnosisOf(paste(), [masked])
      const { verdict: real } = await diagnosisOf(paste(), [shown])
      if (verdict?.decision === 'allowed') expect(real?.decision).toBe('allowed')
      else if (verdict?.decision !== 'undetermined') expect(real?.decision).toMatch(/Deny$/)
      const [fix] = fixes
      if (!fix || fix.onlyIf !== undefined || fix.proof.after.decision !== 'allowed') return
      const fixed = { ...masked, text: fix.after.replaceAll('XXXX', value) }
      expect((await diagnosisOf(paste(), [fixed])).verdict?.decision).toBe('allowed')
    }),
    { seed: 28, numRuns: 60 },
  )
})
