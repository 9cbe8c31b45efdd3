import type { EscalationRow, EscalationTools, FindEscalation } from './escalation.ts'
import { identityEffect } from './identity-effects.ts'
import { identityEscalation } from './identity-escalations.ts'
import { passingEscalation } from './pass-role-escalations.ts'
import { serviceEscalation } from './service-escalations.ts'

/** How a row is decided: on identities of the account, with a role that is passed, or on whatever the policies name. */
export function escalationBy(tools: EscalationTools, row: EscalationRow): FindEscalation {
  if (row.actions.includes('iam:PassRole')) return passingEscalation(tools, row)
  const effects = row.actions.flatMap((action) => identityEffect(action) ?? [])
  const [first, ...rest] = effects
  if (first && effects.length === row.actions.length) return identityEscalation(tools, row, [first, ...rest])
  return serviceEscalation(tools, row)
}
