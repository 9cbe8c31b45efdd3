import { type DenialAnswer, type DenialGroup, fingerprintOf, toAnswer } from '../denial/index.ts'

/** One kind of denial with its counts; times as the text writes them. */
export interface GroupAnswer extends DenialAnswer {
  /** The same for the same kind in every run: 16 hexadecimal digits. */
  readonly fingerprint: string
  readonly count: number
  readonly first: string | null
  readonly last: string | null
  readonly resources: readonly string[]
}

/** One kind of denial in the words of the contract, with its counts. */
export const groupAnswer = ({ denial, count, first, last, resources }: DenialGroup): GroupAnswer => ({
  ...toAnswer(denial),
  fingerprint: fingerprintOf(denial),
  count,
  first: first ?? null,
  last: last ?? null,
  resources,
})
