import { Gunzip, Unzip, UnzipInflate } from 'fflate'
import { type Encoding, encodingOf, headLength } from './encoding.ts'

/** A file, or an entry of an archive, that couldn't be read, completely or from some position on. */
export interface Unread {
  readonly name: string
  /** A part of a sentence: "it is a binary file, not text". */
  readonly why: string
}

/** Receives the texts of a file: one, or those of an archive one after the other. */
export interface TextSink {
  /** Called when a text begins; returns the receiver of its pieces. */
  begin(name: string): { text(piece: string): void; end(): void }
  unread(unread: Unread): void
}

/** Takes the bytes of a file in order; the last piece can be empty. Never throws for what the bytes hold. */
export interface ByteReader {
  push(bytes: Uint8Array, isLast: boolean): void
}

/** Archives inside archives are opened up to this depth. */
const deepest = 4

/** Reads a file of any encoding: UTF-8, UTF-16, and these packed with gzip or in a zip archive. `name` is for messages about the file. */
export function openBytes(name: string, sink: TextSink, depth = 0): ByteReader {
  let head = new Uint8Array(0)
  let reader: ByteReader | undefined
  return {
    push(bytes, isLast) {
      if (reader) {
        reader.push(bytes, isLast)
        return
      }
      head = joined(head, bytes)
      if (head.length < headLength && !isLast) return
      reader = guarded(name, sink, () => readerOf(encodingOf(head.subarray(0, headLength)), name, sink, depth))
      reader.push(head, isLast)
    },
  }
}

function readerOf(encoding: Encoding, name: string, sink: TextSink, depth: number): ByteReader {
  switch (encoding.is) {
    case 'text':
      return textReader(encoding.label, name, sink)
    case 'problem':
      throw new Error(encoding.problem)
    default:
      if (depth >= deepest) throw new Error(`archives are nested more than ${deepest} levels deep in it`)
      return encoding.is === 'gzip' ? gzipReader(name, sink, depth) : zipReader(name, sink, depth)
  }
}

/** The libraries throw on damaged bytes. This turns the error into a value and skips the rest of the file. */
function guarded(name: string, sink: TextSink, open: () => ByteReader): ByteReader {
  let reader: ByteReader | undefined
  let failed = false
  return {
    push(bytes, isLast) {
      if (failed) return
      try {
        reader ??= open()
        reader.push(bytes, isLast)
      } catch (error) {
        failed = true
        sink.unread({ name, why: error instanceof Error ? error.message : String(error) })
      }
    },
  }
}

/** `TextDecoder` removes the byte order mark. */
function textReader(label: string, name: string, sink: TextSink): ByteReader {
  const decoder = new TextDecoder(label)
  const text = sink.begin(name)
  return {
    push(bytes, isLast) {
      const piece = decoder.decode(bytes, { stream: !isLast })
      if (piece !== '') text.text(piece)
      if (isLast) text.end()
    },
  }
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

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
