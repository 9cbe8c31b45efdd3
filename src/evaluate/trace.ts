import { type ActionPattern, type Clause, fillIn, type PolicyType, type ResourcePattern } from '../iam/index.ts'
import { answerOf, every } from './answer.ts'
import { type CompiledCondition, holds } from './condition.ts'
import { resolveIn } from './context.ts'
import type { ContextValue } from './context-value.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import { coverageOf } from './layers.ts'
import { actionSlip, resourceSlip } from './slips.ts'
import { type CompiledStatement, coversAction, coversResource, matchesAction, matchesResource } from './statement.ts'
import type { ElementTrace, StatementTrace } from './verdict.ts'

/** Why a statement matched or not, element by element; made after the decision, for people. */
export function traceStatement(compiled: CompiledStatement, input: EvaluationInput): StatementTrace {
  const { statement, ref, effect } = compiled
  const type = ref.policyType
  const elements: ElementTrace[] = []
  if (statement.principal) elements.push(tracePrincipal(compiled, type, input))
  const action = statement.action && traceAction(statement.action, input)
  if (action) elements.push(action)
  // How an ARN was probably meant is of interest only in statements about this action, and takes long to find out.
  const isAbout = action?.answer === 'yes' || action?.isSlip === true
  if (statement.resource) elements.push(traceResource(statement.resource, input, isAbout))
  for (const condition of compiled.conditions) elements.push(traceCondition(condition, input))
  const answer = coverageOf(type, compiled, input) ? every(elements.map((element) => element.answer)) : 'no'
  return { ref, effect, answer, elements }
}

function tracePrincipal(compiled: CompiledStatement, type: PolicyType, input: EvaluationInput): ElementTrace {
  const { principal, span } = compiled.statement
  const coverage = coverageOf(type, compiled, input)
  const caller = `\`${input.caller.arn}\``
  const names = list(principal?.items.map(({ value }) => value.raw) ?? [])
  const negated = principal?.sense === 'none-of'
  const because = {
    spared: `${caller} is among those it leaves out`,
    hit: `${caller} is not among those it leaves out`,
    account: "it names the account, which hands the decision to the account's own policies",
    covered: `it covers ${caller}`,
    missed: `it names ${names}, not ${caller}`,
  }
  const why = negated
    ? because[coverage ? 'hit' : 'spared']
    : because[coverage === 'account' ? 'account' : coverage ? 'covered' : 'missed']
  return {
    element: negated ? 'NotPrincipal' : 'Principal',
    answer: answerOf(coverage !== undefined),
    span: principal?.span ?? span,
    why,
  }
}

function traceAction(clause: Clause<ActionPattern>, input: EvaluationInput): ElementTrace {
  const action = `\`${input.request.action}\``
  const hit = clause.items.find(({ value }) => coversAction(value, input))
  const negated = clause.sense === 'none-of'
  const answer = answerOf(matchesAction(clause, input))
  const slip = hit || negated ? undefined : actionSlip(clause, input)
  if (slip) return { element: 'Action', answer, ...slip, isSlip: true }
  const why = hit
    ? `\`${hit.value.raw}\` ${negated ? `leaves ${action} out` : `covers ${action}`}`
    : negated
      ? `${action} is not among the actions it leaves out`
      : `none of its actions covers ${action}`
  return { element: negated ? 'NotAction' : 'Action', answer, span: hit?.span ?? clause.span, why }
}

function traceResource(clause: Clause<ResourcePattern>, input: EvaluationInput, isAbout: boolean): ElementTrace {
  const answer = matchesResource(clause, input)
  const negated = clause.sense === 'none-of'
  const hit = clause.items.find(({ value }) => coversResource(value, input.resource, input.context) !== 'no')
  const element = negated ? 'NotResource' : 'Resource'
  return {
    element,
    answer,
    span: hit?.span ?? clause.span,
    why: resourceSentence(hit?.value.raw, { clause, input, open: answer === 'unknown', isAbout }),
  }
}

function resourceSentence(
  hit: string | undefined,
  {
    clause,
    input,
    open,
    isAbout,
  }: { clause: Clause<ResourcePattern>; input: EvaluationInput; open: boolean; isAbout: boolean },
): string {
  const asked = input.resource === '*' ? 'all resources' : `\`${input.resource}\``
  if (open) return `\`${hit}\` holds a variable whose value is not known`
  if (clause.sense === 'none-of')
    return hit === undefined ? `${asked} is not among the resources it leaves out` : `\`${hit}\` leaves ${asked} out`
  return hit === undefined ? missedResource(clause, input, isAbout) : `\`${hit}\` covers ${asked}`
}

function missedResource(
  clause: Clause<ResourcePattern>,
  { resource, request }: EvaluationInput,
  isAbout: boolean,
): string {
  const names = list(clause.items.map(({ value }) => value.raw))
  if (resource === '*')
    return `\`${request.action}\` was asked for all resources (\`*\`), and the statement names ${names}`
  return (isAbout ? resourceSlip(clause, resource) : undefined) ?? `it names ${names}, not \`${resource}\``
}

function traceCondition(
  compiled: CompiledCondition,
  { context, neverCarries, request }: EvaluationInput,
): ElementTrace {
  const { condition } = compiled
  const key = condition.key.value
  const wanted = list(condition.values.map(({ value }) => value.raw))
  const open = condition.values.some(({ value }) => fillIn(value.pattern, resolveIn(context)).is !== 'glob')
  const value = context.lookup(compiled.key)
  const never =
    value.is === 'absent' && neverCarries(compiled.key) ? `, and \`${request.action}\` never carries it` : ''
  const answer = holds(compiled, context)
  const actual = actualInWords(key, value, compiled) + never + (answer === 'no' ? timeInWords(compiled, value) : '')
  const why = `${condition.operator.written} \`${key}\` ${wanted}: ${actual}${open ? ', and a variable has no known value' : ''}`
  return { element: 'Condition', answer, span: condition.span, why, key }
}

function actualInWords(key: string, value: ContextValue, { operator }: CompiledCondition): string {
  switch (value.is) {
    case 'absent':
      return `the request has no \`${key}\``
    case 'unknown':
      return `\`${key}\` is not known`
    case 'single':
      return `the request has ${value.value === '' ? 'an empty text' : `\`${value.value}\``}`
    case 'multi':
      return operator?.quantifier === 'single'
        ? 'the request has several values, which this operator never matches'
        : `the request has ${list(value.values)}`
  }
}

/** A period that is over, or has not begun, is why a policy that worked stops working. */
function timeInWords({ operator }: CompiledCondition, value: ContextValue): string {
  if (operator?.comparison !== 'date' || operator.negated || value.is !== 'single') return ''
  if (operator.order.startsWith('less')) return ', when that time is over'
  return operator.order.startsWith('greater') ? ', when that time has not come yet' : ''
}

function list(texts: readonly string[]): string {
  if (texts.length === 0) return 'nothing'
  const shown = texts.slice(0, 4).map((text) => `\`${text}\``)
  return texts.length > shown.length ? `${shown.join(', ')} and ${texts.length - shown.length} more` : shown.join(', ')
}
