import { requestOf, type Scenario } from '../../content/rules/scenario.ts'
import { compile, type Verdict } from '../../src/evaluate/index.ts'
import type { Reference } from '../../src/reference/index.ts'

export * from '../../content/rules/scenario.ts'

/** Asks the engine; both ways of asking must agree. */
export function ask(scenario: Scenario, reference?: Reference): Verdict {
  const request = requestOf(scenario)
  const evaluator = compile(scenario.policies, scenario.facts, reference)
  const verdict = evaluator.explain(request)
  const word = evaluator.decide(request)
  if (word !== verdict.decision) throw new Error(`decide says ${word}, explain says ${verdict.decision}`)
  return verdict
}
