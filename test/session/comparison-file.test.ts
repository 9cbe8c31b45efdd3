// A comparison as a file and as a link: what is written is read again; whatever else comes gives a sentence.
import { describe, expect, test } from 'vitest'
import { writeCaseFile } from '../../src/session/case-file.ts'
import { type ComparisonCase, comparisonOf, writeComparison } from '../../src/session/comparison.ts'
import { readComparison, readComparisonLink } from '../../src/session/comparison-file.ts'
import { packFragment } from '../../src/session/fragment.ts'

const comparison: ComparisonCase = {
  type: 'resource',
  old: [{ name: 'Old “é”', text: '{}' }],
  new: [
    { name: 'New', text: '{ "Statement": [] }' },
    { name: 'Another', text: '' },
  ],
  around: [{ type: 'scp', name: 'Lock', target: 'r-root', text: '{}' }],
  never: [
    { ask: 'not-granted', actions: ['iam:PassRole'], resources: [] },
    { ask: 'not-public', resourceType: 'AWS::S3::Bucket' },
  ],
}

test.each([undefined, 2])('a file, indented by %s', (indent) => {
  expect(readComparison(writeComparison(comparison, indent))).toEqual({ ok: true, comparison })
})

test('a link', async () => {
  expect(await readComparisonLink((await packFragment(writeComparison(comparison))) ?? '')).toEqual({
    ok: true,
    comparison,
  })
})

test('a case of the checker has its policies on both sides, and those of other types around them', () => {
  const policies = [
    { name: 'Own', type: 'identity', text: 'a' },
    { name: 'Lock', type: 'scp', target: 'r-root', text: 'b' },
  ] as const
  const own = [{ name: 'Own', text: 'a' }]
  expect(readComparison(writeCaseFile({ given: { paste: 'x', policies }, saved: [] }))).toEqual({
    ok: true,
    comparison: {
      type: 'identity',
      old: own,
      new: own,
      around: [{ type: 'scp', name: 'Lock', target: 'r-root', text: 'b' }],
      never: [],
    },
  })
})

test('two states of a list of policies: those of the type are compared, the new state’s others are around both', () => {
  const lock = { type: 'scp', name: 'Lock', text: 'b' } as const
  const before = [{ type: 'identity', name: 'Own', text: 'a' }, lock] as const
  const after = [{ ...before[0], text: 'c' }, lock, { type: 'identity', name: 'More', text: 'd' }] as const
  expect(comparisonOf('identity', { before, after })).toMatchObject({
    old: [{ name: 'Own', text: 'a' }],
    new: [
      { name: 'Own', text: 'c' },
      { name: 'More', text: 'd' },
    ],
    around: [lock],
  })
})

describe('what isn’t a comparison is told in one sentence', () => {
  test.each([
    ['no JSON', 'hello', /isn’t a saved comparison/],
    ['another JSON', '{"a":1}', /at whydenied/],
    ['a list', '[]', /isn’t a saved comparison/],
    ['a question of no known kind', '{"whydenied":1,"compare":{"old":[],"new":[],"never":[{"ask":"x"}]}}', /never\.0/],
    ['a field from elsewhere', '{"whydenied":1,"compare":{"old":[],"new":[],"then":1}}', /at compare/],
    ['a prototype', '{"whydenied":1,"compare":{"__proto__":{"old":[]},"new":[]}}', /at compare/],
    ['a broken case', '{"whydenied":1,"case":{"policies":1}}', /case/],
  ])('%s', (_, text, problem) => {
    expect(readComparison(text)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) })
  })
  test('a link that is cut off', async () => {
    const fragment = (await packFragment(writeComparison(comparison))) ?? ''
    expect(await readComparisonLink(fragment.slice(0, -20))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cut off'),
    })
  })
})
