import type { Case, RuleSection } from './rule.ts'
import { allow, deny, foreigner, full, here, object, policy, when } from './scenario.ts'

const page = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'
type Part = Readonly<Record<string, unknown>>

/** A named user of another account keeps access unless this statement makes the policy public. */
const withStatement = (title: string, statement: Part, isPublic: boolean): Case => [
  title,
  {
    as: foreigner,
    action: 's3:GetObject',
    on: object,
    owner: here,
    facts: { s3BlockPublicAccess: true },
    policies: [
      full,
      policy(
        'resource',
        allow('s3:GetObject', { Principal: '*', ...statement }),
        allow('s3:*', { Principal: { AWS: foreigner } }),
      ),
    ],
  },
  isPublic ? 'implicitDeny' : 'allowed',
]
const address = (...ranges: readonly string[]): Part => when('IpAddress', 'aws:SourceIp', ranges)
const points = 'arn:aws:s3:us-west-2:111122223333:accesspoint/*'

export const publicAccess: RuleSection = {
  title: 'Public, as S3 Block Public Access defines it',
  rules: [
    {
      number: 181,
      says: 'A range of addresses broader than /8 (IPv4) or /32 (IPv6) is public.',
      source: page,
      cases: [
        withStatement('0.0.0.0/0', address('0.0.0.0/0'), true),
        withStatement('half of all addresses', address('0.0.0.0/1'), true),
        withStatement('both halves', address('0.0.0.0/1', '128.0.0.0/1'), true),
        withStatement('2000::/16', address('2000::/16'), true),
        withStatement('one narrow range and a broad one', address('203.0.113.0/24', '64.0.0.0/4'), true),
        withStatement('203.0.113.0/24', address('203.0.113.0/24'), false),
        withStatement('/8', address('54.0.0.0/8'), false),
        withStatement('2001:db8::/32', address('2001:db8::/32'), false),
        withStatement('one address', address('203.0.113.7'), false),
      ],
    },
    {
      number: 182,
      says: 'Only fixed values narrow “everyone” down: no wildcard, no policy variable, no negated operator, and no IfExists.',
      source: page,
      cases: [
        withStatement('no condition', {}, true),
        withStatement('a VPC', when('StringEquals', 'aws:SourceVpc', 'vpc-91237329'), false),
        withStatement('a VPC with a wildcard', when('StringLike', 'aws:SourceVpc', 'vpc-*'), true),
        withStatement(
          'a policy variable',
          when('StringEquals', 'aws:PrincipalAccount', '${aws:PrincipalAccount}'),
          true,
        ),
        withStatement('everyone but an organization', when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1'), true),
        withStatement(
          'an organization, if there is one',
          when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-1'),
          true,
        ),
        withStatement('an organization', when('StringEquals', 'aws:PrincipalOrgID', 'o-1'), false),
        withStatement('a key that doesn’t count', when('StringEquals', 'aws:UserAgent', 'me'), true),
        withStatement('sessions of a role by their ID', when('StringLike', 'aws:userid', 'AROAEXAMPLEID:*'), true),
      ],
    },
    {
      number: 183,
      says: 'Keys that count as fixed: the source’s owner, the KMS key, and the access points of one account.',
      source: page,
      cases: [
        withStatement(
          'aws:PrincipalOrgPaths',
          when('ForAnyValue:StringEquals', 'aws:PrincipalOrgPaths', 'o-1/r-1/'),
          false,
        ),
        withStatement('aws:PrincipalAccount', when('StringEquals', 'aws:PrincipalAccount', here), false),
        withStatement('aws:PrincipalArn', when('ArnEquals', 'aws:PrincipalArn', `arn:aws:iam::${here}:role/r`), false),
        withStatement('aws:SourceArn', when('ArnEquals', 'aws:SourceArn', 'arn:aws:s3:::logs'), false),
        withStatement('aws:SourceAccount', when('StringEquals', 'aws:SourceAccount', here), false),
        withStatement('aws:SourceVpce', when('StringEquals', 'aws:SourceVpce', 'vpce-1a2b3c4d'), false),
        withStatement('aws:SourceOrgID', when('StringEquals', 'aws:SourceOrgID', 'o-1'), false),
        withStatement('aws:SourceOrgPaths', when('ForAnyValue:StringEquals', 'aws:SourceOrgPaths', 'o-1/r-1/'), false),
        withStatement('aws:userid', when('StringEquals', 'aws:userid', 'AIDAEXAMPLEID'), false),
        withStatement('aws:SourceOwner', when('StringEquals', 'aws:SourceOwner', here), false),
        withStatement(
          'the KMS key of the upload',
          when(
            'StringEquals',
            's3:x-amz-server-side-encryption-aws-kms-key-id',
            'arn:aws:kms:us-east-1:111122223333:key/k',
          ),
          false,
        ),
        withStatement('all access points of an account', when('StringLike', 's3:DataAccessPointArn', points), false),
        withStatement(
          'access points of any account',
          when('StringLike', 's3:DataAccessPointArn', 'arn:aws:s3:*:*:accesspoint/*'),
          true,
        ),
        withStatement(
          'the account of the access point',
          when('StringEquals', 's3:DataAccessPointAccount', here),
          false,
        ),
      ],
    },
    {
      number: 184,
      says: 'A federated principal is public, and so is NotPrincipal with Allow. A service isn’t.',
      source: page,
      cases: [
        withStatement('a provider', { Principal: { Federated: 'graph.facebook.com' } }, true),
        withStatement('NotPrincipal', { Principal: undefined, NotPrincipal: { AWS: here } }, true),
        withStatement('a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }, false),
        withStatement('another account', { Principal: { AWS: '999988887777' } }, false),
      ],
    },
    {
      number: 185,
      says: 'A Deny never makes a policy public.',
      source: page,
      cases: [
        [
          'a Deny for everyone',
          {
            as: foreigner,
            action: 's3:GetObject',
            on: object,
            owner: here,
            facts: { s3BlockPublicAccess: true },
            policies: [
              full,
              policy(
                'resource',
                deny('s3:DeleteObject', { Principal: '*' }),
                allow('s3:*', { Principal: { AWS: foreigner } }),
              ),
            ],
          },
          'allowed',
        ],
      ],
    },
  ],
}
