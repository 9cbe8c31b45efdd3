// The whole call in one change: AWS names one missing permission at a time, so advice that follows its messages takes many rounds.
import { describe, expect, it } from 'vitest'
import { roundsByMessages, roundsUntilAllowed, simulatedCalls } from './simulator.ts'

const byMessages = await Promise.all(simulatedCalls.map(roundsByMessages))
const byAdvice = await Promise.all(simulatedCalls.map((call) => roundsUntilAllowed(call)))

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

describe('rounds until AWS allows a call, for one person who starts with no permissions', () => {
  it('124 operations with four checks each on average', () => {
    expect(simulatedCalls).toHaveLength(124)
    expect(sum(simulatedCalls.map(({ checks }) => checks.length))).toBe(491)
  })

  it('AWS’s messages alone take four rounds on average, and 12 at most', () => {
    // For a function URL, AWS names only one of the two actions that it needs: its messages alone don't lead there.
    const ended = byMessages.filter(Number.isFinite)
    expect([ended.length, sum(ended), Math.max(...ended)]).toEqual([123, 488, 12])
  })

  it('the proposed change takes one', () => {
    const slower = simulatedCalls.flatMap(({ operation }, i) => (byAdvice[i] === 1 ? [] : [[operation, byAdvice[i]]]))
    expect(slower).toEqual([])
  })

  it.each([
    'RunInstances',
    'CreateAutoScalingGroup',
    'PutObject with SSE-KMS',
    'GetObject of an SSE-KMS',
    'Lambda CreateFunction',
    'CreateEventSourceMapping',
    'ECS RunTask',
    'ECS CreateService',
    'EKS CreateCluster',
    'Redshift CreateCluster',
    'CreateStack',
    'StartQueryExecution',
    'CreateDBInstance',
    'CreateTable',
    'CreateStateMachine',
    'CreatePipeline',
    'CreateTrainingJob',
    'docker pull',
    'StartSession',
    'ChangeResourceRecordSets',
  ])('%s is among them', (name) => {
    expect(simulatedCalls.some(({ operation }) => operation.includes(name))).toBe(true)
  })
})

describe('a denial in the middle of a call, when what AWS checks before is allowed already', () => {
  it('takes one round for nine of ten calls, because the message names the operation around it', async () => {
    const middle = simulatedCalls.filter(({ checks }) => checks.length > 2)
    const counts = await Promise.all(middle.map((call) => roundsUntilAllowed(call, Math.floor(call.checks.length / 2))))
    expect({ calls: counts.length, inOne: counts.filter((count) => count === 1).length, rounds: sum(counts) }).toEqual({
      calls: 100,
      inOne: 92,
      rounds: 114,
    })
  })
})
