/** How to read the bytes of a file that isn't packed; `problem` says why they can't be read. */
export type Encoding =
  | { readonly is: 'text'; readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly is: 'problem'; readonly problem: string }

/** The number of bytes that identify the encoding. */
export const headLength = 1024

const packed: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['LZ4', [0x04, 0x22, 0x4d, 0x18]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
]

/** Formats that hold events in columns; a query turns them into text. https://parquet.apache.org/docs/file-format/, https://avro.apache.org/docs/1.12.0/specification/, https://orc.apache.org/specification/ORCv1/ */
const inColumns: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  ['Avro', [0x4f, 0x62, 0x6a, 0x01]],
  ['ORC', [0x4f, 0x52, 0x43]],
]

/** Files that people take for a log by mistake. */
const others: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
]

/** https://www.gnu.org/software/tar/manual/html_node/Standard.html: "ustar", in the header of the first entry. */
const tarMark = [0x75, 0x73, 0x74, 0x61, 0x72]
const tarMarkAt = 257

const gzipMark = [0x1f, 0x8b]
/** An archive with entries, one without any, or the first part of several. */
const zipMarks = [3, 5, 7].map((kind) => [0x50, 0x4b, kind, kind + 1])

/** The number of bytes that tell whether a file is packed. */
export const packedMarkLength = 4

const beginsWith = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte)

/** What a file that begins with these bytes is packed with, of what can be unpacked here. */
export function packingOf(head: Uint8Array): 'gzip' | 'zip' | undefined {
  if (beginsWith(head, gzipMark)) return 'gzip'
  return zipMarks.some((mark) => beginsWith(head, mark)) ? 'zip' : undefined
}

/** Detects the encoding of a file that isn't packed from its first bytes, never from its name. */
export function encodingOf(head: Uint8Array): Encoding {
  const begins = (...bytes: readonly number[]): boolean => beginsWith(head, bytes)
  const format = packed.find(([, bytes]) => begins(...bytes))?.[0]
  if (format) return { is: 'problem', problem: `it is compressed with ${format}; unpack it first` }
  const columns = inColumns.find(([, bytes]) => begins(...bytes))?.[0]
  if (columns)
    return {
      is: 'problem',
      problem: `it is ${/^[AO]/.test(columns) ? 'an' : 'a'} ${columns} file; query it with Athena and save the result as CSV`,
    }
  const other = others.find(([, bytes]) => begins(...bytes))?.[0]
  if (other) return { is: 'problem', problem: `it is ${other}, not a log` }
  if (tarMark.every((byte, i) => head[tarMarkAt + i] === byte))
    return { is: 'problem', problem: 'it is a tar archive; unpack it first' }
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff))
    return { is: 'problem', problem: 'it is encoded in UTF-32; save it as UTF-8' }
  if (begins(0xff, 0xfe)) return { is: 'text', label: 'utf-16le' }
  if (begins(0xfe, 0xff)) return { is: 'text', label: 'utf-16be' }
  return withoutMark(head)
}

/** Without a byte order mark: in UTF-16, every second byte of ASCII characters is 0. */
function withoutMark(head: Uint8Array): Encoding {
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return { is: 'text', label: 'utf-8' }
  const most = Math.floor(head.length / 2)
  if (even === 0 && odd > 0.7 * most) return { is: 'text', label: 'utf-16le' }
  if (odd === 0 && even > 0.7 * most) return { is: 'text', label: 'utf-16be' }
  return { is: 'problem', problem: 'it is a binary file, not text' }
}
