import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillIn, globMatch, matches, readPattern } from '../../src/iam/index.ts'
import { casesOf } from '../random.ts'

describe('wildcards', () => {
  test.each<[pattern: string, text: string, matches: boolean]>([
    ['', '', true],
    ['*', '', true],
    ['**', 'anything', true],
    ['a*', 'a', true],
    ['a*a', 'a', false],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'aXcXb', false],
    ['?', '', false],
    ['?', '*', true],
    ['a?c*', 'abcd', true],
    ['*?x', 'x', false],
    ['*?x', 'yx', true],
    ['*a?*b', 'zzaxb', true],
    ['get*', 'Get', false],
    ['a.b', 'axb', false],
    ['x*\n', 'x\n', true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })

  test('agree with the obvious recursive matcher (property)', () => {
    const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength })
    fc.assert(
      fc.property(letters(8), letters(10), (pattern, text) => {
        expect(matches(pattern, text)).toBe(obviousMatch(pattern, text))
      }),
      { numRuns: casesOf(20_000) },
    )
  })

  test('a hostile pattern against a long text ends', () => {
    expect(matches(`${'*a'.repeat(500)}*b`, 'a'.repeat(1_000_000))).toBe(false)
  })
})

describe('variables', () => {
  const team = (key: string) =>
    key === 'aws:principaltag/team' ? ({ is: 'value', value: 'r*d' } as const) : ({ is: 'unset' } as const)
  test.each<[pattern: string, text: string, matches: boolean]>([
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    ['${aws:PrincipalTag/team}/*', 'r*d/x', true],
    ['${aws:PrincipalTag/team}/*', 'red/x', false], // rule 122: a value's own * isn't a wildcard
    ['${aws:username}', 'anyone', false], // rule 119: without a value nothing matches
    ["${aws:username, 'guest'}", 'guest', true], // rule 120: the default
    ['${aws:username, guest}', 'guest', true],
    ["${aws:username, '}", "'", true],
    ['a${*}b', 'a*b', true], // rule 104
    ['a${*}b', 'aXb', false],
    ['${$}{x}', '${x}', true],
    ['${open', '${open', true],
  ])('%j on %j: %s', (raw, text, matches) => {
    const filled = fillIn(readPattern(raw, true), team)
    expect(filled.is === 'glob' && globMatch(filled.glob, text)).toBe(matches)
  })

  test('are plain text in policies of Version 2008-10-17 (rule 118)', () => {
    const filled = fillIn(readPattern('${aws:username}', false), team)
    expect(filled.is === 'glob' && globMatch(filled.glob, '${aws:username}')).toBe(true)
  })
})

/** What * and ? mean, written down without a thought for speed. */
function obviousMatch(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  const [first, rest] = [pattern[0], pattern.slice(1)]
  if (first === '*') return obviousMatch(rest, text) || (text !== '' && obviousMatch(pattern, text.slice(1)))
  return text !== '' && (first === '?' || first === text[0]) && obviousMatch(rest, text.slice(1))
}
