/**
 * The fewest simple patterns ("Get*", "PutObject") that match all wanted names and none of the others, in the order of the alphabet.
 * `all` are the names of a service's actions, in AWS's spelling.
 */
export function actionPatterns(wanted: Iterable<string>, all: readonly string[]): readonly string[] {
  const set = new Set(wanted)
  const names = all.toSorted(byName)
  const readable = patternsBelow('', names, set, nextWord)
  return readable.join().length <= longest ? readable : patternsBelow('', names, set, nextLetter)
}

/** Longer lists, in characters, are split letter by letter: fewer patterns, and less to read in each. */
const longest = 4000

const byName = (a: string, b: string): number => a.localeCompare(b, 'en')

/** `names` are all that begin with `start`. */
function patternsBelow(
  start: string,
  names: readonly string[],
  wanted: ReadonlySet<string>,
  next: (name: string, start: string) => string,
): readonly string[] {
  const found = names.filter((name) => wanted.has(name))
  if (found.length === 0) return []
  if (found.length === 1) return found
  if (found.length === names.length) return [`${start}*`]
  return [...Map.groupBy(names, (name) => next(name, start))].flatMap(([longer, own]) =>
    // A name that ends here, or a start that others have in another spelling.
    longer === start || names.some((name) => !own.includes(name) && name.toLowerCase().startsWith(longer.toLowerCase()))
      ? own.filter((name) => wanted.has(name))
      : patternsBelow(longer, own, wanted, next),
  )
}

/** One word further: "" → "Get", "Get" → "GetBucket" of "GetBucketAcl". */
function nextWord(name: string, start: string): string {
  const [word = ''] = /^(?:[A-Z0-9]+(?![a-z])|[A-Z0-9]?[a-z0-9]+|.)/.exec(name.slice(start.length)) ?? []
  return start + word
}

const nextLetter = (name: string, start: string): string => name.slice(0, start.length + 1)
