// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// The pages about operators, keys, and elements: what they say agrees with what the evaluator does.
import { describe, expect, test } from 'vitest'
import { operatorNames, readOperator } from '../../src/iam/index.ts'
import { globalKeys, presenceOf } from '../../src/reference/index.ts'
import { keySlug } from '../../src/session/language-paths.ts'
import { keyCatalogue, operatorCatalogue } from '../../src/site/language/catalogue.ts'
import { decideCondition, policyOf } from '../../src/site/language/decide-condition.ts'
import { elementsTwin, keysTwin, keyTwin, operatorTwin } from '../../src/site/language/language-twins.ts'

const keys = keyCatalogue()
const operators = operatorCatalogue()

describe('a key’s example', () => {
  test.each(keys.map((entry) => [entry.key.name, entry] as const))(
    '%s: one value fits, the other doesn’t',
    (_, entry) => {
      const [fits, other, absent] = entry.shown.rows
      expect([fits?.allow.decision, fits?.deny.decision]).toEqual(['allowed', 'explicitDeny'])
      expect([other?.allow.decision, other?.deny.decision]).toEqual(['implicitDeny', 'allowed'])
      // Without the key, a condition matches only with a negated operator or ForAllValues.
      const matches = entry.shown.first.operator.startsWith('ForAllValues:')
      if (absent) expect(absent.allow.decision).toBe(matches ? 'allowed' : 'implicitDeny')
    },
  )

  test('operators that are offered exist', () => {
    for (const { shown } of [...keys, ...operators])
      for (const name of shown.operators) expect(readOperator(name), name).toBeDefined()
  })
})

test('a key that every request carries is absent from no user’s request, as the table of key presence says', () => {
  const always = keys.filter(({ words }) => words.absent === undefined)
  expect(always.length).toBeGreaterThan(5)
  for (const { key } of always) {
    const bearer = { bearer: 'user', service: 's3', operation: 'getobject' } as const
    expect(presenceOf(key.name.toLowerCase(), bearer), key.name).not.toBe('absent')
  }
})

test('a multivalued key’s example uses a set operator, and no other does', () => {
  for (const { key, shown } of keys) expect(shown.first.operator.includes(':'), key.name).toBe(key.multivalued)
})

describe('an operator’s sentence about requests without the key', () => {
  test.each(operatorNames.filter((name) => name !== 'Null'))('%s', (name) => {
    const entry = operators.find((each) => each.name === name)
    const first = entry?.shown.first
    if (!entry || !first) throw new Error('no page')
    const { decision } = decideCondition({ ...first, effect: 'Allow', actual: undefined })
    const says = entry.words.notes.some((note) => /doesn’t carry the key, the condition matches/.test(note))
    expect(decision).toBe(says ? 'allowed' : 'implicitDeny')
  })
})

test('every operator and every part of its name has a page, and every page an address of its own', () => {
  expect(operators.map(({ name }) => name)).toEqual([...operatorNames, 'IfExists', 'ForAnyValue', 'ForAllValues'])
  const slugs = globalKeys.map(({ name }) => keySlug(name))
  expect(new Set(slugs).size).toBe(slugs.length)
  expect(slugs.filter((slug) => !/^[a-z0-9-]+$/.test(slug))).toEqual([])
})

describe('a trial with a reader’s own values', () => {
  const base = { scene: 'user', effect: 'Allow', key: 'aws:username', multivalued: false } as const

  test.each<[title: string, operator: string, wanted: string[], actual: string[] | undefined, decision: string]>([
    ['a variable is filled in', 'StringEquals', ['${aws:username}'], ['ana'], 'allowed'],
    ['an operator that AWS doesn’t have matches nothing', 'StringSame', ['a'], ['a'], 'implicitDeny'],
    ['several values of a single-valued key match nothing', 'StringEquals', ['a'], ['a', 'b'], 'implicitDeny'],
    ['one of several values in the policy is enough', 'StringEquals', ['a', 'b'], ['b'], 'allowed'],
    ['without the key, IfExists matches', 'StringEqualsIfExists', ['a'], undefined, 'allowed'],
  ])('%s', (_, operator, wanted, actual, decision) => {
    expect(decideCondition({ ...base, operator, wanted, actual }).decision).toBe(decision)
  })

  test('a Deny comes with an Allow', () => {
    const policy = policyOf({ ...base, effect: 'Deny', operator: 'StringLike', wanted: ['a'], actual: ['a'] })
    expect(JSON.parse(policy).Statement.map(({ Effect }: { Effect: string }) => Effect)).toEqual(['Deny', 'Allow'])
  })
})

test('the Markdown twins hold the decisions and name AWS’s page', () => {
  for (const twin of [...keys.map(keyTwin), ...operators.map(operatorTwin)]) {
    expect(twin).toMatch(/\| (?:Allowed|Denied) \|/)
    expect(twin).toMatch(/Source: <https:/)
  }
  expect(elementsTwin().match(/^## /gm)).toHaveLength(12)
  expect(keysTwin()).toContain('[aws:SourceIp](aws-sourceip/index.md)')
})
