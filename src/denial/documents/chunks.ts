import type { Span } from '../../text/index.ts'
import { ObjectSplitter } from '../object-splitter.ts'

/**
 * The places of the outermost JSON objects in a text, whatever is around them. Only objects whose first key is in double quotes count, so braces
 * in prose are skipped; text after an object that is never closed is ignored. Linear in the text.
 */
export function jsonChunks(text: string): readonly Span[] {
  const splitter = new ObjectSplitter('whole')
  const segments = [...splitter.push(text), ...splitter.end()]
  return segments.flatMap(({ kind, from, text: found }) =>
    kind === 'object' ? [{ from, to: from + found.length }] : [],
  )
}
