import { matchPattern, type Pattern } from '../iam/index.ts'
import type { Action, Service } from '../reference/index.ts'

/** The actions of a service that a name with or without wildcards stands for. Only a wildcard costs a walk over all of them. */
export function matchedActions(name: Pattern, { actions }: Service): readonly Action[] {
  if (!/[*?]/.test(name.raw)) {
    const action = actions.get(name.raw)
    return action ? [action] : []
  }
  return [...actions].filter(([key]) => matchPattern(name, key)).map(([, action]) => action)
}
