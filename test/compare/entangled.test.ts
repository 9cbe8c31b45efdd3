// Parts of a request that depend on each other: no proof is broken by a request that can exist, and no example contradicts `evaluate`.
import { expect, test, vi } from 'vitest'
import { type Comparison, noNewAccess } from '../../src/compare/index.ts'
import { entangledPair, possibleRequest } from './entangled-pair.ts'
import { bothSides, breakerOf, isNew } from './judges.ts'
import { seeded } from './random-pair.ts'

const pairs = Number(process.env.COMPARE_PAIRS ?? 1000) / 25
const requests = Number(process.env.COMPARE_REQUESTS ?? 1000) / 4
const seed = Number(process.env.WHYDENIED_SEED ?? 18)

// npm run fuzz tries hundreds of pairs.
vi.setConfig({ testTimeout: 3_600_000 })

test('whatever is proven or shown is what evaluate decides', () => {
  const random = seeded(seed + 3)
  const counts: Record<Comparison['result'], number> = { pass: 0, fail: 0, unknown: 0 }
  for (let i = 0; i < pairs; i++) {
    const pair = entangledPair(random)
    const comparison = noNewAccess(pair)
    counts[comparison.result]++
    if (comparison.result === 'fail')
      for (const { request, assumed } of comparison.examples)
        expect(isNew(bothSides(pair, assumed), request), JSON.stringify({ pair, request, assumed })).toBe(true)
    if (comparison.result !== 'pass') continue
    const breaks = breakerOf(pair)
    for (let n = 0; n < requests; n++) {
      const request = possibleRequest(random)
      if (breaks(request))
        expect.fail(`${JSON.stringify(pair)} was proven, but ${JSON.stringify(request)} is newly allowed`)
    }
  }
  // Many are too entangled to settle; most are still settled.
  expect(counts.pass).toBeGreaterThan(pairs / 10)
  expect(counts.fail).toBeGreaterThan(pairs / 10)
  expect(counts.unknown).toBeLessThan(pairs / 3)
})
