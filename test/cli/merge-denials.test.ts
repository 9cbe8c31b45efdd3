// Logs larger than one machine: partial results, the same counts in any division, and what is new since the last run.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { merge, type Partial, readPartial } from '../../src/cli/merge-denials.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-merge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const line = (user: number, session: number, hour: number): string =>
  JSON.stringify({
    eventVersion: '1.08',
    eventTime: `2026-10-01T${String(hour).padStart(2, '0')}:00:00Z`,
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    errorCode: 'AccessDenied',
    userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::111122223333:assumed-role/r${user}/s${session}` },
    requestParameters: { bucketName: 'logs', key: `k${hour}` },
  })

const partialOf = async (lines: readonly string[]): Promise<string> =>
  (await runWith(['denials', '--jsonl'], lines.join('\n'))).stdout

describe('denials --merge', () => {
  const lines = Array.from({ length: 60 }, (_, i) => line(i % 4, i % 7, i % 24))
  test.each([1, 2, 5])('%i parts give the same as a single run', async (parts) => {
    const partials = await Promise.all(
      Array.from({ length: parts }, (_, part) => partialOf(lines.filter((_, i) => i % parts === part))),
    )
    const merged = await runWith(['denials', '--merge'], partials.join(''))
    const whole = await runWith(['denials', '--merge'], await partialOf(lines))
    const counts = (text: string): unknown =>
      text
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each))
        .map(({ fingerprint, count, first, last }) => ({ fingerprint, count, first, last }))
    expect(counts(merged.stdout)).toEqual(counts(whole.stdout))
    expect(counts(merged.stdout)).toHaveLength(4)
    expect(merged).toMatchObject({ status: 1, stderr: '' })
  })
  test('sessions of one role are one kind, whatever order they come in', async () => {
    const [a, b] = [await partialOf([line(1, 1, 1)]), await partialOf([line(1, 2, 2)])]
    const [one, other] = [await runWith(['denials', '--merge'], a + b), await runWith(['denials', '--merge'], b + a)]
    expect(one.stdout).toBe(other.stdout)
    expect(JSON.parse(one.stdout)).toMatchObject({
      count: 2,
      first: '2026-10-01T01:00:00Z',
      last: '2026-10-01T02:00:00Z',
    })
  })
  test('a line that isn’t a partial result is named, the others count, and the status is 2', async () => {
    const { status, stdout, stderr } = await runWith(
      ['denials', '--merge'],
      `${await partialOf([line(1, 1, 1)])}nonsense\n`,
    )
    expect(stderr).toMatch(/standard input, line 2: this isn’t a line of denials --jsonl/)
    expect([status, stdout.split('\n').length]).toEqual([2, 2])
  })
})

const kind = fc.record({
  fingerprint: fc.constantFrom('a', 'b', 'c'),
  count: fc.nat({ max: 9 }),
  first: fc.constantFrom(null, '2026-01-01', '2026-01-02'),
  last: fc.constantFrom(null, '2026-01-01', '2026-01-02'),
  resources: fc.uniqueArray(fc.nat({ max: 40 }).map(String), { maxLength: 25 }),
  principal: fc.constantFrom('x', 'y'),
})
const part = fc.tuple(fc.array(kind, { maxLength: 4 }), fc.nat({ max: 5 })).map(([kinds, dropped]): Partial => {
  const lines = [...kinds, { dropped }].flatMap((each) => readPartial(JSON.stringify(each)) ?? [])
  return merge(lines)
})
const plain = ({ kinds, dropped }: Partial) => ({ kinds: [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)), dropped })

test('merging is associative and commutative, and nothing is neutral (property)', () => {
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      expect(plain(merge([merge([a, b]), c]))).toEqual(plain(merge([a, merge([b, c])])))
      expect(plain(merge([a, b]))).toEqual(plain(merge([b, a])))
      expect(plain(merge([a, merge([])]))).toEqual(plain(a))
    }),
    { seed: 23, numRuns: 200 },
  )
})

describe('denials --since-last', () => {
  const logs = join(folder, 'logs')
  mkdirSync(logs)
  const state = join(folder, 'state.json')
  const runAgain = () => runWith(['denials', '--jsonl', '--since-last', state, logs])
  const newOnes = (text: string): readonly boolean[] =>
    text
      .trim()
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => JSON.parse(each).isNew)

  test('reads what is new or changed, and marks kinds that no run saw before', async () => {
    writeFileSync(join(logs, 'a.json'), line(1, 1, 1))
    expect(newOnes((await runAgain()).stdout)).toEqual([true])
    expect(await runAgain()).toMatchObject({ status: 0, stdout: 'no denial found\n'.slice(0, 0) })
    writeFileSync(join(logs, 'b.json'), `${line(1, 2, 2)}\n${line(2, 1, 3)}`)
    expect(newOnes((await runAgain()).stdout).toSorted()).toEqual([false, true])
    appendFileSync(join(logs, 'a.json'), `\n${line(1, 1, 9)}`)
    expect(newOnes((await runAgain()).stdout)).toEqual([false])
    expect(readFileSync(state, 'utf8')).toMatch(/^\{"whydenied":"denials"/)
  })
  test.each([['{"files":[]}'], ['nonsense']])('%s isn’t a state: status 2', async (text) => {
    const other = join(folder, 'other.json')
    writeFileSync(other, text)
    expect(await runWith(['denials', '--since-last', other, logs])).toMatchObject({ status: 2, stdout: '' })
    expect(readFileSync(other, 'utf8')).toBe(text)
  })
  test('needs files', async () => {
    expect(await runWith(['denials', '--since-last', state])).toMatchObject({ status: 2 })
  })
})
