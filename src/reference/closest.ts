/** Longer words aren't compared: no one misspells that much, and the cost is the product of the lengths. */
const longest = 80

/** The candidate nearest to a word, if it is near enough to be what was meant: about one slip in five letters. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates, Math.max(1, Math.floor(word.length / 5)))
}

/** The candidate that takes the fewest slips, at most `most`. */
function nearest(word: string, candidates: Iterable<string>, most: number): string | undefined {
  if (word.length < 3 || word.length > longest) return undefined
  let best: string | undefined
  let least = most + 1
  for (const candidate of candidates) {
    const steps = distance(word, candidate, least)
    if (steps < least) [best, least] = [candidate, steps]
  }
  return best
}

/** More slips than this make another word: "request" and "account" in the middle of a long name. */
const mostInAction = 3

/**
 * The action that a misspelled one was meant to be, both in lower case, without the service's prefix. `names` are the service's actions in AWS's
 * spelling. Never one with another verb: "SetX" isn't a slip of "GetX", nor "ReadMessage" of "SendMessage", and they need different permissions.
 */
export function closestAction(word: string, names: Iterable<string>): string | undefined {
  const all = [...names]
  const verbs = new Set(all.map(verbOf))
  const known = [...verbs].filter((verb) => word.startsWith(verb)).sort((a, b) => b.length - a.length)[0]
  const written = known ?? usualVerbs.exec(word)?.[0]
  const fitting = all.filter((name) =>
    written === undefined ? beginsAlmostWith(word, verbOf(name)) : verbOf(name) === written,
  )
  const most = Math.min(mostInAction, Math.max(1, Math.floor(word.length / 5)))
  return nearest(
    word,
    fitting.map((name) => name.toLowerCase()),
    most,
  )
}

/** Can the beginning of a word be a slip of the verb? */
function beginsAlmostWith(word: string, verb: string): boolean {
  const most = Math.max(1, Math.floor(verb.length / 5))
  for (let length = verb.length - most; length <= verb.length + most; length++)
    if (distance(word.slice(0, length), verb, most + 1) <= most) return true
  return false
}

/** Is `written` a slip of the action `meant`? Both in lower case, without the service's prefix; another verb is none. */
export function isActionSlip(written: string, meant: string): boolean {
  const [one, other] = [usualVerbs.exec(written)?.[0], usualVerbs.exec(meant)?.[0]]
  const isOtherVerb = one === undefined ? other !== undefined && !beginsAlmostWith(written, other) : one !== other
  const most = Math.min(mostInAction, Math.max(1, Math.floor(written.length / 5)))
  return !isOtherVerb && nearest(written, [meant], most) !== undefined
}

/** The verbs that most actions begin with. */
const usualVerbs =
  /^(?:get|list|describe|put|set|create|delete|update|add|remove|attach|detach|start|stop|enable|disable|tag|untag|associate|disassociate|batch|accept|reject|register|deregister|send|receive|modify)/

/** Does a name in any case begin with one of the verbs that most actions begin with? */
export const hasUsualVerb = (name: string): boolean => usualVerbs.test(name.toLowerCase())

/** "GetCostAndUsage" to "get". */
const verbOf = (name: string): string => (/^[A-Z]?[a-z]+/.exec(name)?.[0] ?? name).toLowerCase()

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
