import type { ServiceGatesRow } from './fact-rows.ts'
import { serviceGatesRows } from './facts/service-gates.ts'
import { hasExceptionalPolicies, resourcePoliciesOf } from './resource-policies.ts'

/** VPC endpoints with policies that AWS's list of PrivateLink leaves out and the service's own guide has: which page. Read on 2026-11-29. */
const endpointsInGuides: ReadonlyMap<string, string> = new Map([
  ['cognito-identity', 'cognito-endpoints'],
  ['cognito-idp', 'cognito-endpoints'],
  // A gateway endpoint, which takes a policy: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
  ['s3express', 's3-express-endpoints'],
])

/** Services whose messages with the deciding policy's ARN were seen later, in public repositories. Read on 2026-11-29. */
const policyArnsSeen: ReadonlySet<string> = new Set(['dynamodb', 'kms'])

/**
 * Services with a service-linked role that the table lacks: whose it is. AWS's list of services that work with IAM says
 * that they have one; the name is from each service's guide, or from the roles of an account that uses them. Read on 2026-11-29.
 */
const linkedRolesInGuides: ReadonlyMap<string, string> = new Map([
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/aam-security.html
  ['account-access', 'account-access.amazonaws.com'],
  // https://docs.aws.amazon.com/connect/latest/adminguide/appintegrations-slr.html
  ['app-integrations', 'app-integrations.amazonaws.com'],
  ['chatbot', 'management.chatbot.amazonaws.com'],
  ['cloudhsm', 'cloudhsm.amazonaws.com'],
  ['directconnect', 'directconnect.amazonaws.com'],
  // https://docs.aws.amazon.com/drs/latest/userguide/using-service-linked-roles.html
  ['drs', 'drs.amazonaws.com'],
  // https://docs.aws.amazon.com/evs/latest/userguide/using-service-linked-roles.html
  ['evs', 'evs.amazonaws.com'],
  ['ivs', 'ivs.amazonaws.com'],
  ['license-manager', 'license-manager.amazonaws.com license-manager.member-account.amazonaws.com'],
  // https://docs.aws.amazon.com/mediaconnect/latest/ug/slr-permissions.html
  ['mediaconnect', 'mediaconnect.amazonaws.com'],
  // https://docs.aws.amazon.com/mediapackage/latest/ug/using-service-linked-roles.html
  ['mediapackage', 'mediapackage.amazonaws.com'],
  ['mediapackage-vod', 'mediapackage.amazonaws.com'],
  // https://docs.aws.amazon.com/mediatailor/latest/ug/slr-permissions.html
  ['mediatailor', 'mediatailor.amazonaws.com'],
  ['mgn', 'mgn.amazonaws.com'],
  // Neptune uses the role of RDS: https://docs.aws.amazon.com/neptune/latest/userguide/security-iam-service-linked-roles.html
  ['neptune-db', 'rds.amazonaws.com'],
  // For Storage Lens only: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-service-linked-roles.html
  ['s3', 'storage-lens.s3.amazonaws.com'],
  // https://docs.aws.amazon.com/workspaces-web/latest/adminguide/slr-permissions.html
  ['workspaces-web', 'workspaces-web.amazonaws.com'],
])

/** The row with what was read after the table was made. */
function withLater(row: ServiceGatesRow): ServiceGatesRow {
  const guide = endpointsInGuides.get(row.service)
  const linkedRoles = linkedRolesInGuides.get(row.service)
  return {
    ...row,
    ...(linkedRoles === undefined ? {} : { linkedRoles }),
    ...(guide === undefined ? {} : { endpointPolicy: 'yes', sources: `${row.sources} ${guide}` }),
    ...(policyArnsSeen.has(row.service) ? { policyArn: true } : {}),
  }
}

const byService: ReadonlyMap<string, ServiceGatesRow> = new Map(
  serviceGatesRows.map((row) => [row.service, withLater(row)]),
)

/** Which kinds of policies a request of a service can meet; undefined for a service that is newer than the table. Takes the prefix in lower case. */
export const gatesOf = (prefix: string): ServiceGatesRow | undefined => byService.get(prefix)

/**
 * The day on which AWS's pages were read for the table of gates. The guides above, AWS's lists of RCPs and of AWS RAM, and
 * a part of IAM's list were read a day later (test/reference/gate-pages.test.ts).
 */
export const gatesRead = '2026-11-28'

/**
 * Whether resources of a service have policies:
 * - yes, some: all or some resource types can have a policy that AWS evaluates
 * - services: the policy counts for AWS services only
 * - sharing: the policies only share resources with other accounts
 * - delegation: the organization's one policy, which delegates to member accounts
 * - own: the service has permissions of its own kind
 */
export type ResourcePolicyKind = 'yes' | 'some' | 'services' | 'sharing' | 'delegation' | 'own' | 'no' | 'unknown'

/** Whether resources of a service have policies, and which. Takes the prefix in lower case. */
export function resourcePolicyKindOf(prefix: string): ResourcePolicyKind {
  const seen = byService.get(prefix)?.resourcePolicy
  const use = resourcePoliciesOf(prefix, '')
  switch (use) {
    case 'access':
      return seen === 'partial' ? 'some' : 'yes'
    case 'service-only':
      return hasExceptionalPolicies(prefix) ? 'some' : 'services'
    case 'not-iam':
      return 'own'
    case 'sharing':
    case 'delegation':
      return use
    case 'none':
      return seen === 'ram-only' ? 'no' : fromGates(seen)
    case undefined:
      return fromGates(seen)
  }
}

function fromGates(seen: ServiceGatesRow['resourcePolicy'] | undefined): ResourcePolicyKind {
  switch (seen) {
    case 'yes':
      return 'yes'
    case 'partial':
      return 'some'
    case 'ram-only':
      return 'sharing'
    case 'own':
      return 'own'
    case 'no':
      return 'no'
    case undefined:
      return 'unknown'
  }
}
