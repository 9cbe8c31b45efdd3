// How much each signal and each kind of page counts. Found with `node test/site/search/fit.ts` on phrases that people typed.
import type { Signals } from './signals.ts'

export const weights: Signals = {
  score: 2.55,
  covered: 3.19,
  pairs: 1.87,
  subject: 2.03,
  phrases: 3.71,
  phrase: 1.97,
  named: 1.76,
  meant: 1.26,
  service: 0.92,
  serviceFirst: 0.66,
  onlyPage: 1.06,
  otherService: -0.94,
  fewWords: -0.49,
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
