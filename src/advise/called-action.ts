import { calledOperation } from '../denial/index.ts'
import { passedToService, wholeCallsOf } from '../reference/index.ts'
import type { Case } from './diagnosis.ts'

type Pasted = Pick<Case, 'paste' | 'policies'>

/** Longer texts don't say more about which service was called. */
const longest = 20_000

/**
 * The actions behind the operation that a tool called, as it prints it: "when calling the CreateCluster operation". One where the name, or a service that
 * the paste or a policy names, decides it; several services have a CreateCluster.
 */
export function calledActions({ paste, policies }: Pasted): readonly string[] {
  const actions = calledOperation(paste)
  if (actions.length < 2) return actions
  const text = [paste, ...policies.map((policy) => policy.text)]
    .map((each) => each.slice(0, longest))
    .join('\n')
    .toLowerCase()
  const named = actions.filter((action) => {
    const prefix = action.slice(0, action.indexOf(':')).toLowerCase()
    return [`"${prefix}:`, ` ${prefix}:`, `:${prefix}:`, `aws ${prefix} `, `${prefix}.amazonaws.com`].some((mark) =>
      text.includes(mark),
    )
  })
  return named.length === 1 ? named : actions
}

/** The service that gets a role in this call; undefined where nothing tells, or where the operation's name is one of several services. */
export function passedToIn(pasted: Pasted): string | undefined {
  const [action, ...others] = calledActions(pasted)
  if (action === undefined || others.length > 0) return undefined
  return passedToService(action) ?? wholeCallsOf(action).find(({ passedTo }) => passedTo)?.passedTo
}
