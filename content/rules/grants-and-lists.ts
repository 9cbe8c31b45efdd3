import type { DocumentInput } from '../../src/evaluate/index.ts'
import type { RuleSection } from './rule.ts'
import {
  allow,
  at,
  bucket,
  deny,
  foreigner,
  full,
  here,
  identity,
  key,
  policy,
  role,
  session,
  user,
  when,
} from './scenario.ts'

const docs = 'https://docs.aws.amazon.com'
const listed = (more: Readonly<Record<string, unknown>> = {}): DocumentInput => ({
  type: 'kms-grants',
  document: { Grants: [{ KeyId: key, GranteePrincipal: role, Operations: ['Decrypt', 'DescribeKey'], ...more }] },
})
const subset = listed({ Constraints: { EncryptionContextSubset: { Department: 'IT' } } })
const exact = listed({ Constraints: { EncryptionContextEquals: { Department: 'IT' } } })
const service = 'dynamodb.amazonaws.com'
const table = (name: string): string => `arn:aws:dynamodb:us-east-1:${here}:table/${name}`
const source = (name: string) => ({ context: { 'aws:SourceArn': table(name) } })
const byService = { as: service, action: 'kms:Decrypt', on: key, ...source('Orders') } as const
const forTable = listed({
  GranteePrincipal: undefined,
  GranteeServicePrincipal: service,
  RetiringServicePrincipal: service,
  Constraints: { SourceArn: table('Orders') },
})
const decrypt = { as: session, action: 'kms:Decrypt', on: key } as const
const withContext = (pairs: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(Object.entries(pairs).map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
  'kms:EncryptionContextKeys': Object.keys(pairs),
})

const group = (name: string) => ({ Type: 'Group', URI: `http://acs.amazonaws.com/groups/global/${name}` })
const acl = (grantee: unknown, permission: string, more: Readonly<Record<string, unknown>> = {}): DocumentInput => ({
  type: 'bucket-acl',
  document: {
    Owner: { ID: 'owner' },
    Grants: [
      { Grantee: { Type: 'CanonicalUser', ID: 'owner' }, Permission: 'FULL_CONTROL' },
      { Grantee: grantee, Permission: permission },
    ],
    ...more,
  },
})
const readers = acl(group('AllUsers'), 'READ')
const signedIn = acl(group('AuthenticatedUsers'), 'READ')
const list = { action: 's3:ListBucket', on: bucket, owner: here } as const

const point = `arn:aws:s3:us-west-2:${here}:accesspoint/finance`
const throughPoint = { as: foreigner, action: 's3:GetObject', on: `${point}/object/q4.csv` } as const
const pointPolicy = at(point, policy('resource', allow('s3:GetObject', { Principal: { AWS: foreigner } })))
const delegating = at(
  bucket,
  policy('resource', allow('s3:*', { Principal: '*', ...when('StringEquals', 's3:DataAccessPointAccount', here) })),
)

