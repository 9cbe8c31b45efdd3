import { encodingOf, headLength } from './encoding.ts'

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

/** Collects the bytes that identify the encoding, then passes everything on to the reader for them. An error that the reader throws becomes a value. */
export function byHead(name: string, sink: TextSink, readerOf: (head: Uint8Array) => ByteReader): ByteReader {
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
      reader = guarded(name, sink, () => readerOf(head.subarray(0, headLength)))
      reader.push(head, isLast)
    },
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

/** Reads a text in UTF-8 or UTF-16 that begins with these bytes. Throws for bytes that aren't text. */
export function plainReader(head: Uint8Array, name: string, sink: TextSink): ByteReader {
  const encoding = encodingOf(head)
  if (encoding.is === 'problem') throw new Error(encoding.problem)
  return textReader(encoding.label, name, sink)
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

export function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
