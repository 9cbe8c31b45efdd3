// One case for each row of the evaluator's tables, and for each side of its rules, where content/rules shows one example of the kind.
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
  identity,
  key,
  object,
  policy,
  queue,
  queuePolicy,
  rcp,
  role,
  root,
  type Scenario,
  scp,
  send,
  session,
  theirKey,
  there,
  trust,
  user,
  when,
} from './scenario.ts'

/** What is asked; the decision, then the rule of AWS that it names; AWS's page. */
export type FactCase = readonly [title: string, scenario: Scenario, answer: string, source: string]

const docs = 'https://docs.aws.amazon.com/'
const iamGuide = (page: string): string => `${docs}IAM/latest/UserGuide/${page}.html`
const everyone = { Principal: '*' }
const all = { Principal: '*', Resource: '*' }
const denyAll = policy('resource', deny('*', all))
const names = (text: string): readonly string[] => text.split(' ')

/** Every name in a list, as a case of its own. */
const each = (list: string, of: (name: string) => FactCase): readonly FactCase[] => names(list).map(of)

// https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations
const grantOperations =
  'CreateGrant Decrypt DeriveSharedSecret DescribeKey Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GetPublicKey ReEncryptFrom ReEncryptTo RetireGrant Sign Verify VerifyMac'
