import { expect, test } from 'vitest'
import { allSought, FlatText } from '../../src/denial/flat-text.ts'
import { flatten } from '../../src/denial/flatten.ts'
import {
  credentialProblems,
  emulators,
  otherErrors,
  otherPartitions,
  s3Compatible,
} from '../../src/denial/look-alikes.ts'
import { otherClouds, otherSystems } from '../../src/denial/other-systems.ts'
import { requiredWords } from '../../src/denial/required-words.ts'
import { spotter } from '../../src/denial/spotter.ts'
import { events } from './cases/events.ts'
import { lookAlikes } from './cases/look-alikes.ts'
import { oddities } from './cases/oddities.ts'
import { services } from './cases/services.ts'
import { tools } from './cases/tools.ts'
import { wrappings } from './cases/wrappings.ts'

test.each<[pattern: RegExp, words: readonly (readonly (readonly string[])[])[]]>([
  [/Access[ ]?Denied/, [[['access'], ['denied']]]],
  [/not\s+authorized\s+to/i, [[['authorized']]]],
  [/\bwasabisys\.com|\.scw\.cloud\b/, [[['wasabisys.com']], [['.scw.cloud']]]],
  [/ab(?:cdef)?ghij/, [[['ghij']]]],
  [/(?:error|failed):? code/, [[['error', 'failed'], ['code']]]],
  [/x{2}yyyy{3}zz/, [[['yyyy']]]],
  [/(?<!AWS )AccessKey(?=longerword)(?!otherword)/, [[['accesskey'], ['longerword']]]],
  [/(?:access|accessdenied)\s+(?:to the\s+bucket)/, [[['access'], ['bucket']]]],
  // Each alternative with all of its words; one of each group's alternatives.
  [
    /permission denied for|(?:could|must) (?:never|always)/,
    [
      [['permission'], ['denied']],
      [
        ['could', 'must'],
        ['never', 'always'],
      ],
    ],
  ],
  // One alternative without a word, or none that is long enough: any text can match.
  [/foo|barbaz/, []],
  [/(?:word)?[a-z]+/, []],
  [/longword*/, [[['longwor']]]],
  [/two words/, [[['words']]]],
])('%s requires %j', (pattern, words) => expect(requiredWords(pattern)).toEqual(words))

test('what a pattern matches has one of its words, in every message of the tests', () => {
  const all = [
    ...s3Compatible,
    ...emulators,
    ...otherPartitions,
    ...otherErrors,
    ...credentialProblems,
    ...otherClouds,
    ...otherSystems,
  ].map(({ pattern }) => pattern)
  const spot = spotter(all)
  const texts = [tools, wrappings, oddities, services, events, lookAlikes].flatMap((table) =>
    table.map(([, text]) => text),
  )
  const missed = texts.flatMap((text) => {
    const spotted = spot(text)
    return all.filter((each) => each.test(text) && !spotted.mayHave(each)).map((pattern) => [pattern, text])
  })
  expect(missed).toEqual([])
  // Most patterns needn’t be tried.
  const tried = texts.map((text) => all.filter((each) => spot(text).mayHave(each)).length)
  expect(tried.reduce((sum, count) => sum + count, 0) / texts.length).toBeLessThan(all.length / 3)
})

test('whatever is looked for in a flat text is tried where it matches, in every message of the tests and in capitals', () => {
  const patterns = allSought.filter((sought) => sought instanceof RegExp)
  const texts = [tools, wrappings, oddities, services, events, lookAlikes].flatMap((table) =>
    table.flatMap(([, text]) => [text, text.toUpperCase(), text.replaceAll(' ', '\n')]),
  )
  const missed = texts.flatMap((text) => {
    const flat = new FlatText(flatten(text))
    return patterns
      .filter((pattern) => flat.text.search(pattern) >= 0 || flat.line.search(pattern) >= 0)
      .filter((pattern) => !flat.mayHave(pattern))
      .map((pattern) => [pattern, text])
  })
  expect(missed).toEqual([])
})

test('words with the same first letters are told apart, and short ones are in every text', () => {
  const [billing, billed, short] = [/billing/, /billed/, /iam/]
  const spotted = spotter([billing, billed, short])('A BILLED item')
  expect([billing, billed, short].map((each) => spotted.mayHave(each))).toEqual([false, true, true])
})
