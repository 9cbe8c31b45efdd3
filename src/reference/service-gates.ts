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
 * Services with a service-linked role that the table lacks, by prefix: the services that the role trusts, without
 * ".amazonaws.com", and the page under https://docs.aws.amazon.com that names them. Read on 2026-11-29.
 */
// biome-ignore format: one row per line
const linkedRolesInGuides: readonly (readonly [service: string, trusted: string, page: string])[] = [
  ['account-access', 'account-access', 'IAM/latest/UserGuide/aam-security'],
  ['app-integrations', 'app-integrations', 'connect/latest/adminguide/appintegrations-slr'],
  ['chatbot', 'management.chatbot', 'chatbot/latest/adminguide/slr-permissions'],
  ['cloudhsm', 'cloudhsm', 'cloudhsm/latest/userguide/service-linked-roles'],
  ['codecatalyst', 'codecatalyst', 'codecatalyst/latest/userguide/using-service-linked-roles'],
  ['codestar-connections', 'repository.sync.codeconnections', 'dtconsole/latest/userguide/service-linked-role-connections'],
  ['dataexchange', 'license-management.dataexchange organization-discovery.dataexchange', 'data-exchange/latest/userguide/using-service-linked-roles-license-management'],
  ['devicefarm', 'devicefarm testgrid.devicefarm', 'devicefarm/latest/testgrid/security-acl-iam'],
  ['directconnect', 'directconnect', 'directconnect/latest/UserGuide/using-service-linked-roles'],
  ['drs', 'drs', 'drs/latest/userguide/using-service-linked-roles'],
  ['ds', 'ds', 'directoryservice/latest/admin-guide/using-service-linked-roles'],
  ['evs', 'evs', 'evs/latest/userguide/using-service-linked-roles'],
  ['finspace', 'finspace', 'finspace/latest/userguide/using-service-linked-roles'],
  ['groundstation', 'groundstation', 'ground-station/latest/ug/using-service-linked-roles'],
  ['iottwinmaker', 'iottwinmaker', 'iot-twinmaker/latest/guide/using-service-linked-roles'],
  ['ivs', 'ivs', 'ivs/latest/LowLatencyUserGuide/security-service-linked-roles'],
  // Each role has a page of its own; this one lists them.
  ['license-manager', 'license-manager license-manager.master-account license-manager.member-account', 'license-manager/latest/userguide/using-service-linked-roles'],
  ['license-manager-user-subscriptions', 'license-manager-user-subscriptions', 'license-manager/latest/userguide/user-based-subscription-role'],
  ['mediaconnect', 'mediaconnect', 'mediaconnect/latest/ug/slr-permissions'],
  ['mediapackage', 'mediapackage', 'mediapackage/latest/ug/using-service-linked-roles'],
  ['mediapackage-vod', 'mediapackage', 'mediapackage/latest/ug/using-service-linked-roles'],
  ['mediatailor', 'mediatailor', 'mediatailor/latest/ug/slr-permissions'],
  ['mgn', 'mgn', 'mgn/latest/ug/using-service-linked-roles'],
  // Neptune uses the role of RDS.
  ['neptune-db', 'rds', 'neptune/latest/userguide/security-iam-service-linked-roles'],
  ['outposts', 'outposts', 'outposts/latest/userguide/using-service-linked-roles'],
  ['pcs', 'pcs', 'pcs/latest/userguide/service-linked-roles'],
  ['qapps', 'qapps', 'amazonq/latest/qbusiness-ug/using-service-linked-roles-qapps'],
  ['qbusiness', 'qbusiness', 'amazonq/latest/qbusiness-ug/using-service-linked-roles'],
  ['qdeveloper', 'q', 'amazonq/latest/qdeveloper-ug/using-service-linked-roles-qdev'],
  ['repostspace', 'repostspace', 'repostprivate/latest/caguide/using-service-linked-roles'],
  ['resource-groups', 'resourcegroups', 'ARG/latest/userguide/security_iam_service-linked-roles'],
  ['route53-recovery-readiness', 'route53-recovery-readiness', 'r53recovery/latest/dg/using-service-linked-roles-readiness'],
  ['rtbfabric', 'rtbfabric', 'rtb-fabric/latest/userguide/using-service-linked-roles'],
  // For Storage Lens only.
  ['s3', 'storage-lens.s3', 'AmazonS3/latest/userguide/using-service-linked-roles'],
  ['sms-voice', 'sms-voice', 'sms-voice/latest/userguide/using-service-linked-roles'],
  ['social-messaging', 'social-messaging', 'social-messaging/latest/userguide/using-service-linked-roles'],
  ['workspaces-web', 'workspaces-web', 'workspaces-web/latest/adminguide/slr-permissions'],
]

/** The principals of each service's service-linked roles, separated by spaces. */
const laterLinkedRoles: ReadonlyMap<string, string> = new Map(
  linkedRolesInGuides.map(([service, trusted]) => [service, trusted.replace(/[^ ]+/g, '$&.amazonaws.com')]),
)

/**
 * Conditions on tags that the table has wrong: the keys that the service's actions list.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchapplicationinsights.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3onoutposts.html
 */
const laterTags: ReadonlyMap<string, ServiceGatesRow['tags']> = new Map([
  ['applicationinsights', 'request'],
  ['s3-outposts', 'own key'],
])

/** SAP databases have permissions for restores that name a database, and no principal: https://docs.aws.amazon.com/ssmsap/latest/APIReference/API_PutResourcePermission.html */
const withoutPolicies: ReadonlySet<string> = new Set(['ssm-sap'])

/** The row with what was read after the table was made. */
function withLater(row: ServiceGatesRow): ServiceGatesRow {
  const guide = endpointsInGuides.get(row.service)
  const linkedRoles = laterLinkedRoles.get(row.service)
  const tags = laterTags.get(row.service)
  return {
    ...row,
    ...(linkedRoles === undefined ? {} : { linkedRoles }),
    ...(tags === undefined ? {} : { tags }),
    ...(withoutPolicies.has(row.service) ? { resourcePolicy: 'no' } : {}),
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
 * The day on which AWS's pages were read for the table of gates. The guides above and AWS's lists of RCPs, of AWS RAM, and
 * of services that work with IAM were read a day later (test/reference/gate-pages.test.ts).
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
