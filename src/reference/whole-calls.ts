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

/** The uses of an action ("service:Action", any case) whose further checks are known; empty where none are. */
export const wholeCallsOf = (action: string): readonly WholeCallRow[] => byAction.get(action.toLowerCase()) ?? []
