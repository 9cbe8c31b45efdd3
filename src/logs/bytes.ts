import { Gunzip, Unzip, UnzipInflate } from 'fflate'
import { packingOf } from './encoding.ts'
import { type ByteReader, byHead, joined, plainReader, type TextSink } from './plain.ts'

/** Archives inside archives are opened up to this depth. */
const deepest = 4

/** Reads a file of any encoding: UTF-8, UTF-16, and these packed with gzip or in a zip archive. `name` is for messages about the file. */
export function openBytes(name: string, sink: TextSink, depth = 0): ByteReader {
  return byHead(name, sink, (head) => {
    const packing = packingOf(head)
    if (packing === undefined) return plainReader(head, name, sink)
    if (depth >= deepest) throw new Error(`archives are nested more than ${deepest} levels deep in it`)
    return packing === 'gzip' ? gzipReader(name, sink, depth) : zipReader(name, sink, depth)
  })
}

/** fflate inflates all that it is given at once: small pieces keep what it makes of them small. */
const pieceLength = 16_384

function inPieces(bytes: Uint8Array, isLast: boolean, push: (piece: Uint8Array, isLast: boolean) => void): void {
  let at = 0
  do {
    const end = Math.min(bytes.length, at + pieceLength)
    push(bytes.subarray(at, end), isLast && end === bytes.length)
    at = end
  } while (at < bytes.length)
}

function gzipReader(name: string, sink: TextSink, depth: number): ByteReader {
  const inner = openBytes(name, sink, depth + 1)
  let [length, size] = [0, 0]
  let tail = new Uint8Array(0)
  const unpack = new Gunzip((piece, isLast) => {
    size += piece.length
    inner.push(piece, isLast)
  })
  unpack.onmember = () => {
    size = 0
  }
  return {
    push: (bytes, isLast) => {
      length += bytes.length
      tail = joined(tail, bytes.subarray(-sizeLength)).slice(-sizeLength)
      inPieces(bytes, isLast, (piece, isEnd) => {
        try {
          unpack.push(piece, isEnd)
        } catch {
          // What was unpacked so far counts.
          inner.push(new Uint8Array(0), true)
          throw new Error(isEnd ? cutShort : damaged)
        }
      })
      // fflate says nothing about data that ends where a byte ends.
      if (isLast && (length < shortest || new DataView(tail.buffer).getUint32(0, true) !== size % 2 ** 32))
        throw new Error(cutShort)
    },
  }
}

/** A gzip file has a header of 10 bytes and a trailer of 8, which ends with the length of the data, modulo 2³². https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
const [shortest, sizeLength] = [18, 4]

const cutShort = 'its gzip data ends too early; the part before that was read'
const damaged = 'its compressed data is damaged; the part before that was read'

function zipReader(name: string, sink: TextSink, depth: number): ByteReader {
  let open: { readonly name: string; readonly end: () => void } | undefined
  const unpack = new Unzip((file) => {
    if (file.name.endsWith('/')) return
    const entry = `${name}: ${file.name}`
    if (file.compression !== 0 && file.compression !== UnzipInflate.compression) {
      sink.unread({ name: entry, why: 'its compression method is not supported; unpack the archive first' })
      return
    }
    const inner = openBytes(entry, sink, depth + 1)
    open = { name: entry, end: () => inner.push(new Uint8Array(0), true) }
    file.ondata = (error, piece, isLast) => {
      if (error) throw error
      inner.push(piece, isLast)
      if (isLast) open = undefined
    }
    file.start()
  })
  unpack.register(UnzipInflate)
  return {
    push: (bytes, isLast) =>
      inPieces(bytes, isLast, (piece, isEnd) => {
        try {
          unpack.push(piece, isEnd)
        } catch {
          open?.end()
          throw new Error(damaged)
        }
        if (!isEnd || open === undefined) return
        open.end()
        throw new Error(`the archive ends in the middle of ${open.name}; the part before that was read`)
      }),
  }
}
