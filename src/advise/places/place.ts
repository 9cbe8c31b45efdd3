import type { PolicyType } from '../../iam/index.ts'
import type { Text } from '../../words/index.ts'

/** A place where a policy can stand. */
export type PlaceId = AttachedPlaceId | ResourcePlaceId | MoreResourcePlaceId

/** Those of callers, organizations, and networks. */
export type AttachedPlaceId =
  | 'user'
  | 'group'
  | 'role'
  | 'permission-set'
  | 'managed'
  | 'boundary'
  | 'user-boundary'
  | 'role-boundary'
  | 'trust'
  | 'scp'
  | 'rcp'
  | 'organization-policy'
  | 'endpoint'
  | 'session'

/** Those that belong to a resource. */
export type ResourcePlaceId =
  | 'bucket'
  | 'key'
  | 'queue'
  | 'topic'
  | 'secret'
  | 'function'
  | 'repository'
  | 'public-repository'
  | 'table'
  | 'stream'
  | 'rest-api'
  | 'backup-vault'
  | 'file-system'
  | 'event-bus'
  | 'domain'
  | 'package-domain'
  | 'certificate-authority'
  | 'table-bucket'
  | 'cluster'
  | 'channel'

/** Those of resources whose policies people set more seldom. */
export type MoreResourcePlaceId =
  | 'access-point'
  | 'directory-bucket'
  | 'package-repository'
  | 'catalog'
  | 'log-destination'
  | 'email-identity'
  | 'schema-registry'
  | 'model-package-group'
  | 'lattice-service'
  | 'build-project'
  | 'sink'
  | 'firewall'
  | 'namespace'
  | 'snapshot'
  | 'rule-group'
  | 'trained-model'
  | 'workflow'
  | 'contact'
  | 'core-network'

/** Facts about a place. "{}" is replaced with the name of the user, role, or resource that the policy is attached to, and so is `{{name}}` in a comment, which is a message. */
export interface Place {
  readonly type: PolicyType
  /** Where people find it in the console. One sentence. */
  readonly console: Text
  /**
   * For a resource: its service's prefix, which part of its ARN is the name, and what follows the account in ARNs of its type, where the service has others
   * whose policies stand elsewhere, or that have none.
   */
  readonly resource?: {
    readonly service: string
    /** `second`: all that follows the type; `segment`: up to the next slash. */
    readonly name: 'arn' | 'first' | 'last' | 'second' | 'segment'
    readonly only?: RegExp
  }
  /** The placeholder for an unknown name. */
  readonly standIn: string
  /** The placeholder in `get` and `script`, where they take another name: an SCP is fetched by the account it applies to. */
  readonly fetchStandIn?: string
  /** A read-only command that prints the policy. */
  readonly get?: string
  /** Lines of a shell script that print every policy there with a line that identifies it, where one command can't. Read-only. */
  readonly script?: readonly Text[]
  /** The commands that put policy.json there, one per line; undefined where the AWS CLI takes no whole document. */
  readonly put?: readonly Text[]
  /** Terraform's resource, its other arguments, and the argument that holds the document. */
  readonly terraform?: { readonly type: string; readonly lines: readonly Text[]; readonly field: string }
  /** CloudFormation's resource, its other properties, and the property that holds the document. */
  readonly cloudFormation?: {
    readonly type: string
    readonly properties: Readonly<Record<string, string | readonly string[]>>
    readonly field: string
  }
}

/** A line of a command or script with the name in its place. */
export const withName = (line: Text, name: string): Text =>
  typeof line === 'string' ? line.replaceAll('{}', name) : { ...line, data: { ...line.data, name } }
