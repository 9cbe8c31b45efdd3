import { callsAcrossAccounts } from './calls-across-accounts.ts'
import { ownRules } from './own-rules.ts'
import type { RuleSection } from './rule.ts'

export const acrossAccounts: RuleSection = {
  title: 'Across accounts, and services with rules of their own',
  rules: [...callsAcrossAccounts, ...ownRules],
}
