import type { Span } from '../../text/index.ts'
import { ObjectSplitter } from '../object-splitter.ts'

/**
 * The places of the outermost JSON objects in a text, whatever is around them. Only objects whose first key is in double quotes count, so braces
 * in prose are skipped; text after an object that is never closed is ignored. Linear in the text.
 */
export function jsonChunks(text: string): readonly Span[] {
  const splitter = new ObjectSplitter('whole')
  const segments = [...splitter.push(withoutCutMessages(text)), ...splitter.end()]
  return segments.flatMap(({ kind, from, text: found }) =>
    kind === 'object' ? [{ from, to: from + found.length }] : [],
  )
}

/** "{"Message":"User: anonymous is not authorized …", and then a blank line, a fence, or another object: neither the text nor the object was closed. */
const cutMessage =
  /\{(?=\s{0,20}"(?:[Mm]essage|errorMessage|error|Error)"\s{0,9}:?\s{0,9}"[^"{}]{0,2000}"?[`'\s]{0,20}\n[ \t]{0,40}(?:\n(?!\s{0,40}[},])|\{|```))/g

/** The same text, with a blank for the brace of each message that was cut: what comes behind it isn't a part of it. */
const withoutCutMessages = (text: string): string => text.replace(cutMessage, ' ')
