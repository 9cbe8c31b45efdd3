import type { Verdict } from '../evaluate/index.ts'
import { gapSentence, gateSentence } from '../words/index.ts'

/** A decision for people: what decided it, what blocks the request, and what it depends on. */
export function verdictLines({
  decision,
  decidedBy,
  blockedBy,
  missingContext,
  rule,
  gates,
  notEvaluated,
  unsupportedKeys,
}: Verdict): readonly string[] {
  return [
    `decision: ${decision}`,
    ...(rule === undefined ? [] : [`rule: ${rule}`]),
    ...decidedBy.map(
      (ref) =>
        `decided by: ${ref.policyType} "${ref.policy}", statement ${ref.statement + 1}${ref.sid ? ` (${ref.sid})` : ''}`,
    ),
    ...(blockedBy.length > 0 ? [`blocked by: ${blockedBy.join(', ')}`] : []),
    ...(missingContext.length > 0 ? [`depends on: ${missingContext.join(', ')}`] : []),
    ...gates.map((gate) => `${gate.blocks ? 'x' : ' '} ${gate.state.padEnd(9)} ${gateSentence(gate)}`),
    ...unsupportedKeys.map((key) => `counts as absent: ${key}, which requests for this action never carry`),
    ...notEvaluated.map((code) => `not evaluated: ${gapSentence(code)}`),
  ]
}
