import type { OperationRow, Sourced } from './fact.ts'

// The rows of the generated tables in facts/.

/**
 * What the resource-based policies of a service are for:
 * - access: someone writes them, and AWS evaluates them whenever the resource is used
 * - sharing: they share the resource with other accounts; AWS RAM usually writes them
 * - service-only: they count for AWS services and for no one else
 * - delegation: the one policy of an organization, which delegates to member accounts
 * - not-iam: the service has permissions of its own next to IAM
 * - none: no resource of the service has a policy
 */
export type ResourcePolicyUse = 'access' | 'sharing' | 'service-only' | 'delegation' | 'not-iam' | 'none'

/** Services with the same use; `services` are prefixes, separated by spaces. */
export interface ResourcePolicyRow extends Sourced {
  readonly use: ResourcePolicyUse
  readonly services: string
  /** Resources whose policies do grant access to users and roles, by the start of their part of the ARN: "destination:". */
  readonly accessFor?: string
}

/** Resources of one service that can be shared with other accounts; `starts` begin the resource part of their ARNs, separated by spaces. */
export interface ShareableRow extends Sourced {
  readonly service: string
  readonly starts: string
}

/** Operations that AWS only lets callers of the owning account make, whatever a resource-based policy says. */
export type CrossAccountRow = OperationRow

/**
 * - unsigned-call: made without AWS credentials, so no policy of a caller counts
 * - management-account-only, management-or-delegated-admin, delegated-admin-only, member-account-only: denied to other accounts of the organization
 * - any-account-of-organization: every member can make it, although the organization belongs to the management account
 */
export type SpecialCallKind =
  | 'unsigned-call'
  | 'management-account-only'
  | 'management-or-delegated-admin'
  | 'delegated-admin-only'
  | 'any-account-of-organization'
  | 'member-account-only'

/** Operations of one service with a rule of their own. */
export interface SpecialCallRow extends OperationRow {
  readonly kind: SpecialCallKind
}

/** What else AWS checks when someone makes a call, with the caller's permissions. */
export interface CallNeed {
  /** "iam:PassRole", several separated by spaces. */
  readonly actions: string
  /** ARNs with AWS's holes in them, or "*", separated by spaces; undefined: the action's own kind of resource. */
  readonly on?: string
  /** "if tags are set"; undefined: whenever the call is made. */
  readonly when?: string
  readonly because: string
  /** The service that makes this call for the caller, "s3.amazonaws.com"; undefined: AWS checks it within the call. */
  readonly via?: string
  /** Tools that make this further call around theirs, "CloudFormation Terraform Console"; undefined: everyone who makes the call. */
  readonly tools?: string
  /** For iam:PassRole: the service that gets this role, where it isn’t the row’s. */
  readonly passedTo?: string
  /** What the caller does with images, "pull" or "push": left out where the paste shows only the other. */
  readonly purpose?: 'pull' | 'push'
}

/** One operation as people use it: the resources that AWS checks the action against, and what else it checks. */
export interface WholeCallRow extends Sourced {
  /** The action that AWS checks first. */
  readonly action: string
  /** Resource types by their name in AWS's reference. */
  readonly types: readonly { readonly type: string; readonly when?: string }[]
  readonly needs: readonly CallNeed[]
  /** The service that gets a role in this call: the value of iam:PassedToService. */
  readonly passedTo?: string
}

/** What is known of the tokens of one OpenID Connect issuer. `<WORDS>` in a text mark what differs between customers. */
export interface OidcIssuerRow extends Sourced {
  readonly name: string
  /** As in the provider's ARN and before its condition keys: without "https://". */
  readonly issuer: string
  /** The forms of the sub claim; empty where none is documented. */
  readonly subjects: readonly string[]
  /** The aud claim of tokens that are made for AWS; undefined where each customer chooses. */
  readonly audience?: string
  /** Claims that AWS maps to condition keys in addition to those of every issuer, separated by spaces. */
  readonly claims?: string
  /** All customers share this issuer: a condition on aud alone lets strangers in. */
  readonly shared?: true
  /** A claim other than sub whose value belongs to one customer, though the issuer is shared: an audience that the issuer gives out, an application's ID. */
  readonly tenantClaim?: 'aud' | 'app_id'
  /** The condition without which AWS lets no one assume a role that trusts this issuer. */
  readonly demands?: 'sub' | 'aud' | 'sts:RoleSessionName'
  /** The issuer that tokens come from instead: none come from this one anymore. */
  readonly replacedBy?: string
  /** Common mistakes, one sentence each. */
  readonly mistakes?: readonly string[]
}

/** Which kinds of policies a request of a service can meet, and where a denial shows. */
export interface ServiceGatesRow {
  readonly service: string
  /**
   * - yes, partial: all or some resource types can have a policy that AWS evaluates
   * - ram-only: AWS RAM writes the policies
   * - own: the service has policies of its own kind
   */
  readonly resourcePolicy: 'yes' | 'partial' | 'ram-only' | 'own' | 'no'
  /** Resource control policies apply. */
  readonly rcp?: true
  /** Messages that name the deciding policy were seen; AWS adds the name to all services gradually. */
  readonly policyArn?: true
  /** Most denials come with an authorization ID. */
  readonly authorizationId?: true
  /** Which tags conditions can ask for, on at least some actions: aws:RequestTag and aws:ResourceTag, one of them, or a key of the service's own. */
  readonly tags: 'both' | 'resource' | 'request' | 'own key' | 'none'
  /** Resource types that AWS RAM shares, separated by commas. */
  readonly ram?: string
  /** The policy of AWS Organizations that can set or deny something in this service. */
  readonly declarative?: string
  /** unknown: there's an endpoint, and AWS's pages don't say. */
  readonly endpointPolicy: 'yes' | 'no' | 'unknown' | 'no endpoint'
  /** Resource types whose calls only appear in CloudTrail when data events are turned on, separated by spaces. */
  readonly dataEvents?: string
  /** CloudTrail can record calls that a VPC endpoint policy denied. */
  readonly networkEvents?: true
  /** Services that have a service-linked role here: "lambda.amazonaws.com", separated by spaces. */
  readonly linkedRoles?: string
  /** Names of AWS's pages, separated by spaces: see gate-pages.ts. */
  readonly sources: string
  /** seen: at least one gate was read on a page on the day of the data; known: only the service authorization reference shows it. */
  readonly sure: 'seen' | 'known'
}
