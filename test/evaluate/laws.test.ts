// Laws that hold for any policies at all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type Decision, type PolicyInput, type Request } from '../../src/evaluate/index.ts'
import { policyTypes } from '../../src/iam/index.ts'
import { here, policy, role, session, there, user } from './scenario.ts'

const principals = [{ AWS: user }, { AWS: here }, { AWS: role }, '*', { AWS: there }]
const actions = ['ce:*', 'ce:GetTags', 's3:*', '*', 'ce:Get?ags']
const condition = fc.option(fc.constantFrom({ Bool: { 'my:a': 'true' } }, { StringNotEquals: { 'my:b': 'x' } }), {
  nil: undefined,
})
const statementOf = (type: string) =>
  fc
    .record({
      effect: fc.constantFrom('Allow', 'Deny'),
      action: fc.constantFrom(...actions),
      principal: fc.constantFrom(...principals),
      condition,
    })
    .map(({ effect, action, principal, condition: when }) => ({
      Effect: effect,
      Action: action,
      ...(type === 'trust' ? {} : { Resource: '*' }),
      ...(['resource', 'trust', 'rcp', 'vpc-endpoint'].includes(type) ? { Principal: principal } : {}),
      ...(when ? { Condition: when } : {}),
    }))
const onePolicy = fc
  .constantFrom(...policyTypes)
  .chain((type) => fc.array(statementOf(type), { maxLength: 3 }).map((statements) => policy(type, ...statements)))
const policies = fc.array(onePolicy, { maxLength: 5 })
const request: fc.Arbitrary<Request> = fc.record({
  principal: fc.constantFrom(
    user,
    session,
    `arn:aws:iam::${here}:root`,
    `arn:aws:iam::${there}:user/x`,
    'anonymous',
    'sns.amazonaws.com',
  ),
  action: fc.constantFrom('ce:GetTags', 's3:GetObject', 'sts:AssumeRole'),
  resource: fc.constantFrom('*', 'arn:aws:s3:::b/x', role),
  resourceAccount: fc.constant(here),
  context: fc.constantFrom({}, { 'my:a': 'true' }, { 'my:b': 'x' }),
  contextIs: fc.constantFrom('partial' as const, 'complete' as const),
})
const word = (given: readonly PolicyInput[], asked: Request): Decision => compile(given).decide(asked)
const check = (law: (given: PolicyInput[], asked: Request) => void): void =>
  fc.assert(fc.property(policies, request, law), { numRuns: 3000 })

test('more Deny never allows more', () => {
  check((given, asked) => {
    const more = [...given, policy('identity', { Effect: 'Deny', Action: 'ce:*', Resource: '*' })]
    if (word(more, asked) === 'allowed') expect(word(given, asked)).toBe('allowed')
  })
})

test('more Allow in identity policies never denies more', () => {
  check((given, asked) => {
    const more = [...given, policy('identity', { Effect: 'Allow', Action: '*', Resource: '*' })]
    if (word(given, asked) === 'allowed') expect(word(more, asked)).toBe('allowed')
  })
})

test('the order of policies does not matter', () => {
  check((given, asked) => {
    expect(word([...given].reverse(), asked)).toBe(word(given, asked))
  })
})

test('decide and explain agree', () => {
  check((given, asked) => {
    const evaluator = compile(given)
    expect(evaluator.explain(asked).decision).toBe(evaluator.decide(asked))
  })
})

test('a denial names who stands in the way, an allow who granted, a doubt its keys', () => {
  check((given, asked) => {
    const { decision, blockedBy, decidedBy, missingContext } = compile(given).explain(asked)
    const refusedByAws = asked.principal.endsWith(':root') && asked.action === 'sts:AssumeRole'
    if (decision === 'undetermined') expect(missingContext).not.toEqual([])
    if (decision === 'explicitDeny') expect(decidedBy).not.toEqual([])
    if (decision === 'implicitDeny' && !refusedByAws) expect(blockedBy).not.toEqual([])
    if (decision === 'allowed') expect(blockedBy).toEqual([])
  })
})

test.each([2000, 100_000])('a document nested %i times is no policy, and nothing is thrown', (depth) => {
  const document: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  const { problems } = compile([{ type: 'identity', document }])
  expect(problems).not.toEqual([])
})

test('no document makes it throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...policyTypes), fc.jsonValue(), (type, document) => {
      compile([{ type, document }]).explain({
        principal: user,
        action: 'ce:GetTags',
        resource: '*',
        contextIs: 'partial',
      })
    }),
  )
})
