import type { EscalationRow, EscalationTools, FindEscalation } from './escalation.ts'
import { asking, mostListed } from './passing.ts'
import { grantedTogether, keysOf } from './service-escalations.ts'

/** A role that is passed to a service, which then works with it. */
export function passingEscalation(tools: EscalationTools, row: EscalationRow): FindEscalation {
  const { passedTo } = row
  if (passedTo === undefined) return () => undefined
  const granted = grantedTogether(
    tools,
    row.actions.filter((action) => action !== 'iam:PassRole'),
  )
  const passable = tools.passing(passedTo)
  const mayPassAny = tools.asker.possible(asking('*', passedTo))
  return (principal) => {
    const others = granted(principal)
    const passed = others ? passable(principal) : []
    const [best] = passed
    if (!others || !best) return undefined
    return {
      principal,
      is: 'escalation',
      row,
      on: others.on,
      roles: passed.flatMap(({ roles }) => roles).slice(0, mostListed),
      isAnyRole: mayPassAny(principal)?.decision === 'allowed',
      dependsOn: [...new Set([...keysOf([...others.verdicts, best.verdict]), ...best.dependsOn])],
      leadsTo: best.isAdministrator ? 'administrator' : 'more',
      isBounded: false,
      asked: [best.asked, ...others.asked],
    }
  }
}
