// How much each signal and each kind of page counts. Found with `node test/site/search/fit.ts` on phrases that people typed.
import type { Signals } from './signals.ts'

export const weights: Signals = {
  score: 2.59,
  covered: 2.79,
  pairs: 1.6,
  subject: 2.16,
  phrases: 2.05,
  phrase: 1.53,
  named: 1.42,
  meant: 1.3,
  service: 0.7,
  serviceFirst: 0.33,
  onlyPage: 1,
  otherService: -0.95,
  fewWords: -0.27,
}

/** Kinds of pages by the start of their paths; the longest that fits counts. Pages that list everything, or hold every word of the subject, would come first otherwise. */
export const kinds: readonly (readonly [start: string, weight: number])[] = [
  ['', 0],
  ['billing/', 0.61],
  ['billing/pages-and-actions', -0.54],
  ['credentials/', 0.49],
  ['messages/', 0.26],
  ['messages/boundary-', -0.51],
  ['messages/no-detail', -0.44],
  ['messages/other-clouds-and-databases', -0.46],
  ['messages/rcp-', -0.54],
  ['messages/session-', -0.46],
  ['messages/vpc-endpoint-', -0.53],
  ['policies/', 0.77],
  ['policies/compare-proof', -0.69],
  ['policies/rules', -1.39],
  ['policies/what-is-checked', -1.08],
  ['roles/', -0.36],
  ['start/', -0.95],
  ['start/glossary', -0.44],
  ['hosting/', -0.6],
  ['tools/', -0.24],
  ['guides/', 0],
  ['checks/', -1.15],
  ['reference', -0.64],
  ['reference/condition-keys/', -0.53],
  ['reference/operators/', -0.62],
  // A common denial is about one of many reasons; articles say more.
  ['#', -0.44],
]

/** The place of a page's kind in the table. */
export const kindOf = (path: string): number =>
  path.includes('#')
    ? kinds.length - 1
    : kinds.reduce((best, [start], i) => (path.startsWith(start) && start.length >= lengthAt(best) ? i : best), 0)

const lengthAt = (i: number): number => kinds[i]?.[0].length ?? 0

export const kindWeight = (path: string): number => kinds[kindOf(path)]?.[1] ?? 0
