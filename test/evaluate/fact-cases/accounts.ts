// Requests to another account, and calls reserved for some accounts.
import {
  allow,
  federated,
  foreigner,
  full,
  here,
  key,
  policy,
  queuePolicy,
  role,
  send,
  theirKey,
  there,
  user,
} from '../scenario.ts'
import { all, docs, type FactCase, grantsPage, iamGuide, instance } from './fact-case.ts'

export const across: readonly FactCase[] = [
  [
    'a user in another account can’t be read',
    { as: foreigner, action: 'iam:GetUser', on: user, policies: [full] },
    'implicitDeny own-account-only',
    iamGuide('reference_policies_evaluation-logic-cross-account'),
  ],
  [
    'an instance in another account can’t be stopped',
    {
      as: foreigner,
      action: 'ec2:StopInstances',
      on: instance,
      policies: [full],
    },
    'implicitDeny no-resource-policies',
    iamGuide('reference_policies_evaluation-logic-cross-account'),
  ],
  [
    'the versions of a layer in another account can’t be listed',
    {
      as: foreigner,
      action: 'lambda:ListLayerVersions',
      on: `arn:aws:lambda:us-east-1:${here}:layer:tools`,
      policies: [full],
    },
    'implicitDeny own-account-only',
    'https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html',
  ],
  [
    'a role in another account can’t be passed',
    { as: foreigner, action: 'iam:PassRole', on: role, policies: [full] },
    'implicitDeny role-passed-across-accounts',
    'https://repost.aws/knowledge-center/iam-passrole-error',
  ],
  [
    'a federated session is covered by the user who asked for it',
    {
      ...send,
      as: federated,
      policies: [queuePolicy({ AWS: `arn:aws:iam::${here}:user/arnav` }), policy('session', allow('*'))],
    },
    'allowed',
    iamGuide('access_policies_session-control'),
  ],
  [
    'a KMS grant to a service',
    { as: 'sns.amazonaws.com', action: 'kms:Decrypt', on: theirKey, facts: { kmsGrant: true }, policies: [] },
    'allowed kms-grant',
    grantsPage,
  ],
  [
    'a KMS grant for an operation that no grant allows',
    { action: 'kms:PutKeyPolicy', on: key, facts: { kmsGrant: true }, policies: [] },
    'implicitDeny',
    grantsPage,
  ],
]

const theirVault = `arn:aws:backup:us-east-1:${there}:backup-vault:v`
const theirSubnet = `arn:aws:ec2:us-east-1:${there}:subnet/subnet-0123456789abcdef0`
const ramPage = `${docs}ram/latest/userguide/shareable.html`
const describeVault = { action: 'backup:DescribeBackupVault', on: theirVault } as const
const runInSubnet = { action: 'ec2:RunInstances', on: theirSubnet } as const
export const sharing: readonly FactCase[] = [
  ['no one says whether a subnet is shared', { ...runInSubnet, policies: [full] }, 'undetermined', ramPage],
  [
    'a subnet whose owner pastes a policy isn’t asked about',
    { ...runInSubnet, policies: [full, policy('resource', allow('s3:*', all))] },
    'implicitDeny',
    ramPage,
  ],
  [
    'a vault has a policy of its own, so sharing isn’t asked about',
    { ...describeVault, policies: [full] },
    'implicitDeny',
    ramPage,
  ],
  [
    'a vault that is shared anyway',
    { ...describeVault, facts: { sharedByRam: true }, policies: [full] },
    'allowed',
    ramPage,
  ],
  [
    'a queue can’t be shared, whatever anyone says',
    {
      action: 'sqs:SendMessage',
      on: `arn:aws:sqs:us-east-1:${there}:invoices`,
      facts: { sharedByRam: true },
      policies: [full],
    },
    'implicitDeny',
    ramPage,
  ],
]

const guardDuty = { action: 'guardduty:CreateCustomDetectionRuleOrgConfiguration', policies: [full] } as const
const describeAccount = { action: 'organizations:DescribeAccount', facts: { managementAccount: false } } as const
const delegationPage = `${docs}organizations/latest/userguide/orgs_integrate_delegated_admin.html`
export const delegation: readonly FactCase[] = [
  [
    'the management account isn’t the delegated administrator',
    { ...guardDuty, facts: { managementAccount: true, delegatedAdministrator: false } },
    'implicitDeny delegated-administrator',
    delegationPage,
  ],
  ['no one says which account it is', { ...guardDuty, facts: {} }, 'allowed', delegationPage],
  [
    'a policy on a detector delegates nothing',
    { ...guardDuty, facts: { managementAccount: false }, policies: [full, policy('resource', allow('*', all))] },
    'undetermined',
    delegationPage,
  ],
  [
    'a member account that may not be the delegated administrator',
    { ...describeAccount, policies: [full] },
    'undetermined',
    delegationPage,
  ],
  [
    'a member account that the organization’s policy delegates to',
    { ...describeAccount, policies: [full, policy('resource', allow('organizations:*', all))] },
    'allowed',
    `${docs}organizations/latest/userguide/orgs-policy-delegate.html`,
  ],
]
