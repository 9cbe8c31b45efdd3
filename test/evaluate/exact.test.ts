// "It depends" exactly where two completions of the request differ, with exactly the keys that matter. `npm run fuzz` tries other seeds.
import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { allow, ask, deny, policy, scp, when } from './scenario.ts'
import { randomTypedCase, wrongAbout } from './typed-case.ts'

/** Fuzzing takes many more cases. */
const hour = 3_600_000

test.each<[title: string, condition: object, decision: string]>([
  [
    'a number between two whole ones',
    { NumericGreaterThan: { 'my:n': '2' }, NumericLessThan: { 'my:n': '3' } },
    'undetermined',
  ],
  ['no number', { NumericGreaterThan: { 'my:n': '3' }, NumericLessThan: { 'my:n': '2' } }, 'implicitDeny'],
  ['an address of the other family', { IpAddressIfExists: { 'aws:SourceIp': '0.0.0.0/0' } }, 'undetermined'],
  ['nothing: both families', { IpAddressIfExists: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } }, 'allowed'],
  [
    'a fraction of a second',
    { DateGreaterThan: { 'my:d': '2026-01-01T00:00:00Z' }, DateLessThan: { 'my:d': '2026-01-01T00:00:01Z' } },
    'undetermined',
  ],
  [
    'a text that both patterns match',
    { StringLike: { 'my:s': 'a*' }, StringLikeIfExists: { 'my:s': '*b' } },
    'undetermined',
  ],
  ['no text', { StringLike: { 'my:s': 'a*' }, StringLikeIfExists: { 'my:s': 'b*' } }, 'implicitDeny'],
  [
    'a set with two different values',
    { 'ForAnyValue:StringEquals': { 'my:s': 'a' }, 'ForAnyValue:StringLike': { 'my:s': 'b' } },
    'undetermined',
  ],
  [
    'a number that a pattern matches',
    { StringLike: { 'my:s': '7*' }, NumericGreaterThan: { 'my:s': '50' } },
    'undetermined',
  ],
  [
    'an address that a pattern matches',
    { StringLike: { 'my:s': '*.77' }, IpAddress: { 'my:s': '10.0.0.0/8' } },
    'undetermined',
  ],
  [
    'no set',
    { 'ForAnyValue:StringEquals': { 'my:s': 'a' }, 'ForAllValues:StringNotEquals': { 'my:s': 'a' } },
    'implicitDeny',
  ],
])('it depends on %s', (_, Condition, decision) => {
  expect(ask({ partial: true, policies: [policy('identity', allow('*', { Condition }))] }).decision).toBe(decision)
})

test.each<[title: string, statement: object, keys: readonly string[]]>([
  ['a value under a set operator', when('ForAnyValue:StringEquals', 'my:s', '${my:v}'), ['my:s', 'my:v']],
  ['a text that the value of another key completes', when('StringEquals', 'my:k', 'team-${my:v}'), ['my:v']],
  ['a text that no value completes', when('StringEquals', 'my:other', 'team-${my:v}'), []],
  ['one of a set that is known', when('ForAnyValue:StringEquals', 'my:set', 'team-${my:v}'), ['my:v']],
])('a variable that isn’t known in %s', (_, statement, keys) => {
  const context = { 'my:k': 'team-red', 'my:other': 'red', 'my:set': ['team-red', 'red'] }
  const verdict = ask({ partial: true, context, policies: [policy('identity', allow('*', { ...statement }))] })
  expect([...verdict.missingContext].sort()).toEqual(keys)
  expect(verdict.decision).toBe(keys.length > 0 ? 'undetermined' : 'implicitDeny')
})

