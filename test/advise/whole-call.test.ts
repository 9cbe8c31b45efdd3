// The whole call in one change: AWS names one missing permission at a time, so advice that follows it takes many rounds.
import { describe, expect, test } from 'vitest'
import { roundsUntilAllowed, simulatedCalls } from './simulator.ts'

describe('rounds until AWS allows the call', async () => {
  const rounds = await Promise.all(simulatedCalls.map(async (call) => [call.operation, await roundsUntilAllowed(call)]))

  test('90 operations and more', () => expect(simulatedCalls.length).toBeGreaterThanOrEqual(90))

  test('one', () => expect(rounds.filter(([, count]) => count !== 1)).toEqual([]))
})
