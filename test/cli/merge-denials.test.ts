// Logs larger than one machine: partial results, the same counts in any division, and what is new since the last run.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { byCount, merge, type Partial, readPartial, writtenKind } from '../../src/cli/merge-denials.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-merge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const line = (user: number, session: number, hour: number, key = hour): string =>
  JSON.stringify({
    eventVersion: '1.08',
    eventTime: `2026-10-01T${String(hour).padStart(2, '0')}:00:00Z`,
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    errorCode: 'AccessDenied',
    userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::111122223333:assumed-role/r${user}/s${session}` },
    errorMessage: `User: arn:aws:sts::111122223333:assumed-role/r${user}/s${session} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::logs/k${key}"`,
  })

const inTurn = (lines: readonly string[], parts: number): readonly (readonly string[])[] =>
  Array.from({ length: parts }, (_, part) => lines.filter((_, i) => i % parts === part))

const partialOf = async (lines: readonly string[]): Promise<string> =>
  (await runWith(['denials', '--jsonl'], lines.join('\n'))).stdout

describe('denials --merge', () => {
  // More keys than a kind lists, and several sessions per time.
  const lines = Array.from({ length: 120 }, (_, i) => line(i % 4, i % 7, (i * 5) % 24, (i * 11) % 113))
  const cuts: readonly (readonly [
    title: string,
    parts: (lines: readonly string[]) => readonly (readonly string[])[],
  ])[] = [
    ['one part', (all) => [all]],
    ['two parts of the same length', (all) => [all.slice(0, 60), all.slice(60)]],
    ['four parts, one line each in turn', (all) => inTurn(all, 4)],
    ['eight parts, in reverse', (all) => inTurn(all, 8).toReversed()],
    ['17 parts', (all) => inTurn(all, 17)],
    ['a part of one line, and empty ones', (all) => [[], all.slice(0, 1), [], all.slice(1), []]],
    ['a part per line', (all) => all.map((each) => [each])],
  ]
  test.each(cuts)('%s: every byte is that of a single run', async (_, cut) => {
    const whole = await partialOf(lines)
    const partials = await Promise.all(cut(lines).map(partialOf))
    const merged = await runWith(['denials', '--merge'], partials.join(''))
    expect(merged).toEqual({ status: 1, stderr: '', stdout: whole })
    const half = Math.ceil(partials.length / 2)
    const halves = [partials.slice(half), partials.slice(0, half)].map((some) =>
      runWith(['denials', '--merge'], some.join('')),
    )
    const again = await runWith(
      ['denials', '--merge'],
      (await Promise.all(halves)).map(({ stdout }) => stdout).join(''),
    )
    expect(again.stdout).toBe(whole)
    expect(whole.trim().split('\n')).toHaveLength(4)
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
  fingerprint: fc.constantFrom('a', 'b', 'c', 'd'),
  count: fc.nat({ max: 9 }),
  first: fc.constantFrom(null, '2026-01-01', '2026-01-02'),
  last: fc.constantFrom(null, '2026-01-01', '2026-01-02'),
  resources: fc.uniqueArray(fc.nat({ max: 40 }).map(String), { maxLength: 25 }),
  principal: fc.constantFrom('x', 'y'),
  isNew: fc.constantFrom(true, false, undefined),
})
const part = fc.tuple(fc.array(kind, { maxLength: 4 }), fc.nat({ max: 5 })).map(([kinds, dropped]): Partial => {
  const lines = [...kinds, { dropped }].flatMap((each) => readPartial(JSON.stringify(each)) ?? [])
  return merge(lines)
})
const plain = ({ kinds, dropped }: Partial) => ({ kinds: [...kinds.values()].sort(byCount).map(writtenKind), dropped })

test.each([[undefined], [2]])(
  'merging is associative and commutative, and nothing is neutral: limit %s (property)',
  (most) => {
    const added = (...parts: readonly Partial[]): Partial => merge(parts, most)
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        expect(plain(added(added(a, b), c))).toEqual(plain(added(a, added(b, c))))
        expect(plain(added(a, b))).toEqual(plain(added(b, a)))
        expect(plain(added(a, added()))).toEqual(plain(added(a)))
      }),
      { seed: 23, numRuns: 200 },
    )
  },
)

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
