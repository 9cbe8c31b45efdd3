// Short answers for agents. Everything that comes from the input is in quotes or in JSON, in one line, and is cut where it is long.
import type { Diagnosis, Fix } from '../advise/index.ts'
import type { ComparisonAnswer } from '../api/compare.ts'
import type { EvaluateAnswer } from '../api/evaluate.ts'
import type { WhoCanAnswer } from '../api/who-can.ts'
import type { Finding } from '../lint/index.ts'
import { certaintySentence } from '../words/index.ts'

/** What an agent can't settle, as a sentence that begins with "A person must decide"; undefined where it can. */
export function personMustDecide({
  denial: { effect, policyType },
  verdict,
}: Pick<Diagnosis, 'denial' | 'verdict'>): string | undefined {
  const isExplicit = verdict ? verdict.decision === 'explicitDeny' : effect === 'explicit-deny'
  const types = new Set<string>([...(verdict?.blockedBy ?? []), ...(policyType === undefined ? [] : [policyType])])
  return decides(isExplicit, types)
}

function decides(isExplicit: boolean, blockedBy: ReadonlySet<string>): string | undefined {
  const isOrganization = blockedBy.has('scp') || blockedBy.has('rcp')
  if (isExplicit && isOrganization)
    return 'A person must decide: the organization denies this on purpose. Ask its administrator for a narrow exception. Don’t change or remove the Deny.'
  if (isExplicit)
    return 'A person must decide: someone wrote an explicit Deny for this. Ask the policy’s owner for a narrow exception. Don’t change or remove the Deny.'
  return isOrganization
    ? 'A person must decide: the organization’s policies don’t allow this. Ask its administrator.'
    : undefined
}

/** Long enough for an ARN. */
const longest = 400

/** A text from the input in one line, so that it can't pass for a line of the answer. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)

/** Lines of our own sentences, which can quote the input: one line each. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 1200)

/** The cause with its certainty, the steps, and the first fix if an agent can propose it. */
export function diagnosisText(diagnosis: Diagnosis): string {
  const { cause, fixes, needs, notices } = diagnosis
  const person = personMustDecide(diagnosis)
  const [fix] = fixes
  return [
    certaintySentence(cause.certainty),
    oneLine(`Cause: ${cause.title}. ${cause.explanation}`),
    ...(person === undefined ? [] : [person]),
    ...(needs.length > 0 ? [`Not known yet: ${needs.join(', ')}.`] : []),
    ...notices.slice(0, 3).map((notice) => oneLine(`Note: ${notice}`)),
    'Steps:',
    ...cause.steps.slice(0, 5).map(({ title, text, owner }) => oneLine(`- ${title} (${owner}): ${text}`)),
    ...(fix ? (person === undefined ? fixLines(fix) : [notShown]) : []),
    `Article: whydenied://articles/${cause.article}`,
  ].join('\n')
}

/** Steps speak of a change "below". */
const notShown = 'The change itself isn’t shown here, because a person must decide about it.'

const fixLines = ({ title, note, risk, after, proof, hasPlaceholder, onlyIf }: Fix): readonly string[] => [
  oneLine(`Proposed fix, for a person to review: ${title}. ${note}`),
  hasPlaceholder
    ? 'Not proven: it has placeholders that you must fill in.'
    : `Evaluated: ${proof.before.decision} before, ${proof.after.decision} after${onlyIf === undefined ? '' : `, if ${onlyIf}`}.`,
  ...(risk === undefined ? [] : [oneLine(`Risk: ${risk}`)]),
  '```json',
  after,
  '```',
]

/** The decision, what decided it, and what it depends on. */
export function evaluationText({
  decision,
  decidedBy,
  blockedBy,
  missingContext,
  rule,
  problems,
}: EvaluateAnswer): string {
  const person = decides(decision === 'explicitDeny', new Set(blockedBy))
  return [
    `Decision: ${decision}.`,
    ...(rule === undefined ? [] : [`AWS’s own rule: ${rule}.`]),
    ...decidedBy.map(
      ({ policyType, policy, statement, sid }) =>
        `Decided by ${policyType} policy ${quoted(policy)}, statement ${statement + 1}${sid ? ` (Sid ${quoted(sid)})` : ''}.`,
    ),
    ...(blockedBy.length > 0 ? [`Blocked by: ${blockedBy.join(', ')}.`] : []),
    ...(missingContext.length > 0 ? [`It depends on: ${missingContext.join(', ')}.`] : []),
    ...problems.map(({ message, policy = '' }) => oneLine(`Problem in policy ${quoted(policy)}: ${message}.`)),
    ...(person !== undefined && decision !== 'allowed' ? [person] : []),
    'Certainty: this holds for the policies that were given; others may take part.',
  ].join('\n')
}

/** The findings, the most severe first. */
export function findingsText(findings: readonly Finding[]): string {
  const shown = findings.filter(({ folded }) => !folded)
  if (shown.length === 0) return 'No findings.'
  const order = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION']
  const lines = shown
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
    .slice(0, 30)
    .map(({ type, code, line, column, message }) => oneLine(`${type} ${code} at ${line}:${column}: ${message}`))
  return [...lines, ...(shown.length > 30 ? [`… and ${shown.length - 30} more`] : [])].join('\n')
}

/** The result of a comparison with one example. */
export function comparisonText({ result, because, examples: [example] }: ComparisonAnswer): string {
  const certainty =
    result === 'pass'
      ? 'Proven.'
      : result === 'fail'
        ? 'Shown by an example that was evaluated.'
        : 'Unknown: neither proven nor disproven.'
  return [
    `Result: ${result}. ${certainty}`,
    oneLine(because),
    ...(example ? [`Example: ${JSON.stringify(example.request).slice(0, 1000)}`] : []),
    ...(result === 'pass' ? [] : ['A person must decide whether this change is wanted.']),
  ].join('\n')
}

/** Who can, who might, and what wasn't given. */
export function whoCanText({ principals, notSeen }: WhoCanAnswer): string {
  const able = principals.filter(({ decision }) => decision === 'allowed' || decision === 'undetermined')
  const lines = able.slice(0, 50).map(({ arn, decision, missingContext, via }) => {
    const how = decision === 'allowed' ? 'can' : `can, depending on ${missingContext.join(', ')}`
    return `- ${quoted(arn)} ${how}${via.length > 0 ? `, via ${via.map(quoted).join(' → ')}` : ''}`
  })
  return [
    `${able.length} of ${principals.length} principals can, or might.`,
    ...lines,
    ...(able.length > 50 ? [`… and ${able.length - 50} more`] : []),
    ...notSeen.map((gap) => `Not seen: ${gap}`),
  ].join('\n')
}
