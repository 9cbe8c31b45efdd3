import { policyTypeNames } from '../iam/index.ts'
import { certaintySentence } from '../words/index.ts'
import type { Diagnosis, Fix } from './diagnosis.ts'

/** A short message to whoever can change it, ready to copy: what was tried, who tried, what decides, what would help. */
export function requestText(diagnosis: Diagnosis): string {
  const { cause, fixes } = diagnosis
  return [
    'Hello,',
    attempt(diagnosis),
    `I checked it with Whydenied. ${certaintySentence(cause.certainty)}\n“${cause.title}. ${cause.explanation}”`,
    fixes.length > 0 ? `${proposal(fixes)}\n\n${fixes.map(change).join('\n\n')}` : steps(diagnosis),
    'Could you look into it? Thank you.',
  ].join('\n\n')
}

/** Who tried what, as far as the message tells. */
function attempt({ denial, request }: Diagnosis): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Who', request?.principal ?? denial.principal],
    ['Action', request?.action ?? denial.action ?? denial.actionDerived],
    ['Resource', request?.resource ?? denial.resource],
    ['Refused by', denial.policyType && policyTypeNames[denial.policyType]],
    ['Policy', denial.policyArn],
    ['Request ID', denial.requestId],
  ]
  const known = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  return known.length > 0 ? `AWS refused a call of mine:\n${known.join('\n')}` : 'AWS refused a call of mine.'
}

function proposal(fixes: readonly Fix[]): string {
  const allows = fixes.at(-1)?.proof.after.decision === 'allowed' && !fixes.some(({ hasPlaceholder }) => hasPlaceholder)
  const which = fixes.length > 1 ? 'These changes, in this order,' : 'This change'
  return allows
    ? `${which} would allow it, as far as these policies tell:`
    : `${which} would help, though something else is still in the way:`
}

const change = ({ title, owner, note, after }: Fix): string => `${title} (by: ${owner})\n${note}\n\n${after}`

const steps = ({ cause }: Diagnosis): string =>
  `What to do:\n${cause.steps.map(({ title, text, owner, statement }) => `- ${title} (${owner}). ${text}${statement === undefined ? '' : `\n\n${statement}\n`}`).join('\n')}`
