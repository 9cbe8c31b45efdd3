import { packedMarkLength, packingOf } from './encoding.ts'
import { type ByteReader, byHead, plainReader, type TextSink } from './plain.ts'

/**
 * Reads a file of any encoding that begins with these bytes; they're still to be pushed. The code that unpacks takes longer to load than a short command
 * may, so it's loaded only for a file that can be packed.
 */
export async function openLater(first: Uint8Array, name: string, sink: TextSink): Promise<ByteReader> {
  const mayBePacked = first.length < packedMarkLength || packingOf(first) !== undefined
  if (mayBePacked) return (await import('./bytes.ts')).openBytes(name, sink)
  return byHead(name, sink, (head) => plainReader(head, name, sink))
}
