import type { WholeCallRow } from './fact-rows.ts'
import { wholeCallRows } from './facts/whole-calls.ts'

/** AWS writes a hole with a dollar sign. */
const withHoles = (on: string): string => on.replaceAll('{', '$' + '{')

const byAction = new Map<string, readonly WholeCallRow[]>()
for (const row of wholeCallRows) {
  const key = row.action.toLowerCase()
  const needs = row.needs.map((need) => (need.on === undefined ? need : { ...need, on: withHoles(need.on) }))
  byAction.set(key, [...(byAction.get(key) ?? []), { ...row, needs }])
}

const callers = new Map<string, ReadonlySet<string>>()
for (const { needs } of wholeCallRows) {
  for (const { actions, via, tools } of needs) {
    if (via === undefined || tools !== undefined) continue
    for (const action of actions.toLowerCase().split(' ')) {
      callers.set(action, new Set([...(callers.get(action) ?? []), via]))
    }
  }
}

/** The services ("s3.amazonaws.com") that call this action ("service:Action", any case) with the caller's permissions; empty where none is known. */
export const callingServices = (action: string): readonly string[] => [...(callers.get(action.toLowerCase()) ?? [])]

/** The uses of an action ("service:Action", any case) whose further checks are known; empty where none are. */
export const wholeCallsOf = (action: string): readonly WholeCallRow[] => byAction.get(action.toLowerCase()) ?? []

const byOperation: ReadonlyMap<string, readonly WholeCallRow[]> = Map.groupBy(wholeCallRows, ({ action }) =>
  action.slice(action.indexOf(':') + 1).toLowerCase(),
)

const rowsNamed = (operation: string): readonly WholeCallRow[] => byOperation.get(operation.toLowerCase()) ?? []

/** The actions of this name ("CreateCluster", any case) whose further checks are known, of whatever service: "eks:CreateCluster". */
export const wholeCallsNamed = (operation: string): readonly string[] => [
  ...new Set(rowsNamed(operation).map(({ action }) => action)),
]

/** The calls of which this action ("service:Action") is a part: those that check it in addition to their own. */
export const wholeCallsWith = (action: string): readonly WholeCallRow[] =>
  [...byAction.values()]
    .flat()
    .filter(({ needs }) =>
      needs.some(({ actions, tools }) => tools === undefined && actions.split(' ').includes(action)),
    )

/**
 * The services whose service-linked role a call to this operation ("CreateLoadBalancer", of whatever service) can create:
 * "elasticloadbalancing.amazonaws.com". Empty where none is known.
 */
export const linkedServicesOf = (operation: string): readonly string[] => [
  ...new Set(
    rowsNamed(operation)
      .flatMap(({ needs }) => needs)
      .filter(({ actions }) => actions.split(' ').includes('iam:CreateServiceLinkedRole'))
      .flatMap(({ on }) => /aws-service-role\/([\w.-]+)\//.exec(on ?? '')?.[1] ?? []),
  ),
]
