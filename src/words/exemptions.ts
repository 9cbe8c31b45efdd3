import type { ExemptReason } from '../evaluate/index.ts'

/** Why a policy doesn't apply to a request: a clause without a period. */
export function exemptClause(reason: ExemptReason): string {
  switch (reason.code) {
    case 'scp-management-account':
      return 'SCPs don’t limit the management account'
    case 'scp-service-linked-role':
      return 'SCPs don’t limit service-linked roles'
    case 'scp-outside-organization':
      return 'SCPs limit only users and roles of the organization'
    case 'rcp-management-account':
      return 'RCPs don’t limit resources in the management account'
    case 'rcp-service-linked-role':
      return 'RCPs don’t limit service-linked roles'
    case 'rcp-service-not-covered':
      return `RCPs don’t cover the service ${reason.service}`
    case 'rcp-retire-grant':
      return 'RCPs don’t limit kms:RetireGrant'
    case 'rcp-aws-managed-key':
      return 'RCPs don’t limit AWS managed keys'
    case 'rcp-service-takes-its-role':
      return 'RCPs don’t limit a service that assumes its service-linked role'
    case 'attached-to-another-account':
      return `it is attached to another account (${reason.target})`
    case 'attached-to-another-resource':
      return `it is attached to another resource (${reason.target})`
    case 'caller-without-session-policy':
      return 'only sessions have session policies'
    case 'caller-without-boundary':
      return 'only users and roles have a permissions boundary'
    case 'caller-without-identity-policies':
      return callersWithout[reason.caller] ?? 'this caller has no identity-based policies'
    case 'scp-not-restrictable':
      return 'SCPs can’t restrict this service'
    case 'unsigned-call':
      return 'this operation takes no AWS credentials, so no policy of a caller counts'
    case 'owner-root-user':
      return 'the root user of the owner’s account can always make this call'
    case 'policy-for-services-only':
      return 'AWS enforces it for AWS services only, not for users, roles, or accounts'
    case 'resource-policy-ignored':
      return 'AWS doesn’t look at it for this operation'
    case 'not-through-endpoint':
      return 'the request didn’t come through a VPC endpoint'
  }
}

const callersWithout: Readonly<Partial<Record<string, string>>> = {
  root: 'you can’t attach policies to the root user',
  service: 'an AWS service has no identity-based policies',
  anonymous: 'an anonymous caller has no identity-based policies',
  'identity-provider': 'an identity provider has no identity-based policies',
}
