// What grants and access control lists allow.
import { bucket, foreigner, full, here, key, object, user } from '../scenario.ts'
import { docs, each, type FactCase, grantsPage } from './fact-case.ts'

// https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations
const grantOperations =
  'CreateGrant Decrypt DeriveSharedSecret DescribeKey Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GetPublicKey ReEncryptFrom ReEncryptTo RetireGrant Sign Verify VerifyMac'
export const byGrant = each(grantOperations, (name) => [
  `a grant for kms:${name}`,
  { action: `kms:${name}`, on: key, facts: { kmsGrant: true }, policies: [] },
  'allowed kms-grant',
  grantsPage,
])

// https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html#grant-constraints
const constrained =
  'Decrypt Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo'
const listGrants = (Operations: readonly string[]) => ({
  Grants: [
    { KeyId: key, GranteePrincipal: user, Operations, Constraints: { EncryptionContextSubset: { team: 'red' } } },
  ],
})
export const byConstrainedGrant = each(constrained, (name) => [
  `a grant for kms:${name} under another encryption context`,
  { action: `kms:${name}`, on: key, policies: [{ type: 'kms-grants', document: listGrants([name]) }] },
  'implicitDeny',
  `${docs}kms/latest/developerguide/create-grant-overview.html`,
])

const acl = (Permission: string) => ({
  Owner: { ID: 'owner' },
  Grants: [{ Grantee: { Type: 'CanonicalUser', ID: 'other' }, Permission }],
})
export const acls: readonly FactCase[] = [
  ['READ', 'ListBucket ListBucketVersions ListBucketMultipartUploads'],
  ['WRITE', 'PutObject'],
  ['READ_ACP', 'GetBucketAcl'],
  ['WRITE_ACP', 'PutBucketAcl'],
].flatMap(([permission = '', actions = '']) =>
  each(actions, (name) => [
    `${permission} in a bucket’s ACL allows s3:${name}`,
    {
      as: foreigner,
      action: `s3:${name}`,
      on: name === 'PutObject' ? object : bucket,
      owner: here,
      facts: { aclGrantee: true },
      policies: [full, { type: 'bucket-acl', document: acl(permission) }],
    },
    'allowed',
    `${docs}AmazonS3/latest/userguide/acl-overview.html`,
  ]),
)
