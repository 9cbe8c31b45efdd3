import type { CallerKind } from '../../iam/index.ts'
import { awsDenies, type RuleRow } from './rule.ts'

const roles: ReadonlySet<CallerKind> = new Set(['role', 'role-session'])
const longTerm: ReadonlySet<string> = new Set(['getsessiontoken', 'getfederationtoken'])
const fromCognito: ReadonlySet<string> = new Set(['registerdevice', 'subscribetodataset', 'unsubscribefromdataset'])

/** Requests with credentials of a kind that the operation doesn't take, whatever the policies say. */
export const wrongCredentials: readonly RuleRow[] = [
  awsDenies({
    code: 'session-credentials',
    services: ['sts'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html',
    applies: ({ actionName, caller }) =>
      longTerm.has(actionName) && (roles.has(caller.kind) || caller.kind === 'federated-user'),
  }),
  awsDenies({
    code: 'federated-user-credentials',
    services: ['sts', 'iam'],
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html',
    applies: ({ caller }) => caller.kind === 'federated-user',
  }),
  awsDenies({
    code: 'root-assumes-role',
    services: ['sts'],
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    applies: ({ actionName, caller }) => actionName === 'assumerole' && caller.kind === 'root',
  }),
  awsDenies({
    code: 'root-assumes-root',
    services: ['sts'],
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html',
    applies: ({ actionName, caller }) => actionName === 'assumeroot' && caller.kind === 'root',
  }),
  awsDenies({
    code: 'only-iam-users',
    services: ['iam'],
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html',
    applies: ({ actionName, caller }) =>
      actionName === 'changepassword' && (roles.has(caller.kind) || caller.kind === 'root'),
  }),
  awsDenies({
    code: 'only-cognito-identities',
    services: ['cognito-sync'],
    source: 'https://docs.aws.amazon.com/cognitosync/latest/APIReference/API_RegisterDevice.html',
    applies: ({ actionName, caller }) =>
      fromCognito.has(actionName) && (caller.kind === 'user' || caller.kind === 'root'),
  }),
]
