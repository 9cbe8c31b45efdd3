// Requests that AWS decides without the resource’s policy.
import { allow, bucket, deny, foreigner, full, here, object, policy, queue, root, there } from '../scenario.ts'
import { all, denyAll, docs, each, everyone, type FactCase, iamGuide, unsigned } from './fact-case.ts'

const bucketPolicyCalls = 'GetBucketPolicy PutBucketPolicy DeleteBucketPolicy'
const s3Page = `${docs}AmazonS3/latest/API/API_PutBucketPolicy.html`
export const rootCalls: readonly FactCase[] = [
  ...[
    ['s3', bucket, s3Page],
    [
      's3-outposts',
      `arn:aws:s3-outposts:us-east-1:${here}:outpost/op-1/bucket/b`,
      `${docs}AmazonS3/latest/API/API_control_PutBucketPolicy.html`,
    ],
    ['s3express', `arn:aws:s3express:us-east-1:${here}:bucket/b--use1-az4--x-s3`, s3Page],
  ].flatMap(([service = '', on = '', source = '']) =>
    each(bucketPolicyCalls, (name) => [
      `the owner’s root user calls ${service}:${name}`,
      { as: root, action: `${service}:${name}`, on, owner: here, policies: [denyAll] },
      'allowed root-user',
      source,
    ]),
  ),
  [
    'the owner’s root user reads an object under a Deny',
    { as: root, action: 's3:GetObject', on: object, owner: here, policies: [denyAll] },
    'explicitDeny',
    s3Page,
  ],
  [
    'another account’s root user calls s3:PutBucketPolicy',
    {
      as: root,
      action: 's3:PutBucketPolicy',
      on: bucket,
      owner: there,
      policies: [policy('resource', deny('*', { ...everyone, Resource: bucket }))],
    },
    'explicitDeny',
    s3Page,
  ],
  ...each('SetQueueAttributes RemovePermission', (name) => [
    `the owner’s root user calls sqs:${name}`,
    { as: root, action: `sqs:${name}`, on: queue, policies: [denyAll] },
    'allowed root-user',
    iamGuide('id_root-user-privileged-task'),
  ]),
]

const workspace = `arn:aws:aps:us-east-1:${here}:workspace/ws-1`
export const ignored: readonly FactCase[] = [
  ...each('PutDomainPermissionsPolicy PutRepositoryPermissionsPolicy', (name) => [
    `codeartifact:${name} ignores the policy it replaces`,
    {
      action: `codeartifact:${name}`,
      on: `arn:aws:codeartifact:us-east-1:${here}:domain/d`,
      policies: [full, denyAll],
    },
    'allowed',
    `${docs}codeartifact/latest/APIReference/API_${name}.html`,
  ]),
  [
    'codeartifact:PutDomainPermissionsPolicy from another account',
    {
      as: foreigner,
      action: 'codeartifact:PutDomainPermissionsPolicy',
      on: `arn:aws:codeartifact:us-east-1:${here}:domain/d`,
      policies: [full, policy('resource', allow('*', all))],
    },
    'implicitDeny own-account-only',
    `${docs}codeartifact/latest/APIReference/API_PutDomainPermissionsPolicy.html`,
  ],
  ...each('ecr ecr-public', (service) => [
    `${service}:GetAuthorizationToken meets no repository’s policy`,
    { action: `${service}:GetAuthorizationToken`, policies: [full, denyAll] },
    'allowed',
    `${docs}AmazonECR/latest/userguide/repository-policies.html`,
  ]),
  ...each('RemoteWrite QueryMetrics GetSeries GetLabels GetMetricMetadata', (name) => [
    `aps:${name} meets the workspace’s policy`,
    { action: `aps:${name}`, on: workspace, policies: [full, denyAll] },
    'explicitDeny',
    `${docs}prometheus/latest/APIReference/API_PutResourcePolicy.html`,
  ]),
  [
    'aps:DescribeWorkspace doesn’t',
    { action: 'aps:DescribeWorkspace', on: workspace, policies: [full, denyAll] },
    'allowed',
    `${docs}prometheus/latest/APIReference/API_PutResourcePolicy.html`,
  ],
  [
    'a call without credentials meets no resource-based policy',
    { ...unsigned, as: 'anonymous', policies: [denyAll] },
    'allowed unsigned-call',
    `${docs}cognitoidentity/latest/APIReference/API_GetId.html`,
  ],
]
