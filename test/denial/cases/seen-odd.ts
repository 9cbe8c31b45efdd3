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
  ['no caller', 'User is not authorized to perform: sns:Publish', { action: 'sns:Publish' }],
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
  [
    'the one action with a hyphen in its name',
    m(`User: ${U}`, 'vpc-lattice:AssociateViaAWSService-EventsAndStates on resource: *'),
    { principal: U, action: 'vpc-lattice:AssociateViaAWSService-EventsAndStates', resource: '*' },
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
  [
    'stars for names',
    'Resource handler returned message: "User: * is not authorized to perform: iam:PutRolePolicy on resource: role cdk-* with an explicit deny in\nan identity-based policy (Service: Iam, Status Code: 403, Request ID: *)" (RequestToken: *, HandlerErrorCode: AccessDenied)',
    {
      principal: '*',
      action: 'iam:PutRolePolicy',
      resource: 'role cdk-*',
      effect: 'explicit-deny',
      policyType: 'identity',
    },
  ],
  [
    'placeholders in capitals',
    'User: XXX is not authorized to perform: lambda:GetLayerVersion on resource: YYY because no resource-based policy allows the lambda:GetLayerVersion action',
    {
      principal: 'XXX',
      action: 'lambda:GetLayerVersion',
      resource: 'YYY',
      effect: 'implicit-deny',
      policyType: 'resource',
    },
  ],
  [
    'dots for the resource',
    '{"Message":"User: anonymous is not authorized to perform:\nlambda:InvokeFunctionUrl ... because no resource-based policy allows the\nlambda:InvokeFunctionUrl action"}',
    { principal: 'anonymous', action: 'lambda:InvokeFunctionUrl', effect: 'implicit-deny', policyType: 'resource' },
  ],
  [
    'dots for caller and resource',
    'AccessDenied: User ... is not authorized to perform: s3:PutObject on resource: ... \nwith an explicit deny in an identity-based policy',
    { action: 's3:PutObject', effect: 'explicit-deny', policyType: 'identity' },
  ],
  [
    'dots inside of the caller',
    '# Error: error putting S3 policy: AccessDenied: User: arn:aws:sts::.../terraform-execution\n#   is not authorized to perform: s3:PutBucketPolicy with an explicit deny in a service control policy',
    {
      principal: 'arn:aws:sts::.../terraform-execution',
      action: 's3:PutBucketPolicy',
      effect: 'explicit-deny',
      policyType: 'scp',
    },
  ],
  [
    'a bare "on resource" before the reason',
    'AccessDenied: User is not authorized to perform: s3:PutObject on resource\nbecause no VPC endpoint policy allows the s3:PutObject action',
    { action: 's3:PutObject', effect: 'implicit-deny', policyType: 'vpc-endpoint' },
  ],
  [
    'an empty "on resource:" before a fence',
    `An error occurred (AccessDeniedException) when calling the CreateKey operation: User: arn:aws:sts::account-id:assumed-role/InitRole/instanceid is not authorized to perform: kms:CreateKey on resource:\n\`\`\`\n\nThis is because of the role.`,
    { principal: 'arn:aws:sts::account-id:assumed-role/InitRole/instanceid', action: 'kms:CreateKey' },
  ],
  [
    'the reason shouted',
    `Resource handler returned message: "User: arn:aws:sts::${A}:assumed-role/\ncdk-exec/AWSCloudFormation is not authorized to\nperform: events:DescribeRule on resource: arn:aws:events:us-east-1:${A}:rule/\nbounces because NO PERMISSIONS BOUNDARY allows the events:DescribeRule action`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/cdk-exec/AWSCloudFormation`,
      action: 'events:DescribeRule',
      resource: `arn:aws:events:us-east-1:${A}:rule/bounces`,
      effect: 'implicit-deny',
      policyType: 'permissions-boundary',
    },
  ],
  [
    'a resource that is a URL’s part',
    m(
      `User: ${U}`,
      'apigateway:PUT on resource: arn:aws:apigateway:ap-northeast-2::/tags/arn%3Aaws%3Aapigateway%3Aap-northeast-2%3A%3A%2Frestapis%2F* because no identity-based policy allows the apigateway:PUT action',
    ),
    {
      principal: U,
      action: 'apigateway:PUT',
      resource: 'arn:aws:apigateway:ap-northeast-2::/tags/arn%3Aaws%3Aapigateway%3Aap-northeast-2%3A%3A%2Frestapis%2F*',
      ...identity,
    },
  ],
  [
    'an HTTP answer',
    'HTTP/1.1 403 Forbidden\nDate: Fri, 21 Aug 2020 19:08:16 GMT\nContent-Type: application/json\nx-amzn-RequestId: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11\n\n{"Message":"User: anonymous is not authorized to perform: es:ESHttpGet"}',
    { principal: 'anonymous', action: 'es:ESHttpGet', requestId: '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11' },
  ],
  [
    'API Gateway names the layer',
    '{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}',
    { effect: 'explicit-deny', policyType: 'identity' },
  ],
  [
    'copilot’s tree',
    '  - An Internet Gateway to connect to the public internet                            [delete complete]    [0.0s]\n    API: ec2:CreateInternetGateway You are not authorized to perform this\n    operation. Encoded authorization failure message: rFesh...\n  - Private subnet 1 for resources with no internet access                           [not started]',
    { kind: 'encoded-authorization-failure', action: 'ec2:CreateInternetGateway', encoded: true },
  ],
  [
    'the console’s title',
    "Access denied to iam:CreateUser\n\nYou don't have permission to iam:CreateUser",
    { action: 'iam:CreateUser' },
  ],
  [
    'the console’s sentence',
    'You don’t have permission to iam:ListUsers. To request access, copy the following text and send it to your AWS administrator.',
    { action: 'iam:ListUsers' },
  ],
  [
    'the console’s text in a comment',
    `# Access denied\n# You don't have permission to iam:GetRole. To request access, copy the following text and send it to your AWS administrator. Learn more about troubleshooting access denied errors.\n# User: arn:aws:sts::${A}:assumed-role/voclabs/user1=Mateo\n# Action: iam:GetRole\n# Context: an identity-based policy explicitly denies the action\n# The code should be somewhat right`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/voclabs/user1=Mateo`,
      action: 'iam:GetRole',
      effect: 'explicit-deny',
      policyType: 'identity',
    },
  ],
  [
    'a role of its own that a service may not make',
    'An error occurred (AuthFailure.ServiceLinkedRoleCreationNotPermitted) when calling the RunInstances operation: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
    { actionDerived: 'iam:CreateServiceLinkedRole' },
  ],
  [
    'Marketplace terms',
    'Resource handler returned message: "In order to use this AWS Marketplace product you need to\naccept terms and subscribe. To do so please visit https://aws.amazon.com/marketplace/pp?sku=x"\n(Service: Ec2, Status Code: 401, HandlerErrorCode: AccessDenied)',
    { kind: 'credential-problem' },
  ],
  [
    'anonymous upload',
    'com.amazonaws.services.s3.model.AmazonS3Exception: Anonymous users cannot initiate multipart uploads.  Please authenticate. (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 798758DE3F1776DF; S3 Extended Request ID: abc=)',
    { requestId: '798758DE3F1776DF', open: ['principal', 'principalType'] },
  ],
  [
    'Lake Formation through CloudFormation',
    'Resource handler returned message: "Resource does not exist or requester is not authorized to access requested permissions. (Service: LakeFormation, Status Code: 400, Request ID: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11)" (RequestToken: 4a4bb1d6-b051-032f-dd12-5951d7b4d2a9, HandlerErrorCode: AccessDenied)',
    { requestId: '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11' },
  ],
  [
    'KMS key of a log group',
    "Error: creating CloudWatch Logs Log Group (/aws/lambda/f): \noperation error CloudWatch Logs: CreateLogGroup, https response error StatusCode: 400, \nRequestID: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11, api error AccessDeniedException: \nThe specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/f'",
    { actionDerived: 'kms:GenerateDataKey', requestId: '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11' },
  ],
  [
    'Bedrock, no agreement',
    'An error occurred (AccessDeniedException) when calling the ConverseStream operation: \nYour account does not have an agreement to this model.',
    { actionDerived: 'bedrock:InvokeModelWithResponseStream' },
  ],
  [
    'EFS CSI in kubectl describe',
    `  Warning  ProvisioningFailed  11s  efs.csi.aws.com_efs-csi-controller-68d6b7d884-rrdvb_33a392e4-e210-47cf-bd90-1a78a68778dc  failed to provision volume with StorageClass "efs-sc": rpc error: code = Internal desc = Failed to fetch Access Points or Describe File System: List Access Points failed: AccessDenied: User: arn:aws:sts::${A}:assumed-role/EfsCsi/1706609159791232853 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${B}:role/EFSCrossAccount\n           status code: 403, request id: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/EfsCsi/1706609159791232853`,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${B}:role/EFSCrossAccount`,
      requestId: '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11',
    },
  ],
  ['the common sentence', 'You do not have sufficient access to perform this action.', {}],
  ['Forbidden of API Gateway', '{"message":"Forbidden"}', {}],
  [
    'a role that cannot be assumed',
    `Role arn:aws:iam::${A}:role/x is invalid or cannot be assumed`,
    { open: ['resource', 'policyType', 'actionDerived'] },
  ],
  [
    'Lambda’s environment',
    'KMSAccessDeniedException: Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function’s KMS key settings.',
    { actionDerived: 'kms:Decrypt' },
  ],
  [
    'Payer account',
    'An error occurred (AccessDeniedException) when calling the ListCostAllocationTags operation: Failed to access the payer account',
    { actionDerived: 'ce:ListCostAllocationTags' },
  ],
  [
    'a principal in quotes',
    `Principal '${U}' is not authorized to perform 'glue:GetTable'`,
    { principal: U, action: 'glue:GetTable' },
  ],
  [
    'a key beyond ASCII',
    `User: ${U} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/日本語/ファイル.txt" because no identity-based policy allows the s3:PutObject action`,
    { principal: U, action: 's3:PutObject', resource: 'arn:aws:s3:::b/日本語/ファイル.txt', ...identity },
  ],
  [
    'cut off in the verb',
    `ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User: ${R} is not autho`,
    { principal: R },
  ],
  ['cut off with dots', `AccessDeniedException: User: ${R} is not authorized...`, { principal: R }],
  ['title of an issue', 'not authorized to perform: iam:PassRole', { action: 'iam:PassRole' }],
  ['a search', 'AccessDenied s3 PutObject', { open: ['actionDerived'] }],
  ['a code alone', 'AccessDenied', {}],
  ['a code alone, EC2', 'Client.UnauthorizedOperation', {}],
  ['a sentence alone', 'You are not authorized to perform this operation.', {}],
  ['Access Denied alone', 'Access Denied', {}],
  ['403 alone', '403 Forbidden', {}],
]
