import { expect, test } from 'vitest'
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

test.each<[pattern: RegExp, words: readonly string[] | undefined]>([
  [/Access[ ]?Denied/, ['access']],
  [/not\s+authorized\s+to/i, ['authorized']],
  [/\bwasabisys\.com|\.scw\.cloud\b/, ['wasabisys.com', '.scw.cloud']],
  [/ab(?:cdef)?ghij/, ['ghij']],
  [/(?:error|failed):? code/, ['error', 'failed']],
  [/x{2}yyyy{3}zz/, ['yyyy']],
  [/(?<!AWS )AccessKey(?=longerword)/, ['accesskey']],
  // One alternative without a word, or none that is long enough: any text can match.
  [/foo|barbaz/, undefined],
  [/(?:word)?[a-z]+/, undefined],
  [/longword*/, ['longwor']],
  [/two words/, ['words']],
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

test('words with the same first letters are told apart, and short ones are in every text', () => {
  const [billing, billed, short] = [/billing/, /billed/, /iam/]
  const spotted = spotter([billing, billed, short])('A BILLED item')
  expect([billing, billed, short].map((each) => spotted.mayHave(each))).toEqual([false, true, true])
})
