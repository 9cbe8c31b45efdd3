// Every row of the gate table is needed: without it, a case of AWS's rules gets another answer.
import { describe, expect, test } from 'vitest'
import { ruleSections } from '../../content/rules/index.ts'
import { compile, type GateRow, gateTable } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { requestOf, type Scenario } from './scenario.ts'

const reference = await loadReference()
const scenarios = ruleSections
  .flatMap(({ rules }) => rules.flatMap(({ cases }) => cases.map(([, scenario]) => scenario)))
  .map((scenario) => ({ scenario, answer: answerOf(scenario, gateTable) }))

function answerOf(scenario: Scenario, table: readonly GateRow[]): string {
  return compile(scenario.policies, scenario.facts, reference, table).decide(requestOf(scenario))
}

const nameOf = (row: GateRow): string => (row.is === 'policies' ? row.type : row.code)

describe('without this row, a case in content/rules is decided differently', () => {
  test.each(gateTable.map((row) => [nameOf(row), row] as const))('%s', (_, row) => {
    const rest = gateTable.filter((other) => other !== row)
    const differs = scenarios.some(({ scenario, answer }) => answerOf(scenario, rest) !== answer)
    expect(differs).toBe(true)
  })
})

test('every row has a name of its own', () => {
  expect(new Set(gateTable.map(nameOf)).size).toBe(gateTable.length)
})

test('every rule gives AWS’s page as its source', () => {
  const rules = gateTable.flatMap((row) => (row.is === 'policies' ? [] : [row]))
  expect(rules.filter(({ source }) => !/^https:\/\/(docs\.aws\.amazon\.com|repost\.aws)\//.test(source))).toEqual([])
})
