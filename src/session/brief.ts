import type { Diagnosis, Fix } from '../advise/index.ts'
import { type GateResult, plainDetails, type StatementTrace, type Verdict } from '../evaluate/index.ts'

/** The most statements per gate to show at first, because a case can have hundreds. The user can ask for the others. */
export const shownAtFirst = 20

/** What the page shows of a diagnosis at once: copying every statement of every gate from thread to thread would take longer than deciding. */
export function brief(diagnosis: Diagnosis): Diagnosis {
  const { verdict, fixes, otherWay } = diagnosis
  return {
    ...diagnosis,
    verdict: verdict && {
      ...verdict,
      ...plainDetails(verdict),
      gates: verdict.gates.map(firstStatements),
      closest: verdict.closest.slice(0, shownAtFirst),
      // The page shows the gates of the part that fails; the verdicts on all parts are for reports.
      parts: [],
    },
    fixes: fixes.map(withBareProof),
    otherWay: otherWay && withBareProof(otherWay),
  }
}

/** Everything, as plain data: a message between threads leaves out what a verdict works out when it's read. */
export function whole(diagnosis: Diagnosis): Diagnosis {
  const { verdict, fixes, otherWay } = diagnosis
  return {
    ...diagnosis,
    verdict: verdict && plain(verdict),
    fixes: fixes.map(withBareProof),
    otherWay: otherWay && withBareProof(otherWay),
  }
}

const plain = (verdict: Verdict): Verdict => {
  const { gates, parts, ...details } = plainDetails(verdict)
  return {
    ...verdict,
    ...details,
    gates: gates.map((gate) => ({ ...withoutStatements(gate), statements: gate.statements })),
    parts: parts.map((part) => ({ ...part, verdict: plain(part.verdict) })),
  }
}

/** How many statements each gate of a diagnosis has. */
export const statementCounts = ({ verdict }: Diagnosis): readonly number[] =>
  verdict?.gates.map(({ statements }) => statements.length) ?? []

const firstStatements = (gate: GateResult): GateResult => ({
  ...withoutStatements(gate),
  statements: decidersFirst(gate.statements).slice(0, shownAtFirst),
})

/** Doesn't copy the whole object, because that would compute its statements. */
const withoutStatements = ({ kind, level, rule, state, blocks, reason }: GateResult): GateResult => ({
  kind,
  level,
  rule,
  state,
  blocks,
  reason,
  statements: [],
})

/** Statements that denied come first; the others stay in the order of the policies. */
export function decidersFirst(statements: readonly StatementTrace[]): readonly StatementTrace[] {
  const denied = ({ effect, answer }: StatementTrace): boolean => effect === 'Deny' && answer === 'yes'
  return [...statements.filter(denied), ...statements.filter((trace) => !denied(trace))]
}

const withBareProof = (fix: Fix): Fix => ({
  ...fix,
  proof: { before: bare(fix.proof.before), after: bare(fix.proof.after) },
})

/** A proof shows only decisions and gates. */
const bare = (verdict: Verdict): Verdict => ({
  ...verdict,
  derived: verdict.derived,
  unsupportedKeys: verdict.unsupportedKeys,
  notEvaluated: verdict.notEvaluated,
  gates: verdict.gates.map(withoutStatements),
  closest: [],
  parts: [],
})