export const grantsAndLists: RuleSection = {
  title: 'Grants, access control lists, and access points',
  rules: [
    {
      number: 174,
      says: 'A grant allows its operations to its grantee, without a key policy or an identity-based policy.',
      source: `${docs}/kms/latest/developerguide/grants.html`,
      cases: [
        ['the grantee’s session', { ...decrypt, policies: [listed()] }, 'allowed'],
        ['another operation', { ...decrypt, action: 'kms:Encrypt', policies: [listed()] }, 'implicitDeny'],
        ['another caller', { ...decrypt, as: user, policies: [listed()] }, 'implicitDeny'],
        ['against a Deny', { ...decrypt, policies: [listed(), identity(deny('kms:*'))] }, 'explicitDeny', ['identity']],
        [
          'a grant on another key',
          { ...decrypt, on: `arn:aws:kms:us-east-1:${here}:key/other`, policies: [listed()] },
          'implicitDeny',
        ],
        [
          'the retiring principal',
          { as: user, action: 'kms:RetireGrant', on: key, policies: [listed({ RetiringPrincipal: user })] },
          'allowed',
        ],
      ],
    },
    {
      number: 175,
      says: 'The constraints of a grant limit cryptographic operations to an encryption context.',
      source: `${docs}/kms/latest/APIReference/API_GrantConstraints.html`,
      cases: [
        [
          'the context holds the pair',
          { ...decrypt, context: withContext({ Department: 'IT', Project: 'x' }), policies: [subset] },
          'allowed',
        ],
        [
          'it lacks the pair',
          { ...decrypt, context: withContext({ Project: 'x' }), policies: [subset] },
          'implicitDeny',
        ],
        [
          'it must hold this pair alone',
          { ...decrypt, context: withContext({ Department: 'IT', Project: 'x' }), policies: [exact] },
          'implicitDeny',
        ],
        [
          'it holds this pair alone',
          { ...decrypt, context: withContext({ Department: 'IT' }), policies: [exact] },
          'allowed',
        ],
        ['an operation without a context', { ...decrypt, action: 'kms:DescribeKey', policies: [subset] }, 'allowed'],
        ['the context isn’t known', { ...decrypt, partial: true, policies: [subset] }, 'undetermined'],
      ],
    },
    {
      number: 176,
      says: 'A grant’s grantee is an IAM identity, or an AWS service for one resource: GranteeServicePrincipal needs the constraint SourceArn.',
      source: `${docs}/kms/latest/developerguide/create-grant-overview.html`,
      cases: [
        ['the service, for that resource', { ...byService, policies: [forTable] }, 'allowed'],
        ['for another resource', { ...byService, ...source('other'), policies: [forTable] }, 'implicitDeny'],
        ['another service', { ...byService, as: 's3.amazonaws.com', policies: [forTable] }, 'implicitDeny'],
        [
          'the resource isn’t known',
          { ...byService, context: {}, partial: true, policies: [forTable] },
          'undetermined',
        ],
        [
          'retiring the grant, for no resource',
          { as: service, action: 'kms:RetireGrant', on: key, policies: [forTable] },
          'allowed',
        ],
        [
          'a service where an identity belongs',
          { ...byService, policies: [listed({ GranteePrincipal: service })] },
          'implicitDeny',
        ],
        [
          'someone says that there is one',
          { as: service, action: 'kms:Decrypt', on: key, facts: { kmsGrant: true }, policies: [] },
          'allowed',
        ],
        [
          'no grant is for a request without a signature',
          { as: 'anonymous', action: 'kms:Decrypt', on: key, facts: { kmsGrant: true }, policies: [] },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 177,
      says: 'kms:RetireGrant in a key policy lets no one in.',
      source: `${docs}/kms/latest/developerguide/grant-delete.html`,
      cases: [
        [
          'the key policy names the user',
          {
            action: 'kms:RetireGrant',
            on: key,
            policies: [policy('resource', allow('kms:*', { Principal: { AWS: user } }))],
          },
          'implicitDeny',
          ['identity'],
        ],
        [
          'the identity-based policy allows it, too',
          {
            action: 'kms:RetireGrant',
            on: key,
            policies: [full, policy('resource', allow('kms:*', { Principal: { AWS: here } }))],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 178,
      says: 'A bucket’s access control list grants to groups: READ lists the bucket and reads no object.',
      source: `${docs}/AmazonS3/latest/userguide/acl-overview.html`,
      cases: [
        ['everyone may list', { ...list, as: 'anonymous', policies: [readers] }, 'allowed'],
        [
          'an object',
          { ...list, as: 'anonymous', action: 's3:GetObject', on: `${bucket}/x`, policies: [readers] },
          'implicitDeny',
        ],
        [
          'WRITE',
          {
            ...list,
            as: 'anonymous',
            action: 's3:PutObject',
            on: `${bucket}/x`,
            policies: [acl(group('AllUsers'), 'WRITE')],
          },
          'allowed',
        ],
        ['everyone with an AWS account: no one', { ...list, as: 'anonymous', policies: [signedIn] }, 'implicitDeny'],
        [
          'everyone with an AWS account: a user of another account',
          { ...list, as: foreigner, policies: [full, signedIn] },
          'allowed',
        ],
        [
          'that user without an identity-based policy',
          { ...list, as: foreigner, policies: [signedIn] },
          'implicitDeny',
          ['identity'],
        ],
        [
          'a Deny of the bucket policy',
          { ...list, as: 'anonymous', policies: [readers, policy('resource', deny('s3:*', { Principal: '*' }))] },
          'explicitDeny',
          ['resource'],
        ],
        [
          'an account by its canonical user ID',
          { ...list, as: foreigner, policies: [full, acl({ Type: 'CanonicalUser', ID: 'x' }, 'READ')] },
          'undetermined',
        ],
        [
          'the ID is the caller’s',
          {
            ...list,
            as: foreigner,
            facts: { aclGrantee: true },
            policies: [full, acl({ Type: 'CanonicalUser', ID: 'x' }, 'READ')],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 179,
      says: 'Object Ownership BucketOwnerEnforced turns access control lists off, and S3 Block Public Access ignores public ones.',
      source: `${docs}/AmazonS3/latest/userguide/about-object-ownership.html`,
      cases: [
        [
          'BucketOwnerEnforced',
          {
            ...list,
            as: 'anonymous',
            policies: [
              acl(group('AllUsers'), 'READ', {
                OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
              }),
            ],
          },
          'implicitDeny',
        ],
        [
          'BucketOwnerPreferred',
          {
            ...list,
            as: 'anonymous',
            policies: [
              acl(group('AllUsers'), 'READ', {
                OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
              }),
            ],
          },
          'allowed',
        ],
        [
          'S3 Block Public Access',
          { ...list, as: 'anonymous', facts: { s3BlockPublicAccess: true }, policies: [readers] },
          'implicitDeny',
        ],
      ],
    },
    {
      number: 180,
      says: 'Through an access point, the access point’s policy and the bucket’s must both allow the request.',
      source: `${docs}/AmazonS3/latest/userguide/access-points-policies.html`,
      cases: [
        [
          'the bucket delegates to its access points',
          { ...throughPoint, policies: [full, pointPolicy, delegating] },
          'allowed',
        ],
        [
          'the bucket allows its own account only',
          {
            ...throughPoint,
            policies: [full, pointPolicy, at(bucket, policy('resource', allow('s3:*', { Principal: { AWS: here } })))],
          },
          'implicitDeny',
          ['resource'],
        ],
        [
          'the access point allows someone else',
          {
            ...throughPoint,
            policies: [full, at(point, policy('resource', allow('s3:*', { Principal: { AWS: user } }))), delegating],
          },
          'implicitDeny',
          ['resource'],
        ],
      ],
    },
  ],
}
