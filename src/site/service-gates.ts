// The table of services and policy types, as the page shows it and as services.json has it.
import { gatesOf, type ResourcePolicyKind, resourcePolicyKindOf, type ServiceGatesRow } from '../reference/index.ts'

/** A service's row; `null` where AWS's pages don't say. */
export interface ServiceGates {
  readonly service: string
  readonly name: string
  readonly resourcePolicy: ResourcePolicyKind
  readonly rcp: boolean
  readonly tagConditions: ServiceGatesRow['tags']
  /** Resource types that AWS RAM shares. */
  readonly ram: readonly string[]
  readonly vpcEndpointPolicy: ServiceGatesRow['endpointPolicy']
  /** A policy of AWS Organizations that sets or denies something in the service. */
  readonly declarativePolicy: string | null
  /** Messages that name the deciding policy were seen. */
  readonly policyArnInMessages: boolean
  /** Most denials come with an authorization ID. */
  readonly authorizationId: boolean
  /** Resource types whose calls are in CloudTrail only if data events are turned on. */
  readonly dataEvents: readonly string[]
  /** Names of the pages behind the row. */
  readonly sources: readonly string[]
  /** Was at least one of its gates read on a page, and not only in the service authorization reference? */
  readonly isRead: boolean
}

/** All services of the reference that the table knows, by name. */
export function serviceGates(prefixes: ReadonlyMap<string, string>): readonly ServiceGates[] {
  const rows = [...prefixes].flatMap(([service, name]) => {
    const row = gatesOf(service)
    return row ? [{ service, name, ...shownOf(row) }] : []
  })
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

const shownOf = (row: ServiceGatesRow): Omit<ServiceGates, 'service' | 'name'> => ({
  resourcePolicy: resourcePolicyKindOf(row.service),
  rcp: row.rcp ?? false,
  tagConditions: row.tags,
  ram: row.ram?.split(', ') ?? [],
  vpcEndpointPolicy: row.endpointPolicy,
  declarativePolicy: row.declarative ?? null,
  policyArnInMessages: row.policyArn ?? false,
  authorizationId: row.authorizationId ?? false,
  dataEvents: row.dataEvents?.split(' ') ?? [],
  sources: row.sources.split(' '),
  isRead: row.sure === 'seen',
})
