import type { Evaluator, PolicyInput, Request } from '../evaluate/index.ts'
import { packFragment } from '../session/fragment.ts'
import { wholeContext } from '../session/whole-context.ts'

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
