import { matchPattern, readPattern } from '../iam/index.ts'
import { closestAction } from './closest.ts'
import { renamedOperations } from './renamed-operations.ts'

/** Every action's name, by its service's prefix. */
export type ActionNames = ReadonlyMap<string, readonly string[]>

/** An action that a text may mean. */
export interface FoundAction {
  /** "service:Action" */
  readonly action: string
  /** If the text isn't an action but an API operation that requires this one: its name as typed. */
  readonly operation?: string
}

/** A longer list doesn't help. */
export const mostFound = 60

/**
 * Actions that a text may mean: "PutObj" (part of a name), "s3:put*" (a pattern), "s3 put" (a service and part of a name), "GetObjct" (a slip),
 * "ListObjectsV2" or "aws s3api list-objects-v2" (an operation, which asks for s3:ListBucket). The likeliest first: whole names, then
 * beginnings, then parts.
 */
export function searchActions(names: ActionNames, query: string): readonly FoundAction[] {
  const asked = query
    .trim()
    .replace(/^aws\s+/i, '')
    .replace(/^s3api\b/i, 's3')
  if (asked === '') return []
  const [, service, rest = asked] = /^([\w-]+)[:\s]\s*(.*)$/.exec(asked) ?? []
  const within =
    service === undefined ? undefined : [...names.keys()].filter((prefix) => prefix.startsWith(service.toLowerCase()))
  const typed = within && within.length > 0 ? rest.trim() : asked
  const prefixes = within && within.length > 0 ? within : [...names.keys()]
  // Lambda's events name its operations with a date: CreateFunction20150331.
  const wanted = typed
    .toLowerCase()
    .replaceAll(/[\s:-]/g, '')
    .replace(/20\d{6}(v\d)?$/, '')
  const found = prefixes.flatMap((prefix) => [
    ...operationIn(prefix, names, { wanted, typed }),
    ...rankedIn(prefix, names.get(prefix) ?? [], wanted),
  ])
  if (found.length > 0) {
    const inOrder = found.sort((a, b) => a.rank - b.rank || a.action.length - b.action.length)
    const seen = new Set<string>()
    const once = inOrder.filter(({ action }) => !seen.has(action) && seen.add(action))
    return once.slice(0, mostFound).map(({ rank: _, ...each }) => each)
  }
  return prefixes.flatMap((prefix) => slipIn(prefix, names.get(prefix) ?? [], wanted)).slice(0, mostFound)
}

interface Ranked extends FoundAction {
  readonly rank: number
}

function operationIn(
  prefix: string,
  names: ActionNames,
  { wanted, typed }: { readonly wanted: string; readonly typed: string },
): readonly Ranked[] {
  const action = renamedOperations.get(`${prefix}:${wanted}`)
  const [service = '', name = ''] = action?.split(':') ?? []
  const isAction = names.get(prefix)?.some((each) => each.toLowerCase() === wanted)
  return action && !isAction && names.get(service)?.includes(name) ? [{ action, operation: typed, rank: 0 }] : []
}

function rankedIn(prefix: string, names: readonly string[], wanted: string): Ranked[] {
  const pattern = /[*?]/.test(wanted) ? readPattern(wanted, false) : undefined
  return names.flatMap((name) => {
    const lower = name.toLowerCase()
    const at = lower.indexOf(wanted)
    if (pattern) return matchPattern(pattern, lower) ? [{ action: `${prefix}:${name}`, rank: 1 }] : []
    if (at < 0) return []
    return [{ action: `${prefix}:${name}`, rank: lower === wanted ? 0 : at === 0 ? 1 : 2 }]
  })
}

function slipIn(prefix: string, names: readonly string[], wanted: string): readonly FoundAction[] {
  const meant = closestAction(wanted, names)
  const name = names.find((each) => each.toLowerCase() === meant)
  return name === undefined ? [] : [{ action: `${prefix}:${name}` }]
}
