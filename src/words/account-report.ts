import {
  type BillingRow,
  billingTasks,
  type OutsideAccess,
  type Person,
  type TaskAnswer,
  type UnusedPrincipal,
} from '../account/index.ts'
import { keysText, personText, someOf, wayText } from './account.ts'
import { billingTaskText } from './billing-tasks.ts'
import { inTurn, messagesOf, type Text, type Told, type Translation, write } from './messages.ts'

/** A part of an account report: a heading, a sentence, and a table whose first line holds the headings. */
export interface ReportPart<T = string> {
  readonly id: 'billing' | 'administrators' | 'outside' | 'unused'
  readonly heading: T
  readonly about: T
  readonly lines: readonly (readonly T[])[]
}

/** A part in words. */
export function writtenPart({ id, heading, about, lines }: ReportPart<Text>, translation?: Translation): ReportPart {
  const say = (text: Text): string => write(text, translation)
  return { id, heading: say(heading), about: say(about), lines: lines.map((line) => line.map(say)) }
}

const told = messagesOf('account-report', {
  userOrRole: 'User or role',
  yes: 'Yes',
  no: 'No',
  someMissing: 'No ({{missing}} of {{count}} actions missing)',
  depends: 'Depends on {{keys}}',
  billing: 'Billing',
  aboutBilling:
    '{{able}} of {{count}} users and roles can do something in Billing. Each task takes the actions that AWS lists for its page in the console.',
  people: 'People',
  how: 'How',
  outside: 'Access from outside',
  aboutOutside:
    'Principals outside the given accounts that a resource-based policy or a trust policy lets in. AWS services are left out.',
  resource: 'Resource',
  who: 'Who',
  answer: 'Answer',
  actions: 'Actions',
  anyone: 'anyone',
  account: 'account {{account}}',
  unused: 'Unused users and roles',
  aboutUnused: 'Without use in the last 90 days, as far as the credential report and the account details tell.',
  why: 'Why',
  neverUsed: 'Never used.',
  lastUsed: 'Last used on {{date}}.',
  noCredentials: 'Has no password and no active access key.',
  deletedPrincipals: 'Trusts principals that were deleted: {{ids}}.',
})

const dependsOn = (keys: readonly string[]): Told => told('depends', { keys: keysText(keys) })

function cellOf({ can, missing, of, dependsOn: keys }: TaskAnswer): Told {
  if (can === 'yes') return told('yes')
  if (can === 'depends') return dependsOn(keys)
  return missing.length < of ? told('someMissing', { missing: missing.length, count: of }) : told('no')
}

/** Who can do what in Billing; those who can do nothing are left out. */
export function billingPart(
  rows: readonly BillingRow[],
  people: (row: BillingRow) => readonly Person[],
  translation?: Translation,
): ReportPart {
  const able = rows.filter(({ tasks }) => tasks.some(({ can }) => can !== 'no'))
  const ways = ({ tasks }: BillingRow): readonly Text[] => [
    ...new Map(
      tasks.flatMap((task) => task.ways.map((way) => [`${way.policy}\n${way.group}`, wayText(way)] as const)),
    ).values(),
  ]
  const part: ReportPart<Text> = {
    id: 'billing',
    heading: told('billing'),
    about: told('aboutBilling', { able: able.length, count: rows.length }),
    lines: [
      [told('userOrRole'), told('people'), ...billingTasks.map(({ id }) => billingTaskText(id)), told('how')],
      ...able.map((row) => [
        row.principal.arn,
        inTurn(people(row).map(personText), '; '),
        ...row.tasks.map(cellOf),
        inTurn(ways(row), ', '),
      ]),
    ],
  }
  return writtenPart(part, translation)
}

/** "anyone", "account 111122223333", an ARN. */
function outsiderText({ who, kind }: Pick<OutsideAccess, 'who' | 'kind'>): Text {
  if (kind === 'anyone') return told('anyone')
  return kind === 'account' ? told('account', { account: who }) : who
}

/** "account 111122223333": who outside the accounts it is. */
export const outsiderLabel = (outsider: Pick<OutsideAccess, 'who' | 'kind'>, translation?: Translation): string =>
  write(outsiderText(outsider), translation)

/** Who outside the accounts can do something. */
export const outsidePart = (rows: readonly OutsideAccess[], translation?: Translation): ReportPart =>
  writtenPart(
    {
      id: 'outside',
      heading: told('outside'),
      about: told('aboutOutside'),
      lines: [
        [told('resource'), told('who'), told('answer'), told('actions')],
        ...rows
          .filter(({ kind }) => kind !== 'service')
          .map(({ resource, who, kind, decision, actions, dependsOn: keys }) => [
            resource,
            outsiderText({ who, kind }),
            decision === 'allowed' ? told('yes') : dependsOn(keys),
            someOf(actions, 12),
          ]),
      ],
    },
    translation,
  )

function whyUnused({ why }: UnusedPrincipal): Told {
  switch (why.code) {
    case 'never-used':
      return told('neverUsed')
    case 'last-used':
      return told('lastUsed', { date: why.date })
    case 'no-credentials':
      return told('noCredentials')
    case 'deleted-principals':
      return told('deletedPrincipals', { ids: inTurn(why.ids, ', ') })
  }
}

/** Users and roles that no one seems to need. */
export const unusedPart = (rows: readonly UnusedPrincipal[], translation?: Translation): ReportPart =>
  writtenPart(
    {
      id: 'unused',
      heading: told('unused'),
      about: told('aboutUnused'),
      lines: [[told('userOrRole'), told('why')], ...rows.map((row) => [row.principal.arn, whyUnused(row)])],
    },
    translation,
  )
