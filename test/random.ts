/** Numbers that are the same again for the same seed (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** Random tests repeat the same cases in `npm test`. `npm run fuzz` sets WHYDENIED_SEED to try others. */
export const seed = Number(process.env.WHYDENIED_SEED ?? 20_261_128)

/** How many cases of a law to try: the pass that measures branch coverage takes a share of them, because a branch needs no thousands. */
export const casesOf = (most: number): number => Math.ceil(most * Number(process.env.WHYDENIED_SHARE ?? 1))
