// One policy → findings. One file a check, in checks/.
export type { Check, Finding, FindingType, Found, Subject } from './check.ts'
export { checks } from './checks/index.ts'
export { type LintInput, lint } from './lint.ts'
