// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// A check's own examples are its tests.
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type PolicyType, policyTypes } from '../../src/iam/index.ts'
import { type CheckGroup, checks, lint } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { applyEdit } from '../../src/text/index.ts'

const reference = await loadReference(requiredServices(checks.flatMap(({ wrong, right }) => [wrong, right])))
const codesIn = (text: string, policyType: PolicyType = 'identity', resourceType?: string, group?: CheckGroup) =>
  lint({ text, policyType, resourceType, reference, groups: group ? [group] : [] }).map(({ code }) => code)

test('the list of checks matches the folder', () => {
  const files = readdirSync('src/lint/checks').filter((file) => file !== 'index.ts')
  expect(checks).toHaveLength(files.length)
  expect(checks.map(({ code }) => `${code.toLowerCase().replaceAll('_', '-')}.ts`).sort()).toEqual(files.sort())
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length)
})

describe.each(checks.map((check) => [check.code, check] as const))(
  '%s',
  (code, { wrong, right, alsoRaises = [], source, policyTypes, exampleOf: resourceType, group }) => {
    const groups = group ? [group] : []
    const [policyType] = policyTypes
    const errorsIn = (text: string) =>
      lint({ text, policyType: policyType ?? 'identity', resourceType, reference })
        .filter(({ type }) => type === 'ERROR')
        .map((finding) => finding.code)

    test('finds it in every type of policy that it applies to', () => {
      expect(policyTypes.length).toBeGreaterThan(0)
      for (const each of policyTypes) expect(codesIn(wrong, each, resourceType, group)).toContain(code)
    })

    test('the wrong policy has no other error', () => {
      expect(errorsIn(wrong).filter((each) => each !== code && !alsoRaises.includes(each))).toEqual([])
    })

    test('writes whole sentences and names its source', () => {
      const finding = lint({ text: wrong, policyType: policyType ?? 'identity', resourceType, reference, groups }).find(
        (each) => each.code === code,
      )
      expect(finding?.message).toMatch(/^[A-Z`].*[.?]$/s)
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    })

    test('finds the error in the wrong policy, and nothing in the right one', () => {
      expect(codesIn(wrong, policyType, resourceType, group)).toContain(code)
      expect(codesIn(right, policyType, resourceType, group)).not.toContain(code)
    })

    test('the right policy has no error at all', () => {
      const errors = lint({ text: right, policyType: policyType ?? 'identity', resourceType, reference }).filter(
        ({ type }) => type === 'ERROR',
      )
      expect(errors).toEqual([])
    })

    test('a fix, if there is one, clears the finding and adds none', () => {
      const findings = lint({ text: wrong, policyType: policyType ?? 'identity', resourceType, reference })
      for (const { fix } of findings.filter((finding) => finding.code === code)) {
        if (!fix) continue
        const after = codesIn(applyEdit(wrong, fix), policyType, resourceType)
        expect(after).not.toContain(code)
        expect(codesIn(wrong, policyType, resourceType)).toEqual(expect.arrayContaining(after))
      }
    })
  },
)

// A fix that gets lost would go unnoticed otherwise.
test('at least these have a fix', () => {
  const fixable = checks.filter(({ wrong, policyTypes: [policyType], code, exampleOf: resourceType }) =>
    lint({ text: wrong, policyType: policyType ?? 'identity', resourceType, reference }).some(
      (finding) => finding.code === code && finding.fix,
    ),
  )
  const codes = `JSON_SYNTAX_ERROR INVALID_VERSION MISSING_VERSION INVALID_EFFECT INVALID_POLICY_ELEMENT INVALID_ACTION INVALID_SERVICE_IN_ACTION
    REDUNDANT_ACTION RETIRED_ACTION EMPTY_SID_VALUE INVALID_CONDITION_OPERATOR NULL_WITH_IF_EXISTS WILDCARD_WITHOUT_LIKE_OPERATOR
    INVALID_PRINCIPAL_KEY UNSUPPORTED_PRINCIPAL UNSUPPORTED_SID SCP_SYNTAX_ERROR_PRINCIPAL ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE
    VARIABLE_UNSUPPORTED_IN_VERSION UNIQUE_SIDS_REQUIRED UNIQUE_SIDS_RECOMMENDED ACTION_NEEDS_STAR_RESOURCE INVALID_ARN_PREFIX INVALID_ARN_SERVICE_CASE
    INVALID_ARN_REGION ARN_REGION_NOT_ALLOWED ARN_ACCOUNT_NOT_ALLOWED INVALID_GLOBAL_CONDITION_KEY UNSUPPORTED_GLOBAL_CONDITION_KEY INVALID_REGION
    UNSUPPORTED_SPACE_IN_VARIABLE`
  expect(fixable.map(({ code }) => code)).toEqual(expect.arrayContaining(codes.split(/\s+/)))
})

test('a finding has its line and column', () => {
  const text =
    '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "allow", "Action": "ce:GetTags", "Resource": "*" }]\n}'
  expect(lint({ text, policyType: 'identity' })).toMatchObject([
    { code: 'INVALID_EFFECT', line: 3, column: 29, path: '/Statement/0/Effect' },
  ])
})

test('without service data, actions have no findings', () => {
  expect(
    lint({ text: checks.find(({ code }) => code === 'INVALID_ACTION')?.wrong ?? '', policyType: 'identity' }),
  ).toEqual([])
})

test('never throws, whatever the text or JSON (property)', () => {
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
