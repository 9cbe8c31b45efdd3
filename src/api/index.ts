// What `import … from 'whydenied'` gives: the answers of the command line as functions.
export type { Facts, PolicyInput, Request } from '../evaluate/index.ts'
export { compile, type Evaluator } from '../evaluate/index.ts'
export { loadReference } from '../hosting/load-reference.ts'
export type { AccountInput } from './account-input.ts'
export { type CompareInput, type ComparisonAnswer, type ComparisonExample, compare } from './compare.ts'
export { type CasePolicy, type DiagnoseAnswer, type DiagnoseInput, diagnose } from './diagnose.ts'
export { type EvaluateAnswer, evaluate, type Scenario } from './evaluate.ts'
export { type Explanation, explain } from './explain.ts'
export { type LintInput, lint } from './lint.ts'
export {
  type GrantedPermission,
  type GrantedService,
  type WhatCanAnswer,
  type WhatCanInput,
  whatCan,
} from './what-can.ts'
export { type WhoCanAnswer, type WhoCanInput, type WhoCanPrincipal, whoCan } from './who-can.ts'
