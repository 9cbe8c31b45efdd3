import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'

/** What is usually the reason for some calls, other than a missing permission, and what to look at then. */
export interface Reason {
  readonly applies: (situation: Situation, paste: string) => boolean
  readonly step: (situation: Situation, paste: string) => Step
  /** What to look at after that. */
  readonly next?: Step
}
