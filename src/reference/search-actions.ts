import { matchPattern, readPattern } from '../iam/index.ts'
import { closest } from './closest.ts'

/** Every action's name, by its service's prefix. */
export type ActionNames = ReadonlyMap<string, readonly string[]>

/** More than this is no answer. */
const mostFound = 60

/**
 * Actions that a text may mean: "PutObj" (part of a name), "s3:put*" (a pattern), "s3 put" (a service and part of a name), "GetObjct" (a slip).
 * As "service:Action", the likeliest first: whole names, then beginnings, then parts.
 */
export function searchActions(names: ActionNames, query: string): readonly string[] {
  const asked = query.trim().toLowerCase()
  if (asked === '') return []
  const [, service, rest = asked] = /^([\w-]+)[:\s]\s*(.*)$/.exec(asked) ?? []
  const within = service === undefined ? undefined : [...names.keys()].filter((prefix) => prefix.startsWith(service))
  const prefixes = within && within.length > 0 ? within : [...names.keys()]
  const wanted = within && within.length > 0 ? rest.trim() : asked.replaceAll(/[\s:]/g, '')
  const found = prefixes.flatMap((prefix) => rankedIn(prefix, names.get(prefix) ?? [], wanted))
  if (found.length > 0) {
    const inOrder = found.sort((a, b) => a.rank - b.rank || a.action.length - b.action.length)
    return inOrder.slice(0, mostFound).map(({ action }) => action)
  }
  return prefixes.flatMap((prefix) => slipIn(prefix, names.get(prefix) ?? [], wanted)).slice(0, mostFound)
}

interface Ranked {
  readonly action: string
  readonly rank: number
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

function slipIn(prefix: string, names: readonly string[], wanted: string): readonly string[] {
  const meant = closest(
    wanted,
    names.map((name) => name.toLowerCase()),
  )
  const name = names.find((each) => each.toLowerCase() === meant)
  return name === undefined ? [] : [`${prefix}:${name}`]
}
