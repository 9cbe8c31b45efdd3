// How much each signal and each kind of page counts. Found with `node test/site/search/fit.ts` on phrases that people typed and on those of content/asked: the signals when the last four tables, and the everyday names that came from them, were left out.
import type { Signals } from './signals.ts'

export const weights: Signals = {
  score: 0.44,
  covered: 1.95,
  pairs: 1.59,
  subject: 1.75,
  phrases: 3.62,
  phrase: 0.96,
  named: 1.08,
  meant: 0.78,
  service: 1.11,
  serviceFirst: 0.33,
  onlyPage: 1.23,
  otherService: -0.64,
  fewWords: -0.26,
  asked: 0.26,
}

/** Kinds of pages by the start of their paths; the longest that fits counts. Pages that list everything, or hold every word of the subject, would come first otherwise. */
export const kinds: readonly (readonly [start: string, weight: number])[] = [
  ['', -0.2],
  ['billing/', 0.65],
  ['billing/pages-and-actions', -0.76],
  ['credentials/', 0.89],
  ['messages/', 0.62],
  ['messages/anatomy', 0.3],
  ['messages/boundary-', -0.45],
  ['messages/no-detail', -0.52],
  ['messages/other-clouds-and-databases', -0.41],
  ['messages/rcp-', -0.34],
  ['messages/session-', -0.23],
  ['messages/vpc-endpoint-', -0.52],
  ['policies/', 0.96],
  ['policies/compare-proof', -0.69],
  ['policies/rules', -1.39],
  ['policies/what-is-checked', -1.47],
  ['roles/', -0.63],
  ['start/', -0.97],
  ['start/glossary', -0.24],
  ['hosting/', -0.47],
  ['tools/', -0.5],
  ['guides/', 0.05],
  ['checks/', -1.23],
  ['reference', -0.64],
  ['reference/condition-keys/', -0.54],
  ['reference/operators/', -0.76],
  // A common denial is about one of many reasons; articles say more.
  ['#', -0.33],
]

/** The place of a page's kind in the table. */
export const kindOf = (path: string): number =>
  path.includes('#')
    ? kinds.length - 1
    : kinds.reduce((best, [start], i) => (path.startsWith(start) && start.length >= lengthAt(best) ? i : best), 0)

const lengthAt = (i: number): number => kinds[i]?.[0].length ?? 0

export const kindWeight = (path: string): number => kinds[kindOf(path)]?.[1] ?? 0
