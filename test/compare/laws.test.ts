// What must hold for every comparison: no proof is broken by a request, and no example contradicts `evaluate`.
import { expect, test, vi } from 'vitest'
import { equivalent, noNewAccess } from '../../src/compare/index.ts'
import { compile, type Request } from '../../src/evaluate/index.ts'
import { type Pair, randomPair, randomRequest, seeded } from './random-pair.ts'

const pairs = Number(process.env.COMPARE_PAIRS ?? 1000)
const requests = Number(process.env.COMPARE_REQUESTS ?? 1000)
const seed = Number(process.env.WHYDENIED_SEED ?? 18)

// npm run fuzz tries millions of requests.
vi.setConfig({ testTimeout: 3_600_000 })

const callersOwn = {
  type: 'identity',
  document: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
} as const

/** The two sides as `evaluate` decides them: an identity-based policy in the caller's account, a resource-based policy across accounts. */
function judge({ type, old, new: now }: Pair): (request: Request) => { readonly old: boolean; readonly new: boolean } {
  const around = type === 'resource' ? [callersOwn] : []
  const [before, after] = [compile([...old, ...around]), compile([...now, ...around])]
  const resourceAccount = type === 'resource' ? '777788889999' : undefined
  return (request) => {
    const own = /:(\d{12}):/.exec(request.principal)?.[1]
    const placed = { ...request, resourceAccount: resourceAccount ?? own }
    return { old: before.decide(placed) === 'allowed', new: after.decide(placed) === 'allowed' }
  }
}

test.each([false, true])(`no proof is broken by a random request (variables: %s)`, (variables) => {
  const random = seeded(seed)
  let proven = 0
  for (let i = 0; i < pairs; i++) {
    const pair = randomPair(random, { variables })
    const { result } = noNewAccess(pair)
    if (result !== 'pass') continue
    proven++
    const decide = judge(pair)
    for (let n = 0; n < requests; n++) {
      const request = randomRequest(pair, random)
      const allowed = decide(request)
      if (allowed.new && !allowed.old)
        expect.fail(`${JSON.stringify(pair)} was proven, but ${JSON.stringify(request)} is newly allowed`)
    }
  }
  expect(proven).toBeGreaterThan(pairs / 20)
})

test('every example is decided by evaluate as claimed, and most pairs are settled', () => {
  const random = seeded(seed + 1)
  const counts = { pass: 0, fail: 0, unknown: 0 }
  for (let i = 0; i < pairs; i++) {
    const pair = randomPair(random)
    const comparison = noNewAccess(pair)
    counts[comparison.result]++
    if (comparison.result !== 'fail') continue
    for (const { request, assumed } of comparison.examples) {
      const holds =
        compile([...pair.new, ...assumed]).decide(request) === 'allowed' &&
        compile([...pair.old, ...assumed]).decide(request) !== 'allowed'
      expect(holds, JSON.stringify({ pair, request })).toBe(true)
    }
  }
  expect(counts.unknown).toBeLessThan(pairs / 100)
})

test('policies are equivalent exactly where neither side has new access', () => {
  const random = seeded(seed + 2)
  for (let i = 0; i < pairs / 4; i++) {
    const pair = randomPair(random)
    const both = equivalent(pair).result
    const [there, back] = [noNewAccess(pair).result, noNewAccess({ ...pair, old: pair.new, new: pair.old }).result]
    if ([both, there, back].includes('unknown')) continue
    expect(both, JSON.stringify(pair)).toBe(there === 'pass' && back === 'pass' ? 'pass' : 'fail')
  }
})
