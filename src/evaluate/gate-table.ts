import { type PolicyRow, policyRows } from './policy-gates.ts'
import { accountSettings } from './rules/account-settings.ts'
import { kmsGrant } from './rules/kms-grant.ts'
import { rootUser, withoutPermission } from './rules/permissions.ts'
import { refusals } from './rules/refusals.ts'
import type { RuleRow } from './rules/rule.ts'

export type GateRow = RuleRow | PolicyRow

/**
 * Everything that can answer a request, in the order in which people read it: first what AWS decides whatever the policies say, then the
 * policy types in AWS's order. The order doesn't change a decision.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export const gateTable: readonly GateRow[] = [
  ...withoutPermission,
  ...refusals,
  ...accountSettings,
  kmsGrant,
  rootUser,
  ...policyRows,
]
