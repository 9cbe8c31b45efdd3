import type { ActionPattern } from '../iam/index.ts'
import type { Need, Part, Subject } from './check.ts'

/** Tells which needs a policy meets. Looks at the policy once, however many checks ask. */
export function needsMet(subject: Subject): (need: Need) => boolean {
  const parts = partsOf(subject)
  const keys = [...new Set(subject.conditions.map(({ key }) => key))]
  return (need) => (typeof need === 'string' ? parts.has(need) : keys.some((key) => need.test(key)))
}

function partsOf({ policy: { statements }, problems, conditions, arns, variables }: Subject): ReadonlySet<Part> {
  const parts = new Set<Part>()
  if (problems.length > 0) parts.add('problem')
  if (conditions.length > 0) parts.add('condition')
  if (arns.length > 0) parts.add('ARN')
  if (variables.length > 0) parts.add('variable')
  for (const { effect, principal, action, resource } of statements) {
    if (principal) parts.add('principal')
    if (effect?.value === 'Deny') parts.add('Deny')
    if (action?.sense === 'none-of') parts.add('NotAction')
    else if (action?.items.some(({ value }) => isOfIam(value))) parts.add('IAM action')
    if (resource?.sense === 'none-of') parts.add('NotResource')
  }
  return parts
}

const isOfIam = (action: ActionPattern): boolean =>
  action.kind === 'all' || (action.kind === 'action' && action.service === 'iam')
