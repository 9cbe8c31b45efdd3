import {
  type ActionPattern,
  alwaysNamesResource,
  type Caller,
  type Clause,
  coversAction,
  fillIn,
  globMatch,
  namesPrincipals,
  type ResourcePattern,
  type Statement,
  servicesNamingResource,
} from '../iam/index.ts'
import { and, answerOf, not, or } from './answer.ts'
import { type CompiledCondition, compileCondition, holds } from './condition.ts'
import { type Context, resolveIn } from './context.ts'
import { coversOpenAction, mayCoverAction, withEachEffect } from './open-entries.ts'
import { type Coverage, coverage, isSpared, uncertainEntry } from './principal-match.ts'
import type { Answer, StatementRef } from './verdict.ts'

/** A request prepared for matching. */
export interface Subject {
  readonly caller: Caller
  /** Lower-cased, the two sides of the colon. */
  readonly service: string
  readonly actionName: string
  readonly resource: string
  readonly context: Context
  readonly hasBoundary: boolean
}

/** A compiled statement. */
export interface CompiledStatement {
  readonly ref: StatementRef
  readonly statement: Statement
  readonly effect: 'Allow' | 'Deny'
  readonly conditions: readonly CompiledCondition[]
  /** Do statements of its policy type have a Principal? */
  readonly namesPrincipals: boolean
  /** Undefined where the statement is about every resource, or names none. */
  readonly resource: Clause<ResourcePattern> | undefined
  /** Do Action or Principal hold a name whose value isn't known? */
  readonly isOpen: boolean
  /** The services that its actions name (prefixes in lower case); undefined: any. */
  readonly services: ReadonlySet<string> | undefined
}

/**
 * Compiles a statement: none if AWS would not accept it. A statement whose Effect is open becomes two, and one whose Principal leaves entries open
 * becomes several, because each entry can cover the caller in a way of its own.
 */
export const compileStatements = (
  statement: Statement,
  ref: StatementRef,
  variables: boolean,
): readonly CompiledStatement[] =>
  withEachEffect(statement)
    .flatMap(withOneOpenPrincipal)
    .flatMap((part) => compileStatement(part, ref, variables) ?? [])

function withOneOpenPrincipal(statement: Statement): readonly Statement[] {
  const { principal } = statement
  if (principal?.sense !== 'any-of' || principal.items.length < 2) return [statement]
  const [open, known] = [true, false].map((isOpen) =>
    principal.items.filter(({ value }) => (value.kind === 'open') === isOpen),
  )
  if (!open || !known || open.length === 0) return [statement]
  const parts = [...(known.length > 0 ? [known] : []), ...open.map((entry) => [entry])]
  return parts.map((items) => ({ ...statement, principal: { ...principal, items } }))
}

/** Trust policies and some resource-based policies name no resource. */
function compileStatement(statement: Statement, ref: StatementRef, variables: boolean): CompiledStatement | undefined {
  if (!statement.effective || !statement.effect) return undefined
  if (!statement.resource && alwaysNamesResource.has(ref.policyType)) return undefined
  const conditions = statement.conditions.flatMap((condition) => compileCondition(condition, variables) ?? [])
  if (conditions.length < statement.conditions.length) return undefined
  return {
    ref,
    statement,
    effect: statement.effect.value,
    conditions,
    namesPrincipals: namesPrincipals.has(ref.policyType),
    resource: narrowing(statement.resource),
    isOpen: isOpen(statement.action) || isOpen(statement.principal),
    services: servicesOf(statement),
  }
}

const isOpen = (clause: Clause<{ readonly kind: string }> | undefined): boolean =>
  clause?.items.some(({ value }) => value.kind === 'open') === true

function servicesOf({ action }: Statement): ReadonlySet<string> | undefined {
  if (!action || action.sense === 'none-of' || isForAny(action)) return undefined
  return new Set(action.items.flatMap(({ value }) => (value.kind === 'action' ? value.service : [])))
}

/** A name without a value may mean any service. */
const isForAny = ({ items }: Clause<ActionPattern>): boolean =>
  items.some(({ value }) => value.kind === 'all' || value.kind === 'open')

const narrowing = (clause: Clause<ResourcePattern> | undefined): Clause<ResourcePattern> | undefined =>
  clause?.sense === 'any-of' && clause.items.some(({ value }) => value.kind === 'all') ? undefined : clause

/** Can the statement match requests for this action? */
export function isAbout(
  { statement, ref }: CompiledStatement,
  asked: Pick<Subject, 'service' | 'actionName'>,
): boolean {
  const { action, resource } = statement
  if (!resource && ref.policyType === 'resource' && servicesNamingResource.has(asked.service)) return false
  return action !== undefined && mayMatchAction(action, asked)
}

/** Do resource and conditions of a statement about the action match? One "no" ends the walk. */
export function matches(compiled: CompiledStatement, subject: Subject): Answer {
  const { resource } = compiled
  let answer = compiled.isOpen ? matchesOpen(compiled, subject) : 'yes'
  if (resource && answer !== 'no') answer = and(answer, matchesResource(resource, subject))
  for (const condition of compiled.conditions) {
    if (answer === 'no') return 'no'
    answer = and(answer, holds(condition, subject.context))
  }
  return answer
}

/** Do an action and a principal match that hold a name without a value? The principal seems to cover the caller. */
function matchesOpen({ statement: { action, principal } }: CompiledStatement, subject: Subject): Answer {
  const byAction = action ? actionAnswer(action, subject) : 'yes'
  return principal && uncertainEntry(principal, subject) ? and(byAction, 'unknown') : byAction
}

/** How the statement's principal covers the caller; for a Deny, any way is enough. A statement without a principal covers no one. */
export function covered({ statement, effect }: CompiledStatement, subject: Subject): Coverage | undefined {
  const { principal } = statement
  if (!principal) return undefined
  if (effect === 'Deny' && principal.sense === 'none-of') {
    return isSpared(principal, subject, subject.hasBoundary) ? undefined : 'direct'
  }
  return coverage(principal, subject)
}

/** Actions ignore case, in the service and in the name. */
export function matchesAction(
  clause: Clause<ActionPattern>,
  { service, actionName }: Pick<Subject, 'service' | 'actionName'>,
): boolean {
  const isNamed = clause.items.some(({ value }) => coversAction(value, service, actionName))
  return isNamed === (clause.sense === 'any-of')
}

/** Can the clause match the action, whatever the values are that the document leaves open? */
function mayMatchAction(clause: Clause<ActionPattern>, asked: Pick<Subject, 'service' | 'actionName'>): boolean {
  if (clause.sense === 'none-of' || !isOpen(clause)) return matchesAction(clause, asked)
  return clause.items.some(
    ({ value }) =>
      coversAction(value, asked.service, asked.actionName) ||
      (value.kind === 'open' && mayCoverAction(value, asked.service, asked.actionName)),
  )
}

/** The same as `matchesAction`, unknown where a name without a value decides. */
export function actionAnswer(
  clause: Clause<ActionPattern>,
  subject: Pick<Subject, 'service' | 'actionName' | 'context'>,
): Answer {
  let named: Answer = 'no'
  for (const { value } of clause.items) {
    const { service, actionName } = subject
    named = or(
      named,
      value.kind === 'open' ? coversOpenAction(value, subject) : answerOf(coversAction(value, service, actionName)),
    )
  }
  return clause.sense === 'any-of' ? named : not(named)
}

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
  return !globMatch(filled.widest, resource) ? 'no' : 'unknown'
}
