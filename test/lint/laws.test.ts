// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What holds for every check and every policy. The inputs are the checks' own examples, their statements put together at random, and those with a part replaced.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type PolicyType, policyTypes } from '../../src/iam/index.ts'
import { checks, type Finding, lint } from '../../src/lint/index.ts'
import { needsMet } from '../../src/lint/needs.ts'
import { readSubject } from '../../src/lint/subject.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { applyEdit } from '../../src/text/index.ts'
import { seed } from '../random.ts'

const texts = checks.flatMap(({ wrong, right }) => [wrong, right])
const reference = await loadReference(requiredServices(texts))

interface Input {
  readonly text: string
  readonly policyType: PolicyType
  readonly resourceType?: string | undefined
}
const find = (input: Input): readonly Finding[] => lint({ ...input, reference })

const examples: readonly Input[] = checks.flatMap(({ wrong, right, policyTypes: [policyType], exampleOf }) =>
  [wrong, right].map((text) => ({ text, policyType: policyType ?? 'identity', resourceType: exampleOf })),
)

/** The value of a JSON text; undefined for the examples that are none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The statements of all examples that are JSON, without the few that are as long as a quota. */
const statements: readonly unknown[] = texts.flatMap((text) => {
  const root = parse(text)
  const found = typeof root === 'object' && root !== null && 'Statement' in root ? root.Statement : []
  return (Array.isArray(found) ? found : [found]).filter((each) => JSON.stringify(each).length < 2000)
})

const types = fc.constantFrom(...policyTypes)
const resourceTypes = fc.constantFrom(undefined, ...new Set(checks.map(({ exampleOf }) => exampleOf)))
const indents = fc.constantFrom('', ' ', '  ', '\t', '        ')

/** Statements that were never meant to stand together. */
const documents = fc.record({
  Version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17', undefined),
  Statement: fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 5 }),
})

const leaves = fc.constantFrom(
  ...[
    '*',
    '',
    'Allow',
    'iam:PassRole',
    's3:Get*',
    'arn:aws:s3:::a/*',
    'arn:aws:iam::111122223333:role/*',
    '${aws:username}',
  ],
  ...['203.0.113.7/24', '10.0.0.0/8', 'AKIAIOSFODNN7EXAMPLE', 'us-*', 'true', '7', 7, null, true],
  ...[[], {}, [[]], { AWS: '*' }, { StringEquals: { 'aws:PrincipalTag/team': [] } }, ['ce:*', 'ce:*']],
)

/** The same value with one of its parts, counted by `at`, replaced. */
function replaced(value: unknown, at: { left: number }, by: unknown): unknown {
  if (at.left-- === 0) return by
  if (Array.isArray(value)) return value.map((item) => replaced(item, at, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, at, by)]))
}
const broken = fc
  .tuple(documents, fc.nat({ max: 40 }), leaves)
  .map(([document, left, by]) => replaced(document, { left }, by))

const inputs: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom(...examples),
  fc.record({
    text: fc.tuple(fc.oneof(documents, broken), indents).map(([value, indent]) => JSON.stringify(value, null, indent)),
    policyType: types,
    resourceType: resourceTypes,
  }),
)

/** Code and path of each finding, in one order. */
const places = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, path }) => `${code} ${path}`).sort()

const countsOf = (findings: readonly Finding[]): ReadonlyMap<string, number> =>
  findings.reduce((counts, { code }) => counts.set(code, (counts.get(code) ?? 0) + 1), new Map<string, number>())

/** Fixes after which AWS reads `${…}` as variables, and with them what is wrong inside of those. */
const ofVersion: ReadonlySet<string> = new Set([
  'INVALID_VERSION',
  'MISSING_VERSION',
  'VARIABLE_UNSUPPORTED_IN_VERSION',
])

/**
 * Findings that a fix can reveal because they were hidden before: two statements are equivalent; an ARN, once it’s valid, names another resource; after an error
 * for which AWS would reject the policy, findings that aren’t errors; in an element or a Principal key whose name was wrong, everything in it.
 */
const isRevealedBy = (fixed: Pick<Finding, 'code' | 'type'>, added: Finding): boolean =>
  added.code === 'REDUNDANT_STATEMENT' ||
  (fixed.code.startsWith('INVALID_ARN') && added.code === 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY') ||
  fixed.code === 'INVALID_POLICY_ELEMENT' ||
  fixed.code === 'INVALID_PRINCIPAL_KEY' ||
  (fixed.type === 'ERROR' && added.type !== 'ERROR') ||
  (ofVersion.has(fixed.code) && added.code.includes('VARIABLE'))

describe('for every policy', () => {
  test('lint never throws, and each finding has a message and a place, on any text', () => {
    const cut = fc
      .tuple(inputs, fc.nat({ max: 400 }), fc.string({ maxLength: 3 }))
      .map(([input, at, by]) => ({ ...input, text: input.text.slice(0, at) + by + input.text.slice(at + by.length) }))
    const any = fc.record({
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.jsonValue().map((value) => `{"Statement":${JSON.stringify(value)}}`),
      ),
      policyType: types,
    })
    fc.assert(
      fc.property(fc.oneof(inputs, cut, any), (input) => {
        for (const { message, path, span } of find(input)) {
          expect(message).not.toMatch(/undefined|\[object|NaN/)
          expect(path === '' || path.startsWith('/')).toBe(true)
          expect(span.from >= 0 && span.from <= span.to && span.to <= input.text.length).toBe(true)
        }
      }),
      { numRuns: 2000, seed },
    )
  })

  test('a check finds nothing in a policy without the part that it needs, so leaving it out changes nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const subject = readSubject({ ...input, reference })
        const isMet = needsMet(subject)
        for (const { code, needs, find: findIn } of checks)
          if (needs !== undefined && !isMet(needs)) expect([code, ...findIn(subject)]).toEqual([code])
      }),
      { numRuns: 500, seed },
    )
    expect(checks.filter(({ needs }) => needs !== undefined).length).toBeGreaterThan(100)
  })

  test('the layout changes only the line and column of a finding', () => {
    fc.assert(
      fc.property(inputs, indents, fc.constantFrom('\n', '\r\n'), (input, indent, lineEnd) => {
        const value = parse(input.text)
        // A key that comes twice is lost when the text is parsed: then it is another policy.
        if (value === undefined || find(input).some(({ code }) => code === 'DUPLICATE_ELEMENT')) return
        const plain = { ...input, text: JSON.stringify(value) }
        const other = { ...input, text: JSON.stringify(value, null, indent).replaceAll('\n', lineEnd) }
        expect(places(find(other))).toEqual(places(find(plain)))
      }),
      { numRuns: 1500, seed },
    )
  })

  const fixes = (input: Input): void => {
    const before = find(input)
    const counts = countsOf(before)
    for (const { code, type, fix } of before) {
      if (!fix) continue
      const text = applyEdit(input.text, fix)
      const after = find({ ...input, text })
      const added = after.filter((each) => (countsOf(after).get(each.code) ?? 0) > (counts.get(each.code) ?? 0))
      const unwanted = added.filter((each) => !isRevealedBy({ code, type }, each)).map((each) => each.code)
      expect(unwanted, `${code} "${fix.title}": ${input.policyType} ${input.text} → ${text}`).toEqual([])
    }
  }

  test.each(examples.map((input, i) => [checks[Math.floor(i / 2)]?.code, input] as const))(
    'no fix of an example adds a finding: %s',
    (_, input) => {
      fixes(input)
    },
  )

  test('no fix adds a finding', () => {
    fc.assert(fc.property(inputs, fixes), { numRuns: 1500, seed })
  })
})
