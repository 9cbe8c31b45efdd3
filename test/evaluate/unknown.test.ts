// What is not known: "it depends" only where it does, with exactly the keys it depends on.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, type Decision } from '../../src/evaluate/index.ts'
import { casesOf, seed } from '../random.ts'
import { allow, ask, at, deny, policy, type Scenario, user, when } from './scenario.ts'

const full = policy('identity', allow('*'))
const region = (value: string) => when('StringNotEquals', 'aws:RequestedRegion', value)
const both = (a: string, b: string) => ({ Condition: { StringEquals: { 'my:a': a, 'my:b': b } } })

const many = (length: number): readonly string[] => Array.from({ length }, (_, i) => `my:k${i}`)

describe('an undetermined request can be allowed, or not', () => {
  const mfa = (value: string) => when('Bool', 'aws:MultiFactorAuthPresent', value)
  test.each<[title: string, statements: readonly ReturnType<typeof allow>[], canBeAllowed: boolean]>([
    ['one value allows it', [allow('*', mfa('true'))], true],
    ['one value allows it, the other denies it', [allow('*', mfa('true')), deny('*', mfa('false'))], true],
    ['the value that would allow it denies it, too', [allow('*', mfa('true')), deny('*', mfa('true'))], false],
  ])('%s', (_, statements, canBeAllowed) => {
    const verdict = ask({ partial: true, policies: [policy('identity', ...statements)] })
    expect(verdict).toMatchObject({ decision: 'undetermined', canBeAllowed })
  })

  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
  test.each<[title: string, denies: ReturnType<typeof policy>]>([
    [
      'a variable that no list of values covers',
      policy('identity', deny('*', when('StringEquals', 'my:a', 'x${my:b}'))),
    ],
    ['too many keys', policy('identity', ...many(5000).map((key) => deny('*', when('StringEquals', key, '1'))))],
  ])('no value of %s allows an action that every SCP leaves out', (_, denies) => {
    const verdict = ask({ partial: true, policies: [full, denies, policy('scp', allow('ec2:*'))] })
    expect(verdict).toMatchObject({ decision: 'undetermined', canBeAllowed: false })
  })
})

