import { matchPattern, type Pattern } from '../iam/index.ts'
import type { Action, Service } from '../reference/index.ts'

/** The actions of a service that match a name with or without wildcards. Only a wildcard requires a walk over all of them. */
export function matchedActions(name: Pattern, { actions }: Service): readonly Action[] {
  if (!name.raw.includes('*') && !name.raw.includes('?')) {
    const action = actions.get(name.raw)
    return action ? [action] : []
  }
  const matched: Action[] = []
  for (const [key, action] of actions) if (matchPattern(name, key)) matched.push(action)
  return matched
}
