// Requests that are made to hit what differs between two policies: no proof is broken by one, and no example contradicts `evaluate`.
import { expect, test, vi } from 'vitest'
import { aimedPair } from './aimed-pair.ts'
import { aimedRequest, vocabularyOf } from './aimed-request.ts'
import { followProofs, times } from './follow-proofs.ts'
import { seeded } from './random-pair.ts'

const pairs = Number(process.env.COMPARE_PAIRS ?? 1000) / 20
const requests = Number(process.env.COMPARE_REQUESTS ?? 1000) / 2
const seed = Number(process.env.WHYDENIED_SEED ?? 18)

// npm run fuzz tries ten times as many.
vi.setConfig({ testTimeout: 3_600_000 })

test('no request that aims at a difference breaks a proof', () => {
  const random = seeded(seed + 4)
  const counts = followProofs(
    times(pairs, () => aimedPair(random)),
    (pair) => {
      const vocabulary = vocabularyOf(pair)
      return times(requests, () => aimedRequest(vocabulary, random))
    },
  )
  expect(counts.pass).toBeGreaterThan(pairs / 10)
  expect(counts.fail).toBeGreaterThan(pairs / 10)
  expect(counts.unknown).toBeLessThan(pairs / 2)
})
