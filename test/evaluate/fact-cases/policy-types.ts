// To which requests each type of policy applies.
import {
  allow,
  assume,
  at,
  boundary,
  bucket,
  deny,
  federated,
  foreigner,
  full,
  here,
  key,
  object,
  policy,
  queue,
  rcp,
  role,
  scp,
  send,
  session,
  there,
  trust,
  user,
} from '../scenario.ts'
import { all, denyAll, docs, each, everyone, type FactCase, iamGuide, instance, names, unsigned } from './fact-case.ts'

const vpceKeys = 'aws:SourceVpce aws:SourceVpc aws:VpcSourceIp aws:VpceAccount'
const elsewhere = policy('vpc-endpoint', deny('*', all))
export const endpoints = each(vpceKeys, (name) => [
  `an endpoint’s policy on a request with ${name}`,
  { context: { [name]: 'x' }, policies: [full, elsewhere] },
  'explicitDeny',
  iamGuide('reference_policies_condition-keys'),
])

export const limits: readonly FactCase[] = [scp, boundary, (denied: object) => policy('session', { ...denied })].map(
  (type, i) => [
    `a call without credentials meets no ${names('SCP boundary session-policy')[i]}`,
    { ...unsigned, as: session, policies: [type(deny('*'))] },
    'allowed unsigned-call',
    `${docs}cognitoidentity/latest/APIReference/API_GetId.html`,
  ],
)

const provider = `arn:aws:iam::${here}:saml-provider/Okta`
const bySaml = { Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithSAML' }
const slr = `arn:aws:iam::${here}:role/aws-service-role/es.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService`
const group = `arn:aws:logs:us-east-1:${here}:log-group:app`
const serviceSession = `arn:aws:sts::${here}:assumed-role/AWSServiceRoleForSupport/s`
const scpPage = `${docs}organizations/latest/userguide/orgs_manage_policies_scps.html`
const rcpPage = `${docs}organizations/latest/userguide/orgs_manage_policies_rcps.html`
const denied = rcp(deny('*', all))
export const policyTypes: readonly FactCase[] = [
  [
    'a SAML provider opens a session, whatever an SCP says',
    { as: provider, action: 'sts:AssumeRoleWithSAML', on: role, policies: [policy('trust', bySaml), scp(deny('*'))] },
    'allowed',
    scpPage,
  ],
  [
    'a session’s tags need the role’s consent',
    { action: 'sts:TagSession', on: role, policies: [full] },
    'implicitDeny',
    iamGuide('id_session-tags'),
  ],
  [
    'an RCP in the management account',
    { action: 's3:GetObject', on: object, owner: here, facts: { managementAccount: true }, policies: [full, denied] },
    'allowed',
    rcpPage,
  ],
  [
    'an RCP of another account, for a caller in the management account',
    {
      action: 's3:GetObject',
      on: object,
      owner: there,
      facts: { managementAccount: true },
      policies: [full, policy('resource', allow('s3:*', { ...everyone, Resource: object })), denied],
    },
    'explicitDeny',
    rcpPage,
  ],
  [
    'an RCP on an object whose key looks like the alias of an AWS managed key',
    { action: 's3:GetObject', on: `${bucket}/x:alias/aws/s3`, owner: here, policies: [full, denied] },
    'explicitDeny',
    rcpPage,
  ],
  [
    'an RCP on a user who assumes a service-linked role',
    { ...assume, on: slr, policies: [full, trust({ AWS: here }), denied] },
    'explicitDeny',
    rcpPage,
  ],
  [
    'an RCP on a service that assumes an ordinary role',
    { ...assume, as: 'es.amazonaws.com', policies: [trust({ Service: 'es.amazonaws.com' }), denied] },
    'explicitDeny',
    rcpPage,
  ],
  [
    'an RCP on a service that assumes its service-linked role',
    { ...assume, as: 'es.amazonaws.com', on: slr, policies: [trust({ Service: 'es.amazonaws.com' }), denied] },
    'allowed',
    rcpPage,
  ],
  [
    'an RCP on a service that tags its session of its service-linked role',
    {
      ...assume,
      as: 'es.amazonaws.com',
      action: 'sts:TagSession',
      on: slr,
      policies: [trust({ Service: 'es.amazonaws.com' }), denied],
    },
    'explicitDeny',
    rcpPage,
  ],
  [
    'the policy of another queue',
    { ...send, policies: [full, at(`${queue}-2`, denyAll)] },
    'allowed',
    iamGuide('access_policies_identity-vs-resource'),
  ],
  [
    'the policy of this queue',
    { ...send, policies: [full, at(queue, denyAll)] },
    'explicitDeny',
    iamGuide('access_policies_identity-vs-resource'),
  ],
  [
    'the policy of an API that holds the resource',
    { action: 'backup:StartBackupJob', on: `${group}:log-stream:a`, policies: [full, at(group, denyAll)] },
    'explicitDeny',
    iamGuide('access_policies_identity-vs-resource'),
  ],
]

/** The kinds of policies that a request would meet, where none was given: that is where people look next. */
export const gatesMet: readonly (readonly [
  principal: string,
  action: string,
  resource: string,
  met: readonly string[],
])[] = [
  [user, 'kms:Decrypt', key, ['scp', 'resource', 'permissions-boundary', 'identity']],
  [user, 'ec2:StartInstances', instance, ['scp', 'permissions-boundary', 'identity']],
  [foreigner, 'ec2:StartInstances', instance, ['scp', 'resource', 'permissions-boundary', 'identity']],
  [session, 'ec2:StartInstances', instance, ['scp', 'permissions-boundary', 'session', 'identity']],
  [role, 'ec2:StartInstances', instance, ['scp', 'permissions-boundary', 'identity']],
  [federated, 'ec2:StartInstances', instance, ['scp', 'permissions-boundary', 'session', 'identity']],
  [here, 'ec2:StartInstances', instance, ['scp', 'identity']],
  ['sns.amazonaws.com', 'ec2:StartInstances', instance, ['resource']],
  [serviceSession, 'ec2:StartInstances', instance, ['permissions-boundary', 'session', 'identity']],
  [user, 'sts:AssumeRole', role, ['scp', 'trust', 'permissions-boundary', 'identity']],
  [provider, 'sts:AssumeRoleWithSAML', role, ['trust']],
  ['lambda.amazonaws.com', 'sts:AssumeRole', role, ['trust']],
  ['anonymous', 's3:GetObject', object, ['resource']],
]
