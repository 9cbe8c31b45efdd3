// The one memory of an export: what was replaced by what.

/** A kind of identifier, and how its placeholders look. */
export interface Kind {
  readonly make: (number: number, text: string) => string
  /** Matches every placeholder of this kind, so that what was exported once stays as it is. */
  readonly made: RegExp
}

export interface Placeholders {
  /** The placeholder of this text: the same for the same text, another one for every other. */
  of(kind: Kind, text: string): string
}

/** Numbers each kind's texts in the order in which they appear, and skips placeholders that the texts already hold. */
export function createPlaceholders(texts: readonly string[]): Placeholders {
  const known = new Map<Kind, Map<string, string>>()
  const counts = new Map<Kind, number>()
  const taken = new Map<Kind, Set<string>>()
  const takenOf = (kind: Kind): Set<string> => {
    const before = taken.get(kind)
    if (before) return before
    const found = new Set<string>()
    const everywhere = new RegExp(kind.made.source, 'g')
    for (const text of texts) for (const [each] of text.matchAll(everywhere)) found.add(each.toLowerCase())
    taken.set(kind, found)
    return found
  }
  return {
    of(kind, text) {
      const exact = new RegExp(`^(?:${kind.made.source})$`)
      if (exact.test(text)) return text
      const own = known.get(kind) ?? new Map<string, string>()
      known.set(kind, own)
      const before = own.get(text)
      if (before !== undefined) return before
      const used = takenOf(kind)
      let number = counts.get(kind) ?? 0
      let made: string
      do made = kind.make(++number, text)
      while (used.has(made.toLowerCase()))
      counts.set(kind, number)
      own.set(text, made)
      return made
    },
  }
}
