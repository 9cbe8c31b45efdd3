// Entries of a list, an object, or a block: taken out, or put behind others, in the layout of what is there.

import { type Change, lineStart, type Span } from '../../text/index.ts'

/** Entries in their order, and how they are laid out. */
export interface Container {
  readonly text: string
  readonly entries: readonly Span[]
  /** Is there a comma between two entries? */
  readonly hasCommas: boolean
  /** A block of YAML. */
  readonly isBlock?: boolean
}

/** The white space that the line of this place begins with; a list's dash counts as some. */
export const indentAt = (text: string, at: number): string =>
  (/^[ \t]*(?:- +)*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '').replaceAll('-', ' ')

/** Does an entry begin on a line of its own? */
const startsLine = (text: string, at: number): boolean => /^\s*(?:- +)?$/.test(text.slice(lineStart(text, at), at))

/** Takes an entry out, with its comma. Undefined for the only one. */
export function without({ text, entries, hasCommas }: Container, index: number): readonly Change[] | undefined {
  const [before, own, next] = [entries[index - 1], entries[index], entries[index + 1]]
  if (!own || entries.length < 2) return undefined
  const isPlain = (from: number, to: number): boolean => /^\s*,?\s*$/.test(text.slice(from, to))
  if (next) {
    if (isPlain(own.to, next.from)) return [{ span: { from: own.from, to: next.from }, insert: '' }]
    // A comment that follows on the same line is about this entry, one on a line of its own about the next.
    const end = text.indexOf('\n', own.to)
    return end < 0 || end > next.from
      ? undefined
      : [{ span: { from: lineStart(text, own.from), to: end + 1 }, insert: '' }]
  }
  if (!before) return undefined
  const behindIt = hasCommas && /^\s*,/.test(text.slice(own.to)) ? text.indexOf(',', own.to) + 1 : own.to
  const gap = text.slice(before.to, own.from)
  if (/^\s*,?\s*$/.test(gap))
    return [
      {
        span: { from: behindIt > own.to ? own.from - lengthOfGap(text, own.from) : before.to, to: behindIt },
        insert: '',
      },
    ]
  // The comments before it stay, and the comma: a language with comments takes one behind the last entry.
  const end = text.indexOf('\n', behindIt)
  return startsLine(text, own.from) && end >= 0 && !text.slice(lineStart(text, own.from), own.from).includes('-')
    ? [{ span: { from: lineStart(text, own.from), to: end + 1 }, insert: '' }]
    : undefined
}

const lengthOfGap = (text: string, at: number): number => at - text.slice(0, at).trimEnd().length

/** Puts entries behind another one. `written` gets the indentation of its line. */
export function behind(
  { text, entries, hasCommas }: Container,
  index: number,
  written: readonly string[],
): readonly Change[] | undefined {
  const own = entries[index]
  if (!own || written.length === 0) return undefined
  const isOnLine = startsLine(text, own.from)
  const gap = isOnLine ? `\n${text.slice(lineStart(text, own.from), own.from).replace(/-\s+$/, '')}` : ' '
  const comma = hasCommas ? ',' : ''
  const end = text.indexOf('\n', own.to)
  const line = text.slice(own.to, end < 0 ? text.length : end)
  const isCommented = isOnLine && /^[ \t]*,?[ \t]*(?:#|\/\/)/.test(line)
  if (!isCommented) return [insertAt(own.to, written.map((each) => `${comma}${gap}${each}`).join(''))]
  // The comment at the end of the line stays with its entry.
  const at = own.to + line.trimEnd().length
  if (/^[ \t]*,/.test(line)) return [insertAt(at, written.map((each) => `${gap}${each}${comma}`).join(''))]
  return [
    ...(hasCommas ? [insertAt(own.to, ',')] : []),
    insertAt(at, written.map((each) => `${gap}${each}`).join(comma)),
  ]
}

const insertAt = (at: number, insert: string): Change => ({ span: { from: at, to: at }, insert })
