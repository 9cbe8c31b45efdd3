/** Widths of terminals: one full line of such a width is enough to suspect a break; of any other width it takes two in a row. */
const terminals = new Set([80, 100, 120, 132, 160, 200])
/** A line shorter than this was broken by a person or at a word. */
const narrowest = 40
/** Longer texts come from files, which have no width. */
const longest = 20_000

/** The last column of a table, as long as nothing stands left of it (`sam deploy` prints its events so). */
interface Column {
  /** Where its longest line ends: words were cut there. */
  readonly edge: number
  /** The line behind its last. */
  readonly until: number
}

/** Cells to the left of a column take up this much at least. */
export const columnIndent = 20

/** The column that a line belongs to, if the next one goes on with it. */
function columnOf(lines: readonly string[], i: number, open: Column | undefined): Column | undefined {
  if (open && i < open.until) return open
  const left = indentOf(lines[i + 1])
  const line = lines[i] ?? ''
  if (left < columnIndent || !/^\s\S/.test(line.slice(left - 1, left + 1)) || line.slice(0, left).trim() === '')
    return undefined
  let until = i + 1
  while (indentOf(lines[until]) === left) until++
  const edge = Math.max(...lines.slice(i, until).map((cell) => cell.trimEnd().length))
  return { edge, until }
}

/** How many blanks a line begins with; -1 where it has nothing else. */
function indentOf(line: string | undefined): number {
  const rest = line?.trimStart()
  return line === undefined || rest === undefined || rest === '' ? -1 : line.length - rest.length
}

/** How far a line reaches, without a carriage return, the right side of a box and the padding of more than a blank before it. */
function widthOf(line: string): number {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  const end = text.trimEnd().length
  if ('│┃|'.includes(text[end - 1] ?? ' ')) return text.slice(0, end - 1).trimEnd().length
  return text.length - end > 1 ? end : text.length
}

/**
 * Where a terminal might have broken lines at its edge, in the middle of words: the line breaks after full lines of equal length, and
 * those after the full lines of a table’s last column. Only a guess: the caller reads the text both ways. Undefined if nothing suggests it.
 */
export function hardBreaks(text: string): ReadonlySet<number> | undefined {
  if (text.length > longest || text.length <= narrowest || !text.includes('\n')) return undefined
  const lines = text.split('\n')
  const widths = lines.map(widthOf)
  const widest = Math.max(...widths)
  const isEdge = widths.filter((width) => width === widest).length > 1
  const found = new Set<number>()
  let end = -1
  let column = undefined as Column | undefined
  lines.forEach((line, i) => {
    column = columnOf(lines, i, column)
    end += line.length + 1
    if (column) {
      if (i < column.until - 1 && line.trimEnd().length === column.edge) found.add(end)
      return
    }
    const [before = 0, width = 0, after = 0] = [widths[i - 1], widths[i], widths[i + 1]]
    if (width < narrowest || after === 0 || after > width) return
    if (before === width || after === width || terminals.has(width) || (isEdge && width === widest)) found.add(end)
  })
  return found.size > 0 ? found : undefined
}
