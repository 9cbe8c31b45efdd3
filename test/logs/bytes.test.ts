// Packed bytes → texts: whatever is missing at the end is told.
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openBytes } from '../../src/logs/index.ts'

/** What a file's bytes give: its text, and why it wasn't read completely. */
function read(
  bytes: Uint8Array,
  pieceLength = bytes.length || 1,
): { readonly text: string; readonly unread: readonly string[] } {
  const pieces: string[] = []
  const unread: string[] = []
  const reader = openBytes('x.gz', {
    begin: () => ({ text: (piece) => pieces.push(piece), end: () => {} }),
    unread: ({ why }) => unread.push(why),
  })
  for (let at = 0; at < bytes.length; at += pieceLength) reader.push(bytes.subarray(at, at + pieceLength), false)
  reader.push(new Uint8Array(0), true)
  return { text: pieces.join(''), unread }
}

const texts = new Map([
  ['words', 'User: … is not authorized to perform: s3:GetObject\n'.repeat(9)],
  ['numbers', Array.from({ length: 200 }, (_, i) => `{"a":${i * 7919}}`).join('\n')],
  ['one letter', 'x'],
])

test.each([...texts])('gzip of %s, cut anywhere, is read up to there and named', (_, text) => {
  const whole = gzipSync(text)
  expect(read(whole)).toEqual({ text, unread: [] })
  for (let length = 3; length < whole.length; length++) {
    const cut = read(whole.subarray(0, length), 50)
    expect(cut.unread, `${length} of ${whole.length} bytes`).toEqual([expect.stringContaining('too early')])
    expect(text.startsWith(cut.text.replace(/\u{fffd}$/u, ''))).toBe(true)
  }
})

test.each([1, 7, 16_384])('several gzip files in one, in pieces of %i bytes', (pieceLength) => {
  const all = Buffer.concat([...texts.values()].map((text) => gzipSync(text)))
  expect(read(all, pieceLength)).toEqual({ text: [...texts.values()].join(''), unread: [] })
  expect(read(all.subarray(0, -4), pieceLength).unread).toHaveLength(1)
})
