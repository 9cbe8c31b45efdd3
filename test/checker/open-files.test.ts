import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFiles } from '../../src/checker/open-files.ts'
import { readDenials } from '../../src/denial/index.ts'

const fileOf = (name: string, bytes: Uint8Array): Pick<File, 'name' | 'stream'> => ({
  name,
  stream: () => new Blob([new Uint8Array(bytes)]).stream(),
})
const text = 'User: arn:aws:iam::111122223333:user/zoë is not authorized to perform: s3:GetObject'
const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

describe('the page opens what the command line reads', () => {
  test.each<[title: string, files: readonly Pick<File, 'name' | 'stream'>[], opened: string]>([
    ['plain', [fileOf('a.log', strToU8(text))], text],
    ['a byte order mark', [fileOf('a.log', strToU8(`\ufeff${text}`))], text],
    ['gzip under any name', [fileOf('a.log', gzipSync(strToU8(text)))], text],
    ['UTF-16', [fileOf('a.log', utf16)], text],
    ['zip', [fileOf('a.log', zipSync({ x: strToU8(text), y: gzipSync(utf16) }))], `${text}\n${text}`],
    ['several files', [fileOf('a', strToU8('1')), fileOf('b', gzipSync(strToU8('2')))], '1\n2'],
  ])('%s', async (_, files, opened) => {
    expect(await openFiles(files)).toEqual({ ok: true, text: opened })
  })

  test.each<[title: string, bytes: Uint8Array, problem: RegExp]>([
    ['binary', new Uint8Array([0, 1, 2, 0, 0, 0]), /^Can’t open x\.log: it is a binary file, not text\.$/],
    ['cut gzip', gzipSync(strToU8(text)).subarray(0, 40), /^Can’t open x\.log: its gzip data ends too early/],
    ['Zstandard', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd]), /compressed with Zstandard; unpack it first/],
  ])('%s', async (_, bytes, problem) => {
    const opened = await openFiles([fileOf('x.log', bytes)])
    expect(opened.ok ? '' : opened.problem).toMatch(problem)
  })
})

describe('a log longer than the page holds', () => {
  const denied = (user: string, action: string, rest = ''): string =>
    `2026-11-01T10:00:00Z ERROR User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: ${action} on resource: arn:aws:s3:::b/k${rest}`
  const scp = ' with an explicit deny in a service control policy'
  const lines = Array.from({ length: 300 }, (_, i) =>
    denied(['mary', 'zoë'][i % 2] ?? '', 's3:GetObject', i % 2 ? scp : ''),
  )
  const log = [...lines, denied('mary', 's3:PutObject')].join('\n')

  test('comes as its kinds with their counts, and reads like the log itself', async () => {
    const bytes: number[] = []
    const opened = await openFiles([fileOf('a.log', gzipSync(strToU8(log)))], {
      most: 1000,
      progress: (read) => bytes.push(read),
    })
    const text = opened.ok ? opened.text : opened.problem
    expect(text).toContain('301 denials of 3 kinds')
    expect(text).toContain('[150 times')
    expect(bytes.at(-1)).toBeGreaterThan(0)
    const kinds = (from: string): readonly string[] =>
      readDenials(from)
        .map(({ denial: { principal, action, resource, effect, policyType } }) =>
          JSON.stringify([principal, action, resource, effect, policyType]),
        )
        .sort()
    expect(kinds(text)).toEqual(kinds(log))
  })

  test('a damaged one says so', async () => {
    const opened = await openFiles([fileOf('a.log', gzipSync(strToU8(log)).subarray(0, 200))], { most: 10 })
    expect(opened).toMatchObject({ ok: false, problem: expect.stringMatching(/a\.log/) })
  })
})
