import type { GroupAnswer } from '../api/group-answer.ts'
import type { DenialGroup } from '../denial/index.ts'
import type { Unread } from '../logs/index.ts'

/** A kind as the command line writes it. `isNew` where a state of earlier runs was given: no run saw this kind. */
type KindAnswer = GroupAnswer & { readonly isNew?: boolean }

/** The kinds of denials in logs, the most frequent first. */
export interface FoundDenials {
  readonly kinds: readonly { readonly group: DenialGroup; readonly answer: KindAnswer }[]
  readonly denials: number
  /** Denials of kinds that aren't listed. */
  readonly dropped: number
  readonly unread: readonly Unread[]
}

/** The columns of tables that hold text; `count`, `resources` (JSON), and `isNew` stand around them. */
export const textColumns = [
  'principal',
  'principalType',
  'accountId',
  'action',
  'actionDerived',
  'resource',
  'effect',
  'policyType',
  'policyArn',
  'kind',
  'first',
  'last',
  'fingerprint',
] as const
