/** Is there a text that both patterns match? Both may hold * and ?. Takes time in the product of their lengths; longer ones count as overlapping. */
export function overlaps(one: string, other: string): boolean {
  const alike = alikeAtStart(one, other)
  const [a, b] = [one.slice(alike), other.slice(alike)]
  if (a.length * b.length > 250_000) return true
  if (a === '*' || b === '*') return true
  let row = new Set([0])
  spread(row, b)
  for (const letter of a) {
    const next = new Set<number>()
    for (const at of row) step(letter, at, { b, next })
    if (letter === '*') for (const at of row) for (let to = at; to <= b.length; to++) next.add(to)
    spread(next, b)
    if (next.size === 0) return false
    row = next
  }
  return row.has(b.length)
}

/** One letter of the first pattern against the place in the second. */
function step(letter: string, at: number, { b, next }: { readonly b: string; readonly next: Set<number> }): void {
  const other = b[at]
  if (letter === '*' || other === undefined) return
  if (other === '*') next.add(at)
  else if (other === '?' || letter === '?' || other === letter) next.add(at + 1)
}

/** A star can match the empty string. */
function spread(places: Set<number>, b: string): void {
  for (const at of [...places]) for (let to = at; b[to] === '*'; to++) places.add(to + 1)
}

/** How many letters both share before the first wildcard: these don't need the full comparison. */
function alikeAtStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at] && a[at] !== '*' && a[at] !== '?') at++
  return at
}
