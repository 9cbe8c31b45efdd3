import { matchPattern, type Pattern } from '../iam/index.ts'
import type { Action, Service } from '../reference/index.ts'

/** The actions of a service that match a name with or without wildcards. Only a wildcard requires a walk over all of them. */
export function matchedActions(name: Pattern, { actions }: Service): readonly Action[] {
  if (!/[*?]/.test(name.raw)) {
    const action = actions.get(name.raw)
    return action ? [action] : []
  }
  return [...actions].filter(([key]) => matchPattern(name, key)).map(([, action]) => action)
}
