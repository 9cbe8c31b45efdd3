// What every law about comparing two policies asks, whichever pairs and requests it generates.
import { expect } from 'vitest'
import { type Comparison, noNewAccess } from '../../src/compare/index.ts'
import type { Request } from '../../src/evaluate/index.ts'
import type { EntangledPair } from './entangled-pair.ts'
import { bothSides, breakerOf, isNew } from './judges.ts'

/** Compares pairs: `evaluate` agrees with each example, and none of the requests breaks a proof. Counts the results. */
export function followProofs<Pair extends EntangledPair>(
  pairs: Iterable<Pair>,
  requestsFor: (pair: Pair) => Iterable<Request>,
): Readonly<Record<Comparison['result'], number>> {
  const counts = { pass: 0, fail: 0, unknown: 0 }
  for (const pair of pairs) {
    const comparison = noNewAccess(pair)
    counts[comparison.result]++
    if (comparison.result === 'fail')
      for (const { request, assumed } of comparison.examples)
        expect(isNew(bothSides(pair, assumed), request), JSON.stringify({ pair, request, assumed })).toBe(true)
    if (comparison.result !== 'pass') continue
    const breaks = breakerOf(pair)
    for (const request of requestsFor(pair))
      if (breaks(request))
        expect.fail(`${JSON.stringify(pair)} was proven, but ${JSON.stringify(request)} is newly allowed`)
  }
  return counts
}

/** So many of what `make` makes, one at a time. */
export function* times<Made>(count: number, make: () => Made): Generator<Made> {
  for (let i = 0; i < count; i++) yield make()
}
