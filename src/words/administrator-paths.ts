import type { AdministratorPath, GrantedOn } from '../account/index.ts'
import { chainTexts, keysText } from './account.ts'
import { type ReportPart, writtenPart } from './account-report.ts'
import { dataText, inTurn, listOf, messagesOf, type Text, type Told, type Translation, write } from './messages.ts'

type Escalation = Extract<AdministratorPath, { is: 'escalation' }>
type Arrival = Extract<AdministratorPath, { is: 'chain' }>['arrives']

/** What an action of IAM does with one user, group, role, or policy: what follows "can". */
const one = messagesOf('escalation-on-one', {
  newVersion: 'write a new version of {{target}}, which it has, that allows everything',
  olderVersion: 'bring back an older version of {{target}}, which it has',
  attach: 'attach AdministratorAccess to itself',
  attachToGroup: 'attach AdministratorAccess to its {{target}}',
  put: 'write itself a policy that allows everything',
  putInGroup: 'write its {{target}} a policy that allows everything',
  deleteBoundary: 'remove its own permissions boundary',
  replaceBoundary: 'replace its own permissions boundary',
  join: 'add itself to {{target}}',
  accessKey: 'make an access key for {{target}}, and act as that user',
  createPassword: 'set a console password for {{target}}, and sign in as that user',
  changePassword: 'change the console password of {{target}}, and sign in as that user',
  trust: 'let itself into {{target}}, and assume it',
})

const onOne: ReadonlyMap<string, (target: Text) => Told> = new Map<string, (target: Text) => Told>([
  ['iam:CreatePolicyVersion', (target) => one('newVersion', { target })],
  ['iam:SetDefaultPolicyVersion', (target) => one('olderVersion', { target })],
  ['iam:AttachUserPolicy', () => one('attach')],
  ['iam:AttachRolePolicy', () => one('attach')],
  ['iam:AttachGroupPolicy', (target) => one('attachToGroup', { target })],
  ['iam:PutUserPolicy', () => one('put')],
  ['iam:PutRolePolicy', () => one('put')],
  ['iam:PutGroupPolicy', (target) => one('putInGroup', { target })],
  ['iam:DeleteUserPermissionsBoundary', () => one('deleteBoundary')],
  ['iam:DeleteRolePermissionsBoundary', () => one('deleteBoundary')],
  ['iam:PutUserPermissionsBoundary', () => one('replaceBoundary')],
  ['iam:PutRolePermissionsBoundary', () => one('replaceBoundary')],
  ['iam:AddUserToGroup', (target) => one('join', { target })],
  ['iam:CreateAccessKey', (target) => one('accessKey', { target })],
  ['iam:CreateLoginProfile', (target) => one('createPassword', { target })],
  ['iam:UpdateLoginProfile', (target) => one('changePassword', { target })],
  ['iam:UpdateAssumeRolePolicy', (target) => one('trust', { target })],
])

const told = messagesOf('administrator-paths', {
  heading: 'Paths to administrator',
  about:
    'Administrators: {{certain}}. Others who can, or might, get more permissions than they have: {{others}}. A path that holds only on some roles or other resources names them, and one that holds only under conditions names their keys.',
  userOrRole: 'User or role',
  how: 'How',
  administrator: 'Is an administrator: can give any permission to anyone. {{depends}}',
  depends: 'It depends on {{keys}}.',
  toAdministrator: 'Can assume {{chain}}, an administrator. {{depends}}',
  toOther: 'Can assume {{chain}}. That role: {{path}}',
  afterwards: '{{some}}, then {{next}}',
  escalation: 'Can {{how}}{{passed}} ({{actions}}). {{only}} {{others}} {{depends}} {{leads}} {{bounded}}',
  only: 'Only on {{targets}}.',
  leads: 'That leads to administrator permissions.',
  bounded: 'Its permissions boundary still limits what it can do.',
  anyRole: ': any, such as {{names}}{{administrator}}',
  theseRoles: ': only {{names}}{{administrator}}',
  andMore: '{{names}}, and more',
  anAdministrator: ', an administrator',
  firstIsAdministrator: '; the first is an administrator',
  user: 'user {{name}}',
  group: 'group {{name}}',
  role: 'role {{name}}',
  policy: 'policy {{name}}',
})

