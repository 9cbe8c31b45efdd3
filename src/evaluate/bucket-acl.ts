import { field, listField, textField } from './json-value.ts'
import type { StatementInput } from './rules/built-in.ts'

/** What each permission of a bucket's ACL allows. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions */
const permissions: ReadonlyMap<string, readonly string[]> = new Map([
  ['READ', ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads']],
  ['WRITE', ['s3:PutObject']],
  ['READ_ACP', ['s3:GetBucketAcl']],
  ['WRITE_ACP', ['s3:PutBucketAcl']],
])
const everything = [...permissions.values()].flat()

/** The key of the question whether a canonical user ID of the ACL is that of the caller's account. */
const isGrantee = 'aclGrantee'

/** What the output of `aws s3api get-bucket-acl` allows, as statements of a bucket policy. */
export function aclStatements(output: unknown, bucket: string | undefined): readonly StatementInput[] {
  const Resource = resourceOf(bucket)
  if (Resource === undefined) return []
  const owner = textField(field(output, 'Owner'), 'ID')
  return listField(output, 'Grants').flatMap((grant) => {
    const permission = textField(grant, 'Permission') ?? ''
    const Action = permission === 'FULL_CONTROL' ? everything : permissions.get(permission)
    const who = granteeOf(field(grant, 'Grantee'), owner)
    return Action && who ? [{ Effect: 'Allow', Action, Resource, ...who }] : []
  })
}

/**
 * Does the output (of get-bucket-acl with an `OwnershipControls` next to it, or of get-bucket-ownership-controls) set Object Ownership to
 * BucketOwnerEnforced? Then access control lists allow nothing; S3 shows the owner's grant alone.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export const isAclDisabled = (output: unknown): boolean =>
  textField(output, 'ObjectOwnership') === 'BucketOwnerEnforced' ||
  listField(field(output, 'OwnershipControls'), 'Rules').some(
    (rule) => textField(rule, 'ObjectOwnership') === 'BucketOwnerEnforced',
  )

function resourceOf(bucket: string | undefined): string | readonly string[] | undefined {
  if (bucket === undefined) return '*'
  return /^arn:[a-z-]+:s3:::[a-z0-9.-]+$/i.test(bucket) ? [bucket, `${bucket}/*`] : undefined
}

const groups = 'http://acs.amazonaws.com/groups/global/'
/** S3 Block Public Access ignores grants to these groups: the fact decides. */
const notBlocked = { Bool: { s3BlockPublicAccess: 'false' } }

/** To whom a grant goes. The owner needs none: for its own account the ACL adds nothing to the policies. */
function granteeOf(grantee: unknown, owner: string | undefined): StatementInput | undefined {
  const uri = textField(grantee, 'URI')
  if (uri === `${groups}AllUsers`) return { Principal: '*', Condition: notBlocked }
  if (uri === `${groups}AuthenticatedUsers`) {
    return { Principal: '*', Condition: { ...notBlocked, Null: { 'aws:PrincipalArn': 'false' } } }
  }
  const id = textField(grantee, 'ID')
  if (id === undefined || id === owner) return undefined
  return { Principal: '*', Condition: { Bool: { [isGrantee]: 'true' } } }
}