test.each<[title: string, statement: Readonly<Record<string, unknown>>]>([
  [
    'a variable has to be what its key’s other condition names',
    { StringEquals: { 'my:k': 'red' }, StringLike: { 'my:k': '${my:v}' } },
  ],
  [
    'a variable and its key have to match one pattern each',
    { StringLike: { 'my:k': 'a*', 'my:v': '*b' }, StringEquals: { 'my:k': '${my:v}' } },
  ],
  ['three keys have to be alike', { StringEquals: { 'my:k': '${my:v}', 'my:v': '${my:w}', 'my:w': 'x' } }],
  [
    'two keys have to be alike in another case',
    {
      StringEqualsIgnoreCase: { 'my:k': '${my:v}' },
      StringEquals: { 'my:k': 'red' },
      StringNotEquals: { 'my:v': 'red' },
    },
  ],
  [
    'a number has to be what a text is',
    { NumericGreaterThan: { 'my:v': '50' }, StringLike: { 'my:k': '7*' }, StringEquals: { 'my:k': '${my:v}' } },
  ],
  [
    'a call isn’t forwarded, which both values of another key allow',
    { Bool: { 'aws:ViaAWSService': ['true', 'false'] }, Null: { 'aws:SourceVpce': 'false' } },
  ],
])('it can be allowed where %s', (_, Condition) => {
  const verdict = ask({ partial: true, policies: [policy('identity', allow('*', { Condition }))] })
  expect(verdict.decision).toBe('undetermined')
})

test('seven values that must all be in one set are found together', () => {
  const needed = Array.from({ length: 7 }, (_, i) => deny('*', when('ForAllValues:StringNotEquals', 'my:s', `v${i}`)))
  const verdict = ask({ partial: true, policies: [policy('identity', allow('*'), ...needed)] })
  expect([verdict.decision, verdict.missingContext]).toEqual(['undetermined', ['my:s']])
})

test('a key that a statement reads as a set can be one for all others', () => {
  const one = deny('*', when('StringEquals', 'my:s', 'a'))
  const other = deny('*', when('StringNotEquals', 'my:s', 'a'))
  const only = ask({ partial: true, policies: [policy('identity', allow('*'), one, other)] })
  expect(only.decision).toBe('explicitDeny')
  const set = allow('*', when('ForAnyValue:StringEquals', 'my:s', 'b'))
  expect(ask({ partial: true, policies: [policy('identity', allow('*'), set, one, other)] }).decision).toBe(
    'undetermined',
  )
})

test.each<[by: string, decided: Readonly<Record<string, unknown>>, decision: string]>([
  ['a text', when('StringNotEquals', 'my:n', '10'), 'undetermined'],
  ['a date', when('DateLessThan', 'my:n', '2026-01-01T00:00:00Z'), 'undetermined'],
  ['a truth value', when('Bool', 'my:n', 'true'), 'undetermined'],
  ['a number', when('NumericEquals', 'my:n', '7'), 'allowed'],
  ['something present', when('Null', 'my:n', 'false'), 'allowed'],
])('a key that a decided statement compares as %s can be one for all others', (_, decided, decision) => {
  const open = [when('NumericLessThan', 'my:n', '5'), when('NumericGreaterThanEqualsIfExists', 'my:n', '5')]
  const policies = [policy('identity', allow('*'), allow('*', decided)), scp(...open.map((each) => allow('*', each)))]
  expect(ask({ partial: true, policies }).decision).toBe(decision)
})

test('a key that is only tested for presence still has a value where others compare it as a date', () => {
  const present = deny('*', when('Null', 'my:d', 'false'))
  const date = scp(allow('*', when('DateLessThan', 'my:d', '2026-01-01T00:00:00Z')))
  expect(ask({ partial: true, policies: [policy('identity', present), date] }).decision).toBe('undetermined')
})

test(
  'against every completion: undetermined exactly if two differ, and missing exactly the keys that matter',
  () => {
    const random = randomFrom(Number(process.env.WHYDENIED_SEED ?? 1))
    const cases = Number(process.env.WHYDENIED_TYPED_CASES ?? 10_000)
    const wrong: string[] = []
    for (let i = 0; i < cases && wrong.length < 3; i++) {
      const problem = wrongAbout(randomTypedCase(random))
      if (problem) wrong.push(problem)
    }
    expect(wrong).toEqual([])
  },
  hour,
)
