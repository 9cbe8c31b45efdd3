import type { JSX } from 'preact'
import type { Diagnosis } from '../../advise/index.ts'
import { decisionWords } from '../../controls/decision-words.ts'
import { Icon } from '../../controls/Icon.tsx'
import { gateName } from '../../words/index.ts'
import { notDecided, stoppedWords } from '../words.ts'

/** The word, its picture, and what stands in the way. */
export function Decision({ diagnosis }: { readonly diagnosis: Diagnosis }): JSX.Element {
  const { word, icon, meaning, tone } = saying(diagnosis)
  const stop = diagnosis.verdict?.gates.find(({ blocks }) => blocks)
  const why = stop && diagnosis.verdict?.decision === 'implicitDeny' ? stoppedWords[stop.kind] : undefined
  return (
    <div class="wd-decision" data-tone={tone} role="status">
      <Icon name={icon} />
      <div>
        <p class="wd-decision-word">{word}</p>
        <p>
          {why ?? meaning}
          {stop && diagnosis.verdict?.decision !== 'allowed' && ` It stops at: ${gateName(stop)}.`}
        </p>
      </div>
    </div>
  )
}

/** The decision for people: the evaluated one, else what the message says. */
export function saying({ verdict, denial, request }: Diagnosis) {
  if (verdict) {
    const tone = { allowed: 'allow', explicitDeny: 'deny', implicitDeny: 'deny', undetermined: 'maybe' } as const
    return { ...decisionWords[verdict.decision], tone: tone[verdict.decision] }
  }
  const elsewhere = (denial.kind === 'not-authorization' || denial.kind === 'credential-problem') && !request
  return elsewhere ? { ...notDecided.elsewhere, tone: 'none' } : { ...notDecided.refused, tone: 'deny' }
}
