import { diffLines } from 'diff'

/** One line of a comparison; a gap means unchanged lines that aren't shown. */
export type DiffLine =
  | { readonly is: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly is: 'gap'; readonly count: number }

/** Unchanged lines shown around a change. */
const context = 3
const longestPolicy = 50_000
/** Texts that differ in more than this are shown whole: a comparison would take long and help no one. */
const mostEdits = 1000

/** Both documents as they are compared: a policy in one line is laid out first, because one line that replaces another shows no change. */
export function inLines(before: string, after: string): readonly [before: string, after: string] {
  if (before.trim() === '' || before.trim().includes('\n')) return [before, after]
  const [old, now] = [laidOut(before), laidOut(after)]
  return old === undefined || now === undefined ? [before, after] : [old, now]
}

/** JSON over several lines; undefined for a text that is none, or longer than any policy. */
function laidOut(text: string): string | undefined {
  if (text.length > longestPolicy) return undefined
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return undefined
  }
}

/** Compares two texts line by line. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const parts = diffLines(before, after, { maxEditLength: mostEdits, stripTrailingCr: true })
  if (!parts) return linesOf(after).map((text) => ({ is: 'added', text }))
  return withGaps(
    parts.flatMap(({ added, removed, value }) =>
      linesOf(value).map((text) => ({ is: added ? 'added' : removed ? 'removed' : 'same', text }) as const),
    ),
  )
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

function withGaps(lines: readonly Exclude<DiffLine, { is: 'gap' }>[]): readonly DiffLine[] {
  const isNear = new Array<boolean>(lines.length).fill(false)
  lines.forEach(({ is }, i) => {
    if (is !== 'same') isNear.fill(true, Math.max(0, i - context), Math.min(lines.length, i + context + 1))
  })
  const shown: DiffLine[] = []
  let skipped = 0
  lines.forEach((line, i) => {
    if (!isNear[i]) skipped++
    if (isNear[i] && skipped > 0) {
      shown.push({ is: 'gap', count: skipped })
      skipped = 0
    }
    if (isNear[i]) shown.push(line)
  })
  return skipped > 0 ? [...shown, { is: 'gap', count: skipped }] : shown
}
