// Laws that hold for any policies at all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compile,
  type Decision,
  type PolicyInput,
  type Request,
  type StatementRef,
  type Verdict,
} from '../../src/evaluate/index.ts'
import { policyTypes } from '../../src/iam/index.ts'
import { casesOf, seed } from '../random.ts'
import { here, policy, role, session, there, user } from './scenario.ts'

const principals = [{ AWS: user }, { AWS: here }, { AWS: role }, '*', { AWS: there }]
const actions = ['ce:*', 'ce:GetTags', 's3:*', '*', 'ce:Get?ags']
/** Tests on both sides of one key, and bounds of one key: one statement can cover the values that another leaves out. */
const condition = fc.option(
  fc.constantFrom(
    { Bool: { 'my:a': 'true' } },
    { BoolIfExists: { 'my:a': 'false' } },
    { StringEquals: { 'my:b': 'x' } },
    { StringNotEquals: { 'my:b': 'x' } },
    { StringEquals: { 'my:b': 'x' }, StringNotEquals: { 'my:b': 'x' } },
    { Null: { 'my:b': 'true' } },
    { NumericLessThan: { 'my:n': '3' } },
    { NumericLessThanIfExists: { 'my:n': '3' } },
    { NumericGreaterThanEquals: { 'my:n': '3' } },
  ),
  { nil: undefined },
)
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
const decisionOf = (given: readonly PolicyInput[], asked: Request): Decision => compile(given).decide(asked)
const check = (law: (given: PolicyInput[], asked: Request) => void): void =>
  fc.assert(fc.property(policies, request, law), { numRuns: casesOf(2000), seed })

test('more Deny never allows more', () => {
  check((given, asked) => {
    const more = [...given, policy('identity', { Effect: 'Deny', Action: 'ce:*', Resource: '*' })]
    if (decisionOf(more, asked) === 'allowed') expect(decisionOf(given, asked)).toBe('allowed')
  })
})

test('more Allow in identity policies never denies more', () => {
  check((given, asked) => {
    const more = [...given, policy('identity', { Effect: 'Allow', Action: '*', Resource: '*' })]
    if (decisionOf(given, asked) === 'allowed') expect(decisionOf(more, asked)).toBe('allowed')
  })
})

test('the order of policies does not matter', () => {
  check((given, asked) => {
    expect(decisionOf([...given].reverse(), asked)).toBe(decisionOf(given, asked))
  })
})

test('decide and explain agree', () => {
  check((given, asked) => {
    const evaluator = compile(given)
    expect(evaluator.explain(asked).decision).toBe(evaluator.decide(asked))
  })
})

function everyVerdictHasItsCause(verdict: Verdict): void {
  const { decision, blockedBy, missingContext, rule, gates } = verdict
  const decidedBy: readonly StatementRef[] = verdict.decidedBy
  const blocking = gates.filter(({ blocks }) => blocks)
  expect(missingContext.length > 0).toBe(decision === 'undetermined')
  expect(decidedBy.length > 0).toBe(decision === 'explicitDeny' || (decision === 'allowed' && rule === undefined))
  if (decision === 'implicitDeny') expect(rule ?? blockedBy[0]).toBeDefined()
  if (decision === 'implicitDeny' || decision === 'explicitDeny') expect(blocking).not.toEqual([])
  if (decision === 'allowed') expect([blockedBy, blocking]).toEqual([[], []])
}

test('every verdict names its cause: a denial its blocking policies, an allow its grants, a doubt its keys', () => {
  check((given, asked) => everyVerdictHasItsCause(compile(given).explain(asked)))
})

test('so has one that statements decide only together, each for some values of an unknown key', () => {
  const together = new Map<Decision, number>()
  const decided = fc.array(statementOf('identity'), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(decided, fc.boolean(), (statements, isAdmin) => {
      const full = isAdmin ? [{ Effect: 'Allow', Action: '*', Resource: '*' }] : []
      const asked: Request = { principal: user, action: 'ce:GetTags', resource: '*', contextIs: 'partial' }
      const verdict = compile([policy('identity', ...full, ...statements)]).explain(asked)
      everyVerdictHasItsCause(verdict)
      const refs: readonly StatementRef[] = verdict.decidedBy
      const traces = verdict.gates.flatMap((gate) => gate.statements.filter(({ ref }) => refs.includes(ref)))
      if (traces.length > 0 && traces.every(({ answer }) => answer === 'unknown')) {
        together.set(verdict.decision, (together.get(verdict.decision) ?? 0) + 1)
      }
    }),
    { numRuns: casesOf(3000), seed },
  )
  // A generator that never gets there would prove nothing.
  expect(together.get('explicitDeny') ?? 0).toBeGreaterThanOrEqual(casesOf(5))
  expect(together.get('allowed') ?? 0).toBeGreaterThanOrEqual(casesOf(5))
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
