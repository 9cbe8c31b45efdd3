import type { Case, Expected } from '../expected.ts'

/** Broken lines, odd slots and labels, and the ways in which a policy is named. */
export const oddities: Case[] = []
const c = (name: string, text: string, expected: Expected = {}): void => {
  oddities.push([name, text, expected])
}
const A = '111122223333'
const U = `arn:aws:iam::${A}:user/ana`
const R = `arn:aws:sts::${A}:assumed-role/App/i-0abc1234def567890`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const Q = `arn:aws:sqs:eu-west-1:${A}:jobs`
const M = `User: ${R} is not authorized to perform: sqs:SendMessage on resource: ${Q} because no identity-based policy allows the sqs:SendMessage action`
const ME = { principal: R, action: 'sqs:SendMessage', resource: Q, effect: 'implicit-deny', policyType: 'identity' }
const hard = (s: string, w: number) => s.replace(new RegExp(`.{${w}}`, 'g'), '$&\n')
for (const w of [80, 100, 120, 72, 60]) c(`hard wrap ${w}`, hard(M, w), ME)
c('hard wrap 80 cli', hard(`An error occurred (AccessDenied) when calling the SendMessage operation: ${M}`, 80), ME)
c(
  'hard wrap in box',
  hard(
    `Error: operation error SQS: SendMessage, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: ${M}`,
    78,
  )
    .split('\n')
    .map((l) => `│ ${l}`)
    .join('\n'),
  { ...ME, requestId: ID, open: ['requestId'] },
)
c('logs tags', `User with accountId: ${A} is not authorized to perform CreateLogGroup with Tags`, {
  principal: A,
  actionDerived: 'logs:CreateLogGroup',
  open: ['actionDerived'],
})
c('no colon action', `User: ${U} is not authorized to perform sts:AssumeRole`, {
  principal: U,
  action: 'sts:AssumeRole',
})
c(
  'no colon action on resource',
  `User: ${U} is not authorized to perform sts:AssumeRole on resource arn:aws:iam::${A}:role/x`,
  { principal: U, action: 'sts:AssumeRole', resource: `arn:aws:iam::${A}:role/x` },
)
c(
  'on resource quoted no colon',
  `User ${U} is not authorized to perform: s3:GetObject on resource "arn:aws:s3:::b/k"`,
  { principal: U, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
)
c('on path', `User: ${U} is not authorized to perform: codeartifact:ReadFromRepository on /repo/x`, {
  principal: U,
  action: 'codeartifact:ReadFromRepository',
  resource: '/repo/x',
})
c('trailing colon nothing', `User: ${U} is not authorized to perform: iam:ListAccountAliases on resource: `, {
  principal: U,
  action: 'iam:ListAccountAliases',
})
c(
  'trailing colon then newline status',
  `User: ${U} is not authorized to perform: iam:ListAccountAliases on resource: \n\tstatus code: 403, request id: ${ID}`,
  { principal: U, action: 'iam:ListAccountAliases', requestId: ID },
)
c(
  'trailing colon then because',
  `User: ${U} is not authorized to perform: iam:ListAccountAliases on resource: because no identity-based policy allows the iam:ListAccountAliases action`,
  { principal: U, action: 'iam:ListAccountAliases', effect: 'implicit-deny', policyType: 'identity' },
)
c(
  'resource sqs url',
  `User: ${U} is not authorized to perform: sqs:GetQueueAttributes on resource: https://sqs.us-east-1.amazonaws.com/${A}/q`,
  { principal: U, action: 'sqs:GetQueueAttributes', resource: `https://sqs.us-east-1.amazonaws.com/${A}/q` },
)
c(
  'resource digits',
  `User: ${U} is not authorized to perform: organizations:DescribeAccount on resource: 444455556666`,
  { principal: U, action: 'organizations:DescribeAccount', resource: '444455556666' },
)
c(
  'instance profile',
  `User: ${U} is not authorized to perform: iam:CreateInstanceProfile on resource: instance profile web because no identity-based policy allows the iam:CreateInstanceProfile action`,
  {
    principal: U,
    action: 'iam:CreateInstanceProfile',
    resource: 'instance profile web',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'oidc provider',
  `User: ${U} is not authorized to perform: iam:CreateOpenIDConnectProvider on resource: arn:aws:iam::${A}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC`,
  {
    principal: U,
    action: 'iam:CreateOpenIDConnectProvider',
    resource: `arn:aws:iam::${A}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC`,
  },
)
c('group', `User: ${U} is not authorized to perform: iam:GetGroup on resource: group admins`, {
  principal: U,
  action: 'iam:GetGroup',
  resource: 'group admins',
})
c(
  'policy path',
  `User: ${U} is not authorized to perform: iam:CreatePolicy on resource: policy my-policy because no permissions boundary allows the iam:CreatePolicy action`,
  {
    principal: U,
    action: 'iam:CreatePolicy',
    resource: 'policy my-policy',
    effect: 'implicit-deny',
    policyType: 'permissions-boundary',
  },
)
c(
  'foundation',
  `AccessDeniedException: User: ${R} is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0 with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b`,
  {
    principal: R,
    action: 'bedrock:InvokeModel',
    resource: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0',
    effect: 'explicit-deny',
    policyType: 'scp',
    policyArn: 'arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b',
  },
)
c(
  'bpa',
  `User: ${U} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::b" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
  { principal: U, action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::b', open: ['effect'] },
)
c('ct quoted key', `"errorCode": "AccessDenied",\n"errorMessage": "${M}",`, ME)
c('cw insights row', `| 2024-05-05 10:00:00.000 | AccessDenied | ${M} |`, ME)
c('csv', `2024-05-05,AccessDenied,"${M}",eu-west-1`, ME)
c('slack quoted', `ana  10:32 AM\n>>> ${M}\nbob 10:33 AM\nlooks like IAM`, ME)
c('User:ARN no space', `User:${U} is not authorized to perform:s3:GetObject on resource:arn:aws:s3:::b/k`, {
  principal: U,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
})
c('user lower', `user: ${U} is not authorized to perform: s3:GetObject`, { principal: U, action: 's3:GetObject' })
c('USER upper', `USER: ${U} IS NOT AUTHORIZED TO PERFORM: S3:GETOBJECT`, { principal: U, action: 'S3:GETOBJECT' })
c('is not authorised british', `User: ${U} is not authorised to perform: s3:GetObject`, {
  principal: U,
  action: 's3:GetObject',
})
c(
  'dotnet sns',
  `Amazon.SimpleNotificationService.AmazonSimpleNotificationServiceException: User: ${R} is not authorized to perform: SNS:Publish on resource: arn:aws:sns:us-east-1:${A}:t because no resource-based policy allows the SNS:Publish action`,
  {
    principal: R,
    action: 'SNS:Publish',
    resource: `arn:aws:sns:us-east-1:${A}:t`,
    effect: 'implicit-deny',
    policyType: 'resource',
  },
)
c(
  'cloudwatch alarm name spaces',
  `User: ${U} is not authorized to perform: cloudwatch:DeleteAlarms on resource: arn:aws:cloudwatch:us-east-1:${A}:alarm:My CPU alarm because no identity-based policy allows the cloudwatch:DeleteAlarms action`,
  {
    principal: U,
    action: 'cloudwatch:DeleteAlarms',
    resource: `arn:aws:cloudwatch:us-east-1:${A}:alarm:My CPU alarm`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'budget',
  `User: ${U} is not authorized to perform: budgets:ModifyBudget on resource: arn:aws:budgets::${A}:budget/Monthly total because no identity-based policy allows the budgets:ModifyBudget action`,
  {
    principal: U,
    action: 'budgets:ModifyBudget',
    resource: `arn:aws:budgets::${A}:budget/Monthly total`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'console billing',
  `You don't have permission to billing:GetBillingData. To request access, copy the following text and send it to your AWS administrator.\nUser: ${U}\nAction: billing:GetBillingData\nContext: no identity-based policy allows the action`,
  { principal: U, action: 'billing:GetBillingData', effect: 'implicit-deny', policyType: 'identity' },
)
c(
  'console access denied widget',
  `Access denied to ec2:DescribeInstances\nYou don't have permission to ec2:DescribeInstances. To request access, copy the following text and send it to your AWS administrator. Learn more about troubleshooting access denied errors.\nUser: ${U}\nService: ec2\nAction: DescribeInstances\nContext: an identity-based policy explicitly denies the action`,
  { principal: U, action: 'ec2:DescribeInstances', effect: 'explicit-deny', policyType: 'identity' },
)
c('console only headline', `You don't have permission to ec2:DescribeInstances.`, { open: ['action', 'actionDerived'] })
c(
  'console brackets',
  `User: [${U}]\nService: [ec2]\nAction: [DescribeInstances]\nOn resource(s): [arn:aws:ec2:us-east-1:${A}:instance/*]\nContext: [no identity-based policy allows the action]`,
  {
    principal: U,
    action: 'ec2:DescribeInstances',
    resource: `arn:aws:ec2:us-east-1:${A}:instance/*`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'console multi resources',
  `User: ${U}\nAction: s3:ListBucket\nOn resource(s): arn:aws:s3:::a, arn:aws:s3:::b\nContext: a service control policy explicitly denies the action`,
  { principal: U, action: 's3:ListBucket', effect: 'explicit-deny', policyType: 'scp', open: ['resource'] },
)
c(
  'console crlf',
  `User: ${U}\r\nService: s3\r\nAction: ListAllMyBuckets\r\nContext: a resource control policy explicitly denies the action\r\n`,
  { principal: U, action: 's3:ListAllMyBuckets', effect: 'explicit-deny', policyType: 'rcp' },
)
c(
  'console on one line',
  `User: ${U} Service: s3 Action: ListAllMyBuckets On resource(s): * Context: no permissions boundary allows the action`,
  {
    principal: U,
    action: 's3:ListAllMyBuckets',
    resource: '*',
    effect: 'implicit-deny',
    policyType: 'permissions-boundary',
  },
)
c(
  'console md bullets',
  `- User: ${U}\n- Service: s3\n- Action: ListAllMyBuckets\n- Context: no session policy allows the action`,
  { principal: U, action: 's3:ListAllMyBuckets', effect: 'implicit-deny', policyType: 'session' },
)
c(
  'console policy arn',
  `User: ${U}\nService: s3\nAction: ListAllMyBuckets\nContext: a service control policy explicitly denies the action: arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b`,
  { principal: U, action: 's3:ListAllMyBuckets', effect: 'explicit-deny', policyType: 'scp', open: ['policyArn'] },
)
c(
  'console id',
  `User: ${U}\nService: Cost Explorer\nName: AccessDeniedException\nHTTP status code: 400\nContext: User not enabled for cost explorer access\nRequest ID: ${ID}`,
  { principal: U, requestId: ID, open: ['actionDerived'] },
)
c(
  'apigw resource policy',
  `{"Message":"User: ${R} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********3333:api/prod/GET/pets because no resource-based policy allows the execute-api:Invoke action"}`,
  {
    principal: R,
    action: 'execute-api:Invoke',
    resource: 'arn:aws:execute-api:us-east-1:********3333:api/prod/GET/pets',
    effect: 'implicit-deny',
    policyType: 'resource',
  },
)
c(
  'apigw identity explicit',
  `{"Message":"User: ${R} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********3333:api/prod/GET/pets with an explicit deny in a VPC endpoint policy"}`,
  {
    principal: R,
    action: 'execute-api:Invoke',
    resource: 'arn:aws:execute-api:us-east-1:********3333:api/prod/GET/pets',
    effect: 'explicit-deny',
    policyType: 'vpc-endpoint',
  },
)
c(
  'lambda async',
  `User: ${R} is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:${A}:function:f:live because no resource-based policy allows the lambda:InvokeFunction action`,
  {
    principal: R,
    action: 'lambda:InvokeFunction',
    resource: `arn:aws:lambda:us-east-1:${A}:function:f:live`,
    effect: 'implicit-deny',
    policyType: 'resource',
  },
)
c(
  'states',
  `'States.TaskFailed' User: arn:aws:sts::${A}:assumed-role/StepFunctions/abc is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:${A}:function:f because no identity-based policy allows the lambda:InvokeFunction action (Service: Lambda, Status Code: 403, Request ID: ${ID})`,
  {
    principal: `arn:aws:sts::${A}:assumed-role/StepFunctions/abc`,
    action: 'lambda:InvokeFunction',
    resource: `arn:aws:lambda:us-east-1:${A}:function:f`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  'firehose',
  `Firehose was unable to deliver: S3.AccessDenied Access was denied. Ensure that the trust policy for the provided IAM role allows Firehose to assume the role`,
  { actionDerived: 'sts:AssumeRole' },
)
c(
  'dms',
  `Test Endpoint failed: Application-Status: 1020912, Application-Message: Failed to connect to S3: AccessDenied`,
  {},
)
c(
  'batch',
  `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref: pulling from host failed with status code 403 Forbidden`,
  {},
)
c(
  'eks token',
  `An error occurred (AccessDeniedException) when calling the DescribeCluster operation: User: ${U} is not authorized to perform: eks:DescribeCluster on resource: arn:aws:eks:us-east-1:${A}:cluster/c`,
  { principal: U, action: 'eks:DescribeCluster', resource: `arn:aws:eks:us-east-1:${A}:cluster/c` },
)
c(
  'describe-cluster derived by command',
  `$ aws eks describe-cluster --name c\n\nAn error occurred (AccessDeniedException) when calling the DescribeCluster operation: Access denied`,
  { actionDerived: 'eks:DescribeCluster' },
)
c(
  'redshift data',
  `An error occurred (AccessDeniedException) when calling the ExecuteStatement operation: User: ${U} is not authorized to perform: redshift-data:ExecuteStatement on resource: *`,
  { principal: U, action: 'redshift-data:ExecuteStatement', resource: '*' },
)
c(
  'codeartifact npm',
  `npm ERR! 403 403 Forbidden - GET https://d-${A}.d.codeartifact.us-east-1.amazonaws.com/npm/r/x - User: ${U} is not authorized to perform: codeartifact:ReadFromRepository on resource: arn:aws:codeartifact:us-east-1:${A}:repository/d/r`,
  {
    principal: U,
    action: 'codeartifact:ReadFromRepository',
    resource: `arn:aws:codeartifact:us-east-1:${A}:repository/d/r`,
  },
)
c(
  'yaml folded',
  `error: >-\n  User: ${U} is not authorized to perform:\n  s3:GetObject on resource: "arn:aws:s3:::b/k"\n  because no identity-based policy allows the s3:GetObject action`,
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c('python doc bytes x', `b"{\\'Message\\': \\'${M}\\'}"`, ME)
c(
  'java nested',
  `java.util.concurrent.CompletionException: software.amazon.awssdk.services.sqs.model.SqsException: ${M} (Service: Sqs, Status Code: 403, Request ID: ${ID}) (SDK Attempt Count: 1)\n\tat java.base/java.util...\nCaused by: software.amazon.awssdk.services.sqs.model.SqsException: ${M} (Service: Sqs, Status Code: 403, Request ID: ${ID}) (SDK Attempt Count: 1)`,
  { ...ME, requestId: ID },
)
c('grpc', `rpc error: code = Unknown desc = AccessDenied: ${M}\n\tstatus code: 403, request id: ${ID}`, {
  ...ME,
  requestId: ID,
})
c('html page', `<html><body><h1>Error</h1><pre>${M.replaceAll('"', '&quot;')}</pre></body></html>`, ME)
c('mail qp', `User: ${U} is not authorized to perform: s3:Get=\nObject on resource: arn:aws:s3:::b`, {
  open: ['action', 'resource'],
  principal: U,
})
c('request id colon tab', `AccessDenied: Access Denied\n\tstatus code: 403, request id:\n\t${ID}`, { requestId: ID })
c(
  'x-amz-request-id header',
  `< HTTP/1.1 403 Forbidden\n< x-amz-request-id: 4Z3ABCDEF\n< x-amz-id-2: abc/def=\n<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>`,
  { requestId: '4Z3ABCDEF' },
)
c('token decoy', `AccessDenied (RequestToken: aaaa-bbbb, HandlerErrorCode: AccessDenied)`, {})
c(
  'iam identity center',
  `User: arn:aws:sts::${A}:assumed-role/AWSReservedSSO_ReadOnly_aaaabbbbccccdddd/bob@x.com is not authorized to perform: sso:ListPermissionSets on resource: arn:aws:sso:::instance/ssoins-1`,
  {
    principal: `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_ReadOnly_aaaabbbbccccdddd/bob@x.com`,
    action: 'sso:ListPermissionSets',
    resource: 'arn:aws:sso:::instance/ssoins-1',
  },
)
c(
  'session name with spaces',
  `User: arn:aws:sts::${A}:assumed-role/SAML/Jane Doe is not authorized to perform: ec2:DescribeVpcs`,
  { principal: `arn:aws:sts::${A}:assumed-role/SAML/Jane Doe`, action: 'ec2:DescribeVpcs' },
)
c('session cut', `User: arn:aws:sts::${A}:assumed-role/App/... is not authorized to perform: ec2:DescribeVpcs`, {
  principal: `arn:aws:sts::${A}:assumed-role/App/...`,
  action: 'ec2:DescribeVpcs',
})
c(
  'service linked',
  `User: arn:aws:sts::${A}:assumed-role/AWSServiceRoleForECS/ecs-service-scheduler is not authorized to perform: elasticloadbalancing:RegisterTargets on resource: *`,
  {
    principal: `arn:aws:sts::${A}:assumed-role/AWSServiceRoleForECS/ecs-service-scheduler`,
    action: 'elasticloadbalancing:RegisterTargets',
    resource: '*',
  },
)
c(
  'service bare',
  `delivery.logs.amazonaws.com is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b`,
  { principal: 'delivery.logs.amazonaws.com', action: 's3:PutObject', resource: 'arn:aws:s3:::b' },
)
c('principal word', `Principal: events.amazonaws.com is not authorized to perform: sqs:SendMessage on resource: ${Q}`, {
  principal: 'events.amazonaws.com',
  action: 'sqs:SendMessage',
  resource: Q,
})
c(
  'with explicit deny comma',
  `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k", with an explicit deny in a resource-based policy.`,
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    effect: 'explicit-deny',
    policyType: 'resource',
  },
)
c(
  'policy arn quoted',
  `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in an identity-based policy: "arn:aws:iam::${A}:policy/Deny"`,
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    effect: 'explicit-deny',
    policyType: 'identity',
    policyArn: `arn:aws:iam::${A}:policy/Deny`,
  },
)
c(
  'policy arn json tail',
  JSON.stringify({
    message: `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a permissions boundary: arn:aws:iam::${A}:policy/B`,
    code: 403,
  }),
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    effect: 'explicit-deny',
    policyType: 'permissions-boundary',
    policyArn: `arn:aws:iam::${A}:policy/B`,
  },
)
c(
  'policy arn xml tail',
  `<Message>User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b</Message><RequestId>ABC1</RequestId>`,
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    effect: 'explicit-deny',
    policyType: 'scp',
    policyArn: 'arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b',
    requestId: 'ABC1',
  },
)
c(
  'policy arn md',
  `User: \`${U}\` is not authorized to perform: \`s3:GetObject\` with an explicit deny in a service control policy: \`arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b\``,
  {
    principal: U,
    action: 's3:GetObject',
    effect: 'explicit-deny',
    policyType: 'scp',
    policyArn: 'arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b',
  },
)
c(
  'policy arn redacted',
  `User: ${U} is not authorized to perform: s3:GetObject with an explicit deny in a service control policy: arn:aws:organizations::<mgmt>:policy/<org>/service_control_policy/<p>`,
  {
    principal: U,
    action: 's3:GetObject',
    effect: 'explicit-deny',
    policyType: 'scp',
    policyArn: 'arn:aws:organizations::<mgmt>:policy/<org>/service_control_policy/<p>',
  },
)
c(
  'implicit with arn',
  `User: ${U} is not authorized to perform: s3:GetObject because no permissions boundary allows the s3:GetObject action: arn:aws:iam::${A}:policy/B`,
  {
    principal: U,
    action: 's3:GetObject',
    effect: 'implicit-deny',
    policyType: 'permissions-boundary',
    open: ['policyArn'],
  },
)
c(
  'implicit with arn mid',
  `User: ${U} is not authorized to perform: s3:GetObject because no permissions boundary (arn:aws:iam::${A}:policy/B) allows the s3:GetObject action`,
  {
    principal: U,
    action: 's3:GetObject',
    effect: 'implicit-deny',
    policyType: 'permissions-boundary',
    open: ['policyArn'],
  },
)
c(
  'explicit paren arn',
  `User: ${U} is not authorized to perform: s3:GetObject with an explicit deny in a permissions boundary (arn:aws:iam::${A}:policy/B)`,
  {
    principal: U,
    action: 's3:GetObject',
    effect: 'explicit-deny',
    policyType: 'permissions-boundary',
    open: ['policyArn'],
  },
)
c(
  'explicit scp with arn:',
  `User: ${U} is not authorized to perform: s3:GetObject with an explicit deny in a service control policy with ARN arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b`,
  { principal: U, action: 's3:GetObject', effect: 'explicit-deny', policyType: 'scp', open: ['policyArn'] },
)
c(
  'ec2 with arn and encoded',
  `An error occurred (UnauthorizedOperation) when calling the StopInstances operation: You are not authorized to perform this operation. User: ${U} is not authorized to perform: ec2:StopInstances on resource: arn:aws:ec2:us-east-1:${A}:instance/i-1 with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b. Encoded authorization failure message: ${'xY7_'.repeat(40)}`,
  {
    kind: 'encoded-authorization-failure',
    principal: U,
    action: 'ec2:StopInstances',
    resource: `arn:aws:ec2:us-east-1:${A}:instance/i-1`,
    effect: 'explicit-deny',
    policyType: 'scp',
    policyArn: 'arn:aws:organizations::999988887777:policy/o-a/service_control_policy/p-b',
    encoded: true,
  },
)
