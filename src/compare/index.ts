// Finds out whether one set of policies allows something that another doesn't: with a proof, or with a request that shows it.
export type { Comparison, Example, UnknownReason } from './compare.ts'
export { type NeedlessStatement, needlessStatements } from './needless.ts'
export { sampleResources } from './plausible.ts'
export {
  type Access,
  answerQuestion,
  type CompareInput,
  equivalent,
  keysAskedBy,
  noNewAccess,
  nothingShared,
  type Question,
} from './questions.ts'
