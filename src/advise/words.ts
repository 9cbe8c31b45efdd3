import type { Caller, PolicyType } from '../iam/index.ts'
import { listOf, messagesOf, policyTypeText, type Text, type Told } from '../words/index.ts'
import type { Owner } from './diagnosis.ts'
import type { Asked } from './situation.ts'

/** Phrases that several texts of an answer share. */
const told = messagesOf('phrases', {
  user: 'the user {{name}}',
  role: 'the role {{name}}',
  federatedUser: 'the federated user {{name}}',
  rootOf: 'the root user of account {{account}}',
  root: 'the root user',
  service: 'the service {{name}}',
  originAccessIdentity: 'the CloudFront origin access identity',
  identityProvider: 'the identity provider {{name}}',
  account: 'account {{arn}}',
  anonymous: 'an anonymous caller',
  caller: 'the caller',
  described: '{{caller}}',
  statementBelow: 'the statement below',
  statementBelowForOthers: 'a statement for it',
  anyStatement: 'a statement that allows it',
})

/** "the user mateojackson", for running text. */
export function callerPhrase(caller: Caller): Told {
  switch (caller.kind) {
    case 'user':
      return told('user', { name: caller.name })
    case 'role':
    case 'role-session':
      return told('role', { name: caller.name })
    case 'federated-user':
      return told('federatedUser', { name: caller.name })
    case 'root':
      return caller.account ? told('rootOf', { account: caller.account }) : told('root')
    case 'service':
      return told('service', { name: caller.name })
    case 'origin-access-identity':
      return told('originAccessIdentity')
    case 'identity-provider':
      return told('identityProvider', { name: caller.name })
    case 'account':
      return told('account', { arn: caller.arn })
    case 'anonymous':
      return told('anonymous')
  }
}

/** The same for the caller of the request, which has no name if it isn’t known. */
export function whoPhrase(asked: Asked | undefined): Told {
  if (asked && !asked.standIns.has('principal')) return callerPhrase(asked.caller)
  return asked?.callerInWords === undefined ? told('caller') : told('described', { caller: asked.callerInWords })
}

/** What a step says of the statement that comes with it, in the place `addition` of its template. */
export const statementBelow: Told = told('statementBelow')

/** The text of a step that comes without a statement. */
export const withoutAddition = (text: Text): Text =>
  typeof text === 'string' || !('addition' in text.data)
    ? text
    : { ...text, data: { ...text.data, addition: told('anyStatement') } }

/** "identity-based policy" */
export const typeName = (type: PolicyType): Told => policyTypeText(type)

const withArticle = messagesOf('a-policy-type', {
  identity: 'an identity-based policy',
  resource: 'a resource-based policy',
  'permissions-boundary': 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy (SCP)',
  rcp: 'a resource control policy (RCP)',
  'vpc-endpoint': 'a VPC endpoint policy',
  trust: 'a role trust policy',
})

/** "an identity-based policy", "a permissions boundary": with the article. */
export const typePhrase = (type: PolicyType): Told => withArticle(type)

const owners: Readonly<Record<PolicyType, Owner>> = {
  identity: 'account administrator',
  resource: 'account administrator',
  trust: 'account administrator',
  'permissions-boundary': 'account administrator',
  session: 'caller',
  scp: 'organization administrator',
  rcp: 'organization administrator',
  'vpc-endpoint': 'account administrator',
}

/** Who can change a policy of this type. Across accounts, the resource’s policies belong to the resource owner. */
export const ownerOf = (type: PolicyType, asked: Asked | undefined): Owner =>
  asked?.crossAccount && (type === 'resource' || type === 'trust') ? 'resource owner' : owners[type]

/** "iam:PassRole" to "PassRole". */
export const nameOf = (action: string): string => action.slice(action.indexOf(':') + 1)

/** "a", "a and b", "a, b and c". */
export const listed = listOf
