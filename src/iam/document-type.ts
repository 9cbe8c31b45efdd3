import { type JsonNode, member } from '../text/index.ts'

/** Outputs of the AWS CLI that aren't policies and still allow something: grants on a KMS key, and the access control list of a bucket. */
export const documentTypes = ['kms-grants', 'bucket-acl'] as const
export type DocumentType = (typeof documentTypes)[number]

/**
 * Which of them a JSON value is, by the members that only it has: the output of `aws kms list-grants`, or of `aws s3api get-bucket-acl` and
 * `get-bucket-ownership-controls`. Undefined for everything else.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html
 */
export function documentTypeOf(root: JsonNode | undefined): DocumentType | undefined {
  if (root?.kind !== 'object') return undefined
  if (member(member(root, 'OwnershipControls'), 'Rules')?.kind === 'array') return 'bucket-acl'
  const grants = member(root, 'Grants')
  if (grants?.kind !== 'array') return undefined
  const holds = (key: string): boolean => grants.items.some((grant) => member(grant, key) !== undefined)
  if (holds('GranteePrincipal') || holds('GranteeServicePrincipal')) return 'kms-grants'
  return holds('Grantee') && holds('Permission') ? 'bucket-acl' : undefined
}
