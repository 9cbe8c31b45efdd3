import { guide, organizations, type RuleSection } from './rule.ts'
import {
  allow,
  boundary,
  deny,
  federated,
  full,
  here,
  identity,
  policy,
  role,
  root,
  scp,
  session,
  there,
  trust,
  user,
} from './scenario.ts'

const docs = 'https://docs.aws.amazon.com'
const token = { action: 'sts:GetSessionToken' } as const
const guest = `arn:aws:sts::${here}:assumed-role/Guests/CognitoIdentityCredentials`
const member = { facts: { managementAccount: false } } as const
const management = { facts: { managementAccount: true } } as const
const assumeRoot = { action: 'sts:AssumeRoot', on: `arn:aws:iam::${there}:root` } as const

export const specialCalls: RuleSection = {
  title: 'Calls with rules of their own',
  rules: [
    {
      number: 164,
      says: 'sts:GetSessionToken needs no permission.',
      source: guide('id_credentials_temp_control-access_getsessiontoken'),
      cases: [
        ['no policy', { ...token, policies: [] }, 'allowed'],
        ['a silent boundary', { ...token, policies: [boundary(allow('s3:*'))] }, 'allowed'],
        ['an explicit Deny', { ...token, policies: [identity(deny('sts:*'))] }, 'explicitDeny', ['identity']],
      ],
    },
    {
      number: 165,
      says: 'sts:GetSessionToken and sts:GetFederationToken take long-term credentials only.',
      source: guide('id_credentials_sts-comparison'),
      cases: [
        ['a role session', { ...token, as: session, policies: [full] }, 'implicitDeny', []],
        ['a role', { as: role, action: 'sts:GetFederationToken', policies: [full] }, 'implicitDeny', []],
        ['a user', { action: 'sts:GetFederationToken', policies: [full] }, 'allowed'],
      ],
    },
    {
      number: 166,
      says: 'A federated user session can’t call IAM, and of AWS STS only GetCallerIdentity.',
      source: `${docs}/STS/latest/APIReference/API_GetFederationToken.html`,
      cases: [
        [
          'assuming a role that trusts the account',
          {
            as: federated,
            action: 'sts:AssumeRole',
            on: role,
            policies: [full, policy('session', allow('*')), trust({ AWS: here })],
          },
          'implicitDeny',
          [],
        ],
        [
          'listing users',
          { as: federated, action: 'iam:ListUsers', policies: [full, policy('session', allow('*'))] },
          'implicitDeny',
          [],
        ],
        ['asking who it is', { as: federated, action: 'sts:GetCallerIdentity', policies: [] }, 'allowed'],
        [
          'any other service',
          { as: federated, action: 's3:ListAllMyBuckets', policies: [full, policy('session', allow('*'))] },
          'allowed',
        ],
      ],
    },
    {
      number: 167,
      says: 'Only the caller’s side decides on sts:AssumeRoot, and root credentials can’t call it.',
      source: `${docs}/STS/latest/APIReference/API_AssumeRoot.html`,
      cases: [
        ['a user with an Allow', { ...assumeRoot, policies: [full] }, 'allowed'],
        ['a user without one', { ...assumeRoot, policies: [] }, 'implicitDeny', ['identity']],
        ['the root user', { ...assumeRoot, as: root, policies: [] }, 'implicitDeny', []],
      ],
    },
    {
      number: 168,
      says: 'Only IAM users change their own password, and only Cognito identities register a device for sync.',
      source: `${docs}/IAM/latest/APIReference/API_ChangePassword.html`,
      observed: true,
      cases: [
        [
          'a role session',
          { as: session, action: 'iam:ChangePassword', on: user, policies: [full] },
          'implicitDeny',
          [],
        ],
        ['the user', { action: 'iam:ChangePassword', on: user, policies: [full] }, 'allowed'],
        ['a user registers a device', { action: 'cognito-sync:RegisterDevice', policies: [full] }, 'implicitDeny', []],
      ],
    },
    {
      number: 169,
      says: 'Public operations of Amazon Cognito and of the sign-in portal take no AWS credentials, so no policy of a caller counts.',
      source: `${docs}/cognitoidentity/latest/APIReference/API_GetId.html`,
      cases: [
        ['GetId', { as: 'anonymous', action: 'cognito-identity:GetId', policies: [] }, 'allowed'],
        [
          'GetCredentialsForIdentity',
          { as: 'anonymous', action: 'cognito-identity:GetCredentialsForIdentity', policies: [] },
          'allowed',
        ],
        ['InitiateAuth', { as: 'anonymous', action: 'cognito-idp:InitiateAuth', policies: [] }, 'allowed'],
        [
          'SignUp by someone who is denied',
          { action: 'cognito-idp:SignUp', policies: [identity(deny('*'))] },
          'allowed',
        ],
        [
          'an operation for administrators',
          { as: 'anonymous', action: 'cognito-idp:AdminCreateUser', policies: [] },
          'implicitDeny',
        ],
        [
          'an RCP still denies',
          {
            as: 'anonymous',
            action: 'cognito-identity:GetId',
            policies: [policy('rcp', deny('cognito-identity:*', { Principal: '*' }))],
          },
          'explicitDeny',
          ['rcp'],
        ],
      ],
    },
    {
      number: 170,
      says: 'Some operations work in the management account only.',
      source: organizations('orgs_getting-started_concepts'),
      cases: [
        [
          'a member creates an account',
          { ...member, action: 'organizations:CreateAccount', policies: [full] },
          'implicitDeny',
          [],
        ],
        [
          'the management account does',
          { ...management, action: 'organizations:CreateAccount', policies: [full] },
          'allowed',
        ],
        [
          'a member enables sharing',
          { ...member, action: 'ram:EnableSharingWithAwsOrganization', policies: [full] },
          'implicitDeny',
          [],
        ],
        ['no one says which account it is', { action: 'organizations:CreateAccount', policies: [full] }, 'allowed'],
        [
          'the management account leaves',
          { ...management, action: 'organizations:LeaveOrganization', policies: [full] },
          'implicitDeny',
          [],
        ],
        ['a member leaves', { ...member, action: 'organizations:LeaveOrganization', policies: [full] }, 'allowed'],
      ],
    },
    {
      number: 171,
      says: 'Others also work in the account of a delegated administrator.',
      source: organizations('orgs_integrate_delegated_admin'),
      cases: [
        [
          'a member, and no one says whether it is one',
          { ...member, action: 'organizations:ListAccounts', policies: [full] },
          'undetermined',
        ],
        [
          'a delegated administrator',
          {
            facts: { managementAccount: false, delegatedAdministrator: true },
            action: 'organizations:ListAccounts',
            policies: [full],
          },
          'allowed',
        ],
        [
          'any other member',
          {
            facts: { managementAccount: false, delegatedAdministrator: false },
            action: 'config:PutOrganizationConfigRule',
            policies: [full],
          },
          'implicitDeny',
        ],
        [
          'the management account',
          { ...management, action: 'organizations:ListAccounts', policies: [full] },
          'allowed',
        ],
        [
          'any member asks about its organization',
          {
            ...member,
            action: 'organizations:DescribeOrganization',
            on: `arn:aws:organizations::${there}:organization/o-exampleorgid`,
            policies: [full],
          },
          'allowed',
        ],
      ],
    },
    {
      number: 172,
      says: 'SCPs can’t restrict Amazon Mechanical Turk.',
      source: organizations('orgs_manage_policies_scps'),
      cases: [
        ['a Deny of everything', { action: 'mechanicalturk:CreateHIT', policies: [full, scp(deny('*'))] }, 'allowed'],
      ],
    },
    {
      number: 173,
      says: 'Guests of Amazon Cognito are limited to the services of Cognito’s own session policy.',
      source: `${docs}/cognito/latest/developerguide/iam-roles.html`,
      cases: [
        [
          'a service outside it',
          { as: guest, action: 'ec2:DescribeInstances', facts: { cognitoGuest: true }, policies: [full] },
          'implicitDeny',
          ['session'],
        ],
        [
          'the token says that no one signed in',
          {
            as: guest,
            action: 'ec2:DescribeInstances',
            context: { 'cognito-identity.amazonaws.com:amr': ['unauthenticated'] },
            policies: [full],
          },
          'implicitDeny',
          ['session'],
        ],
        [
          'no one says whether it is a guest',
          { as: guest, action: 'ec2:DescribeInstances', policies: [full] },
          'undetermined',
        ],
        [
          'someone who signed in',
          { as: guest, action: 'ec2:DescribeInstances', facts: { cognitoGuest: false }, policies: [full] },
          'allowed',
        ],
        ['a service in it', { as: guest, action: 'polly:SynthesizeSpeech', policies: [full] }, 'allowed'],
        [
          'a part of a service',
          { as: guest, action: 'textract:StartDocumentAnalysis', facts: { cognitoGuest: true }, policies: [full] },
          'implicitDeny',
          ['session'],
        ],
      ],
    },
  ],
}
