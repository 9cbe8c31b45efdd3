// Denial + decision → cause, steps, fixes, and the proof that they work.
export type { Case, CauseFound, Diagnosis, Fix, GivenPolicy, Owner, Proof, RecognisedPolicy, Step } from './diagnosis.ts'
