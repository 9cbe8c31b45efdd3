// What one set of policies allows that another one doesn't: proven, or with a request that shows it.
export type { Comparison, Example, UnknownReason } from './compare.ts'
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
