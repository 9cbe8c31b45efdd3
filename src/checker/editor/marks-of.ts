import type { StatementRef, Verdict } from '../../evaluate/index.ts'
import { type BenchPolicy, standingPolicies } from '../state.ts'
import type { Answered } from '../store.ts'
import type { Mark, MarkKind } from './marks.ts'

/** What to mark in a policy: its statements that decided, else those that came nearest to an Allow. Nothing once the text has changed. */
export function marksOf(answered: Answered | undefined, { id, text }: BenchPolicy): readonly Mark[] {
  const verdict = answered?.answer.diagnosis.verdict
  if (!answered || !verdict) return []
  const policies = standingPolicies(answered.bench)
  const index = policies.findIndex((policy) => policy.id === id)
  if (policies[index]?.text !== text) return []
  const marks = (refs: readonly StatementRef[], kind: MarkKind): readonly Mark[] =>
    refs.filter(({ policyIndex }) => policyIndex === index).map(({ span }) => ({ kind, span }))
  const decided = marks(verdict.decidedBy, verdict.decision === 'allowed' ? 'allow' : 'deny')
  const near = verdict.decision === 'allowed' ? [] : nearest(verdict)
  return [...decided, ...marks(near, 'near')]
}

/** The statement that came nearest, where nothing denies explicitly. */
const nearest = ({ decision, closest }: Verdict): readonly StatementRef[] =>
  decision === 'explicitDeny' ? [] : closest.slice(0, 3).map(({ ref }) => ref)
