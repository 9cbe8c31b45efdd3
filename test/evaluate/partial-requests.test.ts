// Partial requests of every kind of caller and policy: what is decided stays decided, whatever the unknown values are.
import { expect, test } from 'vitest'
import { casesOf, randomFrom, seed } from '../random.ts'
import { decidedOtherwise, randomPartial } from './partial-scenario.ts'

test(`no possible value changes what is decided (seed ${seed})`, () => {
  const random = randomFrom(seed)
  let decided = 0
  const wrong: unknown[] = []
  for (let i = 0; i < casesOf(500) && wrong.length < 3; i++) {
    const scenario = randomPartial(random)
    const found = decidedOtherwise(random, scenario, 30)
    if (found.decision !== 'undetermined') decided++
    if (found.other) wrong.push({ ...found, request: scenario.request, policies: scenario.policies })
  }
  expect(wrong).toEqual([])
  expect(decided).toBeGreaterThan(casesOf(500) / 2)
})
