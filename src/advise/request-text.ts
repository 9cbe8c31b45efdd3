import { policyTypeNames } from '../iam/index.ts'
import { certaintySentence } from '../words/index.ts'
import type { Diagnosis, Fix } from './diagnosis.ts'

/** A short message to whoever can change it, ready to copy: what was tried, who tried, what decides, what would help. */
export function requestText(diagnosis: Diagnosis): string {
  const { cause, fixes } = diagnosis
  return [
    'Hello,',
    attempt(diagnosis),
    `Here’s what I found with Whydenied. ${certaintySentence(cause.certainty)}\n${cause.title}. ${cause.explanation}`,
    fixes.length > 0 ? `${proposal(fixes)}\n\n${fixes.map(change).join('\n\n')}` : steps(diagnosis),
    'Could you make this change, or tell me who can? Thank you.',
  ].join('\n\n')
}

/** Who tried what, as far as the message tells. */
function attempt({ denial, request }: Diagnosis): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Who', request?.principal ?? denial.principal],
    ['Action', request?.action ?? denial.action ?? denial.actionDerived],
    ['Resource', request?.resource ?? denial.resource],
    ['Denied by', denial.policyType && policyTypeNames[denial.policyType]],
    ['Policy', denial.policyArn],
    ['Request ID', denial.requestId],
  ]
  const known = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  return known.length > 0
    ? `AWS denied one of my calls, and I can’t fix it myself.\n${known.join('\n')}`
    : 'AWS denied one of my calls, and I can’t fix it myself.'
}

function proposal(fixes: readonly Fix[]): string {
  const allows = fixes.at(-1)?.proof.after.decision === 'allowed' && !fixes.some(({ hasPlaceholder }) => hasPlaceholder)
  const which = fixes.length > 1 ? 'These changes, in this order,' : 'This change'
  return allows
    ? `${which} would allow it, judging by the policies I have:`
    : `${which} would help, but something else still stands in the way:`
}

const change = ({ title, owner, note, after }: Fix): string => `${title} (by: ${owner})\n${note}\n\n${after}`

const steps = ({ cause }: Diagnosis): string =>
  `What to do:\n${cause.steps.map(({ title, text, owner, statement }) => `- ${title} (${owner}). ${text}${statement === undefined ? '' : `\n\n${statement}\n`}`).join('\n')}`
