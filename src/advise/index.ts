// Denial + decision → cause, steps, fixes, and the proof that they work.

export type { Opens } from '../words/index.ts'
export { causes } from './causes/index.ts'
export { deliveriesOf } from './deliver/index.ts'
export { diagnose, diagnoseDenial } from './diagnose.ts'
export type {
  Case,
  CauseFound,
  Delivery,
  Dependent,
  Diagnosis,
  Fix,
  GivenPolicy,
  Owner,
  Proof,
  RecognisedPolicy,
  Step,
} from './diagnosis.ts'
export { withOptions } from './fixes/with-options.ts'
export { furtherServices } from './further-services.ts'
export { opensOf } from './opens.ts'
export { unreadSentence } from './read-notes.ts'
export type { PolicyReader } from './recognise-policies.ts'
export { createRedactor, type RedactOptions, type Redactor, textsOf } from './redact.ts'
export { report, type Versions } from './report.ts'
export { requestText } from './request-text.ts'
export { readGivenPolicies, type SortedPaste, sortPaste, sortReading } from './sort-paste.ts'
