// Denial + decision → cause, steps, fixes, and the proof that they work.
export { causes } from './causes/index.ts'
export type { Delivery } from './deliver/index.ts'
export { diagnose } from './diagnose.ts'
export type {
  Case,
  CauseFound,
  Diagnosis,
  Fix,
  GivenPolicy,
  Owner,
  Proof,
  RecognisedPolicy,
  Step,
} from './diagnosis.ts'
export { requestText } from './request-text.ts'
