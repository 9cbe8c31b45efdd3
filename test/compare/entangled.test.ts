// Parts of a request that depend on each other: no proof is broken by a request that can exist, and no example contradicts `evaluate`.
import { expect, test, vi } from 'vitest'
import { entangledPair, possibleRequest } from './entangled-pair.ts'
import { followProofs, times } from './follow-proofs.ts'
import { seeded } from './random-pair.ts'

const pairs = Number(process.env.COMPARE_PAIRS ?? 1000) / 25
const requests = Number(process.env.COMPARE_REQUESTS ?? 1000) / 4
const seed = Number(process.env.WHYDENIED_SEED ?? 18)

// npm run fuzz tries hundreds of pairs.
vi.setConfig({ testTimeout: 3_600_000 })

test('whatever is proven or shown is what evaluate decides', () => {
  const random = seeded(seed + 3)
  const counts = followProofs(
    times(pairs, () => entangledPair(random)),
    () => times(requests, () => possibleRequest(random)),
  )
  // Many are too entangled to settle; most are still settled.
  expect(counts.pass).toBeGreaterThan(pairs / 10)
  expect(counts.fail).toBeGreaterThan(pairs / 10)
  expect(counts.unknown).toBeLessThan(pairs / 3)
})