describe('it depends on', () => {
  test.each<[title: string, scenario: Scenario, decision: Decision, missing: readonly string[]]>([
    [
      'the Region',
      { policies: [full, policy('identity', deny('*', region('eu-west-1')))] },
      'undetermined',
      ['aws:RequestedRegion'],
    ],
    [
      'a variable whose value has a colon in it, such as the ID of a Cognito identity',
      // https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
      {
        policies: [
          policy('identity', {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::uploads/private/${aws:PrincipalTag/id}/*',
          }),
        ],
        action: 's3:GetObject',
        on: 'arn:aws:s3:::uploads/private/us-east-1:1234/a.png',
      },
      'undetermined',
      ['aws:PrincipalTag/id'],
    ],
    [
      'nothing, when another deny is certain',
      { policies: [policy('identity', deny('*')), policy('identity', deny('*', region('eu-west-1')))] },
      'explicitDeny',
      [],
    ],
    [
      'nothing, when no one allows',
      { policies: [policy('identity', allow('s3:*', region('eu-west-1')))] },
      'implicitDeny',
      [],
    ],
    [
      'nothing, when both ways allow',
      {
        policies: [
          policy(
            'identity',
            allow('*', when('Bool', 'my:a', 'true')),
            allow('*', when('BoolIfExists', 'my:a', 'false')),
          ),
        ],
      },
      'allowed',
      [],
    ],
    ['both keys', { policies: [policy('identity', allow('*', both('1', '2')))] }, 'undetermined', ['my:a', 'my:b']],
    [
      'the open key only',
      { context: { 'my:a': '1' }, policies: [policy('identity', allow('*', both('1', '2')))] },
      'undetermined',
      ['my:b'],
    ],
    [
      'nothing, when the known key fails',
      { context: { 'my:a': '9' }, policies: [policy('identity', allow('*', both('1', '2')))] },
      'implicitDeny',
      [],
    ],
    [
      'a variable',
      {
        action: 's3:GetObject',
        on: 'arn:aws:s3:::b/red/x',
        policies: [policy('identity', allow('s3:*', { Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/team}/*' }))],
      },
      'undetermined',
      ['aws:PrincipalTag/team'],
    ],
    [
      'an address in nested ranges',
      {
        policies: [
          policy(
            'identity',
            allow('*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8')),
            deny('*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/16')),
          ),
        ],
      },
      'undetermined',
      ['aws:SourceIp'],
    ],
  ])('%s', (_, scenario, decision, missing) => {
    const verdict = ask({ ...scenario, partial: true })
    expect(verdict.decision).toBe(decision)
    expect(verdict.missingContext).toEqual(missing)
  })

  test('each key says which value leads where', () => {
    const { questions } = ask({
      partial: true,
      policies: [full, policy('identity', deny('*', when('Bool', 'aws:MultiFactorAuthPresent', 'false')))],
    })
    expect(questions).toEqual([
      {
        key: 'aws:MultiFactorAuthPresent',
        outcomes: [
          { value: undefined, decision: 'allowed' },
          { value: 'false', decision: 'explicitDeny' },
        ],
      },
    ])
  })

  test('many keys in one statement are told apart, and what contradicts itself', () => {
    const equal = { StringEquals: Object.fromEntries(many(60).map((key) => [key, '1'])) }
    const never = { StringEquals: { 'my:never': '1', 'my:k1': '1' }, Null: { 'my:never': 'true' } }
    const impossible = { ...equal, Null: { 'my:k7': 'true' } }
    const both = policy('identity', allow('*', { Condition: equal }), allow('*', { Condition: never }))
    const open = ask({ partial: true, policies: [both] })
    expect([open.decision, open.missingContext]).toEqual(['undetermined', many(60)])
    const none = ask({ partial: true, policies: [policy('identity', allow('*', { Condition: impossible }))] })
    expect(none.decision).toBe('implicitDeny')
  })

  test('too many combinations are not tried, and that is said', () => {
    const pairs = many(14).map((key, i) => when('StringEquals', key, `\${my:k${i + 20}}`))
    const verdict = ask({
      partial: true,
      policies: [full, policy('identity', ...pairs.map((pair) => deny('*', pair)))],
    })
    expect(verdict.decision).toBe('undetermined')
    expect(verdict.notEvaluated).toContain('too-many-completions')
  })

  test.each([
    ['on their own', 5000, () => '1'],
    ['each compared with the next', 5000, (i: number) => `\${my:k${i + 1}}`],
    ['each compared with one of its own', 5000, (i: number) => `\${my:k${i + 30_000}}x`],
  ])('thousands of keys, %s, are too many to try, and the answer still comes', (_, count, value) => {
    const keys = many(count).map((key, i) => when('StringEquals', key, value(i)))
    const verdict = ask({ partial: true, policies: [policy('identity', ...keys.map((each) => allow('*', each)))] })
    expect(verdict).toMatchObject({ canBeAllowed: true })
    expect(verdict.decision).toBe('undetermined')
    expect(verdict.missingContext.length).toBeGreaterThanOrEqual(count)
  })

  test.each([
    [10, 'implicitDeny'],
    [150, 'undetermined'],
  ])(
    '%i patterns with a variable and as many texts of the request: what isn’t tried isn’t denied',
    (count, decision) => {
      const values = Array.from({ length: count }, (_, i) => `x${i}-\${my:v}`)
      const given = Array.from({ length: count }, (_, i) => `y${i}`)
      const only = policy('identity', allow('*', when('ForAnyValue:StringEquals', 'my:a', values)))
      expect(ask({ partial: true, context: { 'my:a': given }, policies: [only] }).decision).toBe(decision)
    },
  )
})

test('against brute force: determined exactly if all completions agree (property)', () => {
  const key = fc.constantFrom('my:a', 'my:b')
  const value = fc.constantFrom('1', '2')
  const operator = fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringEqualsIfExists', 'Null')
  const condition = fc.dictionary(operator, fc.dictionary(key, value, { minKeys: 1 }), { maxKeys: 2 }).map(fixNull)
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.constant('*'),
    Resource: fc.constant('*'),
    Condition: condition,
  })
  const policies = fc.array(
    fc.tuple(
      fc.constantFrom('identity' as const, 'scp' as const, 'permissions-boundary' as const),
      fc.array(statement, { minLength: 1, maxLength: 2 }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  fc.assert(
    fc.property(policies, (given) => {
      const evaluator = compile(given.map(([type, statements]) => at('r', policy(type, ...statements))))
      const request = { principal: user, action: 'ce:GetTags', resource: '*' }
      const verdict = evaluator.explain({ ...request, contextIs: 'partial' })
      const values = [undefined, '1', '2', '3']
      const words = new Set(
        values.flatMap((a) =>
          values.map((b) =>
            evaluator.decide({ ...request, context: { ...(a && { 'my:a': a }), ...(b && { 'my:b': b }) } }),
          ),
        ),
      )
      expect(verdict.decision).toBe(words.size === 1 ? [...words][0] : 'undetermined')
    }),
    { numRuns: casesOf(3000), seed },
  )
})

function fixNull(condition: Record<string, Record<string, string>>): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(condition).map(([op, keys]) => [
      op,
      op === 'Null'
        ? Object.fromEntries(Object.entries(keys).map(([k, v]) => [k, v === '1' ? 'true' : 'false']))
        : keys,
    ]),
  )
}
