// The policy language: text to policy with source positions; ARNs, principals, wildcards, condition operators. Knows no request.
export { type Arn, isAccountId, parseArn, splitArn } from './arn.ts'
export { type Caller, type CallerKind, readCaller } from './caller.ts'
export { guessPolicyType, type PolicyTypeGuess } from './guess-policy-type.ts'
export { type Comparison, type Operator, operatorNames, readOperator } from './operator.ts'
export {
  type Filled,
  fillIn,
  type Glob,
  globMatch,
  globText,
  matchPattern,
  type Pattern,
  type PatternPart,
  type Resolve,
  type Resolved,
  readPattern,
  variablesOf,
  wildcardMatch,
} from './pattern.ts'
export type {
  ActionPattern,
  Clause,
  Condition,
  ConditionValue,
  PolicyDocument,
  PolicyRead,
  ResourcePattern,
  Statement,
} from './policy.ts'
export { policyElements, statementElements } from './policy-elements.ts'
export {
  alwaysNamesResource,
  type PolicyType,
  policyTypeNames,
  policyTypes,
  servicesNamingResource,
} from './policy-type.ts'
export type { PrincipalPattern } from './principal.ts'
export { readAction } from './read-elements.ts'
export { escapePointer, readPolicy } from './read-policy.ts'
export { isSymbolName, symbolsIn } from './symbol.ts'
