/** Does a table row match the typed words? Every word must be in the row's text, or be an action that one of its patterns (`billing:Get*`) covers. */
export function rowFits(text: string, patterns: readonly string[], typed: string): boolean {
  const lower = text.toLowerCase()
  const starts = patterns
    .filter((pattern) => pattern.endsWith('*'))
    .map((pattern) => pattern.slice(0, -1).toLowerCase())
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => lower.includes(word) || starts.some((start) => word.startsWith(start)))
}
