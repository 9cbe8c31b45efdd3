// The data that the checker passes to the comparison page: the policies before and after its fixes.
import { expect, test } from 'vitest'
import type { Fix } from '../../src/advise/index.ts'
import { comparisonOfFixes } from '../../src/checker/compare-fixes.ts'
import { benchOf } from '../../src/checker/state.ts'
import type { Answered } from '../../src/checker/store.ts'
import { answerFor } from '../session/answer-for.ts'

const user = 'arn:aws:iam::111122223333:user/mateo'
const policy = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const reads = policy({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' })
const lock = policy({ Effect: 'Allow', Action: '*', Resource: '*' })
const paste = `User: ${user} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/a.csv" because no identity-based policy allows the s3:GetObject action`

async function answered(policies: Parameters<typeof benchOf>[0]['policies']): Promise<Answered> {
  const bench = benchOf({ paste, policies })
  return { bench, answer: await answerFor(paste, policies) }
}
const fixesOf = ({ answer }: Answered): readonly Fix[] => answer.diagnosis.fixes

test('the policy with and without the fix, and the other policies on both sides', async () => {
  const value = await answered([
    { name: 'Reader', text: reads },
    { name: 'Lock', type: 'scp', target: 'r-root', text: lock },
  ])
  const comparison = comparisonOfFixes(value, fixesOf(value))
  expect(comparison).toMatchObject({
    type: 'identity',
    old: [{ name: 'Reader', text: reads }],
    around: [{ type: 'scp', name: 'Lock', target: 'r-root' }],
  })
  expect(comparison?.new.map(({ text }) => text).join()).toContain('s3:GetObject')
})

test('without a fix, both sides are the current policies', async () => {
  const value = await answered([{ name: 'Reader', text: reads }])
  const comparison = comparisonOfFixes(value, [])
  expect(comparison?.old).toEqual(comparison?.new)
})

test('without policies there is nothing to compare', async () => {
  const value = await answered([])
  expect(comparisonOfFixes(value, [])).toBeUndefined()
})
