// How AWS decides, rule by rule. The tests ask the evaluator every case; the page of rules shows them.
import { acrossAccounts } from './across-accounts.ts'
import { combination } from './combination.ts'
import { conditions } from './conditions.ts'
import { grantsAndLists } from './grants-and-lists.ts'
import { keyPresence } from './key-presence.ts'
import { keys } from './keys.ts'
import { matching } from './matching.ts'
import { network } from './network.ts'
import { operators } from './operators.ts'
import { organization } from './organization.ts'
import { publicAccess } from './public-access.ts'
import type { RuleSection } from './rule.ts'
import { services, switches } from './services.ts'
import { specialCalls } from './special-calls.ts'
import { trustPolicies } from './trust.ts'
import { variables } from './variables.ts'

export type { Case, Rule, RuleSection } from './rule.ts'

export const ruleSections: readonly RuleSection[] = [
  combination,
  trustPolicies,
  keys,
  organization,
  network,
  matching,
  conditions,
  operators,
  variables,
  services,
  switches,
  acrossAccounts,
  specialCalls,
  grantsAndLists,
  publicAccess,
  keyPresence,
]
