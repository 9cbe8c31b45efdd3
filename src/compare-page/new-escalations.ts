import { sampleResources } from '../compare/index.ts'
import { compile, type Evaluator, type PolicyInput } from '../evaluate/index.ts'
import { escalationPaths, passRolePaths, serviceEscalationPaths } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import type { NewEscalation } from './messages.ts'

/** Someone whom no policy names. */
const someone = 'arn:aws:iam::111122223333:user/someone'

/**
 * Ways to more permissions that only the new side allows, with all policies of a side and what surrounds them: every action of the way is allowed on
 * a resource that no policy names. `evaluate` decides each of these requests; what depends on more than that isn't listed.
 */
export function newEscalations(
  old: readonly PolicyInput[],
  now: readonly PolicyInput[],
  reference: Reference | undefined,
): readonly NewEscalation[] {
  const [before, after] = [
    grantsOf(compile(old, {}, reference), reference),
    grantsOf(compile(now, {}, reference), reference),
  ]
  return [...escalationPaths, ...passRolePaths, ...serviceEscalationPaths].flatMap(
    ({ actions, how, passedTo, source }) => {
      const isOpen = (grants: typeof after): boolean => actions.every((action) => grants(action, passedTo))
      return isOpen(after) && !isOpen(before) ? [{ actions, how, source }] : []
    },
  )
}

/** Does a side allow an action on some resource that no policy names? */
function grantsOf(
  evaluator: Evaluator,
  reference: Reference | undefined,
): (action: string, passedTo: string | undefined) => boolean {
  const known = new Map<string, boolean>()
  return (action, passedTo) => {
    const name = `${action} ${passedTo}`
    const context = action === 'iam:PassRole' && passedTo !== undefined ? { 'iam:PassedToService': passedTo } : {}
    const isGranted =
      known.get(name) ??
      sampleResources(action, reference).some(
        (resource) =>
          evaluator.decide({ principal: someone, action, resource, context, contextIs: 'complete' }) === 'allowed',
      )
    known.set(name, isGranted)
    return isGranted
  }
}
