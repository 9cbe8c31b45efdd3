// Requests that are made to hit what differs between two policies: no proof is broken by one, and no example contradicts `evaluate`.
import { expect, test, vi } from 'vitest'
import { type Comparison, noNewAccess } from '../../src/compare/index.ts'
import { aimedPair } from './aimed-pair.ts'
import { aimedRequest, vocabularyOf } from './aimed-request.ts'
import { bothSides, breakerOf, isNew } from './judges.ts'
import { seeded } from './random-pair.ts'

const pairs = Number(process.env.COMPARE_PAIRS ?? 1000) / 20
const requests = Number(process.env.COMPARE_REQUESTS ?? 1000) / 2
const seed = Number(process.env.WHYDENIED_SEED ?? 18)

// npm run fuzz tries ten times as many.
vi.setConfig({ testTimeout: 3_600_000 })

test('no request that aims at a difference breaks a proof', () => {
  const random = seeded(seed + 4)
  const counts: Record<Comparison['result'], number> = { pass: 0, fail: 0, unknown: 0 }
  for (let i = 0; i < pairs; i++) {
    const pair = aimedPair(random)
    const comparison = noNewAccess(pair)
    counts[comparison.result]++
    if (comparison.result === 'fail')
      for (const { request, assumed } of comparison.examples)
        expect(isNew(bothSides(pair, assumed), request), JSON.stringify({ pair, request, assumed })).toBe(true)
    if (comparison.result !== 'pass') continue
    const [breaks, vocabulary] = [breakerOf(pair), vocabularyOf(pair)]
    for (let n = 0; n < requests; n++) {
      const request = aimedRequest(vocabulary, random)
      if (breaks(request))
        expect.fail(`${JSON.stringify(pair)} was proven, but ${JSON.stringify(request)} is newly allowed`)
    }
  }
  expect(counts.pass).toBeGreaterThan(pairs / 10)
  expect(counts.fail).toBeGreaterThan(pairs / 10)
  expect(counts.unknown).toBeLessThan(pairs / 2)
})
