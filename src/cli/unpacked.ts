import { joined, packedMarkLength, packingOf } from '../logs/index.ts'

/** What was unpacked waits in memory until it's read, and this many bytes can become a thousand times as many. */
const pieceLength = 4096

/**
 * The bytes of a file: those packed with gzip, in one member or several, are unpacked by Node's zlib, which is several times as fast as the code that works
 * in browsers, too; all others come as they are. Gives what was unpacked before an error, then throws zlib's.
 */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0)
  let gunzip: Gunzip | undefined
  let isKnown = false
  for await (const bytes of source) {
    if (!isKnown) {
      head = head.length === 0 ? bytes : joined(head, bytes)
      if (head.length < packedMarkLength) continue
      isKnown = true
      if (packingOf(head) === 'gzip') gunzip = await openGunzip()
      yield* gunzip ? gunzip.push(head) : [head]
    } else yield* gunzip ? gunzip.push(bytes) : [bytes]
  }
  if (!isKnown && head.length > 0) yield head
  if (gunzip) yield* gunzip.end()
}

interface Gunzip {
  push(bytes: Uint8Array): AsyncIterable<Uint8Array>
  end(): AsyncIterable<Uint8Array>
}

async function openGunzip(): Promise<Gunzip> {
  const { createGunzip } = await import('node:zlib')
  const stream = createGunzip({ chunkSize: 65_536 })
  let found: Uint8Array[] = []
  let failure: Error | undefined
  let given = 0
  /** Where the last byte ends that isn't 0: zeros can fill up a file. */
  let filled = 0
  const isOver = new Promise<void>((resolve) => {
    stream.once('end', resolve).once('close', resolve)
  })
  stream.on('data', (piece: Uint8Array) => found.push(piece))
  stream.on('error', (error) => {
    failure = error
  })
  function* taken(): Generator<Uint8Array> {
    const pieces = found
    found = []
    yield* pieces
    if (failure) throw failure
  }
  return {
    async *push(bytes) {
      for (let at = 0; at < bytes.length; at += pieceLength) {
        const piece = bytes.subarray(at, at + pieceLength)
        const last = piece.findLastIndex((byte) => byte !== 0)
        if (last >= 0) filled = given + last + 1
        given += piece.length
        const written = new Promise((resolve) => stream.write(piece, resolve))
        await Promise.race([written, isOver])
        yield* taken()
      }
    },
    async *end() {
      stream.end()
      await isOver
      yield* taken()
      // zlib passes over what follows the last member.
      if (stream.bytesWritten < filled) throw new Error(otherData)
    },
  }
}

const otherData = 'other data follows its gzip data'
