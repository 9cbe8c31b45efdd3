// The order in which policies are pasted decides nothing: cause, certainty, decision, and the kinds of fixes are the same.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { exampleSchema } from '../../src/session/example.ts'

const reference = await loadReference()
const examples = readdirSync('content/examples')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, exampleSchema.parse(parse(readFileSync(`content/examples/${file}`, 'utf8')))] as const)
  .filter(([, { policies }]) => policies.length > 1)

function answer(given: Case): object {
  const { cause, verdict, fixes } = diagnose(given, reference)
  return {
    cause: cause.id,
    certainty: cause.certainty,
    decision: verdict?.decision,
    missing: [...(verdict?.missingContext ?? [])].sort(),
    fixes: fixes.map(({ policyType }) => policyType),
  }
}

test('there are examples with several policies', () => {
  expect(examples.length).toBeGreaterThan(30)
})

test.each(examples)('%s', (_, { title: _title, summary: _summary, expect: _expect, ...given }) => {
  const expected = answer(given)
  const orders = fc.shuffledSubarray([...given.policies], { minLength: given.policies.length })
  fc.assert(
    fc.property(orders, (policies) => {
      expect(answer({ ...given, policies })).toEqual(expected)
    }),
    { seed: 20261128, numRuns: 3 },
  )
})
