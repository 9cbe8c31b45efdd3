import {
  compile,
  type Decision,
  type DocumentInput,
  type Facts,
  type PolicyInput,
  type Verdict,
} from '../evaluate/index.ts'
import type { Reference } from '../reference/index.ts'
import type { WantedRequest } from './read.ts'

/** One request, and what became of it. */
export interface AccessResult {
  readonly wanted: WantedRequest
  readonly verdict: Verdict
  readonly passed: boolean
}

/** Decides each request with the policies that all of them share. */
export function runAccessTests(
  requests: readonly WantedRequest[],
  {
    policies,
    facts,
    reference,
  }: { policies: readonly (PolicyInput | DocumentInput)[]; facts: Facts; reference: Reference },
): readonly AccessResult[] {
  const evaluator = compile(policies, facts, reference)
  return requests.map((wanted) => {
    const verdict = evaluator.explain(wanted.request)
    return { wanted, verdict, passed: isExpected(wanted.expect, verdict.decision) }
  })
}

const isExpected = (expect: WantedRequest['expect'], decision: Decision): boolean =>
  expect === 'denied' ? decision === 'explicitDeny' || decision === 'implicitDeny' : expect === decision
