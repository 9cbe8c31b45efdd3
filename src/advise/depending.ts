import type { GateResult, Question, Verdict } from '../evaluate/index.ts'
import { isNonEmpty } from '../text/index.ts'

/**
 * A verdict as one that depends on what the case leaves open: a mask, or a resource that nothing names. `canBeAllowed`: some value of it allows the
 * call. Undefined where there is nothing to ask for.
 */
export function dependingOn(
  verdict: Verdict,
  questions: readonly Question[],
  canBeAllowed: boolean,
): Verdict | undefined {
  const keys = questions.map(({ key }) => key)
  if (!isNonEmpty(keys)) return undefined
  return {
    gates: verdict.gates.map(unblocking),
    closest: [],
    derived: verdict.derived,
    unsupportedKeys: verdict.unsupportedKeys,
    notEvaluated: verdict.notEvaluated,
    parts: [],
    decision: 'undetermined',
    decidedBy: [],
    rule: undefined,
    blockedBy: [],
    missing: [],
    missingContext: keys,
    questions,
    canBeAllowed,
  }
}

/** The gate as one that doesn't decide. Not a spread: its statements are worked out when someone reads them. */
const unblocking = (gate: GateResult): GateResult => ({
  kind: gate.kind,
  level: gate.level,
  rule: gate.rule,
  state: gate.state,
  blocks: false,
  reason: gate.reason,
  get statements() {
    return gate.statements
  },
})
