// One case for each row of the evaluator's tables, and for each side of its rules, where content/rules shows one example of the kind.
import { across, delegation, sharing } from './accounts.ts'
import { byGuest, credentials, withoutIdentity } from './callers.ts'
import type { FactCase } from './fact-case.ts'
import { acls, byConstrainedGrant, byGrant } from './grants.ts'
import { derived, operators } from './keys.ts'
import { endpoints, limits, policyTypes } from './policy-types.ts'
import { refused } from './refused.ts'
import { ignored, rootCalls } from './resource-policies.ts'

export { gatesMet } from './policy-types.ts'

export const factCases: readonly FactCase[] = [
  ...byGrant,
  ...byConstrainedGrant,
  ...byGuest,
  ...refused,
  ...credentials,
  ...endpoints,
  ...withoutIdentity,
  ...limits,
  ...policyTypes,
  ...rootCalls,
  ...ignored,
  ...acls,
  ...derived,
  ...operators,
  ...across,
  ...sharing,
  ...delegation,
]
