// The policy language: text to policy with source positions; ARNs, principals, wildcards, condition operators. It knows nothing about requests.
export { type Arn, accountIn, isAccountId, parseArn, splitArn } from './arn.ts'
export { type Caller, type CallerKind, readCaller } from './caller.ts'
export { type DocumentType, documentTypeOf, documentTypes } from './document-type.ts'
export { guessPolicyType, guessTypeOf, type PolicyTypeClue, type PolicyTypeGuess } from './guess-policy-type.ts'
export { isMaskedAccount, masksInName } from './mask.ts'
export { openPattern } from './open-entry.ts'
export { type Comparison, type Operator, operatorNames, readOperator } from './operator.ts'
export {
  type Automaton,
  automatonOf,
  covers,
  coversAction,
  coversActions,
  coversResource,
  type Filled,
  fillIn,
  type Glob,
  globMatch,
  globText,
  matches,
  matchPattern,
  overlaps,
  type Pattern,
  type PatternPart,
  patternCovers,
  type Resolve,
  type Resolved,
  readPattern,
  type TextClass,
  type TextClasses,
  type TextPattern,
  tellApart,
  textWith,
  variablesOf,
} from './pattern/index.ts'
export type {
  ActionFault,
  ActionPattern,
  Clause,
  Condition,
  ConditionValue,
  Entry,
  PolicyDocument,
  PolicyRead,
  ResourcePattern,
  Statement,
} from './policy.ts'
export { policyElements, statementElements } from './policy-elements.ts'
export type { GrammarProblem, PolicyFault, ReadProblem } from './policy-problem.ts'
export {
  alwaysNamesResource,
  attachedToCaller,
  attachedToResource,
  decidesPerTarget,
  evaluationOrder,
  type FetchableType,
  grantsNothing,
  hasAtMostOne,
  isFetchable,
  namesPrincipals,
  type PolicyType,
  policyTypeNames,
  policyTypes,
  servicesNamingResource,
  type Traits,
  traits,
} from './policy-type.ts'
export type { PrincipalPattern } from './principal.ts'
export { supportsRcp } from './rcp-services.ts'
export { readAction } from './read-elements.ts'
export { escapePointer, readPolicy } from './read-policy.ts'
export { readPrincipal } from './read-principal.ts'
export { isSymbolName, symbolsIn } from './symbol.ts'
export {
  addressesAround,
  bytesAround,
  datesAround,
  type IpRange,
  inRange,
  isIpRange,
  isPrivateRange,
  networkOf,
  numbersAround,
  rangesTest,
  readBase64,
  readBoolean,
  readDate,
  readIpRange,
  readNumber,
} from './values/index.ts'
