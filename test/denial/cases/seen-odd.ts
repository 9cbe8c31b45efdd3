import type { Case } from '../expected.ts'

/** Rare shapes of callers, actions, resources and reasons, one property each. */
const A = '111122223333'
const B = '444455556666'
const U = `arn:aws:iam::${A}:user/mateojackson`
const R = `arn:aws:sts::${A}:assumed-role/App/i-0abcd1234efgh5678`
const identity = { effect: 'implicit-deny', policyType: 'identity' } as const
const m = (caller: string, rest: string): string => `${caller} is not authorized to perform: ${rest}`

export const seenOdd: Case[] = [
  [
    'a user below a path',
    m(`User: arn:aws:iam::${A}:user/division/team/mateo.jackson@example.com`, 'iam:ListUsers'),
    { principal: `arn:aws:iam::${A}:user/division/team/mateo.jackson@example.com`, action: 'iam:ListUsers' },
  ],
  [
    'a session with an equals sign',
    m(`User: arn:aws:sts::${A}:assumed-role/voclabs/user123456=Mateo_Jackson`, 'ec2:DescribeVpcs'),
    { principal: `arn:aws:sts::${A}:assumed-role/voclabs/user123456=Mateo_Jackson`, action: 'ec2:DescribeVpcs' },
  ],
  [
    'a role itself',
    m(`User: arn:aws:iam::${A}:role/App`, 's3:GetObject'),
    { principal: `arn:aws:iam::${A}:role/App`, action: 's3:GetObject' },
  ],
  [
    'a group partition of China',
    m(`User: arn:aws-cn:iam::${A}:user/mateo`, 's3:ListAllMyBuckets'),
    { principal: `arn:aws-cn:iam::${A}:user/mateo`, action: 's3:ListAllMyBuckets' },
  ],
  [
    'a federated user',
    m(
      `User: arn:aws:sts::${A}:federated-user/mateo`,
      's3:ListAllMyBuckets because no session policy allows the s3:ListAllMyBuckets action',
    ),
    {
      principal: `arn:aws:sts::${A}:federated-user/mateo`,
      action: 's3:ListAllMyBuckets',
      effect: 'implicit-deny',
      policyType: 'session',
    },
  ],
  [
    'a unique id',
    m('User: AROAEXAMPLEID:session', 's3:GetObject'),
    { principal: 'AROAEXAMPLEID:session', action: 's3:GetObject', open: ['principalType'] },
  ],
  ['an account number', m(`User: ${A}`, 'sts:AssumeRole'), { principal: A, action: 'sts:AssumeRole' }],
  [
    'an account, by its label',
    m(
      `User with accountId: ${A}`,
      `logs:PutSubscriptionFilter on resource: arn:aws:logs:eu-west-1:${B}:destination:testDestination`,
    ),
    {
      principal: A,
      action: 'logs:PutSubscriptionFilter',
      resource: `arn:aws:logs:eu-west-1:${B}:destination:testDestination`,
    },
  ],
  [
    'a service as user',
    m('User: apigateway.amazonaws.com', `lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:${A}:function:f`),
    {
      principal: 'apigateway.amazonaws.com',
      action: 'lambda:InvokeFunction',
      resource: `arn:aws:lambda:eu-west-1:${A}:function:f`,
    },
  ],
  [
    'a regional service',
    m('User: logs.eu-west-1.amazonaws.com', 'kms:Decrypt'),
    { principal: 'logs.eu-west-1.amazonaws.com', action: 'kms:Decrypt' },
  ],
  ['nobody', 'User is not authorized to perform: sns:Publish', { action: 'sns:Publish' }],
  [
    'you',
    'You are not authorized to perform: athena:GetDataCatalog on the resource. After your AWS administrator or you have updated your permissions, please try again.',
    { action: 'athena:GetDataCatalog' },
  ],
  [
    'principal with its label',
    `Principal: ${R} is not authorized to perform: sqs:SendMessage`,
    { principal: R, action: 'sqs:SendMessage' },
  ],
  [
    'a lower-case label',
    `user: ${U} is not authorized to perform: sqs:SendMessage`,
    { principal: U, action: 'sqs:SendMessage' },
  ],
  [
    'in angle brackets',
    `User: <${U}> is not authorized to perform: sqs:SendMessage`,
    { principal: `<${U}>`, action: 'sqs:SendMessage', open: ['principal', 'principalType', 'accountId'] },
  ],
  [
    'in Markdown code',
    `User: \`${U}\` is not authorized to perform: \`sqs:SendMessage\` on resource: \`arn:aws:sqs:eu-west-1:${A}:jobs\` because no identity-based policy allows the \`sqs:SendMessage\` action`,
    { principal: U, action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${A}:jobs`, ...identity },
  ],
  [
    'in Markdown bold',
    `User: **${U}** is not authorized to perform: **sqs:SendMessage** on resource: **arn:aws:sqs:eu-west-1:${A}:jobs** because no identity-based policy allows the **sqs:SendMessage** action`,
    { principal: U, action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${A}:jobs`, ...identity },
  ],
  [
    'action with hyphens in its service',
    m(
      `User: ${U}`,
      `cognito-identity:GetId on resource: arn:aws:cognito-identity:eu-west-1:${A}:identitypool/eu-west-1:0a1b`,
    ),
    {
      principal: U,
      action: 'cognito-identity:GetId',
      resource: `arn:aws:cognito-identity:eu-west-1:${A}:identitypool/eu-west-1:0a1b`,
    },
  ],
  ['action with a star', m(`User: ${U}`, 's3:* on resource: *'), { principal: U, action: 's3:*', resource: '*' }],
  [
    'action in capitals',
    m(`User: ${U}`, `SQS:SendMessage on resource: arn:aws:sqs:eu-west-1:${A}:jobs`),
    { principal: U, action: 'SQS:SendMessage', resource: `arn:aws:sqs:eu-west-1:${A}:jobs` },
  ],
  [
    'action without a colon behind perform',
    `User ${U} is not authorized to perform iam:PassRole on resource arn:aws:iam::${A}:role/x`,
    { principal: U, action: 'iam:PassRole', resource: `arn:aws:iam::${A}:role/x` },
  ],
  [
    'action of permission only',
    m(`User: ${U}`, 'execute-api:ManageConnections'),
    { principal: U, action: 'execute-api:ManageConnections' },
  ],
  [
    'not authorised, British',
    `User: ${U} is not authorised to perform: iam:ListRoles`,
    { principal: U, action: 'iam:ListRoles' },
  ],
  [
    'a resource named by kind',
    m(
      `User: ${U}`,
      'iam:GetPolicy on resource: policy arn:aws:iam::aws:policy/ReadOnlyAccess because no identity-based policy allows the iam:GetPolicy action',
    ),
    { principal: U, action: 'iam:GetPolicy', resource: 'policy arn:aws:iam::aws:policy/ReadOnlyAccess', ...identity },
  ],
  [
    'an instance profile',
    m(
      `User: ${U}`,
      'iam:GetInstanceProfile on resource: instance profile app because no identity-based policy allows the iam:GetInstanceProfile action',
    ),
    { principal: U, action: 'iam:GetInstanceProfile', resource: 'instance profile app', ...identity },
  ],
  [
    'a resource that ends with a slash and a star',
    m(
      `User: ${U}`,
      `cloudformation:DescribeStacks on resource: arn:aws:cloudformation:eu-west-1:${A}:stack/CDKToolkit/* because no identity-based policy allows the cloudformation:DescribeStacks action`,
    ),
    {
      principal: U,
      action: 'cloudformation:DescribeStacks',
      resource: `arn:aws:cloudformation:eu-west-1:${A}:stack/CDKToolkit/*`,
      ...identity,
    },
  ],
  [
    'a resource in brackets',
    m(
      `User: ${U}`,
      `cloudfront:CreateInvalidation on resource: [arn:aws:cloudfront::${A}:distribution/E1] because no identity-based policy allows the cloudfront:CreateInvalidation action`,
    ),
    {
      principal: U,
      action: 'cloudfront:CreateInvalidation',
      resource: `arn:aws:cloudfront::${A}:distribution/E1`,
      open: ['resource'],
      ...identity,
    },
  ],
  [
    'a resource before a bracket',
    m(`User: ${U}`, `eks:DescribeCluster on resource: arn:aws:eks:eu-west-1:${A}:cluster/demo) [err]`),
    { principal: U, action: 'eks:DescribeCluster', resource: `arn:aws:eks:eu-west-1:${A}:cluster/demo` },
  ],
  [
    'a resource before a comma',
    m(`User: ${U}`, `eks:DescribeCluster on resource: arn:aws:eks:eu-west-1:${A}:cluster/demo, retrying`),
    { principal: U, action: 'eks:DescribeCluster', resource: `arn:aws:eks:eu-west-1:${A}:cluster/demo` },
  ],
  [
    'a plain id',
    m(`User: ${U}`, 'connect:ListUsers on resource: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'),
    { principal: U, action: 'connect:ListUsers', resource: '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11' },
  ],
  [
    'resources in the plural',
    m(`User: ${U}`, `ec2:RunInstances on resources: arn:aws:ec2:eu-west-1:${A}:instance/*`),
    { principal: U, action: 'ec2:RunInstances', resource: `arn:aws:ec2:eu-west-1:${A}:instance/*` },
  ],
  [
    'deny in several policies',
    m(`User: ${U}`, 's3:GetObject with an explicit deny in one or more service control policies'),
    { principal: U, action: 's3:GetObject', effect: 'explicit-deny', policyType: 'scp' },
  ],
  [
    'deny in a boundary with its ARN',
    m(
      `User: ${U}`,
      `iam:CreateUser on resource: arn:aws:iam::${A}:user/x with an explicit deny in a permissions boundary: arn:aws:iam::${A}:policy/Boundary`,
    ),
    {
      principal: U,
      action: 'iam:CreateUser',
      resource: `arn:aws:iam::${A}:user/x`,
      effect: 'explicit-deny',
      policyType: 'permissions-boundary',
      policyArn: `arn:aws:iam::${A}:policy/Boundary`,
    },
  ],
  [
    'deny in a session policy with its ARN',
    m(
      `User: ${R}`,
      `s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a session policy: arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess`,
    ),
    {
      principal: R,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      effect: 'explicit-deny',
      policyType: 'session',
      policyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    },
  ],
  [
    'deny in the trust policy',
    m(
      `User: ${U}`,
      `sts:AssumeRole on resource: arn:aws:iam::${B}:role/x with an explicit deny in the role trust policy`,
    ),
    {
      principal: U,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${B}:role/x`,
      effect: 'explicit-deny',
      policyType: 'trust',
    },
  ],
  [
    'no trust policy allows',
    m(
      `User: ${U}`,
      `sts:AssumeRole on resource: arn:aws:iam::${B}:role/x because no role trust policy allows the sts:AssumeRole action`,
    ),
    {
      principal: U,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${B}:role/x`,
      effect: 'implicit-deny',
      policyType: 'trust',
    },
  ],
  [
    'no SCP allows',
    m(`User: ${U}`, 'ec2:DescribeRegions because no service control policy allows the ec2:DescribeRegions action'),
    { principal: U, action: 'ec2:DescribeRegions', effect: 'implicit-deny', policyType: 'scp' },
  ],
  [
    'no RCP allows',
    m(`User: ${U}`, 's3:GetObject because no resource control policy allows the s3:GetObject action'),
    { principal: U, action: 's3:GetObject', effect: 'implicit-deny', policyType: 'rcp' },
  ],
  [
    'the word policies',
    m(`User: ${U}`, 's3:GetObject because no identity-based policies allow the s3:GetObject action'),
    { principal: U, action: 's3:GetObject', ...identity },
  ],
  [
    'a policy ARN before a full stop and more',
    m(
      `User: ${U}`,
      `s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in an identity-based policy: arn:aws:iam::${A}:policy/Deny.S3. Contact your administrator.`,
    ),
    {
      principal: U,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      effect: 'explicit-deny',
      policyType: 'identity',
      policyArn: `arn:aws:iam::${A}:policy/Deny.S3`,
    },
  ],
  [
    'public access blocked',
    `An error occurred (AccessDenied) when calling the PutBucketPolicy operation: ${m(`User: ${U}`, 's3:PutBucketPolicy on resource: "arn:aws:s3:::b" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.')}`,
    { principal: U, action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::b', open: ['effect'] },
  ],
  [
    'billing switched off',
    m(
      `User: ${U}`,
      'aws-portal:ViewBilling (IAM user/role access to Billing information is DISABLED in Account Settings)',
    ),
    { principal: U, action: 'aws-portal:ViewBilling' },
  ],
  [
    'two denials, the first counts',
    `${m(`User: ${U}`, 'ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action')}\n${m(`User: ${R}`, 's3:GetObject with an explicit deny in a service control policy')}`,
    { principal: U, action: 'ec2:DescribeVpcs', ...identity },
  ],
  [
    'a question around the message',
    `Why do I get "${m(`User: ${U}`, `lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:${A}:function:f because no identity-based policy allows the lambda:InvokeFunction action`)}"? I am an admin!`,
    {
      principal: U,
      action: 'lambda:InvokeFunction',
      resource: `arn:aws:lambda:eu-west-1:${A}:function:f`,
      ...identity,
    },
  ],
  [
    'single quotes around',
    `error='${m(`User: ${U}`, `sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:${A}:jobs`)}'`,
    { principal: U, action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${A}:jobs` },
  ],
  [
    'cut off in the action',
    `AccessDeniedException: User: ${U} is not authorized to perform: lambda:`,
    { principal: U, open: ['action'] },
  ],
  ['cut off behind perform', `AccessDeniedException: User: ${U} is not authorized to perf`, { principal: U }],
  [
    'cut off in the caller',
    'AccessDeniedException: User: arn:aws:sts::1111',
    { open: ['principal', 'accountId', 'principalType'] },
  ],
  [
    'cut off with dots in the reason',
    m(`User: ${U}`, `s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based po...`),
    { principal: U, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', open: ['effect', 'policyType'] },
  ],
  ['title of an issue', 'not authorized to perform: iam:PassRole', { action: 'iam:PassRole' }],
  ['a search', 'AccessDenied s3 PutObject', { open: ['actionDerived'] }],
  ['a code alone', 'AccessDenied', {}],
  ['a code alone, EC2', 'Client.UnauthorizedOperation', {}],
  ['a sentence alone', 'You are not authorized to perform this operation.', {}],
  ['Access Denied alone', 'Access Denied', {}],
  ['403 alone', '403 Forbidden', {}],
]
