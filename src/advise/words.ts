import { type Caller, type PolicyType, policyTypeNames } from '../iam/index.ts'
import type { Owner } from './diagnosis.ts'
import type { Asked } from './situation.ts'

/** "the user mateojackson", for running text. */
function callerPhrase(caller: Caller): string {
  switch (caller.kind) {
    case 'user':
      return `the user ${caller.name}`
    case 'role':
    case 'role-session':
      return `the role ${caller.name}`
    case 'federated-user':
      return `the federated user ${caller.name}`
    case 'root':
      return caller.account ? `the root user of account ${caller.account}` : 'the root user'
    case 'service':
      return `the service ${caller.name}`
    case 'origin-access-identity':
      return 'the CloudFront origin access identity'
    case 'identity-provider':
      return `the identity provider ${caller.name}`
    case 'account':
      return `account ${caller.arn}`
    case 'anonymous':
      return 'an anonymous caller'
  }
}

/** The same for the caller of the request, which has no name if it isn’t known. */
export const whoPhrase = (asked: Asked | undefined): string =>
  !asked || asked.standIns.has('principal') ? (asked?.callerInWords ?? 'the caller') : callerPhrase(asked.caller)

/** "an identity-based policy", "a permissions boundary": with the article. */
export function typePhrase(type: PolicyType): string {
  const name = policyTypeNames[type]
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`
}

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

/** First letter in upper case, for the start of a sentence. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[], word = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`
