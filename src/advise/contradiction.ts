import { messagesOf, type Text } from '../words/index.ts'
import { isOpen } from './blame.ts'
import type { CauseFound } from './diagnosis.ts'
import type { Situation } from './situation.ts'
import { typeName, typePhrase } from './words.ts'

const told = messagesOf('contradiction', {
  blamesButGave:
    'AWS blames {{type}}, but the {{name}} you gave does not stop this request. Another one, or a newer state of it, must be meant.',
  blamesNoneGiven: 'AWS blames {{type}}, and none was given here.',
})

/** Causes that say themselves why the pasted policies seem to allow what AWS denies. */
const explainContradiction: ReadonlySet<string> = new Set(['lambda-qualifier', 'identity-center-provisions'])

/** A notice if the message and the policies disagree. */
export function contradiction({ blame, stated, policies, verdict }: Situation, { id }: CauseFound): Text | undefined {
  if (explainContradiction.has(id)) return undefined
  const type = stated.policyType
  if (!blame.unseen || !type || policies.length === 0 || !verdict) return undefined
  // A document that leaves something open contradicts nothing.
  if (verdict.decision === 'undetermined' || isOpen(verdict, type)) return undefined
  const isGiven = policies.some((policy) => policy.type === type && !policy.isOfOther)
  const name = typeName(type)
  return isGiven
    ? told('blamesButGave', { type: typePhrase(type), name })
    : told('blamesNoneGiven', { type: typePhrase(type) })
}
