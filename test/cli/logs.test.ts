// Logs of every kind and size, as `denials` and `diagnose --format` count them: nothing is lost, and what can't be read is named.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bulkFormats } from '../../src/cli/bulk-report.ts'
import { LogCounter } from '../../src/logs/index.ts'
import { runWith } from './run-with.ts'

const folder = mkdtempSync(join(tmpdir(), 'whydenied-logs-'))
const file = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const line = (user: number, i = 0): string =>
  `2026-11-20T10:00:00Z ERROR User: arn:aws:iam::111122223333:user/u${user} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/${i}`
const event = (user: number, fields: object = {}): string =>
  JSON.stringify({
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/u${user}`, accountId: '111122223333' },
    eventTime: '2026-11-20T10:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'PutObject',
    errorCode: 'AccessDenied',
    errorMessage: 'Access Denied',
    ...fields,
  })
const allowed = (user: number): string => event(user, { errorCode: undefined, errorMessage: undefined })
const times = (count: number, make: (i: number) => string, joint = '\n'): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(joint)
const utf16 = (text: string, order: 'le' | 'be', mark = true): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

/** Longer than two of the pieces in which files are read. */
const lines = times(1000, (i) => line(i % 7, i))
const mixed = times(
  30,
  (i) => [line(1), event(2), `INFO event=${event(3)} done`, allowed(4), 'all is well'][i % 5] ?? '',
)
/** A tar archive of one file: a header of 512 bytes, then the text. https://www.gnu.org/software/tar/manual/html_node/Standard.html */
function tarOf(text: string): Uint8Array {
  const header = Buffer.alloc(512)
  header.write('a.log', 0)
  header.write(`${text.length.toString(8).padStart(11, '0')} `, 124)
  header.write('0', 156)
  header.write('ustar', 257)
  return Buffer.concat([header, Buffer.from(text)])
}
const zipped = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8(`${lines}\n`)])))

describe('every denial is counted, however the file is written', () => {
  test.each<[title: string, bytes: string | Uint8Array, denials: number, kinds: number]>([
    ['3,000 lines of 7 callers, more than are read as one text', times(3000, (i) => line(i % 7, i)), 3000, 7],
    ['1,500 lines of 1,500 callers', times(1500, line), 1500, 1500],
    ['lines ended by CRLF', lines.replaceAll('\n', '\r\n'), 1000, 7],
    ['gzip', gzipSync(lines), 1000, 7],
    [
      'gzip in two members, as `cat a.gz b.gz` makes it',
      Buffer.concat([gzipSync(`${lines}\n`), gzipSync(lines)]),
      2000,
      7,
    ],
    ['gzip in gzip', gzipSync(gzipSync(lines)), 1000, 7],
    ['zip of two files', zipped('a.log', 'deep/b.log'), 2000, 7],
    ['zip of a gzip', zipSync({ 'a.log.gz': gzipSync(lines) }), 1000, 7],
    ['zip without compression', zipSync({ 'a.log': strToU8(lines) }, { level: 0 }), 1000, 7],
    ['UTF-8 with a byte order mark', `\ufeff${lines}`, 1000, 7],
    ['UTF-16, little endian, as PowerShell 5 writes it', utf16(lines, 'le'), 1000, 7],
    ['UTF-16, big endian', utf16(lines, 'be'), 1000, 7],
    ['UTF-16 without a byte order mark', utf16(lines, 'le', false), 1000, 7],
    ['UTF-16, big endian, without a byte order mark', utf16(lines, 'be', false), 1000, 7],
    ['UTF-16 in gzip', gzipSync(utf16(lines, 'le')), 1000, 7],
    ['lines and events mixed', mixed, 18, 3],
    ['50 messages and one event', `${times(50, line)}\n${event(99)}\n`, 51, 51],
    ['events of 1.2 MB, the denied one last', `{"Records":[${times(4000, allowed, ',')},${event(1)}]}`, 1, 1],
    ['events in an envelope of any name', `{"trail":{"page":[${times(5000, (i) => event(i % 3), ',')}]}}`, 5000, 3],
    ['messages in lines of JSON', times(2000, (i) => JSON.stringify({ level: 'error', msg: line(i % 4) })), 2000, 4],
    ['a broken line before events', `{"a": {"b": "c\n${times(40, (i) => event(i % 2))}`, 40, 2],
    ['a JSON string of 1.5 MB', JSON.stringify({ output: times(9000, (i) => line(i % 2)) }), 9000, 2],
    [
      'lines of an SDK that name no caller',
      times(20, (i) => `10:00:${i} api error AccessDenied: Access Denied`),
      20,
      1,
    ],
    ['one error that only says “Access Denied”', 'Access Denied', 1, 1],
    ['nothing', '', 0, 0],
    ['no denial', times(5000, (i) => `10:00 INFO request ${i} served`), 0, 0],
  ])('%s', async (title, bytes, denials, kinds) => {
    const name = file(`${title.replaceAll(/\W+/g, '-')}.any`, bytes)
    const { status, stdout, stderr } = await runWith(['denials', '--json', name])
    const answer = JSON.parse(stdout)
    const sum = answer.groups.reduce((total: number, { count }: { count: number }) => total + count, 0)
    expect([answer.denials, sum + answer.dropped, answer.groups.length]).toEqual([denials, denials, kinds])
    expect([status, stderr.includes('whydenied:')]).toEqual([denials > 0 ? 1 : 0, false])
    const piped = await runWith(['denials', '--json'], typeof bytes === 'string' ? bytes : new Uint8Array(bytes))
    expect(JSON.parse(piped.stdout).groups).toEqual(answer.groups)
    const report = await runWith(
      ['diagnose', '--format', 'json'],
      typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    )
    expect(JSON.parse(report.stdout).denials).toBe(denials)
  })

  test('one byte at a time, too', async () => {
    for (const bytes of [gzipSync(mixed), utf16(mixed, 'be'), zipSync({ a: strToU8(mixed) })]) {
      const pieces = Array.from(bytes, (byte) => new Uint8Array([byte]))
      const { stdout } = await runWith(['denials', '--json'], pieces)
      expect(JSON.parse(stdout).denials).toBe(18)
    }
  })
})

