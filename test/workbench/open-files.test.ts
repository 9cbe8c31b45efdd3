import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFiles } from '../../src/workbench/open-files.ts'

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
    ['more than the page holds', gzipSync(strToU8('x'.repeat(5000))), /more than 0\.001 million characters/],
  ])('%s', async (_, bytes, problem) => {
    const opened = await openFiles([fileOf('x.log', bytes)], 1000)
    expect(opened.ok ? '' : opened.problem).toMatch(problem)
  })
})