const grantsPage = `${docs}kms/latest/developerguide/grants.html`
const byGrant = each(grantOperations, (name) => [
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
const byConstrainedGrant = each(constrained, (name) => [
  `a grant for kms:${name} under another encryption context`,
  { action: `kms:${name}`, on: key, policies: [{ type: 'kms-grants', document: listGrants([name]) }] },
  'implicitDeny',
  `${docs}kms/latest/developerguide/create-grant-overview.html`,
])

// https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
const guestActions =
  'cloudwatch:PutMetricData logs:PutLogEvents dynamodb:GetItem kinesis:PutRecord mobileanalytics:PutEvents s3:ListAllMyBuckets ses:SendEmail sns:Publish sqs:SendMessage lambda:InvokeFunction machinelearning:Predict execute-api:Invoke iot:Connect gamelift:CreatePlayerSession cognito-identity:ListIdentities cognito-idp:ListUsers lex:PostText polly:SynthesizeSpeech comprehend:DetectSentiment translate:TranslateText transcribe:StartStreamTranscription rekognition:DetectLabels mobiletargeting:PutEvents firehose:PutRecord appsync:GraphQL personalize:PutEvents sagemaker:InvokeEndpoint cognito-sync:ListDatasets codewhisperer:GenerateRecommendations textract:DetectDocumentText textract:AnalyzeDocument sdb:Select rum:PutRumEvents geo:GetMapTile geo:ListMaps geo:SearchPlaceIndexForText geo:GetPlace geo:CalculateRoute geo:PutGeofence geo:ListGeofences geo:GetDevicePosition kms:Encrypt kms:Decrypt kms:ReEncryptTo kms:ReEncryptFrom kms:GenerateDataKey kms:GenerateDataKeyPair kms:GenerateDataKeyPairWithoutPlaintext kms:GenerateDataKeyWithoutPlaintext'
const guest = `arn:aws:sts::${here}:assumed-role/Guests/CognitoIdentityCredentials`
const guestPolicies = [full, policy('resource', allow('*', { Principal: { AWS: here }, Resource: '*' }))]
const byGuest = each(guestActions, (action) => [
  `a guest of Amazon Cognito calls ${action}`,
  {
    as: guest,
    action,
    on: action.startsWith('kms:') ? key : '*',
    facts: { cognitoGuest: true },
    policies: guestPolicies,
  },
  'allowed',
  `${docs}cognito/latest/developerguide/iam-roles.html`,
])

const serviceRole = `arn:aws:iam::${here}:role/aws-service-role/es.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService`
const reservedRole = `arn:aws:iam::${here}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`
const roleChanges =
  'AttachRolePolicy DetachRolePolicy PutRolePolicy DeleteRolePolicy DeleteRole UpdateAssumeRolePolicy PutRolePermissionsBoundary DeleteRolePermissionsBoundary'
const refused: readonly FactCase[] = [
  ...each(roleChanges, (name) => [
    `${name} on a service-linked role`,
    { action: `iam:${name}`, on: serviceRole, policies: [full] },
    'implicitDeny service-linked-role-change',
    iamGuide('using-service-linked-roles'),
  ]),
  ...each(
    `${roleChanges} CreateRole CreateServiceLinkedRole DeleteServiceLinkedRole PassRole TagRole UntagRole UpdateRole UpdateRoleDescription`,
    (name) => [
      `${name} on a role of IAM Identity Center`,
      { action: `iam:${name}`, on: reservedRole, policies: [full] },
      'implicitDeny identity-center-role-change',
      `${docs}singlesignon/latest/userguide/permissionsetsconcept.html`,
    ],
  ),
  ...each(
    'CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion TagPolicy UntagPolicy',
    (name) => [
      `${name} on an AWS managed policy`,
      { action: `iam:${name}`, on: 'arn:aws:iam::aws:policy/ReadOnlyAccess', policies: [full] },
      'implicitDeny aws-managed-policy-change',
      iamGuide('access_policies_managed-vs-inline'),
    ],
  ),
  ...each('AttachRolePolicy DeletePolicy', (name) => [
    `${name} on one's own role or policy`,
    {
      action: `iam:${name}`,
      on: name.endsWith('RolePolicy') ? role : `arn:aws:iam::${here}:policy/mine`,
      policies: [full],
    },
    'allowed',
    iamGuide('access_policies_managed-vs-inline'),
  ]),
  [
    'a role of IAM Identity Center may be read',
    { action: 'iam:GetRole', on: reservedRole, policies: [full] },
    'allowed',
    `${docs}singlesignon/latest/userguide/permissionsetsconcept.html`,
  ],
  [
    'a service-linked role may get tags',
    { action: 'iam:TagRole', on: serviceRole, policies: [full] },
    'allowed',
    iamGuide('using-service-linked-roles'),
  ],
  ...each('kms:CreateAlias kms:UpdateAlias kms:DeleteAlias', (action) => [
    `${action} of AWS`,
    { action, on: `arn:aws:kms:us-east-1:${here}:alias/aws/s3`, policies: [full] },
    'implicitDeny alias-belongs-to-aws',
    `${docs}kms/latest/developerguide/kms-alias.html`,
  ]),
  [
    'an alias of one’s own',
    { action: 'kms:CreateAlias', on: `arn:aws:kms:us-east-1:${here}:alias/mine`, policies: [full] },
    'allowed',
    `${docs}kms/latest/developerguide/kms-alias.html`,
  ],
]

const cognitoSync = `arn:aws:cognito-sync:us-east-1:${here}:identitypool/p/identity/i`
const credentials: readonly FactCase[] = [
  ...each('RegisterDevice SubscribeToDataset UnsubscribeFromDataset', (name) => [
    `${name} by an IAM user`,
    { action: `cognito-sync:${name}`, on: cognitoSync, policies: [full] },
    'implicitDeny only-cognito-identities',
    `${docs}cognitosync/latest/APIReference/API_${name}.html`,
  ]),
  [
    'RegisterDevice by the root user',
    { as: root, action: 'cognito-sync:RegisterDevice', on: cognitoSync, policies: [] },
    'implicitDeny only-cognito-identities',
    `${docs}cognitosync/latest/APIReference/API_RegisterDevice.html`,
  ],
  [
    'RegisterDevice by a session, as Amazon Cognito opens it',
    { as: session, action: 'cognito-sync:RegisterDevice', on: cognitoSync, policies: [full] },
    'allowed',
    `${docs}cognitosync/latest/APIReference/API_RegisterDevice.html`,
  ],
  [
    'another call of Cognito Sync by an IAM user',
    { action: 'cognito-sync:ListDatasets', on: cognitoSync, policies: [full] },
    'allowed',
    `${docs}cognitosync/latest/APIReference/API_ListDatasets.html`,
  ],
  [
    'the root user gets a session',
    { as: root, action: 'sts:GetSessionToken', policies: [] },
    'allowed needs-no-allow',
    iamGuide('id_credentials_temp_control-access_getsessiontoken'),
  ],
  [
    'the root user changes “its password” as a user would',
    { as: root, action: 'iam:ChangePassword', policies: [] },
    'implicitDeny only-iam-users',
    `${docs}IAM/latest/APIReference/API_ChangePassword.html`,
  ],
  [
    'a session makes another call of IAM',
    { as: session, action: 'iam:GetUser', on: user, policies: [full] },
    'allowed',
    `${docs}IAM/latest/APIReference/API_ChangePassword.html`,
  ],
  ...each('GetSessionToken GetFederationToken', (name) => [
    `${name} with a federated user’s credentials`,
    { as: federated, action: `sts:${name}`, policies: [full, policy('session', allow('*'))] },
    'implicitDeny session-credentials',
    iamGuide('id_credentials_sts-comparison'),
  ]),
]

const vpceKeys = 'aws:SourceVpce aws:SourceVpc aws:VpcSourceIp aws:VpceAccount'
const elsewhere = policy('vpc-endpoint', deny('*', all))
const endpoints = each(vpceKeys, (name) => [
  `an endpoint’s policy on a request with ${name}`,
  { context: { [name]: 'x' }, policies: [full, elsewhere] },
  'explicitDeny',
  iamGuide('reference_policies_condition-keys'),
])

const cloudFront = 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE'
const withoutIdentity: readonly FactCase[] = names(
  `sns.amazonaws.com anonymous ${cloudFront.replaceAll(' ', '_')}`,
).map((name) => [
  `an identity-based policy doesn’t apply to ${name.replaceAll('_', ' ')}`,
  {
    as: name.replaceAll('_', ' '),
    action: 's3:GetObject',
    on: object,
    owner: here,
    policies: [
      policy('resource', allow('s3:GetObject', { ...everyone, Resource: object })),
      policy('identity', deny('*')),
    ],
  },
  'allowed',
  iamGuide('reference_policies_elements_principal'),
])

const unsigned = { action: 'cognito-identity:GetId', on: '*', owner: here } as const
const limits: readonly FactCase[] = [scp, boundary, (denied: object) => policy('session', { ...denied })].map(
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
const instance = `arn:aws:ec2:us-east-1:${here}:instance/i-0123456789abcdef0`
const serviceSession = `arn:aws:sts::${here}:assumed-role/AWSServiceRoleForSupport/s`
const scpPage = `${docs}organizations/latest/userguide/orgs_manage_policies_scps.html`
const rcpPage = `${docs}organizations/latest/userguide/orgs_manage_policies_rcps.html`
const denied = rcp(deny('*', all))
const policyTypes: readonly FactCase[] = [
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

const bucketPolicyCalls = 'GetBucketPolicy PutBucketPolicy DeleteBucketPolicy'
const s3Page = `${docs}AmazonS3/latest/API/API_PutBucketPolicy.html`
const rootCalls: readonly FactCase[] = [
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
const ignored: readonly FactCase[] = [
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

const acl = (Permission: string) => ({
  Owner: { ID: 'owner' },
  Grants: [{ Grantee: { Type: 'CanonicalUser', ID: 'other' }, Permission }],
})
const acls: readonly FactCase[] = [
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

const keysPage = iamGuide('reference_policies_condition-keys')
const fromKey = (name: string, value: string, more: Partial<Scenario>): Scenario => ({
  ...more,
  policies: [identity(allow('*', when('StringEquals', name, value))), ...(more.policies ?? [])],
})
const derived: readonly FactCase[] = [
  [
    'a service’s name',
    {
      ...send,
      as: 'sns.amazonaws.com',
      policies: [
        policy(
          'resource',
          allow('sqs:SendMessage', {
            ...all,
            ...when('StringEquals', 'aws:PrincipalServiceName', 'sns.amazonaws.com'),
          }),
        ),
      ],
    },
    'allowed',
    keysPage,
  ],
  [
    'the root user’s ID is that of the account',
    {
      ...send,
      as: root,
      policies: [policy('resource', deny('sqs:*', { ...all, ...when('StringEquals', 'aws:userid', here) }))],
    },
    'explicitDeny',
    iamGuide('reference_policies_variables'),
  ],
  [
    'no one’s ID is “anonymous”',
    {
      ...send,
      as: 'anonymous',
      policies: [policy('resource', allow('sqs:*', { ...all, ...when('StringEquals', 'aws:userid', 'anonymous') }))],
    },
    'allowed',
    iamGuide('reference_policies_variables'),
  ],
  [
    'the caller’s account, for AWS KMS',
    fromKey('kms:CallerAccount', here, { action: 'kms:ListKeys' }),
    'allowed',
    `${docs}kms/latest/developerguide/conditions-kms.html`,
  ],
  [
    'the bucket’s account, for Amazon S3',
    fromKey('s3:ResourceAccount', here, { action: 's3:GetObject', on: object, owner: here }),
    'allowed',
    `${docs}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
  ],
  ['a role’s ARN', fromKey('aws:PrincipalArn', role, { as: role }), 'allowed', keysPage],
  [
    'a federated user’s ARN',
    fromKey('aws:PrincipalArn', federated, { as: federated, policies: [policy('session', allow('*'))] }),
    'allowed',
    keysPage,
  ],
]

const operatorsPage = iamGuide('reference_policies_elements_condition_operators')
const operators: readonly FactCase[] = [
  ['StringNotEqualsIgnoreCase', 'red', 'Blue'],
  ['StringNotLike', 'r*', 'blue'],
  ['ArnNotEquals', role, user],
  ['ArnNotLike', `${role}*`, user],
  ['NumericNotEquals', '5', '6'],
  ['DateNotEquals', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'],
  ['DateLessThanEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['DateGreaterThanEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
].map(
  ([operator = '', wanted = '', actual = '']): FactCase => [
    `${operator} ${wanted} holds on ${actual}`,
    { context: { 'my:key': actual }, policies: [identity(allow('*', when(operator, 'my:key', wanted)))] },
    'allowed',
    operatorsPage,
  ],
)

const across: readonly FactCase[] = [
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
    'implicitDeny',
    grantsPage,
  ],
  [
    'a KMS grant for an operation that no grant allows',
    { action: 'kms:PutKeyPolicy', on: key, facts: { kmsGrant: true }, policies: [] },
    'implicitDeny',
    grantsPage,
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

export const factCases: readonly FactCase[] = [
  ...byGrant,
  ...byConstrainedGrant,
  ...byGuest,
  ...refused,
  ...credentials,
  ...endpoints,
  ...withoutIdentity,
  ...limits,
  ...policyTypes,
  ...rootCalls,
  ...ignored,
  ...acls,
  ...derived,
  ...operators,
  ...across,
]
