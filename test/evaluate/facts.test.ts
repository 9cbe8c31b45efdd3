// AWS's facts, row by row, where content/rules shows one example of a kind.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { factCases } from './fact-cases/index.ts'
import { ask } from './scenario.ts'

const reference = await loadReference()

test.each(factCases)('%s', (_, scenario, answer) => {
  const { decision, rule } = ask(scenario, reference)
  expect([decision, rule].filter(Boolean).join(' ')).toBe(answer)
})

test('each case has AWS’s page', () => {
  const sources = factCases.map(([, , , source]) => source)
  expect(sources.filter((source) => !/^https:\/\/(docs\.aws\.amazon\.com|repost\.aws)\//.test(source))).toEqual([])
})
