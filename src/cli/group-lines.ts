import type { DenialGroup } from '../denial/index.ts'
import { inLine } from './printable.ts'

/** One line for people. */
export function groupLine({ denial, count, last }: DenialGroup): string {
  const { principal, action, actionDerived, effect, policyType } = denial
  const who = principal ?? 'someone'
  const why = effect === undefined ? '' : `, ${effect}${policyType ? ` (${policyType})` : ''}`
  const line = `${who} → ${action ?? actionDerived ?? denial.kind}${why}${last ? `, last ${last}` : ''}`
  return `${String(count).padStart(7)}  ${inLine(line)}`
}

/** "1 denial", "2,000 denials"; `many` where the plural isn't the word with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
