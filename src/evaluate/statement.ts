import {
  type ActionPattern,
  type Caller,
  type Clause,
  fillIn,
  globMatch,
  matchPattern,
  type Resolve,
  type ResourcePattern,
  type Statement,
} from '../iam/index.ts'
import { answerOf, every, not, some } from './answer.ts'
import { type CompiledCondition, compileCondition, holds, resolveIn } from './condition.ts'
import type { Context } from './context.ts'
import { type Coverage, coverage, isSpared } from './principal-match.ts'
import type { Answer, StatementRef } from './verdict.ts'

/** A request made ready for matching. */
export interface Subject {
  readonly caller: Caller
  /** Lower-cased, the two sides of the colon. */
  readonly service: string
  readonly actionName: string
  readonly resource: string
  readonly context: Context
  readonly hasBoundary: boolean
}

/** A statement made ready for matching. */
export interface CompiledStatement {
  readonly ref: StatementRef
  readonly statement: Statement
  readonly effect: 'Allow' | 'Deny'
  readonly conditions: readonly CompiledCondition[]
}

/** Makes a statement ready; undefined where AWS would not accept it. */
export function compileStatement(
  statement: Statement,
  ref: StatementRef,
  variables: boolean,
): CompiledStatement | undefined {
  if (!statement.effective || !statement.effect) return undefined
  const conditions = statement.conditions.map((condition) => compileCondition(condition, variables))
  return { ref, statement, effect: statement.effect.value, conditions }
}

/** Does everything but the principal match? One "no" ends the walk. */
export function matches(compiled: CompiledStatement, subject: Subject): Answer {
  const { action, resource } = compiled.statement
  if (!action || !matchesAction(action, subject)) return 'no'
  const onResource = resource ? matchesResource(resource, subject) : 'yes'
  if (onResource === 'no') return 'no'
  return every([onResource, ...compiled.conditions.map((condition) => holds(condition, subject.context))])
}

/** How the statement's principal covers the caller: for a Deny any way will do. Statements without one cover nobody. */
export function covered({ statement, effect }: CompiledStatement, subject: Subject): Coverage | undefined {
  const { principal } = statement
  if (!principal) return undefined
  if (effect === 'Deny' && principal.sense === 'none-of') {
    return isSpared(principal, subject.caller, subject.hasBoundary) ? undefined : 'direct'
  }
  return coverage(principal, subject.caller)
}

/** Actions ignore case, in the service and in the name. */
export function matchesAction(clause: Clause<ActionPattern>, action: Pick<Subject, 'service' | 'actionName'>): boolean {
  const matched = clause.items.some(({ value }) => coversAction(value, action))
  return matched === (clause.sense === 'any-of')
}

/** One entry of Action against an action. */
export const coversAction = (
  pattern: ActionPattern,
  { service, actionName }: Pick<Subject, 'service' | 'actionName'>,
): boolean =>
  pattern.kind === 'all' ||
  (pattern.kind === 'action' && pattern.service === service && matchPattern(pattern.name, actionName))

/** Resources compare with case, and a wildcard may run past colons. */
export function matchesResource(
  clause: Clause<ResourcePattern>,
  { resource, context }: Pick<Subject, 'resource' | 'context'>,
): Answer {
  const resolve = resolveIn(context)
  const matched = some(clause.items.map(({ value }) => coversResource(value, resource, resolve)))
  return clause.sense === 'any-of' ? matched : not(matched)
}

/** One entry of Resource against a resource; unknown where it holds a variable that is. */
export function coversResource(pattern: ResourcePattern, resource: string, resolve: Resolve): Answer {
  if (pattern.kind === 'all') return 'yes'
  if (pattern.kind === 'invalid') return 'no'
  const filled = fillIn(pattern.whole, resolve)
  if (filled.is === 'glob') return answerOf(globMatch(filled.glob, resource))
  return filled.is === 'unknown' ? 'unknown' : 'no'
}
