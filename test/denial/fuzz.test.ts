// Mutations of every case: whatever comes, reading ends soon, throws nothing and points into the text.
import { expect, test } from 'vitest'
import { blankSecrets, readDenial, readDenials } from '../../src/denial/index.ts'
import { cpuTime } from '../cpu-time.ts'
import { randomFrom } from '../random.ts'
import { events } from './cases/events.ts'
import { lookAlikes } from './cases/look-alikes.ts'
import { oddities } from './cases/oddities.ts'
import { seenBuilders } from './cases/seen-builders.ts'
import { seenClusters } from './cases/seen-clusters.ts'
import { seenData } from './cases/seen-data.ts'
import { seenEvents } from './cases/seen-events.ts'
import { seenOdd } from './cases/seen-odd.ts'
import { seenOthers } from './cases/seen-others.ts'
import { seenSdks } from './cases/seen-sdks.ts'
import { services } from './cases/services.ts'
import { tools } from './cases/tools.ts'
import { wrappings } from './cases/wrappings.ts'

const seen = [seenBuilders, seenClusters, seenData, seenEvents, seenOdd, seenOthers, seenSdks]
const texts = [tools, wrappings, oddities, services, events, lookAlikes, ...seen].flatMap((table) =>
  table.map(([, text]) => text),
)

type Random = (below: number) => number
const lookAlikeLetters = new Map([
  ['a', 'а'],
  ['e', 'е'],
  ['o', 'ο'],
  [':', '：'],
  ['-', '‑'],
  [' ', '\u00a0'],
])
const scraps = [
  '\n',
  '\r\n',
  '\\n',
  '\\',
  '"',
  "'",
  '│ ',
  '# ',
  '{',
  '}',
  '[',
  '&quot;',
  '&',
  '<',
  '\u001b[0m',
  ' ',
  'arn:',
  'User: ',
  '🦆',
  '\ud800',
  '\u0000',
  '`',
  '**',
  '$&',
  '(?',
]

/** Each takes a text and gives one like it: what copying, cutting, logging and quoting do to texts. */
const mutations: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(random(text.length + 1)),
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => {
    const [from, length] = [random(text.length + 1), random(40)]
    return text.slice(0, from) + text.slice(from + length)
  },
  (text, random) => {
    const at = random(text.length + 1)
    return text.slice(0, at) + (scraps[random(scraps.length)] ?? '') + text.slice(at)
  },
  (text, random) => text + (texts[random(texts.length)] ?? ''),
  (text) => JSON.stringify(text),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replaceAll(' ', '\n'),
  (text, random) => {
    const [letter = '', twin = ''] = [...lookAlikeLetters][random(lookAlikeLetters.size)] ?? []
    return text.replaceAll(letter, twin)
  },
  (text) =>
    text
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
  (text, random) => {
    const width = 20 + random(100)
    return text.replace(new RegExp(`.{${width}}`, 'g'), '$&\n')
  },
]

/** The same ones in every run of the tests; `npm run fuzz` reads 100,000 others. */
const seed = Number(process.env.WHYDENIED_SEED ?? 20_261_128)
const runs = Number(process.env.WHYDENIED_MUTATIONS ?? 20_000)

test(`${runs} mutations of all cases are read without harm`, { timeout: 600_000 }, () => {
  const random = randomFrom(seed)
  let slowest = { took: 0, text: '' }
  for (let i = 0; i < runs; i++) {
    let text = texts[random(texts.length)] ?? ''
    for (let n = random(4); n >= 0; n--)
      text = (mutations[random(mutations.length)] ?? String)(text, random).slice(0, 20_000)
    let problem: string | undefined
    const took = cpuTime(() => {
      problem = harmOf(text, i % 20 === 0)
    })
    if (took > slowest.took) slowest = { took, text }
    if (problem !== undefined) expect.fail(`WHYDENIED_SEED=${seed}: ${problem} in ${JSON.stringify(text)}`)
  }
  // A second for 20,000 characters would be a hundred times what the slowest takes.
  expect(slowest.took, `WHYDENIED_SEED=${seed}: ${JSON.stringify(slowest.text).slice(0, 500)}`).toBeLessThan(1000)
})

/** What went wrong with a text, if anything did. */
function harmOf(text: string, alsoLists: boolean): string | undefined {
  try {
    const { spans, kind } = readDenial(text)
    for (const [field, { from, to }] of spans)
      if (!(0 <= from && from <= to && to <= text.length)) return `${field} of ${kind} is at ${from}–${to}`
    if (alsoLists) {
      if (readDenials(text).length === 0) return 'no answer'
      const { text: blanked } = blankSecrets(text)
      if (blankSecrets(blanked).found.some(({ kind: left }) => left === 'access-key-id')) return 'a key was left'
    }
    return undefined
  } catch (error) {
    return String(error)
  }
}
