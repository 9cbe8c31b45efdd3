import { diffLines } from 'diff'

/** One line of a comparison; a gap means unchanged lines that aren't shown. */
export type DiffLine =
  | { readonly is: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly is: 'gap'; readonly count: number }

/** Unchanged lines shown around a change. */
const context = 3
/** Texts that differ in more than this are shown whole: a comparison would take long and help no one. */
const mostEdits = 1000

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
