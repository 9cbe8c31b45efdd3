import { presenceByCaller } from './presence-by-caller.ts'
import { presenceByRequest } from './presence-by-request.ts'
import type { RuleSection } from './rule.ts'

export const keyPresence: RuleSection = {
  title: 'Keys whose presence is certain',
  rules: [...presenceByCaller, ...presenceByRequest].sort((a, b) => a.number - b.number),
}
