import { splitArn } from '../iam/index.ts'

/** How an action touches what it acts on, in AWS's words. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging'

/** One action of a service, as AWS's service authorization reference lists it. */
export interface Action {
  /** Without the prefix, in AWS's own spelling: "GetCostAndUsage". */
  readonly name: string
  readonly accessLevels: readonly AccessLevel[]
  /** Names of resource types the action can be limited to; empty: only "*" works. */
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[]
  /** Condition keys of this action (not the global ones), in AWS's spelling, "${TagKey}" for the variable part. */
  readonly conditionKeys: readonly string[]
  /** Other actions the caller needs too, "service:Action". */
  readonly dependentActions: readonly string[]
  /** The parameter in which its operation takes the ARN of an IAM role: a caller who sets it passes a role to the service. */
  readonly roleParameter?: string | undefined
}

/** One resource type of a service; `arn` holds "${Partition}" and the like for its variable parts, and two forms for a few types: "arn:…, arn:…". */
export interface ResourceType {
  readonly name: string
  readonly arn: string
  /** The forms in `arn`, cut into their parts. */
  readonly forms: readonly ArnForm[]
  readonly conditionKeys: readonly string[]
}

/** One form of a resource type's ARNs. Its parts hold a wildcard for each variable. */
export interface ArnForm {
  /** As AWS's reference writes it: "arn:${Partition}:s3:::${BucketName}". */
  readonly raw: string
  readonly service: string
  /** Empty in a form whose ARNs have no Region; likewise `account`. */
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** A resource type from what AWS's reference says of it. */
export const resourceType = ({ name, arn, conditionKeys }: Omit<ResourceType, 'forms'>): ResourceType => ({
  name,
  arn,
  forms: arn.split(/,\s*(?=arn:)/).flatMap(readForm),
  conditionKeys,
})

function readForm(raw: string): readonly ArnForm[] {
  const parts = splitArn(raw)
  if (!parts) return []
  const [, , service, region, account, resource] = parts
  const pattern = (part: string): string => part.replaceAll(/\$\{[^}]{0,200}\}/g, '*')
  return [
    { raw, service: pattern(service), region: pattern(region), account: pattern(account), resource: pattern(resource) },
  ]
}

/** One service: everything its shard holds. Keys of the maps are lower-cased names. */
export interface Service {
  readonly prefix: string
  readonly name: string
  readonly actions: ReadonlyMap<string, Action>
  readonly resourceTypes: ReadonlyMap<string, ResourceType>
  /** Condition key (lower-cased) to its type ("String", "ArrayOfString", "ARN", "Bool", "Date", "Numeric", …). */
  readonly conditionKeys: ReadonlyMap<string, string>
}

/**
 * What is known of AWS's services, handed to the engine by the caller; never fetched by the engine. `services` holds the
 * shards that were loaded; `prefixes` knows all services, so "not loaded" and "no such service" are told apart.
 */
export interface Reference {
  /** "2026-09-26", when the data was published. */
  readonly date: string
  /** Every service's prefix (lower-cased) to its name. */
  readonly prefixes: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, Service>
}

/**
 * A reference from the index (all services' names) and the services that were loaded. They're in the order of their prefixes, so that which file
 * arrived first never changes an answer.
 */
export const createReference = (
  { date, prefixes }: Pick<Reference, 'date' | 'prefixes'>,
  services: Iterable<Service>,
): Reference => ({
  date,
  prefixes,
  services: new Map([...services].sort(byPrefix).map((service) => [service.prefix, service])),
})

const byPrefix = (one: Service, other: Service): number => (one.prefix < other.prefix ? -1 : 1)
