/** Is there a text that both patterns match? Both may hold * and ?. Takes time in the product of their lengths; longer ones count as overlapping. */
export function overlaps(one: string, other: string): boolean {
  if (one === other) return true
  let start = 0
  while (start < one.length && start < other.length && isSame(one, start, other, start)) start++
  if (differ(one, start, other, start)) return false
  // The same from the end, up to what is left.
  let [a, b] = [one.length, other.length]
  while (a > start && b > start && isSame(one, a - 1, other, b - 1)) {
    a--
    b--
  }
  if (a > start && b > start && differ(one, a - 1, other, b - 1)) return false
  return overlapBetween(one.slice(start, a), other.slice(start, b))
}

const star = '*'.charCodeAt(0)
const question = '?'.charCodeAt(0)
const isWild = (letter: number): boolean => letter === star || letter === question

const hasWildcard = (pattern: string): boolean => pattern.includes('*') || pattern.includes('?')

/** Do both have the same letter here, and no wildcard? */
function isSame(a: string, i: number, b: string, j: number): boolean {
  const letter = a.charCodeAt(i)
  return letter === b.charCodeAt(j) && !isWild(letter)
}

/** Do they have two different letters here, neither of which is a wildcard? Most comparisons end with that. */
const differ = (a: string, i: number, b: string, j: number): boolean =>
  i < a.length && j < b.length && a[i] !== b[j] && !isWild(a.charCodeAt(i)) && !isWild(b.charCodeAt(j))

/** Walks the first pattern letter by letter, with the places in the second that a common text can have reached. */
function overlapBetween(a: string, b: string): boolean {
  if (a === '*' || b === '*' || a.length * b.length > 250_000) return true
  if (!hasWildcard(a)) return matchesText(b, a)
  if (!hasWildcard(b)) return matchesText(a, b)
  let row = new Uint8Array(b.length + 1)
  let next = new Uint8Array(b.length + 1)
  row[0] = 1
  spread(row, b)
  for (let i = 0; i < a.length; i++) {
    next.fill(0)
    if (!step(a.charCodeAt(i), row, b, next)) return false
    const before = row
    row = next
    next = before
  }
  return row[b.length] === 1
}

/** Does the pattern match a text without wildcards? Goes back to the last star where a letter differs. */
function matchesText(pattern: string, text: string): boolean {
  let [at, seen] = [0, 0]
  let [afterStar, from] = [-1, 0]
  while (seen < text.length) {
    const letter = pattern.charCodeAt(at)
    if (letter === star) {
      afterStar = ++at
      from = seen
    } else if (letter === question || letter === text.charCodeAt(seen)) {
      at++
      seen++
    } else if (afterStar >= 0) {
      at = afterStar
      seen = ++from
    } else return false
  }
  while (pattern.charCodeAt(at) === star) at++
  return at === pattern.length
}

/** The places after one more letter of the first pattern; false if there are none. */
function step(letter: number, row: Uint8Array, b: string, next: Uint8Array): boolean {
  let reached = false
  for (let at = 0; at <= b.length; at++) {
    if (row[at] === 0) continue
    if (letter === star) {
      next.fill(1, at)
      return true
    }
    const other = b.charCodeAt(at)
    if (other === star) next[at] = 1
    else if (at < b.length && (other === question || letter === question || other === letter)) next[at + 1] = 1
    else continue
    reached = true
  }
  spread(next, b)
  return reached
}

/** A star can match the empty string. */
function spread(places: Uint8Array, b: string): void {
  for (let at = 0; at < b.length; at++) if (places[at] === 1 && b.charCodeAt(at) === star) places[at + 1] = 1
}
