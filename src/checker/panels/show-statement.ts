import type { StatementRef } from '../../evaluate/index.ts'
import { standingPolicies } from '../state.ts'
import type { Answered, Store } from '../store.ts'

/** Shows a place of a statement in its editor. */
export function showStatement(
  store: Store,
  { bench }: Answered,
  { policyIndex }: StatementRef,
  span: StatementRef['span'],
): void {
  const policy = standingPolicies(bench)[policyIndex]
  if (policy) store.send({ is: 'shown', spot: { policyId: policy.id, span } })
}
