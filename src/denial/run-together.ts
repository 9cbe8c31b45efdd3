import type { Flat } from './flat.ts'
import type { Spotted } from './spotter.ts'

/** The words of AWS's sentence, in the order in which they stand together. */
const phrases: readonly (readonly string[])[] = [
  ['is', 'not', 'authorized', 'to', 'perform:'],
  ['is', 'not', 'authorized', 'to', 'perform'],
  ['on', 'resource:'],
  ['because', 'no', 'identity-based', 'policy', 'allows', 'the'],
  ['because', 'no', 'resource-based', 'policy', 'allows', 'the'],
  ['because', 'no', 'permissions', 'boundary', 'allows', 'the'],
  ['because', 'no', 'service', 'control', 'policy', 'allows', 'the'],
  ['because', 'no', 'resource', 'control', 'policy', 'allows', 'the'],
  ['because', 'no', 'session', 'policy', 'allows', 'the'],
  ['because', 'no', 'VPC', 'endpoint', 'policy', 'allows', 'the'],
  ['with', 'an', 'explicit', 'deny', 'in', 'an', 'identity-based', 'policy'],
  ['with', 'an', 'explicit', 'deny', 'in', 'a', 'resource-based', 'policy'],
  ['with', 'an', 'explicit', 'deny', 'in', 'a', 'permissions', 'boundary'],
  ['with', 'an', 'explicit', 'deny', 'in', 'a', 'service', 'control', 'policy'],
  ['with', 'an', 'explicit', 'deny', 'in', 'a', 'resource', 'control', 'policy'],
  ['with', 'an', 'explicit', 'deny', 'in', 'a', 'session', 'policy'],
  ['with', 'an', 'explicit', 'deny', 'in', 'a', 'VPC', 'endpoint', 'policy'],
  ['with', 'an', 'explicit', 'deny'],
]

const trace = /isnotauthorizedtoperform/i
export const runTogetherHints: readonly RegExp[] = [trace]
/** Longer texts come from files, which keep their blanks. */
const longest = 20_000

/**
 * A text whose blanks were lost on the way, with blanks around and inside AWS's phrases; undefined for any other. Where a name ends is a guess then:
 * "user/anaisnotauthorized" can be ana's or anais's.
 */
export function spacedOut(flat: Flat & Spotted): Flat | undefined {
  if (flat.text.length > longest || !flat.mayHave(trace) || !trace.test(flat.text)) return undefined
  const lower = flat.text.toLowerCase()
  const blanks = new Set<number>()
  for (const words of phrases) {
    const joined = words.join('').toLowerCase()
    for (let at = lower.indexOf(joined); at >= 0; at = lower.indexOf(joined, at + joined.length)) {
      // The phrase with the colon is another one.
      if (lower[at + joined.length] === ':') continue
      let place = at
      for (const word of words) {
        blanks.add(place)
        place += word.length
      }
      blanks.add(place)
    }
  }
  const places = [...blanks].sort((a, b) => a - b)
  let [text, from] = ['', 0]
  for (const place of places) {
    text += `${flat.text.slice(from, place)} `
    from = place
  }
  /** Every blank that was put in front of a place moved it by one. */
  const original = (offset: number): number => offset - places.filter((place, i) => place + i < offset).length
  return {
    text: text + flat.text.slice(from),
    origin: (start, end) => flat.origin(original(start), Math.max(original(start), original(end))),
  }
}
