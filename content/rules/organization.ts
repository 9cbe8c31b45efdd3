import { organizations, type RuleSection } from './rule.ts'
import {
  allow,
  at,
  deny,
  foreigner,
  full,
  here,
  identity,
  policy,
  queue,
  queuePolicy,
  rcp,
  root,
  scp,
  send,
  session,
  theirQueue,
  theirQueuePolicy,
  there,
  trust,
  user,
  when,
} from './scenario.ts'

const scps = organizations('orgs_manage_policies_scps')
const rcps = organizations('orgs_manage_policies_rcps')
const evaluation = organizations('orgs_manage_policies_scps_evaluation')
const denyAll = scp(deny('*'))
const rcpDenies = rcp(deny('sqs:*', { Principal: '*' }))
const supportRole = `arn:aws:sts::${here}:assumed-role/AWSServiceRoleForSupport/s`
const lambda = `arn:aws:sts::${here}:assumed-role/ImportJob/import`
const linked = `arn:aws:iam::${here}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`
const takeOn = { as: 'ecs.amazonaws.com', action: 'sts:AssumeRole' } as const
const ofEcs = trust({ Service: 'ecs.amazonaws.com' })
const stsDenied = rcp(deny('sts:*', { Principal: '*' }))
const foreignOrg = rcp(
  deny('sqs:*', { Principal: '*', ...when('StringNotEquals', 'aws:PrincipalOrgID', 'o-abcd1234') }),
)
const foreignOrgButServices = rcp(
  deny('sqs:*', {
    Principal: '*',
    Condition: {
      StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcd1234' },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  }),
)
const regionLock = (...spared: readonly string[]) =>
  scp(allow('*'), {
    Effect: 'Deny',
    NotAction: spared,
    Resource: '*',
    ...when('StringNotEquals', 'aws:RequestedRegion', 'eu-central-1'),
  })

export const organization: RuleSection = {
  title: 'Organizations: SCPs and RCPs',
  rules: [
    {
      number: 56,
      says: 'Neither limits the management account; both limit delegated administrators and the root users of members.',
      source: scps,
      cases: [
        ['the management account', { facts: { managementAccount: true }, policies: [full, denyAll] }, 'allowed'],
        ['the root user of a member', { as: root, policies: [denyAll] }, 'explicitDeny', ['scp']],
      ],
    },
    {
      number: 57,
      says: 'Neither limits service-linked roles, and no RCP a service that takes on its own one.',
      source: rcps,
      cases: [
        ['an SCP', { as: supportRole, policies: [full, denyAll] }, 'allowed'],
        ['an RCP', { ...send, as: supportRole, policies: [full, rcpDenies] }, 'allowed'],
        ['a service takes on its linked role', { ...takeOn, on: linked, policies: [ofEcs, stsDenied] }, 'allowed'],
        [
          'a service takes on another role',
          { ...takeOn, on: `arn:aws:iam::${here}:role/Task`, policies: [ofEcs, stsDenied] },
          'explicitDeny',
          ['rcp'],
        ],
      ],
    },
    {
      number: 58,
      says: 'Service roles, which are ordinary roles that a service assumes, are limited.',
      source: scps,
      cases: [['the role of a function', { as: lambda, policies: [full, denyAll] }, 'explicitDeny', ['scp']]],
    },
    {
      number: 59,
      says: 'SCPs limit neither services that call by themselves nor callers from outside.',
      source: scps,
      cases: [
        [
          'a service',
          { ...send, as: 'sns.amazonaws.com', policies: [queuePolicy({ Service: 'sns.amazonaws.com' }), denyAll] },
          'allowed',
        ],
        [
          'someone of another account',
          {
            ...send,
            as: foreigner,
            policies: [full, queuePolicy({ AWS: foreigner }), at(here, policy('scp', deny('*')))],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 60,
      says: 'RCPs limit access to the organization’s resources for every caller, including outsiders, anonymous callers, and services.',
      source: rcps,
      cases: [
        [
          'someone of another account',
          {
            ...send,
            on: theirQueue,
            policies: [
              full,
              theirQueuePolicy({ AWS: user }),
              at(there, policy('rcp', deny('sqs:*', { Principal: '*' }))),
            ],
          },
          'explicitDeny',
          ['rcp'],
        ],
        [
          'an anonymous caller',
          { ...send, as: 'anonymous', policies: [queuePolicy('*'), rcpDenies] },
          'explicitDeny',
          ['rcp'],
        ],
        [
          'a service',
          { ...send, as: 'sns.amazonaws.com', policies: [queuePolicy({ Service: 'sns.amazonaws.com' }), rcpDenies] },
          'explicitDeny',
          ['rcp'],
        ],
      ],
    },
    {
      number: 61,
      says: 'RCPs cover a list of services only: S3, STS, KMS, SQS and some sixty more, not IAM, EC2 or Billing.',
      source: rcps,
      cases: [
        ['EC2', { action: 'ec2:StopInstances', policies: [full, rcp(deny('ec2:*', { Principal: '*' }))] }, 'allowed'],
        ['Cost Explorer', { policies: [full, rcp(deny('ce:*', { Principal: '*' }))] }, 'allowed'],
        [
          'STS',
          {
            action: 'sts:AssumeRole',
            on: `arn:aws:iam::${here}:role/Billing`,
            policies: [trust({ AWS: user }), rcp(deny('sts:*', { Principal: '*' }))],
          },
          'explicitDeny',
          ['rcp'],
        ],
      ],
    },
    {
      number: 62,
      says: 'A customer-managed RCP only denies, has `*` as its principal, and can’t have a lone `*` as its action.',
      source: organizations('orgs_manage_policies_rcps_syntax'),
      observed: true,
      cases: [
        [
          'an Allow in an RCP grants nothing',
          { ...send, as: 'anonymous', policies: [rcp(allow('sqs:*', { Principal: '*' }))] },
          'implicitDeny',
        ],
      ],
      instead: 'AWS Organizations rejects anything else when you save the policy. The policy checks say so.',
    },
    {
      number: 63,
      says: 'Since September 2025 SCPs speak the whole language: conditions and resources in an Allow, NotResource, wildcards anywhere in an action.',
      source:
        'https://aws.amazon.com/blogs/security/unlock-new-possibilities-aws-organizations-service-control-policy-now-supports-full-iam-language',
      cases: [
        [
          'an Allow for one queue, another asked',
          { ...send, policies: [full, scp(allow('sqs:*', { Resource: theirQueue }))] },
          'implicitDeny',
          ['scp'],
        ],
        ['an Allow for this queue', { ...send, policies: [full, scp(allow('sqs:*', { Resource: queue }))] }, 'allowed'],
        [
          'a wildcard in the middle',
          { ...send, policies: [full, scp(allow('*')), at(here, policy('scp', deny('sqs:S*Message')))] },
          'explicitDeny',
          ['scp'],
        ],
      ],
    },
    {
      number: 64,
      says: 'Taking FullAWSAccess away from one level without a replacement shuts everything below.',
      source: evaluation,
      cases: [
        [
          'a unit that only denies something else',
          { policies: [full, scp(allow('*')), at('ou-1', policy('scp', deny('s3:*')))] },
          'implicitDeny',
          ['scp'],
        ],
      ],
    },
    {
      number: 65,
      says: 'SCPs grant nothing: what is missing then is the identity policy’s Allow.',
      source: scps,
      cases: [['an SCP alone', { policies: [scp(allow('*'))] }, 'implicitDeny', ['identity']]],
    },
    {
      number: 66,
      says: 'A Region lock must spare global services: Billing’s requests carry us-east-1.',
      source: organizations('orgs_manage_policies_scps_examples_general'),
      observed: true,
      cases: [
        [
          'only IAM is spared',
          { context: { 'aws:RequestedRegion': 'us-east-1' }, policies: [full, regionLock('iam:*')] },
          'explicitDeny',
          ['scp'],
        ],
        [
          'Cost Explorer is spared',
          { context: { 'aws:RequestedRegion': 'us-east-1' }, policies: [full, regionLock('iam:*', 'ce:*')] },
          'allowed',
        ],
      ],
    },
    {
      number: 67,
      says: 'A Deny under StringNotEquals hits requests that lack the key.',
      source: scps,
      cases: [['no Region in the request', { policies: [full, regionLock('iam:*')] }, 'explicitDeny', ['scp']]],
    },
    {
      number: 68,
      says: 'Services and anonymous callers carry no aws:PrincipalOrgID, so a Deny under StringNotEquals hits them, unless services are excepted.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html',
      cases: [
        [
          'a service',
          { ...send, as: 'sns.amazonaws.com', policies: [queuePolicy({ Service: 'sns.amazonaws.com' }), foreignOrg] },
          'explicitDeny',
          ['rcp'],
        ],
        [
          'a service, excepted',
          {
            ...send,
            as: 'sns.amazonaws.com',
            policies: [queuePolicy({ Service: 'sns.amazonaws.com' }), foreignOrgButServices],
          },
          'allowed',
        ],
        [
          'a member of the organization',
          {
            ...send,
            as: session,
            context: { 'aws:PrincipalOrgID': 'o-abcd1234' },
            policies: [identity(allow('sqs:*')), foreignOrg],
          },
          'allowed',
        ],
      ],
    },
  ],
}
