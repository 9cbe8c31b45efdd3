// Answers against an enumeration: over a small alphabet every request up to a length can be tried.
import { describe, expect, test } from 'vitest'
import { equivalent, noNewAccess } from '../../src/compare/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
import { cpuTime } from '../cpu-time.ts'
import { type Random, seeded } from './random-pair.ts'

const letters = ['a', 'b', '/'] as const
const textsUpTo = (length: number): readonly string[] =>
  length === 0
    ? ['']
    : textsUpTo(length - 1).flatMap((text) =>
        text.length === length - 1 ? [text, ...letters.map((letter) => text + letter)] : [text],
      )
const texts = textsUpTo(5).filter((text) => text !== '')

const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T
const pattern = (random: Random): string =>
  Array.from({ length: 1 + random(4) }, () => pick([...letters, 'a', 'b', '*', '*', '?'], random)).join('')
const user = 'arn:aws:iam::111122223333:user/a'
const actions = ['s3:GetObject', 's3:PutObject'] as const

const policyOf = (Statement: readonly object[]): readonly PolicyInput[] => [
  { type: 'identity', document: { Version: '2012-10-17', Statement } },
]
const statements = (random: Random, rest: (random: Random) => object): readonly object[] =>
  Array.from({ length: 1 + random(3) }, () => ({
    Effect: random(3) === 0 ? 'Deny' : 'Allow',
    [random(6) === 0 ? 'NotAction' : 'Action']: pick(['s3:*', 's3:GetObject', 's3:Put*', '*'], random),
    ...rest(random),
  }))

/** The part of a statement that a run of the enumeration varies, and the requests that it tries. */
interface Kind {
  readonly rest: (random: Random) => object
  readonly requests: readonly { readonly resource: string; readonly context: Readonly<Record<string, string>> }[]
}
const arn = (text: string): string => `arn:aws:s3:::${text}`
const kinds: Readonly<Record<'resources' | 'not resources' | 'a condition key' | 'a policy variable', Kind>> = {
  resources: {
    rest: (random) => ({ Resource: [arn(pattern(random)), arn(pattern(random))].slice(random(2)) }),
    requests: texts.map((text) => ({ resource: arn(text), context: {} })),
  },
  'not resources': {
    rest: (random) => ({ [random(2) === 0 ? 'NotResource' : 'Resource']: arn(pattern(random)) }),
    requests: texts.map((text) => ({ resource: arn(text), context: {} })),
  },
  'a condition key': {
    rest: (random) => ({
      Resource: '*',
      Condition: {
        [pick(['StringLike', 'StringNotLike', 'StringLikeIfExists', 'StringEqualsIgnoreCase', 'StringEquals'], random)]:
          {
            'aws:PrincipalTag/t': pattern(random),
          },
      },
    }),
    requests: ['', ...texts].map((text) => ({
      resource: arn('a'),
      context: text === '' ? {} : { 'aws:PrincipalTag/t': text },
    })),
  },
  'a policy variable': {
    rest: (random) => ({
      Resource:
        random(2) === 0
          ? arn(pattern(random))
          : arn(`${pick(['a', 'a/', 'b'], random)}\${aws:PrincipalTag/t}${pick(['', '/', '/b', '*'], random)}`),
    }),
    requests: textsUpTo(4)
      .filter((text) => text !== '')
      .flatMap((text) =>
        textsUpTo(2).map(
          (tag) => ({ resource: arn(text), context: tag === '' ? {} : { 'aws:PrincipalTag/t': tag } }) as const,
        ),
      ),
  },
}

describe.each(Object.entries(kinds))('%s', (_, { rest, requests }) => {
  test('a proof holds for every request, and a difference that one request shows is found', () => {
    const random = seeded(7)
    const settled = { pass: 0, fail: 0, unknown: 0 }
    for (let i = 0; i < 60; i++) {
      const [old, now] = [policyOf(statements(random, rest)), policyOf(statements(random, rest))]
      const [before, after] = [compile(old), compile(now)]
      const all = requests.flatMap((request) => actions.map((action) => ({ ...request, action, principal: user })))
      const newly = all.find((each) => after.decide(each) === 'allowed' && before.decide(each) !== 'allowed')
      const { result } = noNewAccess({ type: 'identity', old, new: now })
      settled[result]++
      if (newly) expect(result, JSON.stringify({ old, now, newly })).not.toBe('pass')
    }
    expect(settled.unknown).toBeLessThan(6)
    expect(Math.min(settled.pass, settled.fail)).toBeGreaterThan(5)
  })
})

describe('policies built to be hard end soon', () => {
  const thirty = (make: (i: number) => object): readonly PolicyInput[] =>
    policyOf(Array.from({ length: 30 }, (_, i) => make(i)))
  const all = { Effect: 'Allow', Action: 's3:*', Resource: '*' }
  const other = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' }
  const inner = (i: number): object => ({ ...all, Resource: arn(`b*x${i}*y/*k${i}*`) })
  test.each<[title: string, old: readonly PolicyInput[], now: readonly PolicyInput[]]>([
    ['stars within resources', thirty(inner), thirty((i) => inner(i + 1))],
    ['stars within actions', policyOf([other]), thirty((i) => ({ ...all, Action: `s3:*${i}*a*${i}` }))],
    [
      'one key with many patterns',
      policyOf([other]),
      thirty((i) => ({ ...all, Condition: { StringLike: { 'aws:PrincipalTag/t': `*${i}*${i + 1}*` } } })),
    ],
    [
      'many keys',
      policyOf([other]),
      thirty((i) => ({ ...all, Condition: { StringLike: { [`aws:RequestTag/k${i}`]: [`*a${i}*`, `b*${i}`] } } })),
    ],
    [
      'sets',
      policyOf([other]),
      thirty((i) => ({ ...all, Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': [`*${i}*`, `a${i}*`] } } })),
    ],
    [
      'variables',
      policyOf([other]),
      thirty((i) => ({ ...all, Resource: arn(`*/\${aws:username}/*${i}*/\${aws:userid}`) })),
    ],
    [
      'everything denied in turn',
      thirty((i) => ({ ...inner(i), Effect: i % 2 ? 'Deny' : 'Allow' })),
      thirty((i) => ({ ...inner(i + 3), Effect: i % 3 ? 'Allow' : 'Deny' })),
    ],
  ])('%s', (_, old, now) => {
    expect(cpuTime(() => equivalent({ type: 'identity', old, new: now }))).toBeLessThan(2_000)
  })
})
