// One policy → findings. One file a check, in checks/.
export type { Check, Finding, FindingType, Found, Subject } from './check.ts'
