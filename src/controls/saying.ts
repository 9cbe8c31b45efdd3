import type { Diagnosis } from '../advise/index.ts'
import { decisionWords, type Saying } from './decision-words.ts'

/** Where no policy was given, so that there is nothing to evaluate. */
const notDecided: Readonly<Record<'denied' | 'elsewhere', Saying & { readonly meaning: string }>> = {
  denied: {
    word: 'Denied',
    icon: 'no',
    meaning: 'AWS says so. Add the policies to see which statement decided.',
  },
  elsewhere: { word: 'Not a permission problem', icon: 'info', meaning: 'No policy change will fix this.' },
}

/** The color of a decision: styles know it as data-tone. */
export type Tone = 'allow' | 'deny' | 'maybe' | 'none'

const tones = { allowed: 'allow', explicitDeny: 'deny', implicitDeny: 'deny', undetermined: 'maybe' } as const

/** The decision for people: the evaluated one, else what the message says. */
export function saying({
  verdict,
  denial,
  request,
}: Pick<Diagnosis, 'verdict' | 'denial' | 'request'>): Saying & { readonly meaning: string; readonly tone: Tone } {
  if (verdict) return { ...decisionWords[verdict.decision], tone: tones[verdict.decision] }
  const isElsewhere = (denial.kind === 'not-authorization' || denial.kind === 'credential-problem') && !request
  return isElsewhere ? { ...notDecided.elsewhere, tone: 'none' } : { ...notDecided.denied, tone: 'deny' }
}
