/** A text longer than this is not searched to its end. */
const longest = 1_000_000

/** The service prefixes that texts (policies, pasted errors, actions) speak of, lower-cased: what a page must load to know their actions. */
export function requiredServices(texts: readonly string[]): readonly string[] {
  const prefixes = new Set<string>()
  for (const text of texts) {
    for (const [, prefix] of text.slice(0, longest).matchAll(/\b([a-z][a-z0-9-]{0,40}):[A-Za-z*?]/gi)) {
      if (prefix) prefixes.add(prefix.toLowerCase())
    }
  }
  return [...prefixes]
}