describe('an unreadable file is reported with its name and the reason, with exit status 2', () => {
  const some = (name: string, bytes: Uint8Array | string): readonly string[] => [file(name, bytes)]
  const cutGzip = gzipSync(times(3000, (i) => line(i)))
  mkdirSync(join(folder, 'empty', '.git'), { recursive: true })
  mkdirSync(join(folder, 'logs', 'deep'), { recursive: true })
  symlinkSync('loop', join(folder, 'loop'))
  test.each<[title: string, names: readonly string[], says: RegExp]>([
    ['a missing file', [join(folder, 'none.log')], /none\.log: there is no such file/],
    ['a pattern that matches nothing', [join(folder, 'zzz*.json')], /zzz\*\.json: no file matches this pattern/],
    ['a folder without files', [join(folder, 'empty')], /empty: this folder has no files/],
    ['a link to itself', [join(folder, 'loop')], /loop: its symbolic links lead in a circle/],
    [
      'a picture',
      some('photo.log', new Uint8Array([137, 80, 78, 71, 0, 1, 0, 0, 0, 7])),
      /photo\.log: it is a PNG image, not a log/,
    ],
    [
      'Zstandard',
      some('a.zst', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 1, 2])),
      /a\.zst: it is compressed with Zstandard/,
    ],
    ['bzip2', some('a.bz2', 'BZh91AY'), /a\.bz2: it is compressed with bzip2/],
    ['tar', some('a.tar', tarOf(lines)), /a\.tar: it is a tar archive; unpack it first/],
    ['tar, packed with gzip', some('a.tgz', gzipSync(tarOf(lines))), /a\.tgz: it is a tar archive; unpack it first/],
    ['UTF-32', some('u32.log', new Uint8Array([0xff, 0xfe, 0, 0, 65, 0, 0, 0])), /u32\.log: it is encoded in UTF-32/],
    [
      'gzip that ends too early',
      some('cut.gz', cutGzip.subarray(0, cutGzip.length / 2)),
      /cut\.gz: its gzip data ends too early/,
    ],
    [
      'damaged gzip',
      some('bad.gz', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from('no deflate at all')])),
      /bad\.gz: its /,
    ],
    [
      'a binary file in a zip',
      some('b.zip', zipSync({ 'x.bin': new Uint8Array([0, 1, 0, 0, 0, 7, 1]) })),
      /b\.zip: x\.bin: it is a binary/,
    ],
  ])('%s', async (_, names, says) => {
    for (const command of [['denials'], ['diagnose', '--format', 'json'], ['lint', '--format', 'text']]) {
      const { status, stderr } = await runWith([...command, ...names])
      expect(stderr).toMatch(says)
      expect(
        stderr
          .trim()
          .split('\n')
          .filter((each) => each.startsWith('whydenied: ')),
      ).toHaveLength(1)
      expect(status).toBe(2)
    }
  })

  test('denials before the early end of a gzip file count, and so do the other files', async () => {
    const good = file('good.log', line(1))
    const { status, stdout } = await runWith([
      'denials',
      '--json',
      join(folder, 'cut.gz'),
      good,
      join(folder, 'none.log'),
    ])
    const answer = JSON.parse(stdout)
    expect(answer.denials).toBeGreaterThan(100)
    expect(answer.unread.map(({ name }: { name: string }) => name.split('/').at(-1))).toEqual(['none.log', 'cut.gz'])
    expect(status).toBe(2)
  })

  test('a folder means its files, and a pattern means the files that match', async () => {
    writeFileSync(join(folder, 'logs', 'a.log'), line(1))
    writeFileSync(join(folder, 'logs', 'deep', 'b.log.gz'), gzipSync(line(2)))
    writeFileSync(join(folder, 'logs', '.DS_Store'), new Uint8Array([0, 0, 0, 1]))
    for (const name of ['logs', 'logs/**/*.*', 'logs/**']) {
      const { status, stdout } = await runWith(['denials', '--json', join(folder, name)])
      expect([name, JSON.parse(stdout).denials, status]).toEqual([name, 2, 1])
    }
  })
})

