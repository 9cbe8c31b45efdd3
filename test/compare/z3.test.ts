// Proofs and differences against the theorem prover Z3, which decides the same question with its theory of strings.
import { afterAll, expect, test } from 'vitest'
import { noNewAccess } from '../../src/compare/index.ts'
import { documentOf, plainPairs, startZ3 } from './z3.ts'

const count = Number(process.env.COMPARE_Z3_PAIRS ?? 200)
const z3 = await startZ3()
afterAll(() => z3.end())

test('Z3 agrees with every proof and every difference', { timeout: 600_000 }, async () => {
  const agreed = { pass: 0, fail: 0 }
  let [unproven, gaveUp] = [0, 0]
  for (const pair of plainPairs(count, Number(process.env.WHYDENIED_SEED ?? 3))) {
    const { result } = noNewAccess({ type: 'identity', old: documentOf(pair.old), new: documentOf(pair.new) })
    const answer = await z3.ask(pair)
    if (result === 'unknown') unproven++
    if (answer === 'unknown') gaveUp++
    if (result === 'unknown' || answer === 'unknown') continue
    expect(answer, JSON.stringify(pair)).toBe(result === 'pass' ? 'unsat' : 'sat')
    agreed[result]++
  }
  expect(unproven).toBeLessThan(count / 50)
  // Z3 stops by the clock, so it gives up more often on a busy machine.
  expect(gaveUp).toBeLessThan(count / 4)
  expect(Math.min(agreed.pass, agreed.fail)).toBeGreaterThan(count / 10)
})
