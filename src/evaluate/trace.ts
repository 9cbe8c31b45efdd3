import {
  type ActionPattern,
  type Clause,
  coversAction,
  fillIn,
  type PrincipalPattern,
  type ResourcePattern,
} from '../iam/index.ts'
import type { Span } from '../text/index.ts'
import { answerOf, every } from './answer.ts'
import { type CompiledCondition, holds } from './condition.ts'
import { resolveIn } from './context.ts'
import type { ContextValue } from './context-value.ts'
import type { EvaluationInput } from './gate.ts'
import { coverageOf } from './layers.ts'
import { coversOpenAction } from './open-entries.ts'
import { type Coverage, uncertainEntry } from './principal-match.ts'
import type { ActualValue, ElementReason } from './reasons.ts'
import { actionSlip, resourceSlip } from './slips.ts'
import { actionAnswer, type CompiledStatement, coversResource, matchesResource } from './statement.ts'
import type { Answer, ElementTrace, StatementTrace } from './verdict.ts'

/** Why a statement matched or not, element by element; made after the decision, for people. */
export function traceStatement(compiled: CompiledStatement, input: EvaluationInput): StatementTrace {
  const { statement, ref, effect } = compiled
  const elements: ElementTrace[] = []
  if (statement.principal) elements.push(tracePrincipal(statement.principal, compiled, input))
  const action = statement.action && traceAction(statement.action, input)
  if (action) elements.push(action)
  // How an ARN was probably meant is of interest only in statements about this action, and takes long to find out.
  const isAbout = (action !== undefined && action.answer !== 'no') || action?.reason.code === 'action-slip'
  if (statement.resource) elements.push(traceResource(statement.resource, input, isAbout))
  for (const condition of compiled.conditions) elements.push(traceCondition(condition, input))
  const answer = coverageOf(compiled, input) ? every(elements.map((element) => element.answer)) : 'no'
  return { ref, effect, answer, elements }
}

function tracePrincipal(
  principal: Clause<PrincipalPattern>,
  compiled: CompiledStatement,
  input: EvaluationInput,
): ElementTrace {
  const coverage = coverageOf(compiled, input)
  const element = principal.sense === 'none-of' ? 'NotPrincipal' : 'Principal'
  const open = coverage ? uncertainEntry(principal, input) : undefined
  if (open)
    return {
      element,
      answer: 'unknown',
      span: open.span,
      reason: { code: 'variable-unknown', pattern: open.value.raw },
    }
  return {
    element,
    answer: answerOf(coverage !== undefined),
    span: principal.span,
    reason: principalReason(principal, coverage, input.caller.arn),
  }
}

function principalReason(
  principal: Clause<PrincipalPattern>,
  coverage: Coverage | undefined,
  caller: string,
): ElementReason {
  if (principal.sense === 'none-of') {
    return { code: coverage ? 'principal-not-left-out' : 'principal-left-out', caller }
  }
  if (coverage === 'account') return { code: 'principal-covers-account' }
  if (coverage) return { code: 'principal-covers', caller }
  return { code: 'principal-misses', names: principal.items.map(({ value }) => value.raw), caller }
}

function traceAction(clause: Clause<ActionPattern>, input: EvaluationInput): ElementTrace {
  const { action } = input.request
  const hit = clause.items.find(({ value }) => coversAction(value, input.service, input.actionName))
  const negated = clause.sense === 'none-of'
  const element = negated ? 'NotAction' : 'Action'
  const answer = actionAnswer(clause, input)
  const open = hit ? undefined : openEntry(clause, input)
  if (open) return { element, answer, span: open.span, reason: openReason(open.value, answer, input) }
  const slip = hit || negated ? undefined : actionSlip(clause, input)
  if (slip) return { element: 'Action', answer, ...slip }
  if (!hit) {
    return {
      element,
      answer,
      span: clause.span,
      reason: { code: negated ? 'action-not-left-out' : 'action-not-covered', action },
    }
  }
  const code = negated ? 'action-left-out' : 'action-covered'
  return { element, answer, span: hit.span, reason: { code, pattern: hit.value.raw, action } }
}

