// Request + policies → decision with its reasons.

export { actionsByScope, scopeOf } from './action-scopes.ts'
export { actionReader } from './asked-action.ts'
export {
  compile,
  compilePrepared,
  type Evaluator,
  type PolicyInput,
  type PreparedPolicy,
  prepare,
  preparePolicy,
  readOf,
  statementsOf,
} from './compile.ts'
export { holds } from './condition.ts'
export { type Context, withKeys } from './context.ts'
export { absent, type ContextValue, single } from './context-value.ts'
export type { DocumentInput } from './documents.ts'
export { inputReader } from './evaluation-input.ts'
export { plainDetails } from './explain.ts'
export { isFactName } from './fact-keys.ts'
export type { EvaluationInput } from './gate.ts'
export { type GateRow, gateTable } from './gate-table.ts'
export { coverageOf } from './layers.ts'
export { endpointKeys } from './policy-gates.ts'
export type {
  ActionSlip,
  ActualValue,
  ConditionReason,
  ElementReason,
  ExemptReason,
  GapCode,
  GateReason,
  RuleCode,
  RuleReason,
} from './reasons.ts'
export type { ContextInput, Facts, Request } from './request.ts'
export { exceptionalOperations } from './resource-policy-scope.ts'
export { sampleValues } from './sample-values.ts'
export { type CompiledStatement, isAbout, matchesAction, matchesResource } from './statement.ts'
export { unreadPolicy } from './unread-policy.ts'
export type {
  Answer,
  Decision,
  ElementTrace,
  GateKind,
  GateRef,
  GateResult,
  NearMiss,
  PolicyProblem,
  Question,
  StatementRef,
  StatementTrace,
  Verdict,
} from './verdict.ts'
