import { parseArn } from '../iam/index.ts'
import type { ShareableRow } from './fact-rows.ts'
import { shareableRows } from './facts/shareable.ts'

const attributes = { read: '2026-11-28' } as const

/** Shared by the service itself, through a list of accounts, instead of AWS RAM. */
const sharedByService: readonly ShareableRow[] = [
  {
    service: 'ec2',
    starts: 'image/ snapshot/',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html',
    ...attributes,
  },
  {
    service: 'rds',
    starts: 'snapshot: cluster-snapshot:',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
    ...attributes,
  },
  {
    service: 'redshift',
    starts: 'snapshot:',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshot-share-snapshot.html',
    ...attributes,
  },
  {
    service: 'appstream',
    starts: 'image/',
    source: 'https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UpdateImagePermissions.html',
    ...attributes,
  },
  {
    service: 'workspaces',
    starts: 'workspaceimage/ connectionalias/',
    source: 'https://docs.aws.amazon.com/workspaces/latest/api/API_UpdateWorkspaceImagePermission.html',
    ...attributes,
  },
  {
    service: 'ssm',
    starts: 'opsitemgroup/',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutResourcePolicy.html',
    ...attributes,
  },
]

const rows: ReadonlyMap<string, readonly ShareableRow[]> = Map.groupBy(
  [...shareableRows, ...sharedByService],
  ({ service }) => service,
)

/** Does AWS RAM (or the service itself) share anything of this service? Takes the prefix in lower case. */
export const sharesAnything = (prefix: string): boolean => rows.has(prefix)

/**
 * Is this a resource that its owner can share with other accounts, through AWS RAM or the service's own sharing?
 * https://docs.aws.amazon.com/ram/latest/userguide/shareable.html
 */
export function isShareable(prefix: string, arn: string): boolean {
  const resource = parseArn(arn)?.resource
  if (resource === undefined) return false
  return (rows.get(prefix) ?? []).some(({ starts }) => starts.split(' ').some((start) => resource.startsWith(start)))
}
