import { servicesWithCalls, specialCallOf } from '../../reference/index.ts'
import type { EvaluationInput } from '../gate.ts'
import { always } from './built-in.ts'
import { awsDenies, type RuleRow, type StatementRow } from './rule.ts'

const source = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html'

const kindOf = ({ service, actionName }: EvaluationInput) => specialCallOf(service, actionName)?.kind

/** Calls that AWS takes from some accounts of an organization only. */
export const organizationCalls: readonly RuleRow[] = [
  awsDenies({
    code: 'management-account-only',
    services: servicesWithCalls('management-account-only'),
    source,
    applies: (input) => input.facts.managementAccount === false && kindOf(input) === 'management-account-only',
  }),
  awsDenies({
    code: 'member-account-only',
    services: ['organizations'],
    source: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_LeaveOrganization.html',
    applies: (input) => input.facts.managementAccount === true && kindOf(input) === 'member-account-only',
  }),
]

/** A member account makes these calls only if it is the delegated administrator. */
export const delegatedAdministrator: StatementRow = {
  is: 'statements',
  code: 'delegated-administrator',
  kind: 'delegation',
  part: 'guards',
  services: servicesWithCalls('management-or-delegated-admin', 'delegated-admin-only'),
  source,
  coverage: undefined,
  statements: always({
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { Bool: { delegatedAdministrator: 'true' } },
  }),
  applies: (input, layers) => {
    const kind = kindOf(input)
    const { managementAccount } = input.facts
    const isSubject =
      (kind === 'management-or-delegated-admin' && managementAccount === false) ||
      (kind === 'delegated-admin-only' && managementAccount !== undefined)
    // The organization's resource-based policy delegates, too.
    return isSubject && !(input.service === 'organizations' && layers.some(({ type }) => type === 'resource'))
  },
}
