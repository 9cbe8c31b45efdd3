/** Widths of terminals: one full line of such a width is enough to suspect a break; of any other width it takes two in a row. */
const terminals = new Set([80, 100, 120, 132, 160, 200])
/** A line shorter than this was broken by a person or at a word. */
const narrowest = 40
/** Longer texts come from files, which have no width. */
const longest = 20_000

/**
 * Where a terminal may have broken lines at its edge, in the middle of words: the line breaks behind full lines of equal length. Only a
 * suspicion; whoever asks reads the text both ways. Undefined where nothing looks like it.
 */
export function hardBreaks(text: string): ReadonlySet<number> | undefined {
  if (text.length > longest || text.length <= narrowest || !text.includes('\n')) return undefined
  const lines = text.split('\n')
  const widths = lines.map((line) => (line.endsWith('\r') ? line.length - 1 : line.length))
  const found = new Set<number>()
  let end = -1
  lines.forEach((line, i) => {
    end += line.length + 1
    const [before = 0, width = 0, after = 0] = [widths[i - 1], widths[i], widths[i + 1]]
    if (width < narrowest || after === 0 || after > width) return
    if (before === width || after === width || terminals.has(width)) found.add(end)
  })
  return found.size > 0 ? found : undefined
}