const kinds = ['user', 'group', 'role', 'policy'] as const

/** "user ben" for an ARN of IAM; other ARNs and patterns as they are. */
function targetText(arn: string): Text {
  const [, written, name = '*'] =
    /^arn:[^:]*:iam::[^:]*:(user|group|role|policy)\/(?:[^*?]*\/)?([^/]*)$/.exec(arn) ?? []
  const kind = kinds.find((each) => each === written)
  return kind === undefined || /[*?]/.test(name) ? arn : told(kind, { name })
}

const dependsText = (keys: readonly string[]): Text =>
  keys.length > 0 ? told('depends', { keys: keysText(keys) }) : ''

/** How a principal gets to administrator permissions, in sentences without their subject. */
export const pathSentence = (path: AdministratorPath, translation?: Translation): string =>
  write(pathText(path), translation)

function pathText(path: AdministratorPath): Told {
  switch (path.is) {
    case 'administrator':
      return told('administrator', { depends: dependsText(path.dependsOn) })
    case 'chain':
      return arrivalText(
        chainTexts(path.chain).reduce<Text>(
          (some, next) => (some === '' ? next : told('afterwards', { some, next })),
          '',
        ),
        path.arrives,
      )
    case 'escalation':
      return escalationText(path)
  }
}

const arrivalText = (chain: Text, arrives: Arrival): Told =>
  arrives.is === 'administrator'
    ? told('toAdministrator', { chain, depends: dependsText(arrives.dependsOn) })
    : told('toOther', { chain, path: escalationText(arrives) })

function escalationText(path: Escalation): Told {
  const { row, on, dependsOn, leadsTo, isBounded, roles } = path
  const how = oneTarget(row.actions, on)
  const isOnSome = how === undefined && on !== 'everything'
  return told('escalation', {
    how: how ?? dataText(row.how),
    passed: passedText(path),
    actions: listOf(row.actions),
    only: isOnSome ? told('only', { targets: inTurn(on.map(targetText), ', ') }) : '',
    others: row.others === undefined ? '' : dataText(row.others),
    depends: dependsText(dependsOn),
    leads: leadsTo === 'administrator' && roles.length === 0 ? told('leads') : '',
    bounded: isBounded ? told('bounded') : '',
  })
}

/** The outcome with the names of the targets, where one action is granted on some of them only. */
function oneTarget([action = '', ...others]: readonly string[], on: GrantedOn): Told | undefined {
  if (others.length > 0 || on === 'everything') return undefined
  return onOne.get(action)?.(listOf(on.map(targetText), 'or'))
}

/** Roles that are named. */
const mostNames = 3

function passedText({ roles, isAnyRole, leadsTo }: Escalation): Text {
  if (roles.length === 0) return ''
  const shown = inTurn(
    roles.slice(0, mostNames).map(({ name }) => name),
    ', ',
  )
  const names = roles.length > mostNames ? told('andMore', { names: shown }) : shown
  const isFirstOnly = roles.length > 1
  const administrator =
    leadsTo === 'administrator' ? told(isFirstOnly ? 'firstIsAdministrator' : 'anAdministrator') : ''
  return told(isAnyRole ? 'anyRole' : 'theseRoles', { names, administrator })
}

/** Administrators, and everyone who can get more permissions. */
export function administratorsPart(paths: readonly AdministratorPath[], translation?: Translation): ReportPart {
  const count = (isWanted: (path: AdministratorPath) => boolean): number =>
    new Set(paths.filter(isWanted).map(({ principal }) => principal)).size
  const isCertain = (path: AdministratorPath): boolean => path.is === 'administrator' && path.dependsOn.length === 0
  const part: ReportPart<Text> = {
    id: 'administrators',
    heading: told('heading'),
    about: told('about', { certain: count(isCertain), others: count((path) => !isCertain(path)) }),
    lines: [[told('userOrRole'), told('how')], ...paths.map((path) => [path.principal.arn, pathText(path)])],
  }
  return writtenPart(part, translation)
}
