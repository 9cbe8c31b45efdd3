import { keysAskedBy } from '../compare/index.ts'
import type { ContextInput, Evaluator, PolicyInput, Request } from '../evaluate/index.ts'
import { packFragment } from '../session/fragment.ts'

/**
 * A request and the policies to decide it with, as the fragment that the checker opens (`#case=`); undefined where it would be too long. `evaluator`
 * decides with these policies.
 */
export function checkerLink(
  request: Request,
  policies: readonly PolicyInput[],
  evaluator: Evaluator,
): Promise<string | undefined> {
  const { principal, action, resource, resourceAccount } = request
  const given = {
    paste: '',
    policies: policies.map(({ type, name = 'Policy', target, text, document }) => ({
      name,
      type,
      target,
      text: text ?? JSON.stringify(document, null, 2),
    })),
    principal,
    action,
    resource,
    resourceAccount,
    context: wholeContext(request, policies, evaluator),
  }
  return packFragment(JSON.stringify({ whydenied: 1, case: given }))
}

/** The context with null for every key that the policies ask for and the request doesn't carry: the checker would ask for it otherwise. */
function wholeContext(
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
