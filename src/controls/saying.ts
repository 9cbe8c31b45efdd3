import type { Diagnosis } from '../advise/index.ts'
import { decisionWords, type Saying } from './decision-words.ts'

/** Where no policy was given, so that there is nothing to evaluate. */
const notDecided: Readonly<Record<'denied' | 'byNoPolicy' | 'elsewhere', Saying & { readonly meaning: string }>> = {
  denied: {
    word: 'Denied',
    icon: 'no',
    meaning: 'AWS says so. Add the policies to see which statement decided.',
  },
  byNoPolicy: { word: 'Denied', icon: 'no', meaning: 'AWS says so, and no policy change will fix it.' },
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
  needs,
}: Pick<Diagnosis, 'verdict' | 'denial' | 'request' | 'needs'>): Saying & {
  readonly meaning: string
  readonly tone: Tone
} {
  if (verdict) return { ...decisionWords[verdict.decision], tone: tones[verdict.decision] }
  const isElsewhere = (denial.kind === 'not-authorization' || denial.kind === 'credential-problem') && !request
  if (isElsewhere) return { ...notDecided.elsewhere, tone: 'none' }
  // The request isn't known, and nothing asks for it: it doesn't matter.
  return { ...(request || needs.length > 0 ? notDecided.denied : notDecided.byNoPolicy), tone: 'deny' }
}
