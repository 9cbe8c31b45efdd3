// Patterns go on matching: a name is cut where a pattern of the texts cuts it, so that "team*" and "teamwork" still belong together.

/** A run of letters and digits that touches a wildcard. Longer ones aren't names, and a run of megabytes overflows the stack of the pattern. */
const fragment = /(?<=[*?])[\p{L}\p{N}]{1,64}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,64}(?=[*?])/gu

/** Shorter fragments stay readable: they identify no one, and many words begin with them. */
const shortest = 4

export interface Fragments {
  /** The pieces of a token between the cuts, or undefined where no pattern cuts it. */
  pieces(token: string): readonly string[] | undefined
  /** True where a piece stays readable. */
  readonly isKept: (piece: string) => boolean
}

/** The fragments of all patterns in the texts that cut one of the names. */
export function readFragments(texts: readonly string[], names: ReadonlySet<string>): Fragments {
  const heads = new Set<string>()
  const tails = new Set<string>()
  const inner = new Set<string>()
  for (const text of texts)
    for (const { 0: run, index } of text.matchAll(fragment)) {
      const left = /[*?]/.test(text[index - 1] ?? '')
      const right = /[*?]/.test(text[index + run.length] ?? '')
      const set = left && right ? inner : right ? heads : tails
      if (run.length <= 64 && set.size < 2000) set.add(run.toLowerCase())
    }
  const used = new Set<string>()
  const all = [...names]
  const cutters = { heads: relevant(heads), tails: relevant(tails), inner: relevant(inner) }

  function relevant(set: ReadonlySet<string>): ReadonlySet<string> {
    if (set.size === 0) return set
    const found = new Set<string>()
    for (const name of all)
      for (let from = 0; from < Math.min(name.length, 64); from++)
        for (let to = from + 1; to <= Math.min(name.length, 64); to++) {
          const isPlaced = set === inner || (set === heads ? from === 0 : to === name.length)
          if (isPlaced && set.has(name.slice(from, to))) found.add(name.slice(from, to))
        }
    for (const each of found) used.add(each)
    return found
  }

  return {
    isKept: (piece) => piece.length < shortest && used.has(piece.toLowerCase()),
    pieces(token) {
      const small = token.toLowerCase()
      const cuts = new Set<number>()
      if (small.length > 64) return undefined
      for (let at = 1; at <= small.length; at++) {
        if (cutters.heads.has(small.slice(0, at))) cuts.add(at)
        if (cutters.tails.has(small.slice(small.length - at))) cuts.add(small.length - at)
      }
      for (const each of cutters.inner)
        for (let at = small.indexOf(each); at >= 0; at = small.indexOf(each, at + 1)) cuts.add(at).add(at + each.length)
      if (cuts.size === 0) return undefined
      const places = [...new Set([0, ...cuts, token.length])].sort((a, b) => a - b)
      return places.slice(1).map((to, i) => token.slice(places[i], to))
    },
  }
}
