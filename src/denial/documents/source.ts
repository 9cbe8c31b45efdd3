import type { JsonNode, Span } from '../../text/index.ts'
import type { Unread } from './notes.ts'

/** A piece of a text that was read as data, and in which language. */
export interface Source {
  readonly span: Span
  readonly language: Unread['language']
  readonly tree: JsonNode
  /** The text ends before the last bracket is closed. */
  readonly isCutOff: boolean
}
