// A comparison does a limited number of steps: a pair that is built to be hard is unknown, and a proof is never made of half a walk.
import { describe, expect, test } from 'vitest'
import { noNewAccess } from '../../src/compare/index.ts'
import { countSteps } from '../../src/compare/steps.ts'
import { samplesWithin } from '../../src/compare/text-classes.ts'
import type { PolicyInput } from '../../src/evaluate/index.ts'
import { automatonOf, readPattern } from '../../src/iam/index.ts'

const policy = (type: 'identity' | 'scp', Statement: readonly object[]): PolicyInput => ({
  type,
  document: { Version: '2012-10-17', Statement },
})
const scp = policy('scp', [{ Effect: 'Allow', Action: '*', Resource: '*' }])

/** Statements that any set of requests can satisfy together; the old version says each action once, the new one twice. */
function pairWith(keys: number, asked: readonly string[]) {
  const side = (more: readonly string[]): readonly PolicyInput[] => [
    policy(
      'identity',
      Array.from({ length: keys }, (_, i) => ({
        Effect: i === 0 ? 'Allow' : 'Deny',
        Action: [...asked, ...more],
        Resource: '*',
        Condition: { StringEquals: { [`aws:RequestTag/key${i}`]: 'x' } },
      })),
    ),
  ]
  return { type: 'identity' as const, old: side([]), new: side(['s3:GetObject']), surroundings: [scp] }
}

describe('policies whose statements combine in every way', () => {
  test.each([
    [4, { result: 'pass' }],
    [8, { result: 'pass' }],
    [14, { result: 'unknown', because: 'too-many-combinations' }],
    [40, { result: 'unknown', because: 'too-many-combinations' }],
  ])('%i statements', (keys, answer) => expect(noNewAccess(pairWith(keys, ['s3:Get*']))).toEqual(answer))
})

test('a walk that runs out of steps isn’t complete', () => {
  const globs = ['a*b', '*c', 'x?z'].map((raw) => readPattern(raw, false).glob).filter((glob) => glob !== undefined)
  const [universe] = ['?*'].map((raw) => readPattern(raw, false).glob).filter((glob) => glob !== undefined)
  if (!universe) throw new Error('it can be read')
  const walk = (most: number) => {
    const steps = countSteps(most)
    const automata = globs.map((glob) => automatonOf({ glob, ignoresCase: false, colons: 0 }))
    const { complete } = samplesWithin({ glob: universe, ignoresCase: false, colons: 0 }, automata, steps)
    return { complete, spent: most - steps.left() }
  }
  const { complete, spent } = walk(100_000)
  expect(complete).toBe(true)
  expect(walk(spent).complete).toBe(true)
  for (const most of [0, 1, Math.floor(spent / 2)]) expect(walk(most).complete).toBe(false)
})
