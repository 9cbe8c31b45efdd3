// Policies that were labelled by AWS's reference of Access Analyzer's checks, its example policies and what its own tools printed,
// before anybody looked at what the checks say: a line each in labelled.jsonl, in the form of the conformance cases. Four in ten are clean.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { checks, lint } from '../../src/lint/index.ts'

interface Case {
  readonly id: string
  readonly policyType: PolicyType
  readonly resourceType?: string
  /** The policy, or its text where that is no JSON. */
  readonly policy: unknown
  readonly expect: readonly { readonly code: string; readonly path: string }[]
}

const reference = await loadReference()
const cases: readonly Case[] = readFileSync('test/lint/labelled.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const beyond = new Set(checks.filter(({ own, newer }) => own || newer).map(({ code }) => code))

test.each(cases.map((each) => [each.id, each] as const))(
  '%s',
  (_, { policyType, resourceType, policy, expect: wanted }) => {
    const text = typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2)
    const found = lint({ text, policyType, resourceType, reference })
      .filter(({ code, behindSlip, folded }) => !beyond.has(code) && !behindSlip && !folded)
      .map(({ code, path }) => `${code} ${path}`)
    expect(found.sort()).toEqual(wanted.map(({ code, path }) => `${code} ${path}`).sort())
  },
)

test('nearly every code of Access Analyzer has a case', () => {
  const labelled = new Set(cases.flatMap((each) => each.expect.map(({ code }) => code)))
  const without = checks.filter(({ code }) => !beyond.has(code) && !labelled.has(code)).map(({ code }) => code)
  // The sizes have their own examples: hundreds of lines of padding.
  expect(without.filter((code) => !code.startsWith('POLICY_SIZE'))).toEqual([])
})
