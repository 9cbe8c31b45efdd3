/** Longer words are not compared: nobody misspells that much, and the cost is the product of the lengths. */
const longest = 80

/** The candidate nearest to a word, if it is near enough to be what was meant: about one slip in five letters. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length < 3 || word.length > longest) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 5)) + 1
  for (const candidate of candidates) {
    const steps = distance(word, candidate, least)
    if (steps < least) [best, least] = [candidate, steps]
  }
  return best
}

/** Letters to insert, drop, change or swap with their neighbour; gives up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || b.length > longest) return limit
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped ? (beforeLast[j - 2] ?? 0) + 1 : limit),
      )
    }
    if (Math.min(...row) >= limit) return limit
    ;[beforeLast, last] = [last, row]
  }
  return last[b.length] ?? limit
}
