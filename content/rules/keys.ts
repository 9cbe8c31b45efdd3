import type { RuleSection } from './rule.ts'
import {
  allow,
  deny,
  full,
  here,
  identity,
  key,
  policy,
  rcp,
  role,
  root,
  theirKey,
  there,
  user,
  when,
} from './scenario.ts'

const keyPolicies = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html'
const decrypt = { action: 'kms:Decrypt', on: key } as const
const keyPolicy = (Principal: unknown) => policy('resource', allow('kms:*', { Principal }))
const viaS3 = 's3.us-east-1.amazonaws.com'
const onlyViaS3 = policy(
  'resource',
  allow('kms:*', { Principal: { AWS: user }, ...when('StringEquals', 'kms:ViaService', viaS3) }),
)

export const keys: RuleSection = {
  title: 'KMS keys',
  rules: [
    {
      number: 47,
      says: 'Identity policies work only if the key policy names the account or the caller.',
      source: keyPolicies,
      cases: [
        [
          'it names someone else',
          { ...decrypt, policies: [full, keyPolicy({ AWS: role })] },
          'implicitDeny',
          ['resource'],
        ],
        ['it names the account', { ...decrypt, policies: [full, keyPolicy({ AWS: here })] }, 'allowed'],
      ],
    },
    {
      number: 48,
      says: 'A key policy that names the caller is enough in the same account; without a Resource its statement has no effect.',
      source: keyPolicies,
      cases: [
        ['no identity policy', { ...decrypt, policies: [keyPolicy({ AWS: user })] }, 'allowed'],
        [
          'no Resource in the key policy',
          {
            ...decrypt,
            policies: [policy('resource', { Effect: 'Allow', Principal: { AWS: user }, Action: 'kms:*' })],
          },
          'implicitDeny',
          ['resource'],
        ],
      ],
    },
    {
      number: 49,
      says: 'A Deny in an identity policy needs no help of the key policy.',
      source: keyPolicies,
      cases: [
        [
          'the caller is named',
          { ...decrypt, policies: [identity(deny('kms:*')), keyPolicy({ AWS: user })] },
          'explicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 50,
      says: 'Even the root user has nothing unless the key policy says so.',
      source: keyPolicies,
      cases: [
        [
          'someone else is named',
          { ...decrypt, as: root, policies: [keyPolicy({ AWS: role })] },
          'implicitDeny',
          ['resource'],
        ],
        ['the account is named', { ...decrypt, as: root, policies: [keyPolicy({ AWS: here })] }, 'allowed'],
      ],
    },
    {
      number: 51,
      says: 'A key of another account needs its key policy and an Allow here, for the key’s ARN.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
      cases: [
        [
          'both',
          {
            ...decrypt,
            on: theirKey,
            policies: [identity(allow('kms:Decrypt', { Resource: theirKey })), keyPolicy({ AWS: here })],
          },
          'allowed',
        ],
        [
          'an alias instead of the key',
          {
            ...decrypt,
            on: theirKey,
            policies: [
              identity(allow('kms:Decrypt', { Resource: `arn:aws:kms:us-east-1:${there}:alias/reports` })),
              keyPolicy({ AWS: here }),
            ],
          },
          'implicitDeny',
          ['identity'],
        ],
        [
          'only the key policy',
          { ...decrypt, on: theirKey, policies: [keyPolicy({ AWS: user })] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 52,
      says: 'A grant can allow a request that no policy allows. It never denies.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
      cases: [
        [
          'a grant, a silent key policy',
          { ...decrypt, facts: { kmsGrant: true }, policies: [keyPolicy({ AWS: role })] },
          'allowed',
        ],
        [
          'a grant against a Deny',
          { ...decrypt, facts: { kmsGrant: true }, policies: [identity(deny('kms:*'))] },
          'explicitDeny',
          ['identity'],
        ],
        ['no grant known', { ...decrypt, policies: [keyPolicy({ AWS: role })] }, 'implicitDeny'],
      ],
    },
    {
      number: 53,
      says: 'kms:ViaService is there only when a service asks for the caller.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
      cases: [
        ['a direct call', { ...decrypt, policies: [onlyViaS3] }, 'implicitDeny'],
        ['through S3', { ...decrypt, context: { 'kms:ViaService': viaS3 }, policies: [onlyViaS3] }, 'allowed'],
      ],
    },
    {
      number: 54,
      says: 'RCPs touch neither kms:RetireGrant nor the keys that AWS manages.',
      source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
      cases: [
        [
          'retiring a grant',
          {
            action: 'kms:RetireGrant',
            on: key,
            policies: [full, keyPolicy({ AWS: here }), rcp(deny('kms:*', { Principal: '*' }))],
          },
          'allowed',
        ],
        [
          'a key that AWS manages',
          {
            ...decrypt,
            on: `arn:aws:kms:us-east-1:${here}:alias/aws/s3`,
            policies: [full, rcp(deny('kms:*', { Principal: '*' }))],
          },
          'allowed',
        ],
        [
          'any other action',
          { ...decrypt, policies: [full, keyPolicy({ AWS: here }), rcp(deny('kms:*', { Principal: '*' }))] },
          'explicitDeny',
          ['rcp'],
        ],
      ],
      instead:
        'Only an alias that starts with aws/ shows that AWS manages a key; its ARN does not. There leave the RCP out.',
    },
    {
      number: 55,
      says: 'Aliases that start with aws/ belong to AWS.',
      source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html',
      cases: [
        [
          'deleting one',
          { action: 'kms:DeleteAlias', on: `arn:aws:kms:us-east-1:${here}:alias/aws/s3`, policies: [full] },
          'implicitDeny',
        ],
      ],
    },
  ],
}
