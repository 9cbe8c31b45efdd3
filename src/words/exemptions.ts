import type { ExemptReason } from '../evaluate/index.ts'
import { messagesOf, type Told } from './messages.ts'

const told = messagesOf('exemptions', {
  'scp-management-account': 'SCPs don’t limit the management account',
  'scp-service-linked-role': 'SCPs don’t limit service-linked roles',
  'scp-outside-organization': 'SCPs limit only users and roles of the organization',
  'rcp-management-account': 'RCPs don’t limit resources in the management account',
  'rcp-service-linked-role': 'RCPs don’t limit service-linked roles',
  'rcp-service-not-covered': 'RCPs don’t cover the service {{service}}',
  'rcp-retire-grant': 'RCPs don’t limit kms:RetireGrant',
  'rcp-aws-managed-key': 'RCPs don’t limit AWS managed keys',
  'rcp-service-takes-its-role': 'RCPs don’t limit a service that assumes its service-linked role',
  'attached-to-another-account': 'it is attached to another account ({{target}})',
  'attached-to-another-resource': 'it is attached to another resource ({{target}})',
  'caller-without-session-policy': 'only sessions have session policies',
  'caller-without-boundary': 'only users and roles have a permissions boundary',
  'scp-not-restrictable': 'SCPs can’t restrict this service',
  'unsigned-call': 'this operation takes no AWS credentials, so no policy of a caller counts',
  'owner-root-user': 'the root user of the owner’s account can always make this call',
  'policy-for-services-only': 'AWS enforces it for AWS services only, not for users, roles, or accounts',
  'resource-policy-ignored': 'AWS doesn’t look at it for this operation',
  'trust-policy-only-for-role': 'it decides only who can assume the role',
  'not-through-endpoint': 'the request didn’t come through a VPC endpoint',
  'caller-without-identity-policies': 'this caller has no identity-based policies',
})

const callersWithout = messagesOf('callers-without-policies', {
  root: 'you can’t attach policies to the root user',
  service: 'an AWS service has no identity-based policies',
  anonymous: 'an anonymous caller has no identity-based policies',
  'identity-provider': 'an identity provider has no identity-based policies',
})

/** Why a policy doesn't apply to a request: a clause without a period. */
export function exemptClause(reason: ExemptReason): Told {
  switch (reason.code) {
    case 'rcp-service-not-covered':
      return told(reason.code, { service: reason.service })
    case 'attached-to-another-account':
    case 'attached-to-another-resource':
      return told(reason.code, { target: reason.target })
    case 'caller-without-identity-policies':
      return isListed(reason.caller) ? callersWithout(reason.caller) : told(reason.code)
    default:
      return told(reason.code)
  }
}

const isListed = (caller: string): caller is keyof typeof callersWithout.messages =>
  Object.hasOwn(callersWithout.messages, caller)
