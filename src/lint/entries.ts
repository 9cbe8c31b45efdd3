import type { Clause, Entry } from '../iam/index.ts'

/** What every text that a pattern matches begins with: most comparisons of two patterns end here. */
export const beforeWildcard = (pattern: string): string => {
  const at = pattern.search(/[*?$]/)
  return at < 0 ? pattern : pattern.slice(0, at)
}

/** The entries of a clause, each with its JSON pointer and the list around it; none where the statement has no such clause. */
export const entriesOf = <T>(clause: Clause<T> | undefined): readonly Entry<T>[] => clause?.items ?? []
