// Request + policies → decision with its reasons.
export { compile, type Evaluator, type PolicyInput } from './compile.ts'
export { type GateRow, gateTable } from './gate-table.ts'
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
