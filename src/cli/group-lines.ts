import type { DenialGroup } from '../denial/index.ts'
import { inLine } from './printable.ts'

/** One line for people, with the count in front. */
export const groupLine = (group: DenialGroup): string => `${String(group.count).padStart(7)}  ${groupText(group)}`

/** Who was denied what, and why, in one line. */
export function groupText({ denial, last }: DenialGroup): string {
  const { principal, action, actionDerived, effect, policyType } = denial
  const who = principal ?? 'someone'
  const why = effect === undefined ? '' : `, ${effect}${policyType ? ` (${policyType})` : ''}`
  return inLine(`${who} → ${action ?? actionDerived ?? denial.kind}${why}${last ? `, last ${last}` : ''}`)
}

/** "1 denial", "2,000 denials"; `many` where the plural isn't the word with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
