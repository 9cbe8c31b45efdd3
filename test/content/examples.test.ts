// Every example has the answer that it says it has.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Case, causes, diagnose, type Fix } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { exampleSchema } from '../../src/session/example.ts'

const examples = readdirSync('content/examples')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const example = exampleSchema.parse(parse(readFileSync(`content/examples/${file}`, 'utf8')))
    return [file, example] as const
  })

test('examples are found at all', () => {
  expect(examples.length).toBeGreaterThanOrEqual(18)
})

test.each(causes)('the cause $id has an example, so a browser goes its whole way', ({ id }) => {
  expect(examples.map(([, example]) => example.expect.cause)).toContain(id)
})

describe.each(examples)('%s', async (_, example) => {
  const { title: _title, summary: _summary, expect: _expect, ...given } = example
  const reference = await loadReference(requiredServices([given.paste, ...given.policies.map(({ text }) => text)]))
  const { denial, secrets, verdict, cause, fixes, notices, policies } = diagnose(given, reference)
  const { expect: expected } = example

  test('what was denied', () => {
    expect(denial.kind).toBe(expected.kind)
    expect(denial.action).toBe(expected.action)
  })

  test('the decision and the policies that block the request', () => {
    expect(verdict?.decision).toBe(expected.decision)
    expect(verdict && [...verdict.blockedBy].sort()).toEqual(expected.blockedBy && [...expected.blockedBy].sort())
  })

  test('the cause', () => {
    expect(cause.id).toBe(expected.cause)
    if (expected.notice) expect(notices.join('\n')).toContain(expected.notice)
  })

  test('the fixes, and that they work', () => {
    expect(fixes.map(({ policyType }) => policyType)).toEqual(expected.fixes ?? [])
    expect(fixes.at(-1)?.proof.after.decision).toBe(expected.fixed)
    expect(fixes.filter(({ hasPlaceholder }) => hasPlaceholder)).toEqual([])
  })

  test('what is decided once the fixes are applied', () => {
    const decided = fixes.length > 0 ? diagnose(withFixes(given, fixes), reference).verdict?.decision : undefined
    expect(decided).toBe(expected.applied ?? expected.fixed)
  })

  test('its policies are plain JSON without an error, but for those it shows on purpose', () => {
    for (const { text } of example.policies) expect(() => JSON.parse(text)).not.toThrow()
    const errors = policies.flatMap(({ findings }) =>
      findings.filter(({ type }) => type === 'ERROR').map(({ code }) => code),
    )
    expect(errors).toEqual(expected.errors ?? [])
  })

  test('it holds no secret', () => {
    expect(secrets).toEqual([])
  })
})

/** The case with the fixes in its policies, as the checker's page applies them. */
function withFixes(given: Case, fixes: readonly Fix[]): Case {
  const policies = [...given.policies]
  for (const { policyIndex, policyType, before, after } of fixes) {
    const index = policyIndex ?? policies.findIndex(({ text }) => text === before)
    const policy = policies[index]
    if (policy) policies[index] = { ...policy, text: after }
    else policies.push({ name: `New ${policyType}`, type: policyType, text: after })
  }
  return { ...given, policies }
}
