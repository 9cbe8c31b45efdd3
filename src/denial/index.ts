// Pasted text → what AWS refused.
export type { Denial, DenialField, DenialKind, PrincipalType, Secret } from './denial.ts'
