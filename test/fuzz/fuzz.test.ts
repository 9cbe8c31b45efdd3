// Hostile input goes the whole way: paste, verdict, fix, report. The long run is `npm run fuzz`; what it finds is kept in found/.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { randomFrom } from '../random.ts'
import { hostile } from './hostile.ts'
import { randomCase } from './random-case.ts'
import { wholeWay } from './whole-way.ts'

const reference = await loadReference(['s3', 'ce', 'iam', 'sts', 'kms', 'ec2'])
const denied =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k'

test.each([...hostile])('%s: as the error, as a policy, as both', (_, text) => {
  expect(wholeWay({ paste: text, policies: [] }, reference)).toBeUndefined()
  expect(wholeWay({ paste: denied, policies: [{ name: text.slice(0, 200), text }] }, reference)).toBeUndefined()
  expect(wholeWay({ paste: text, policies: [{ name: 'both', text }] }, reference)).toBeUndefined()
})

test('names that read backwards are told', () => {
  const { notices } = diagnose({ paste: hostile.get('writing backwards') ?? '', policies: [] })
  expect(notices.join()).toMatch(/direction of writing in the error \(U\+2066\)/)
  expect(diagnose({ paste: denied, policies: [] }).notices.join()).not.toMatch(/direction/)
})

test('ten megabytes', () => {
  expect(wholeWay({ paste: 'x '.repeat(5_000_000), policies: [] }, reference)).toBeUndefined()
})

test('a short run of random cases', () => {
  const seed = Number(process.env.FUZZ_SEED ?? 1)
  const random = randomFrom(seed)
  for (let i = 0; i < 400; i++) {
    const given = randomCase(random)
    expect(wholeWay(given, reference), `seed ${seed}, case ${i}: ${JSON.stringify(given)}`).toBeUndefined()
  }
})

const found = readdirSync('test/fuzz/found').filter((file) => file.endsWith('.json'))
test.each(['none', ...found])('found before: %s', (file) => {
  const given =
    file === 'none' ? { paste: '', policies: [] } : JSON.parse(readFileSync(`test/fuzz/found/${file}`, 'utf8'))
  expect(wholeWay(given, reference)).toBeUndefined()
})
