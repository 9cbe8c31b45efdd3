// A shared comparison: nothing that identifies people or accounts, and the same answer.
import { expect, test } from 'vitest'
import { comparisonFile } from '../../src/compare-page/take-along.ts'
import type { ComparisonCase } from '../../src/session/comparison.ts'
import { readComparison } from '../../src/session/comparison-file.ts'

const allows = (resource: string, condition?: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'iam:GetUser', Resource: resource, ...(condition ? { Condition: condition } : {}) },
    ],
  })

const mateo = 'arn:aws:iam::123456789012:user/mateojackson'
const comparison: ComparisonCase = {
  type: 'identity',
  old: [{ name: 'Policy of mateojackson in 123456789012', text: allows(mateo) }],
  new: [{ name: 'New', text: allows(mateo, { IpAddress: { 'aws:SourceIp': '203.0.113.57' } }) }],
  around: [{ name: 'Boundary', type: 'permissions-boundary', target: mateo, text: allows(mateo) }],
  never: [{ ask: 'not-granted', actions: ['iam:GetUser'], resources: [mateo] }],
}

const shared = (hidden: boolean): string => comparisonFile(comparison, { hidden, buckets: false })

test('no identifying token survives, wherever it is', () => {
  expect(shared(true)).not.toMatch(/123456789012|mateojackson|203\.0\.113\.57/)
})

test('a name has one placeholder in both versions, around them, and in questions', () => {
  const read = readComparison(shared(true))
  if (!read.ok) throw new Error(read.problem)
  const arns = [...shared(true).matchAll(/arn:aws:iam::\d{12}:user\/[\w-]+/g)].map(([arn]) => arn)
  expect(arns).toHaveLength(5)
  expect(new Set(arns).size).toBe(1)
})

test('everything stays where it is wanted', () => {
  expect(readComparison(shared(false))).toEqual({ ok: true, comparison })
})
