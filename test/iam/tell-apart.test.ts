// Texts that distinguish patterns, checked against all short texts of a small alphabet.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { automatonOf, type Glob, globMatch, readPattern, type TextPattern, tellApart } from '../../src/iam/index.ts'
import { casesOf } from '../random.ts'

const globOf = (raw: string): Glob => readPattern(raw, false).glob ?? [{ text: '', any: undefined }]
const tellingTexts = (patterns: readonly TextPattern[]): readonly string[] =>
  tellApart(patterns).classes.map(({ text }) => text)
const words = (...patterns: readonly string[]): readonly TextPattern[] =>
  patterns.map((raw) => ({ glob: globOf(raw), ignoresCase: false, colons: 0 }))
const matchesOf = (patterns: readonly string[], text: string): string =>
  patterns.map((raw) => Number(globMatch(globOf(raw), text))).join('')

describe('texts that distinguish patterns', () => {
  test.each([
    [
      ['a*', '*b'],
      ['00', '01', '10', '11'],
    ],
    [
      ['a*', 'b*'],
      ['00', '01', '10'],
    ],
    [
      ['*', 'a'],
      ['10', '11'],
    ],
    [
      ['team-??', 'team-a*', '*-ab'],
      ['000', '001', '010', '011', '100', '110', '111'],
    ],
  ])('%j can match as %j', (patterns, combinations) => {
    const found = tellingTexts(words(...patterns)).map((text) => matchesOf(patterns, text))
    expect(found.toSorted()).toEqual(combinations)
  })

  test('patterns that between them expect every letter there is to try', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789äöü\uE000\uE001\uE002']
    const texts = tellingTexts(words(...letters))
    expect(new Set(texts.filter((text) => text.length === 1))).toEqual(new Set(letters))
  })

  test('a number that isn’t one of an automaton’s states accepts nothing and leads nowhere', () => {
    const [pattern] = words('a*')
    const automaton = pattern && automatonOf(pattern)
    expect([automaton?.accepts(99), automaton?.letters(99), automaton?.step(99, 'a')]).toEqual([false, [], 99])
  })

  test('case doesn’t matter for patterns that ignore it', () => {
    const texts = tellingTexts([
      { glob: globOf('Red'), ignoresCase: true, colons: 0 },
      { glob: globOf('red'), ignoresCase: false, colons: 0 },
    ])
    expect(texts.some((text) => text.toLowerCase() === 'red' && text !== 'red')).toBe(true)
    expect(texts).toContain('red')
  })

  test('a wildcard in an ARN does not run over a colon', () => {
    const arn = 'arn:aws:s3:*:b'
    const texts = tellingTexts([{ glob: globOf(arn), ignoresCase: false, colons: 5 }])
    expect(texts.filter((text) => globMatch(globOf(arn), text)).every((text) => text.split(':').length === 5)).toBe(
      true,
    )
  })

  test('every combination that a short text has is found (property)', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 5 })
    const short = (length: number): readonly string[] =>
      length === 0 ? [''] : short(length - 1).flatMap((text) => ['a', 'b', 'c'].map((letter) => text + letter))
    const texts = [1, 2, 3, 4, 5].flatMap(short)
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), (patterns) => {
        const found = new Set(tellingTexts(words(...patterns)).map((text) => matchesOf(patterns, text)))
        for (const text of texts) expect(found).toContain(matchesOf(patterns, text))
      }),
      { numRuns: casesOf(200) },
    )
  })
})