describe('totals are right across files, and reports state what they leave out', () => {
  test('kinds beyond the limit are counted, in whichever file they are', () => {
    const counters = [0, 60].map((from) => {
      const counter = new LogCounter(100)
      const text = times(120, (i) => event(from + (i % 60), { eventTime: `2026-11-20T10:00:${i < 60 ? 1 : 2}0Z` }))
      counter.file('a.json').push(new TextEncoder().encode(text), true)
      return counter.summary()
    })
    const all = new LogCounter(100)
    for (const summary of counters) all.add(summary)
    const { groups, denials, dropped } = all.summary()
    expect([groups.length, denials, dropped]).toEqual([100, 240, 40])
    expect(groups.every(({ count, first, last }) => count === 2 && first !== last)).toBe(true)
  })

  test('merging in any division gives the same counts (property)', () => {
    const sizes = fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 12 }), { maxLength: 5 })
    fc.assert(
      fc.property(sizes, (files) => {
        const merged = new LogCounter()
        for (const users of files) {
          const counter = new LogCounter()
          counter.file('a').push(new TextEncoder().encode(users.map((user) => event(user)).join('\n')), true)
          merged.add(counter.summary())
        }
        const expected = new Map<string, number>()
        for (const user of files.flat()) expected.set(`u${user}`, (expected.get(`u${user}`) ?? 0) + 1)
        const got = merged.summary().groups.map(({ denial, count }) => [denial.principal?.split('/')[1], count])
        expect(new Map(got.map(([user, count]) => [String(user), Number(count)]))).toEqual(expected)
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  test.each<[format: string, says: RegExp]>([
    [
      'text',
      /^1,240 denials of 1,200 kinds in 2 files\n[\s\S]*\n {5}1185 {2}in 1,185 others[\s\S]*40 denials of further kinds only counted[\s\S]*Can’t read x\.gz: it is a folder/,
    ],
    ['csv', /\n40,,,not-listed,[^\n]*\n0,,,not-read,"Can’t read x\.gz: it is a folder"/],
    ['jsonl', /\n\{"dropped":40,"unread":\[\{"name":"x\.gz","why":"it is a folder"\}\]\}$/],
    ['json', /"denials": 1240,\s+"dropped": 40,\s+"unread": \[\s+\{\s+"name": "x\.gz"/],
    [
      'html',
      /40 denials of further kinds only counted[\s\S]*Can’t read x\.gz[\s\S]*1188 +in 1,188 others[\s\S]*Every kind: the 1,000 most frequent kinds of 1,200 kinds/,
    ],
  ])('%s', (format, says) => {
    const row = {
      count: 1,
      action: 's3:GetObject',
      cause: 'c',
      title: 't',
      article: 'a',
      explanation: 'e',
      certainty: 'likely',
      fingerprint: 'f',
      first: '',
      last: '',
      resources: [],
    }
    const rows = Array.from({ length: 1200 }, (_, i) => ({ ...row, principal: `u${i}` }))
    const unread = [{ name: 'x.gz', why: 'it is a folder' }]
    const report = bulkFormats.get(format)?.({ files: 2, denials: 1240, dropped: 40, unread, rows })
    expect(report).toMatch(says)
  })

  test('one is one', async () => {
    const { stdout } = await runWith(['diagnose', '--format', 'text'], event(1))
    expect(stdout).toMatch(/^1 denial of 1 kind in 1 file\n/)
  })
})
