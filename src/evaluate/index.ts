// Request + policies → decision with its reasons.
export { compile, type Evaluator, type PolicyInput } from './compile.ts'
export type { ContextInput, Facts, Request } from './request.ts'
export type {
  Answer,
  Decision,
  ElementTrace,
  Gate,
  GateKind,
  NearMiss,
  PolicyProblem,
  Question,
  StatementRef,
  StatementTrace,
  Verdict,
} from './verdict.ts'