type OpenAction = Extract<ActionPattern, { kind: 'open' }>

/** The entry with a name without a value that decides. */
function openEntry(
  clause: Clause<ActionPattern>,
  input: EvaluationInput,
): { readonly value: OpenAction; readonly span: Span } | undefined {
  for (const { value, span } of clause.items)
    if (value.kind === 'open' && coversOpenAction(value, input) !== 'no') return { value, span }
  return undefined
}

function openReason(
  { raw: pattern }: OpenAction,
  answer: Answer,
  { request: { action } }: EvaluationInput,
): ElementReason {
  if (answer === 'unknown') return { code: 'variable-unknown', pattern }
  return { code: answer === 'yes' ? 'action-covered' : 'action-left-out', pattern, action }
}

function traceResource(clause: Clause<ResourcePattern>, input: EvaluationInput, isAbout: boolean): ElementTrace {
  const answer = matchesResource(clause, input)
  const hit = clause.items.find(({ value }) => coversResource(value, input.resource, input.context) !== 'no')
  return {
    element: clause.sense === 'none-of' ? 'NotResource' : 'Resource',
    answer,
    span: hit?.span ?? clause.span,
    reason: hit
      ? hitResource(hit.value.raw, { negated: clause.sense === 'none-of', answer, resource: input.resource })
      : missedResource(clause, input, isAbout),
  }
}

function hitResource(
  pattern: string,
  { negated, answer, resource }: { readonly negated: boolean; readonly answer: Answer; readonly resource: string },
): ElementReason {
  if (answer === 'unknown') return { code: 'variable-unknown', pattern }
  return { code: negated ? 'resource-left-out' : 'resource-covered', pattern, resource }
}

function missedResource(
  clause: Clause<ResourcePattern>,
  { resource, request }: EvaluationInput,
  isAbout: boolean,
): ElementReason {
  if (clause.sense === 'none-of') return { code: 'resource-not-left-out', resource }
  const names = clause.items.map(({ value }) => value.raw)
  if (resource === '*') return { code: 'resource-needs-star', names, action: request.action }
  return (isAbout ? resourceSlip(clause, resource) : undefined) ?? { code: 'resource-missed', names, resource }
}

function traceCondition(compiled: CompiledCondition, { context, request }: EvaluationInput): ElementTrace {
  const { condition } = compiled
  const value = context.lookup(compiled.key)
  const answer = holds(compiled, context)
  const reason: ElementReason = {
    code: 'condition',
    operator: condition.operator.written,
    key: condition.key.value,
    values: condition.values.map(({ value: { raw } }) => raw),
    actual: actualOf(value, compiled),
    neverIn: value.is === 'absent' && context.neverCarries(compiled.key) ? request.action : undefined,
    time: answer === 'no' ? timeOf(compiled, value) : undefined,
    variableUnknown: condition.values.some(
      ({ value: { pattern } }) => fillIn(pattern, resolveIn(context)).is !== 'glob',
    ),
  }
  return { element: 'Condition', answer, span: condition.span, reason }
}

function actualOf(value: ContextValue, { operator }: CompiledCondition): ActualValue {
  switch (value.is) {
    case 'absent':
    case 'unknown':
      return { is: value.is }
    case 'single':
      return { is: 'values', values: [value.value] }
    case 'multi':
      return operator.quantifier === 'single' ? { is: 'several' } : { is: 'values', values: value.values }
  }
}

/** A period that is over, or has not begun, is why a policy that worked stops working. */
function timeOf({ operator }: CompiledCondition, value: ContextValue): 'over' | 'to-come' | undefined {
  if (operator.comparison !== 'date' || operator.negated || value.is !== 'single') return undefined
  if (operator.order.startsWith('less')) return 'over'
  return operator.order.startsWith('greater') ? 'to-come' : undefined
}
