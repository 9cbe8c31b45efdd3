import { findAction, type Reference, wholeCallsOf } from '../reference/index.ts'
import { calledActions } from './called-action.ts'
import type { Case } from './diagnosis.ts'
import type { Diagnosis } from './written.ts'

/**
 * Services (prefixes, lower case) that the texts of a case do not spell out and whose data makes the answer more exact: the action's, where a
 * message names an operation or a tool says what it was doing, and those of the actions that come along with it, or with the operation around it.
 */
export function furtherServices(
  given: Pick<Case, 'paste' | 'policies'>,
  { request, denial }: Diagnosis,
  reference: Reference,
): readonly string[] {
  const [suggested, ...others] = denial.actionCandidates
  const action =
    request?.action ?? denial.action ?? denial.actionDerived ?? (others.length === 0 ? suggested : undefined)
  if (!action) return [denial.service ?? ''].filter((prefix) => reference.prefixes.has(prefix))
  const needs = [action, ...calledActions(given)]
    .flatMap(wholeCallsOf)
    .flatMap(({ needs: each }) => each.flatMap(({ actions }) => actions.split(' ')))
  const along = [...(findAction(reference, action).action?.dependentActions ?? []), ...needs]
  return [...new Set([action, ...along].map(prefixOf))].filter((prefix) => reference.prefixes.has(prefix))
}

const prefixOf = (action: string): string => action.slice(0, action.indexOf(':')).toLowerCase()
