import { keysAskedBy } from '../compare/index.ts'
import type { ContextInput, Evaluator, PolicyInput, Request } from '../evaluate/index.ts'

/**
 * The context with null for every key that the policies ask for and the request doesn't carry: the checker would ask for it otherwise. `evaluator`
 * decides with these policies.
 */
export function wholeContext(
  request: Request,
  policies: readonly PolicyInput[],
  evaluator: Evaluator,
): Readonly<Record<string, ContextInput>> {
  const context = new Map(Object.entries(request.context ?? {}))
  const derived = evaluator.explain(request).derived.map(({ key }) => key)
  const known = new Set([...context.keys(), ...derived].map((key) => key.toLowerCase()))
  for (const key of keysAskedBy(policies)) if (!known.has(key)) context.set(key, null)
  return Object.fromEntries(context)
}
