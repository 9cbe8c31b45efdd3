// Files packed with gzip, as the command line unpacks them: the same bytes as the reader of the browser gives, in pieces of any size.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpacked } from '../../src/cli/unpacked.ts'

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** What a file's bytes give, and how reading them failed. */
async function read(bytes: Uint8Array, length = 65_536): Promise<{ readonly text: string; readonly failed?: string }> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of unpacked(inPieces(bytes, length))) pieces.push(piece)
  } catch (error) {
    return { text: Buffer.concat(pieces).toString(), failed: error instanceof Error ? error.message : '' }
  }
  return { text: Buffer.concat(pieces).toString() }
}

const words = 'User: … is not authorized to perform: s3:GetObject\n'.repeat(400)
const numbers = Array.from({ length: 1000 }, (_, i) => i * 7919).join(' ')
const packed = [gzipSync(words), gzipSync(numbers), gzipSync('x')] as const

test.each<[title: string, bytes: Uint8Array, text: string]>([
  ['one member', packed[0], words],
  ['three members', Buffer.concat([...packed]), `${words}${numbers}x`],
  ['zeros behind it', Buffer.concat([packed[1], new Uint8Array(50_000)]), numbers],
  ['no gzip', Buffer.from(words), words],
  ['too little to show what it is', Buffer.from('ab'), 'ab'],
  ['nothing', new Uint8Array(0), ''],
])('%s', async (_, bytes, text) => {
  for (const length of [1, 4096, 65_536]) expect(await read(bytes, length)).toEqual({ text })
})

test('any members in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string(), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      async (texts, length) => {
        const bytes = Buffer.concat(texts.map((text) => gzipSync(text)))
        expect(await read(bytes, length)).toEqual({ text: texts.join('') })
      },
    ),
    { seed: 20261128, numRuns: 60 },
  )
})

test.each<[title: string, bytes: Uint8Array]>([
  ['cut in the data', packed[1].subarray(0, -300)],
  ['cut in the checksum', packed[1].subarray(0, -5)],
  ['only a header', packed[1].subarray(0, 10)],
  ['other data behind it', Buffer.concat([packed[1], Buffer.from('plain text\n'.repeat(3000))])],
  ['the beginning of a member behind it', Buffer.concat([packed[1], packed[0].subarray(0, 12)])],
  ['damaged', Buffer.concat([packed[1].subarray(0, 1500), Buffer.from('no deflate'), packed[1].subarray(1510)])],
])('%s fails, and never hangs', async (_, bytes) => {
  for (const length of [7, 65_536]) {
    const { text, failed } = await read(bytes, length)
    expect(failed).toMatch(/./)
    // Damaged data can give other text before zlib notices.
    expect(numbers.startsWith(text.slice(0, 2000))).toBe(true)
  }
})
