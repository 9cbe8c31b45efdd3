// Every layer around both sides at once: no proof is broken by a request that aims at a difference, and no example contradicts `evaluate`.
import { expect, test, vi } from 'vitest'
import { aimedRequest, vocabularyOf } from './aimed-request.ts'
import { followProofs, times } from './follow-proofs.ts'
import { layeredPair } from './layered-pair.ts'
import { seeded } from './random-pair.ts'

const pairs = Number(process.env.COMPARE_PAIRS ?? 1000) / 50
const requests = Number(process.env.COMPARE_REQUESTS ?? 1000) / 8
const seed = Number(process.env.WHYDENIED_SEED ?? 18)

// npm run fuzz tries ten times as many.
vi.setConfig({ testTimeout: 3_600_000 })

test('whatever layers stand around them', () => {
  const random = seeded(seed + 5)
  const counts = followProofs(
    times(pairs, () => layeredPair(random)),
    (pair) => {
      const vocabulary = vocabularyOf(pair)
      return times(requests, () => aimedRequest(vocabulary, random))
    },
  )
  expect(counts.pass).toBeGreaterThan(pairs / 10)
  expect(counts.fail).toBeGreaterThan(pairs / 10)
  expect(counts.unknown).toBeLessThan(pairs / 1.5)
})
