// Confirmed means that the pasted documents decide the request and that no unknown value can change the decision.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { reference } from './reference.ts'

const user = 'arn:aws:iam::111122223333:user/mateojackson'
const object = 'arn:aws:s3:::invoices/a.csv'
const denied = (reason = ''): string =>
  `User: ${user} is not authorized to perform: s3:GetObject on resource: ${object}${reason}`
const noIdentity = ' because no identity-based policy allows the s3:GetObject action'

type Statement = Readonly<Record<string, unknown>>
const document = (type: PolicyType, ...Statement: readonly Statement[]) => ({
  name: `the ${type} policy`,
  type,
  text: JSON.stringify({ Version: '2012-10-17', Statement }),
})
const allow = (Action: string, Resource = '*'): Statement => ({ Effect: 'Allow', Action, Resource })
const deny: Statement = { Effect: 'Deny', Action: 's3:*', Resource: '*' }
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }

describe('the certainty of an answer', () => {
  test.each<[what: string, paste: string, policies: ReturnType<typeof document>[], certainty: string]>([
    [
      'AWS states it, and the pasted policy shows it',
      denied(noIdentity),
      [document('identity', allow('sqs:*'))],
      'confirmed',
    ],
    ['AWS states it, and nothing was pasted', denied(noIdentity), [], 'stated by AWS'],
    ['no layer is named, and nothing was pasted', denied(), [], 'likely'],
    ['another identity-based policy could allow it', denied(), [document('identity', allow('sqs:*'))], 'likely'],
    ['a pasted Deny', denied(), [document('identity', allow('*'), deny)], 'confirmed'],
    [
      'a pasted Deny that depends on MFA, which isn’t mentioned',
      denied(' with an explicit deny in an identity-based policy'),
      [document('identity', allow('*'), { ...deny, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } })],
      'likely',
    ],
    [
      'an Allow that depends on MFA, which isn’t mentioned',
      denied(noIdentity),
      [document('identity', { ...allow('*'), Condition: mfa })],
      'likely',
    ],
    [
      'an Allow for a folder that a tag of the caller names, and the tag isn’t known',
      denied(noIdentity),
      [document('identity', allow('*', 'arn:aws:s3:::invoices-${aws:PrincipalTag/team}-2026/*'))],
      'confirmed',
    ],
    [
      'an Allow for a bucket that a tag of the caller can name',
      denied(noIdentity),
      [document('identity', allow('*', 'arn:aws:s3:::in${aws:PrincipalTag/team}s/*'))],
      'likely',
    ],
    [
      'an Allow under a prefix that a tag of the caller can name',
      denied(noIdentity),
      [
        document('identity', {
          ...allow('*'),
          Condition: { StringLike: { 's3:prefix': 'home/${aws:PrincipalTag/team}/*' } },
        }),
      ],
      'likely',
    ],
    [
      'the bucket isn’t named',
      'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
      [document('identity', allow('sqs:*'))],
      'likely',
    ],
    [
      'an endpoint’s policy, and nothing says that the call went through the endpoint',
      denied(),
      [
        document('identity', allow('*')),
        document('vpc-endpoint', { Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' }),
      ],
      'likely',
    ],
    [
      'AWS names a layer that wasn’t pasted',
      denied(' with an explicit deny in a service control policy'),
      [document('identity', allow('*'))],
      'stated by AWS',
    ],
  ])('%s', (_, paste, policies, certainty) => {
    expect(diagnose({ paste, policies }, reference).cause.certainty).toBe(certainty)
  })
})

const statements = fc.array(
  fc.record(
    {
      Effect: fc.constantFrom('Allow', 'Deny'),
      Principal: fc.constantFrom<unknown>('*', { AWS: user }, { AWS: '111122223333' }),
      Action: fc.constantFrom<unknown>('*', 's3:*', 's3:GetObject', 'sqs:*'),
      Resource: fc.constantFrom<unknown>('*', object, 'arn:aws:s3:::invoices'),
      Condition: fc.constantFrom<unknown>(
        mfa,
        { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
        { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      ),
    },
    { requiredKeys: ['Effect', 'Action', 'Resource', 'Principal'] },
  ),
  { minLength: 1, maxLength: 3 },
)
const types: readonly PolicyType[] = ['identity', 'resource', 'permissions-boundary', 'scp', 'session']
const policy = fc
  .tuple(fc.constantFrom(...types), statements)
  .map(([type, all]) =>
    document(
      type,
      ...all.map(({ Principal, ...rest }) =>
        type === 'resource' || type === 'vpc-endpoint' ? { ...rest, Principal } : rest,
      ),
    ),
  )
const context = fc.record(
  {
    'aws:MultiFactorAuthPresent': fc.constantFrom('true', 'false'),
    'aws:RequestedRegion': fc.constantFrom('eu-central-1', 'us-east-1'),
    'aws:SourceIp': fc.constantFrom('203.0.113.7', '198.51.100.1'),
    'aws:CalledVia': fc.constant(['athena.amazonaws.com']),
  },
  { requiredKeys: [] },
)
const reasons = fc.constantFrom(
  '',
  noIdentity,
  ' with an explicit deny in an identity-based policy',
  ' because no permissions boundary allows the s3:GetObject action',
)

describe('what is said of a policy of the layer that AWS names', () => {
  const resource = (value: string) => `arn:aws:s3:::${value}/*`
  test.each<[what: string, allowed: string, says: RegExp, contradicts: boolean]>([
    ['it allows the request', resource('invoices'), /does not stop this/, true],
    [
      'it allows it for some values of a tag',
      resource('in${aws:PrincipalTag/team}s'),
      /depends on values that aren’t known/,
      false,
    ],
  ])('%s', (_, allowed, says, contradicts) => {
    const { notices, cause } = diagnose(
      {
        paste: denied(' because no permissions boundary allows the s3:GetObject action'),
        policies: [document('permissions-boundary', allow('s3:*', allowed))],
      },
      reference,
    )
    expect(cause.steps.map(({ text }) => text).join(' ')).toMatch(says)
    expect(/does not stop this request/.test(notices.join(' '))).toBe(contradicts)
  })
})

// A value that we assume isn't a fact about the call.
test.each<[what: string, context: Readonly<Record<string, string>>, says: RegExp]>([
  ['the Region isn’t known', {}, /doesn’t say to which Region this call went/],
  ['the Region is known', { 'aws:RequestedRegion': 'us-east-2' }, /This call went to us-east-2/],
])('a Region lock, and %s', (_, context, says) => {
  const lock = { ...deny, Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }
  const paste = denied(' with an explicit deny in a service control policy')
  const { cause } = diagnose({ paste, context, policies: [document('scp', allow('*'), lock)] }, reference)
  expect(cause.explanation).toMatch(says)
})

describe('law: filling in an unknown never changes a confirmed answer', () => {
  const settings = { numRuns: 400, seed: 17 }

  test('values of the request', () => {
    let confirmed = 0
    fc.assert(
      fc.property(reasons, fc.array(policy, { maxLength: 3 }), context, (reason, policies, filled) => {
        const { cause, verdict } = diagnose({ paste: denied(reason), policies }, reference)
        if (cause.certainty !== 'confirmed') return
        confirmed++
        const after = diagnose({ paste: denied(reason), policies, context: filled }, reference)
        expect(after.verdict?.decision).toBe(verdict?.decision)
        expect(after.cause.certainty).toBe('confirmed')
      }),
      settings,
    )
    expect(confirmed).toBeGreaterThan(10)
  })

  test('documents that weren’t pasted, if AWS names no layer', () => {
    let confirmed = 0
    fc.assert(
      fc.property(fc.array(policy, { minLength: 1, maxLength: 3 }), policy, (policies, unseen) => {
        const { cause, verdict } = diagnose({ paste: denied(), policies }, reference)
        if (cause.certainty !== 'confirmed') return
        // A bucket, a user has one at most.
        if (/resource|boundary/.test(unseen.type) && policies.some(({ type }) => type === unseen.type)) return
        confirmed++
        const after = diagnose({ paste: denied(), policies: [...policies, unseen] }, reference)
        expect(['explicitDeny', 'implicitDeny']).toContain(after.verdict?.decision)
        if (verdict?.decision === 'explicitDeny') expect(after.verdict?.decision).toBe('explicitDeny')
      }),
      settings,
    )
    expect(confirmed).toBeGreaterThan(10)
  })
})
