import type { AdministratorPath, GrantedOn } from '../account/index.ts'
import { chainLabels } from './account.ts'
import type { ReportPart } from './account-report.ts'

type Escalation = Extract<AdministratorPath, { is: 'escalation' }>

/** What an action of IAM does with one user, group, role, or policy: what follows "can". */
const onOne: ReadonlyMap<string, (target: string) => string> = new Map<string, (target: string) => string>([
  ['iam:CreatePolicyVersion', (target) => `write a new version of ${target}, which it has, that allows everything`],
  ['iam:SetDefaultPolicyVersion', (target) => `bring back an older version of ${target}, which it has`],
  ['iam:AttachUserPolicy', () => 'attach AdministratorAccess to itself'],
  ['iam:AttachRolePolicy', () => 'attach AdministratorAccess to itself'],
  ['iam:AttachGroupPolicy', (target) => `attach AdministratorAccess to its ${target}`],
  ['iam:PutUserPolicy', () => 'write itself a policy that allows everything'],
  ['iam:PutRolePolicy', () => 'write itself a policy that allows everything'],
  ['iam:PutGroupPolicy', (target) => `write its ${target} a policy that allows everything`],
  ['iam:DeleteUserPermissionsBoundary', () => 'remove its own permissions boundary'],
  ['iam:DeleteRolePermissionsBoundary', () => 'remove its own permissions boundary'],
  ['iam:PutUserPermissionsBoundary', () => 'replace its own permissions boundary'],
  ['iam:PutRolePermissionsBoundary', () => 'replace its own permissions boundary'],
  ['iam:AddUserToGroup', (target) => `add itself to ${target}`],
  ['iam:CreateAccessKey', (target) => `make an access key for ${target}, and act as that user`],
  ['iam:CreateLoginProfile', (target) => `set a console password for ${target}, and sign in as that user`],
  ['iam:UpdateLoginProfile', (target) => `change the console password of ${target}, and sign in as that user`],
  ['iam:UpdateAssumeRolePolicy', (target) => `let itself into ${target}, and assume it`],
])

/** "user ben" for an ARN of IAM; other ARNs and patterns as they are. */
function targetLabel(arn: string): string {
  const [, kind, name] = /^arn:[^:]*:iam::[^:]*:(user|group|role|policy)\/(?:[^*?]*\/)?([^/]*)$/.exec(arn) ?? []
  return kind === undefined || name === undefined || /[*?]/.test(name) ? arn : `${kind} ${name}`
}

const listed = (texts: readonly string[]): string => texts.join(', ')

const dependsOnSentence = (keys: readonly string[]): readonly string[] =>
  keys.length > 0 ? [`It depends on ${listed(keys)}.`] : []

/** How a principal gets to administrator permissions, in sentences without their subject. */
export function pathSentence(path: AdministratorPath): string {
  switch (path.is) {
    case 'administrator':
      return ['Is an administrator: can give any permission to anyone.', ...dependsOnSentence(path.dependsOn)].join(' ')
    case 'chain':
      return `Can assume ${chainLabels(path.chain).join(', then ')}${arrivalWords(path.arrives)}`
    case 'escalation':
      return escalationSentence(path)
  }
}

const arrivalWords = (arrives: Extract<AdministratorPath, { is: 'chain' }>['arrives']): string =>
  arrives.is === 'administrator'
    ? [', an administrator.', ...dependsOnSentence(arrives.dependsOn)].join(' ')
    : `. That role: ${escalationSentence(arrives)}`

function escalationSentence(path: Escalation): string {
  const { row, on, dependsOn, leadsTo, isBounded, roles } = path
  const words = oneTarget(row.actions, on)
  return [
    `Can ${words ?? row.how}${passedWords(path)} (${row.actions.join(' and ')}).`,
    ...(words === undefined && on !== 'everything' ? [`Only on ${listed(on.map(targetLabel))}.`] : []),
    ...(row.others === undefined ? [] : [row.others]),
    ...dependsOnSentence(dependsOn),
    ...(leadsTo === 'administrator' && roles.length === 0 ? ['That leads to administrator permissions.'] : []),
    ...(isBounded ? ['Its permissions boundary still limits what it can do.'] : []),
  ].join(' ')
}

/** The outcome with the names of the targets, where one action is granted on some of them only. */
function oneTarget([action = '', ...others]: readonly string[], on: GrantedOn): string | undefined {
  if (others.length > 0 || on === 'everything') return undefined
  return onOne.get(action)?.(on.map(targetLabel).join(' or '))
}

/** Roles that are named. */
const mostNames = 3

function passedWords({ roles, isAnyRole, leadsTo }: Escalation): string {
  if (roles.length === 0) return ''
  const names = roles.slice(0, mostNames).map(({ name }) => name)
  const more = roles.length > mostNames ? ', and more' : ''
  const administrator =
    leadsTo === 'administrator' ? `${roles.length > 1 ? '; the first is' : ','} an administrator` : ''
  return `: ${isAnyRole ? 'any, such as ' : 'only '}${listed(names)}${more}${administrator}`
}

/** Administrators, and everyone who can get more permissions. */
export function administratorsPart(paths: readonly AdministratorPath[]): ReportPart {
  const count = (isWanted: (path: AdministratorPath) => boolean): number =>
    new Set(paths.filter(isWanted).map(({ principal }) => principal)).size
  const isCertain = (path: AdministratorPath): boolean => path.is === 'administrator' && path.dependsOn.length === 0
  return {
    id: 'administrators',
    heading: 'Paths to administrator',
    about: `Administrators: ${count(isCertain)}. Others who can, or might, get more permissions than they have: ${count((path) => !isCertain(path))}. A path that holds only on some roles or other resources names them, and one that holds only under conditions names their keys.`,
    lines: [['User or role', 'How'], ...paths.map((path) => [path.principal.arn, pathSentence(path)])],
  }
}
