// The whole call in one change: AWS names one missing permission at a time, so advice that follows it takes many rounds.
import { expect, test } from 'vitest'
import { roundsUntilAllowed, simulatedCalls } from './simulator.ts'

const rounds = await Promise.all(simulatedCalls.map(async (call) => [call.operation, await roundsUntilAllowed(call)]))

test('the simulator knows 90 operations and more, with four checks each on average', () => {
  expect(simulatedCalls.length).toBeGreaterThanOrEqual(90)
  expect(simulatedCalls.flatMap(({ checks }) => checks).length / simulatedCalls.length).toBeGreaterThan(3.5)
})

test('one change is enough for AWS to allow the call', () => {
  expect(rounds.filter(([, count]) => count !== 1)).toEqual([])
})
