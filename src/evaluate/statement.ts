import {
  type ActionPattern,
  alwaysNamesResource,
  type Caller,
  type Clause,
  fillIn,
  globMatch,
  matchPattern,
  type ResourcePattern,
  type Statement,
  servicesNamingResource,
} from '../iam/index.ts'
import { and, answerOf, not, or } from './answer.ts'
import { type CompiledCondition, compileCondition, holds } from './condition.ts'
import { type Context, resolveIn } from './context.ts'
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

/** Makes a statement ready; undefined where AWS would not accept it. Trust and some resource policies name no resource. */
export function compileStatement(
  statement: Statement,
  ref: StatementRef,
  variables: boolean,
): CompiledStatement | undefined {
  if (!statement.effective || !statement.effect) return undefined
  if (!statement.resource && alwaysNamesResource.has(ref.policyType)) return undefined
  const conditions = statement.conditions.map((condition) => compileCondition(condition, variables))
  return { ref, statement, effect: statement.effect.value, conditions }
}

/** Does everything but the principal match? One "no" ends the walk. */
export function matches(compiled: CompiledStatement, subject: Subject): Answer {
  const { action, resource } = compiled.statement
  if (!action || !matchesAction(action, subject)) return 'no'
  if (!resource && compiled.ref.policyType === 'resource' && servicesNamingResource.has(subject.service)) return 'no'
  let answer = resource ? matchesResource(resource, subject) : 'yes'
  for (const condition of compiled.conditions) {
    if (answer === 'no') return 'no'
    answer = and(answer, holds(condition, subject.context))
  }
  return answer
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
  for (const { value } of clause.items) if (coversAction(value, action)) return clause.sense === 'any-of'
  return clause.sense === 'none-of'
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
  let matched: Answer = 'no'
  for (const { value } of clause.items) {
    matched = or(matched, coversResource(value, resource, context))
    if (matched === 'yes') break
  }
  return clause.sense === 'any-of' ? matched : not(matched)
}

/** One entry of Resource against a resource; unknown where it holds a variable that is. */
export function coversResource(pattern: ResourcePattern, resource: string, context: Context): Answer {
  if (pattern.kind === 'all') return 'yes'
  if (pattern.kind === 'invalid') return 'no'
  if (pattern.whole.glob) return answerOf(globMatch(pattern.whole.glob, resource))
  const filled = fillIn(pattern.whole, resolveIn(context))
  if (filled.is === 'glob') return answerOf(globMatch(filled.glob, resource))
  if (filled.is === 'unset') return 'no'
  return filled.widest && !globMatch(filled.widest, resource) ? 'no' : 'unknown'
}
