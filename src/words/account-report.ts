import {
  type BillingRow,
  billingTasks,
  type OutsideAccess,
  type Person,
  type TaskAnswer,
  type UnusedPrincipal,
  type Way,
} from '../account/index.ts'

/** A part of an account report: a heading, a sentence, and a table whose first line holds the headings. */
export interface ReportPart {
  readonly id: 'billing' | 'administrators' | 'outside' | 'unused'
  readonly heading: string
  readonly about: string
  readonly lines: readonly (readonly string[])[]
}

/** "SeeBilling (group finance)". */
export const wayLabel = ({ policy, group }: Way): string =>
  group === undefined ? policy : `${policy} (group ${group})`

/** "gina (group Controlling)"; "everyone in the group Controlling" where its members weren't given. */
export const personLabel = ({ name, group, isGroup }: Person): string => {
  if (isGroup) return `everyone in the group ${name}`
  return group === undefined ? name : `${name} (group ${group})`
}

const cellOf = ({ can, missing, of, dependsOn }: TaskAnswer): string => {
  if (can === 'yes') return 'Yes'
  if (can === 'depends') return `Depends on ${dependsOn.join(', ')}`
  return missing.length < of ? `No (${missing.length} of ${of} actions missing)` : 'No'
}

/** Who can do what in Billing; those who can do nothing are left out. */
export function billingPart(rows: readonly BillingRow[], people: (row: BillingRow) => readonly Person[]): ReportPart {
  const able = rows.filter(({ tasks }) => tasks.some(({ can }) => can !== 'no'))
  return {
    id: 'billing',
    heading: 'Billing',
    about: `${able.length} of ${rows.length} users and roles can do something in Billing. Each task takes the actions that AWS lists for its page in the console.`,
    lines: [
      ['User or role', 'People', ...billingTasks.map(({ label }) => label), 'How'],
      ...able.map((row) => [
        row.principal.arn,
        people(row).map(personLabel).join('; '),
        ...row.tasks.map(cellOf),
        [...new Set(row.tasks.flatMap(({ ways }) => ways.map(wayLabel)))].join(', '),
      ]),
    ],
  }
}

/** Who outside the accounts can do something. */
export const outsidePart = (rows: readonly OutsideAccess[]): ReportPart => ({
  id: 'outside',
  heading: 'Access from outside',
  about:
    'Principals outside the given accounts that a resource-based policy or a trust policy lets in. AWS services are left out.',
  lines: [
    ['Resource', 'Who', 'Answer', 'Actions'],
    ...rows
      .filter(({ kind }) => kind !== 'service')
      .map(({ resource, who, decision, actions, dependsOn }) => [
        resource,
        who,
        decision === 'allowed' ? 'Yes' : `Depends on ${dependsOn.join(', ')}`,
        actions.length > 12
          ? `${actions.slice(0, 12).join(', ')}, and ${actions.length - 12} more`
          : actions.join(', '),
      ]),
  ],
})

const whyUnused = ({ why }: UnusedPrincipal): string => {
  switch (why.code) {
    case 'never-used':
      return 'Never used.'
    case 'last-used':
      return `Last used on ${why.date}.`
    case 'no-credentials':
      return 'Has no password and no active access key.'
    case 'deleted-principals':
      return `Trusts principals that were deleted: ${why.ids.join(', ')}.`
  }
}

/** Users and roles that no one seems to need. */
export const unusedPart = (rows: readonly UnusedPrincipal[]): ReportPart => ({
  id: 'unused',
  heading: 'Unused users and roles',
  about: 'Without use in the last 90 days, as far as the credential report and the account details tell.',
  lines: [['User or role', 'Why'], ...rows.map((row) => [row.principal.arn, whyUnused(row)])],
})
