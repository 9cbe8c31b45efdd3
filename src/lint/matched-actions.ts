import { type ActionPattern, matchPattern, type Pattern } from '../iam/index.ts'
import type { Action, Reference, Service } from '../reference/index.ts'

/** The actions of a service that match a name with or without wildcards. Only a wildcard requires a walk over all of them. */
export function matchedActions(name: Pattern, { actions }: Service): readonly Action[] {
  if (!name.raw.includes('*') && !name.raw.includes('?')) {
    const action = actions.get(name.raw)
    return action ? [action] : []
  }
  const matched: Action[] = []
  actions.forEach((action, key) => {
    if (matchPattern(name, key)) matched.push(action)
  })
  return matched
}

/** The actions that an entry of Action matches; undefined where its service isn't loaded, and for what names no service. */
export type Matched = (entry: ActionPattern) => readonly Action[] | undefined

/** Looks each entry of a policy up once, however many checks ask about it. */
export function matchedBy(reference: Reference | undefined): Matched {
  const found = new Map<ActionPattern, readonly Action[]>()
  return (entry) => {
    const service = entry.kind === 'action' ? reference?.services.get(entry.service) : undefined
    if (entry.kind !== 'action' || !service) return undefined
    const actions = found.get(entry) ?? matchedActions(entry.name, service)
    found.set(entry, actions)
    return actions
  }
}
