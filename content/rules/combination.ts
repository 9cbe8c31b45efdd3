import { combinationGates } from './combination-gates.ts'
import { combinationPrincipals } from './combination-principals.ts'
import type { RuleSection } from './rule.ts'

export const combination: RuleSection = {
  title: 'How the policies work together',
  rules: [...combinationGates, ...combinationPrincipals],
}
