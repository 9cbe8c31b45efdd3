import { byOperation } from './fact.ts'
import type { CrossAccountRow } from './fact-rows.ts'
import { crossAccountRows } from './facts/cross-account.ts'

const read = '2026-11-28'

/** What the generated table leaves out: account-wide settings, because their API isn't the action's namesake, and layers. */
const others: readonly CrossAccountRow[] = [
  {
    service: 's3',
    operations: 'GetAccountPublicAccessBlock PutAccountPublicAccessBlock',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html',
    read,
  },
  {
    // A layer's owner can share only lambda:GetLayerVersion.
    service: 'lambda',
    operations: 'ListLayerVersions GetLayerVersionPolicy AddLayerVersionPermission DeleteLayerVersion',
    source: 'https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html',
    read: '2026-11-30',
  },
]

const ownAccountOnly = byOperation([...crossAccountRows, ...others])

/** Services with resource-based policies for some of their resources only: the beginnings of these resources' ARNs. */
const policyResources: ReadonlyMap<string, { readonly starts: readonly string[]; readonly source: string }> = new Map([
  [
    'glue',
    {
      starts: ['catalog', 'database/', 'table/', 'tableVersion/', 'userDefinedFunction/', 'connection/'],
      source: 'https://docs.aws.amazon.com/glue/latest/dg/cross-account-access.html',
    },
  ],
])

/** Services whose every operation is for callers of the own account. */
const wholeServices: ReadonlyMap<string, string> = new Map([
  // Only a role's trust policy opens a role to other accounts, and it opens sts:AssumeRole and the like.
  ['iam', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html'],
  [
    'apigateway',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-using-iam-policies-to-invoke-api.html',
  ],
])

/**
 * AWS's page that says why this operation never works from another account; undefined where it can.
 * Takes the prefix and the operation in lower case, and the resource part of the ARN ("" where there is none).
 */
export function ownAccountOnlySource(prefix: string, operation: string, resource: string): string | undefined {
  const row = ownAccountOnly.get(`${prefix}:${operation}`)
  if (row) return row.source
  const partial = policyResources.get(prefix)
  if (partial && resource !== '' && !partial.starts.some((start) => resource.startsWith(start))) return partial.source
  return wholeServices.get(prefix)
}

/** The operations of a service that never work from another account. Takes the prefix in lower case. */
export const ownAccountOnlyOperations = (prefix: string): readonly string[] =>
  [...crossAccountRows, ...others]
    .filter(({ service }) => service === prefix)
    .flatMap(({ operations }) => operations.split(' '))
