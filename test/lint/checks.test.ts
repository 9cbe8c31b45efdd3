// A check's own examples are its tests.
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { policyTypes } from '../../src/iam/index.ts'
import { checks, lint } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { applyEdit } from '../../src/text/index.ts'

const reference = await loadReference(requiredServices(checks.flatMap(({ wrong, right }) => [wrong, right])))
const codesIn = (text: string, policyType = checks[0]?.policyTypes[0] ?? 'identity') =>
  lint({ text, policyType, reference }).map(({ code }) => code)

test('the list of checks is the folder', () => {
  const files = readdirSync('src/lint/checks').filter((file) => file !== 'index.ts')
  expect(checks).toHaveLength(files.length)
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length)
})

describe.each(checks.map((check) => [check.code, check] as const))(
  '%s',
  (code, { wrong, right, policyTypes: [policyType] }) => {
    test('finds what is wrong, and nothing in what is right', () => {
      expect(codesIn(wrong, policyType)).toContain(code)
      expect(codesIn(right, policyType)).not.toContain(code)
    })

    test('what is right has no error at all', () => {
      const errors = lint({ text: right, policyType: policyType ?? 'identity', reference }).filter(
        ({ type }) => type === 'ERROR',
      )
      expect(errors).toEqual([])
    })

    test('a fix, if there is one, clears the finding and adds none', () => {
      const findings = lint({ text: wrong, policyType: policyType ?? 'identity', reference })
      for (const { fix } of findings.filter((finding) => finding.code === code)) {
        if (!fix) continue
        const after = codesIn(applyEdit(wrong, fix), policyType)
        expect(after).not.toContain(code)
        expect(codesIn(wrong, policyType)).toEqual(expect.arrayContaining(after))
      }
    })
  },
)

test('a finding tells its line and column', () => {
  const text =
    '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "allow", "Action": "ce:GetTags", "Resource": "*" }]\n}'
  expect(lint({ text, policyType: 'identity' })).toMatchObject([
    { code: 'INVALID_EFFECT', line: 3, column: 28, path: '/Statement/0/Effect' },
  ])
})

test('without service data nothing is said of actions', () => {
  expect(
    lint({ text: checks.find(({ code }) => code === 'INVALID_ACTION')?.wrong ?? '', policyType: 'identity' }),
  ).toEqual([])
})

test('no text and no JSON makes it throw (property)', () => {
  const key = fc.constantFrom(
    'Version',
    'Statement',
    'Effect',
    'Action',
    'Resource',
    'Principal',
    'Condition',
    'Bool',
    '__proto__',
  )
  const json = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('Allow', 's3:*', '*', 1, null, true, '${a}'),
      fc.array(tie('node')),
      fc.dictionary(key, tie('node')),
    ),
  })).node
  fc.assert(
    fc.property(
      fc.oneof(
        json.map((value) => JSON.stringify(value) ?? ''),
        fc.string(),
      ),
      fc.constantFrom(...policyTypes),
      (text, policyType) => {
        lint({ text, policyType, reference })
      },
    ),
  )
})
