// The core's reasons as English sentences: one file per subject.
export {
  chainLabels,
  type Missing,
  notSeenSentence,
  permissionSetLabel,
  personLabel,
  statementLabel,
  unknownActionSentence,
  unusedWords,
  wayLabel,
} from './account.ts'
export {
  billingPart,
  outsidePart,
  outsiderLabel,
  type ReportPart,
  unusedPart,
} from './account-report.ts'
export { administratorsPart, pathSentence } from './administrator-paths.ts'
export { billingTaskLabel } from './billing-tasks.ts'
export { certaintySentence, certaintyWords } from './certainty.ts'
export { scriptWords } from './collection-script.ts'
export { assumptionClause, comparisonSentence, exampleSentence, needlessSentence } from './compare.ts'
export { doubtLines } from './doubts.ts'
export { elementClause, elementText } from './elements.ts'
export { gapSentence } from './gaps.ts'
export { gateName, gateSentence } from './gates.ts'
export { explainedKeys, globalKeyLines, globalKeyWords, serviceKeySentence } from './global-keys.ts'
export type { KeyWords } from './key-words.ts'
export {
  capital,
  clausesOf,
  type Datum,
  dataText,
  fill,
  inTurn,
  listed,
  listOf,
  type MessageData,
  type Messages,
  messagesOf,
  type PlaceOf,
  quote,
  type Reader,
  type Speaker,
  speaker,
  type Text,
  type Told,
  type Translation,
  write,
} from './messages.ts'
export { type NeedsTogether, needsTogether } from './needs-together.ts'
export { type Grant, type Narrower, narrowerSentence, type Opens, opensSentence } from './opens.ts'
export { type OperatorPart, type OperatorWords, operatorParts, operatorPartWords, operatorWords } from './operators.ts'
export {
  type ElementWords,
  escapeWords,
  policyElementWords,
  policyValueWords,
  principalKindWords,
  variableWords,
} from './policy-elements.ts'
export { policyTypeText, type TypeReason, typeClause } from './policy-types.ts'
export { type ProblemWords, problemText, problemWords } from './problems.ts'
export { ruleText } from './rules.ts'
export { symbolText } from './symbols.ts'
export { csvTable, htmlTable, htmlText, markdownTable, markdownText } from './tables.ts'
