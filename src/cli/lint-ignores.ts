// Comments that keep findings from counting: `# whydenied-ignore CODE: reason`.
import type { Finding } from '../lint/index.ts'

/** A finding that a comment says is fine, and the reason that it gives. */
export interface IgnoredFinding {
  readonly finding: Finding
  readonly reason: string
}

/** What the comments of a file make of its findings. */
export interface Sorted {
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  /** Sentences about comments that do nothing: without a reason, or without a finding. */
  readonly notes: readonly string[]
}

interface Comment {
  /** Where the comment itself stands, from 1. */
  readonly line: number
  /** The line whose findings it is about: its own, or the next one that is more than a comment. Undefined: all lines. */
  readonly about: number | undefined
  readonly codes: ReadonlySet<string>
  readonly reason: string
}

const mark = 'whydenied-ignore'

/**
 * Sorts the findings of a file by its comments, in any language with `#`, `//`, or `<!--` comments. A comment is about its own line;
 * alone in its line, it's about the next line with more than a comment; `whydenied-ignore-file` is about the whole file. Without a reason it
 * doesn't count. JSON has no comments: there a baseline does this. Time is linear in the file's length.
 */
export function sortByComments(file: string, findings: readonly Finding[]): Sorted {
  if (!file.includes(mark)) return { findings, ignored: [], notes: [] }
  const { comments, notes } = commentsIn(file)
  const used = new Set<Comment>()
  const ignored: IgnoredFinding[] = []
  const left = findings.filter((finding) => {
    const comment = comments.find(
      ({ about, codes }) => codes.has(finding.code) && (about === undefined || about === finding.line),
    )
    if (!comment) return true
    used.add(comment)
    ignored.push({ finding, reason: comment.reason })
    return false
  })
  const idle = comments
    .filter((comment) => !used.has(comment))
    .map(({ line, codes }) => `${line}: the comment ignores ${[...codes].join(', ')}, which isn't found there`)
  return { findings: left, ignored, notes: [...notes, ...idle] }
}

function commentsIn(file: string): { readonly comments: readonly Comment[]; readonly notes: readonly string[] } {
  const comments: Comment[] = []
  const notes: string[] = []
  const lines = file.split(/\r\n|\n|\r/)
  lines.forEach((text, index) => {
    const read = readComment(text)
    if (!read) return
    const line = index + 1
    if (read.reason === '') notes.push(`${line}: ${mark} needs a reason: "${mark} ${[...read.codes].join(', ')}: why"`)
    else comments.push({ line, about: read.isWholeFile ? undefined : lineBelow(lines, index), ...read })
  })
  return { comments, notes }
}

interface Written {
  readonly codes: ReadonlySet<string>
  readonly reason: string
  readonly isWholeFile: boolean
}

function readComment(text: string): Written | undefined {
  const at = text.indexOf(mark)
  if (at < 0 || !/(?:#|\/\/|\/\*|<!--)[\s*]*$/.test(text.slice(Math.max(0, at - 20), at))) return undefined
  const rest = text.slice(at + mark.length, at + 1000)
  const isWholeFile = rest.startsWith('-file')
  const [list = '', ...reason] = rest.slice(isWholeFile ? '-file'.length : 0).split(':')
  const codes = new Set(list.split(',').map((code) => code.trim().toUpperCase()))
  const isList = /^\s/.test(list) && [...codes].every((code) => /^[A-Z][A-Z_]+$/.test(code))
  if (!isList) return undefined
  return {
    codes,
    isWholeFile,
    reason: reason
      .join(':')
      .replace(/(?:\*\/|-->)\s*$/, '')
      .trim(),
  }
}

const isComment = (line: string): boolean => /^\s*(?:#|\/\/|\/\*|\*|<!--)/.test(line)

/** The line that a comment is about, from 1: its own, or for a line with only a comment, the next one that holds more than a comment. */
function lineBelow(lines: readonly string[], index: number): number {
  if (!isComment(lines[index] ?? '')) return index + 1
  const below = lines.slice(index + 1, index + 50).findIndex((line) => line.trim() !== '' && !isComment(line))
  return index + 2 + Math.max(below, 0)
}
