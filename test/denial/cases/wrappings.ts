import type { Case, Expected } from '../expected.ts'

/** What logs, boxes, comments, escapes, redactions and services make of the message. */
export const wrappings: Case[] = []
const c = (name: string, text: string, expected: Expected = {}): void => {
  wrappings.push([name, text, expected])
}
const A = '111122223333'
const U = `arn:aws:iam::${A}:user/ana`
const R = `arn:aws:sts::${A}:assumed-role/App/i-0abc1234def567890`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const Q = `arn:aws:sqs:eu-west-1:${A}:jobs`
const M = `User: ${R} is not authorized to perform: sqs:SendMessage on resource: ${Q} because no identity-based policy allows the sqs:SendMessage action`
const ME = { principal: R, action: 'sqs:SendMessage', resource: Q, effect: 'implicit-deny', policyType: 'identity' }
// terraform
c(
  'tf box multi',
  `╷\n│ Error: creating SQS Queue (jobs): operation error SQS: SendMessage, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: ${M}\n│ \n│   with aws_sqs_queue.q,\n│   on main.tf line 1, in resource "aws_sqs_queue" "q":\n│    1: resource "aws_sqs_queue" "q" {\n│ \n╵`,
  { ...ME, requestId: ID },
)
c(
  'tf box wrapped',
  `╷\n│ Error: creating EC2 VPC: operation error EC2: CreateVpc, https response error StatusCode: 403,\n│ RequestID: ${ID}, api error UnauthorizedOperation: You are not authorized to\n│ perform this operation. User: arn:aws:sts::${A}:assumed-role/tf-\n│ deploy/session is not authorized to perform: ec2:CreateVpc on resource:\n│ arn:aws:ec2:us-east-1:${A}:vpc/* with an explicit deny in a service\n│ control policy. Encoded authorization failure message:\n│ AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMnOpQrStUvWxYz01\n│ AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMnOpQrStUvWxYz01\n│\n╵`,
  {
    kind: 'encoded-authorization-failure',
    principal: `arn:aws:sts::${A}:assumed-role/tf-deploy/session`,
    action: 'ec2:CreateVpc',
    resource: `arn:aws:ec2:us-east-1:${A}:vpc/*`,
    effect: 'explicit-deny',
    policyType: 'scp',
    encoded: true,
    requestId: ID,
  },
)
c(
  'tf ansi',
  `\x1b[31m╷\x1b[0m\x1b[0m\n\x1b[31m│\x1b[0m \x1b[0m\x1b[1m\x1b[31mError: \x1b[0m\x1b[0m\x1b[1mreading S3: AccessDenied: ${M}\x1b[0m\n\x1b[31m│\x1b[0m \x1b[0m\tstatus code: 403, request id: ${ID}`,
  { ...ME, requestId: ID },
)
c('tf ansi caret stripped', `[31m│[0m [0m[1m[31mError: [0m[0m[1mreading: AccessDenied: ${M}[0m`, ME)
c(
  'tf old v0.11',
  `* aws_instance.web: 1 error(s) occurred:\n\n* aws_instance.web: Error launching source instance: UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: ${'x9Yz-_'.repeat(40)}\n\tstatus code: 403, request id: ${ID}`,
  {
    kind: 'encoded-authorization-failure',
    actionDerived: 'ec2:RunInstances',
    encoded: true,
    requestId: ID,
    open: ['actionDerived'],
  },
)
c(
  'tf S3 backend',
  `Error refreshing state: state data in S3: AccessDenied: Access Denied\n\tstatus code: 403, request id: 8AEF, host id: x/y=`,
  { requestId: '8AEF' },
)
c(
  'tf backend list',
  `Error: Failed to get existing workspaces: Unable to list objects in S3 bucket "tf": operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: 8AEF, HostID: x/y=, api error AccessDenied: ${M.replace('sqs:SendMessage', 's3:ListBucket').replace(Q, '"arn:aws:s3:::tf"').replace('sqs:SendMessage', 's3:ListBucket')}`,
  {
    principal: R,
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::tf',
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: '8AEF',
  },
)
c(
  'tf dynamodb lock',
  `Error: Error acquiring the state lock\n\nError message: operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: RQ1, api error AccessDeniedException: User: ${R} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:${A}:table/lock because no identity-based policy allows the dynamodb:PutItem action\n\nTerraform acquires a state lock to protect the state from being written\nby multiple users at the same time.`,
  {
    principal: R,
    action: 'dynamodb:PutItem',
    resource: `arn:aws:dynamodb:us-east-1:${A}:table/lock`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: 'RQ1',
  },
)
c(
  'tf no creds',
  `│ Error: No valid credential sources found\n│\n│   with provider["registry.terraform.io/hashicorp/aws"],\n│ Error: failed to refresh cached credentials, no EC2 IMDS role found`,
  { kind: 'credential-problem' },
)
c(
  'tf assume',
  `Error: Cannot assume IAM Role\n\nIAM Role (arn:aws:iam::444455556666:role/Deploy) cannot be assumed.\n\nThere are a number of possible causes of this - the most common are:\n  * The credentials used in order to assume the role are invalid\n  * The credentials do not have appropriate permission to assume the role\n  * The role ARN is not valid\n\nError: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: User: ${U} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy`,
  { principal: U, action: 'sts:AssumeRole', resource: 'arn:aws:iam::444455556666:role/Deploy', requestId: ID },
)
c(
  'tf passrole',
  `Error: creating Lambda Function (f): operation error Lambda: CreateFunction, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDeniedException: User: ${R} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${A}:role/exec because no identity-based policy allows the iam:PassRole action`,
  {
    principal: R,
    action: 'iam:PassRole',
    resource: `arn:aws:iam::${A}:role/exec`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
// cfn
c(
  'cfn event',
  `CREATE_FAILED | AWS::SQS::Queue | Jobs | Resource handler returned message: "${M} (Service: Sqs, Status Code: 403, Request ID: ${ID})" (RequestToken: aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb, HandlerErrorCode: AccessDenied)`,
  { ...ME, requestId: ID },
)
c(
  'cfn general',
  `Resource handler returned message: "Access denied for operation 'CreateLogGroup'." (RequestToken: aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb, HandlerErrorCode: AccessDenied)`,
  { open: ['actionDerived'] },
)
c('cfn API s3', 'API: s3:CreateBucket Access Denied', { action: 's3:CreateBucket' })
c(
  'cfn API ec2',
  'API: ec2:RunInstances You are not authorized to perform this operation. Encoded authorization failure message: ' +
    'aB-_'.repeat(30),
  { kind: 'encoded-authorization-failure', action: 'ec2:RunInstances', encoded: true },
)
c(
  'cfn API iam',
  `API: iam:PutRolePolicy User: ${R} is not authorized to perform: iam:PutRolePolicy on resource: role stack-Role-1ABC because no identity-based policy allows the iam:PutRolePolicy action`,
  {
    principal: R,
    action: 'iam:PutRolePolicy',
    resource: 'role stack-Role-1ABC',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'cdk bootstrap',
  `❌  App failed: Error: App: SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment been bootstrapped?`,
  { kind: 'not-authorization' },
)
c(
  'cdk assume',
  `current credentials could not be used to assume 'arn:aws:iam::${A}:role/cdk-hnb659fds-deploy-role-${A}-us-east-1', but are for the right account. Proceeding anyway.\n\n ❌ Deployment failed: AccessDenied: User: ${U} is not authorized to perform: cloudformation:DescribeStacks on resource: arn:aws:cloudformation:us-east-1:${A}:stack/App/* because no identity-based policy allows the cloudformation:DescribeStacks action`,
  {
    principal: U,
    action: 'cloudformation:DescribeStacks',
    resource: `arn:aws:cloudformation:us-east-1:${A}:stack/App/*`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'cdk ssm',
  `AccessDeniedException: User: ${U} is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:us-east-1:${A}:parameter/cdk-bootstrap/hnb659fds/version because no identity-based policy allows the ssm:GetParameter action`,
  {
    principal: U,
    action: 'ssm:GetParameter',
    resource: `arn:aws:ssm:us-east-1:${A}:parameter/cdk-bootstrap/hnb659fds/version`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'pulumi',
  `Diagnostics:\n  aws:s3:BucketV2 (site):\n    error:   sdk-v2/provider2.go:515: sdk.helper_schema: creating S3 Bucket (site-1): operation error S3: CreateBucket, https response error StatusCode: 403, RequestID: 7MA, HostID: q=, api error AccessDenied: User: ${U} is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::site-1" because no identity-based policy allows the s3:CreateBucket action: provider=aws@6.52.0`,
  {
    principal: U,
    action: 's3:CreateBucket',
    resource: 'arn:aws:s3:::site-1',
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: '7MA',
  },
)
c(
  'serverless',
  `Error:\nCREATE_FAILED: ApiLambdaFunction (AWS::Lambda::Function)\nResource handler returned message: "${M.replaceAll('sqs:SendMessage', 'lambda:CreateFunction').replace(Q, `arn:aws:lambda:us-east-1:${A}:function:api`)} (Service: Lambda, Status Code: 403, Request ID: ${ID})"`,
  {
    principal: R,
    action: 'lambda:CreateFunction',
    resource: `arn:aws:lambda:us-east-1:${A}:function:api`,
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  'ansible',
  `fatal: [localhost]: FAILED! => {"boto3_version": "1.28", "changed": false, "error": {"code": "UnauthorizedOperation", "message": "You are not authorized to perform this operation. User: ${U} is not authorized to perform: ec2:DescribeSubnets because no identity-based policy allows the ec2:DescribeSubnets action"}, "msg": "Couldn't get subnet facts: An error occurred (UnauthorizedOperation) when calling the DescribeSubnets operation: ...", "response_metadata": {"http_status_code": 403, "request_id": "${ID}", "retry_attempts": 0}}`,
  { principal: U, action: 'ec2:DescribeSubnets', effect: 'implicit-deny', policyType: 'identity', requestId: ID },
)
// k8s
c(
  'klog',
  `E0612 10:11:12.123456       1 controller.go:245] "Reconciler error" err="failed to create: AccessDenied: ${M}\\n\\tstatus code: 403, request id: ${ID}" controller="queue"`,
  { ...ME, requestId: ID },
)
c(
  'zap json',
  `{"level":"error","ts":"2024-05-05T10:00:00Z","msg":"Reconciler error","controller":"ingress","object":{"name":"web","namespace":"default"},"error":"operation error Elastic Load Balancing v2: CreateLoadBalancer, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: ${M}","reconcileID":"deadbeef-0000-1111-2222-333344445555"}`,
  { ...ME, requestId: ID },
)
c(
  'logfmt',
  `ts=2024-05-05T10:00:00Z level=error caller=main.go:1 err="AccessDenied: ${M}\\n\\tstatus code: 403, request id: ${ID}"`,
  { ...ME, requestId: ID },
)
c(
  'k8s event',
  `  Warning  FailedBuildModel  12s (x5 over 60s)  ingress  Failed build model due to WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n           status code: 403, request id: ${ID}`,
  { action: 'sts:AssumeRoleWithWebIdentity', requestId: ID, open: ['policyType'] },
)
c(
  'ebs csi',
  `rpc error: code = Internal desc = Could not create volume "pvc-1": could not create volume in EC2: operation error EC2: CreateVolume, https response error StatusCode: 403, RequestID: ${ID}, api error UnauthorizedOperation: You are not authorized to perform this operation. User: ${R} is not authorized to perform: ec2:CreateVolume on resource: arn:aws:ec2:us-east-1:${A}:volume/* because no identity-based policy allows the ec2:CreateVolume action. Encoded authorization failure message: ${'qW3-_e'.repeat(30)}`,
  {
    kind: 'encoded-authorization-failure',
    principal: R,
    action: 'ec2:CreateVolume',
    resource: `arn:aws:ec2:us-east-1:${A}:volume/*`,
    effect: 'implicit-deny',
    policyType: 'identity',
    encoded: true,
    requestId: ID,
  },
)
c(
  'karpenter',
  `{"level":"ERROR","time":"2024-01-01T00:00:00.000Z","logger":"controller","message":"Reconciler error","error":"creating instance, insufficient capacity, with fleet error(s), UnauthorizedOperation: You are not authorized to perform this operation. User: ${R} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${A}:role/KarpenterNode because no identity-based policy allows the iam:PassRole action."}`,
  {
    principal: R,
    action: 'iam:PassRole',
    resource: `arn:aws:iam::${A}:role/KarpenterNode`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'external-secrets',
  `error processing spec.data[0] (key: prod/db), err: AccessDeniedException: User: ${R} is not authorized to perform: secretsmanager:GetSecretValue on resource: prod/db because no identity-based policy allows the secretsmanager:GetSecretValue action\n\tstatus code: 400, request id: ${ID}`,
  {
    principal: R,
    action: 'secretsmanager:GetSecretValue',
    resource: 'prod/db',
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  'cert-manager',
  `error instantiating route53 challenge solver: unable to assume role: operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 403, RequestID: <REDACTED>, api error AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity`,
  { action: 'sts:AssumeRoleWithWebIdentity', requestId: '<REDACTED>', open: ['policyType', 'requestId'] },
)
c(
  'EKS webhook',
  `E1231 23:59:59.000000 1 leaderelection.go:330] error retrieving resource lock kube-system/x: leases.coordination.k8s.io "x" is forbidden: User "system:serviceaccount:kube-system:x" cannot get resource "leases" in API group "coordination.k8s.io" in the namespace "kube-system"`,
  { kind: 'not-authorization' },
)
c(
  'image pull',
  `Failed to pull image "${A}.dkr.ecr.us-east-1.amazonaws.com/app:1": rpc error: code = Unknown desc = failed to pull and unpack image: failed to resolve reference: unexpected status from HEAD request to https://${A}.dkr.ecr.us-east-1.amazonaws.com/v2/app/manifests/1: 403 Forbidden`,
  { actionDerived: 'ecr:BatchGetImage' },
)
c(
  'docker push',
  `denied: User: ${R} is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:us-east-1:${A}:repository/app because no identity-based policy allows the ecr:InitiateLayerUpload action`,
  {
    principal: R,
    action: 'ecr:InitiateLayerUpload',
    resource: `arn:aws:ecr:us-east-1:${A}:repository/app`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c('docker token', `denied: Your authorization token has expired. Reauthenticate and try again.`, {
  kind: 'credential-problem',
})
// GH actions
c(
  'gha timestamps',
  `2024-05-05T10:00:00.1234567Z ##[error]Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\n2024-05-05T10:00:01.0000000Z Post job cleanup.`,
  { action: 'sts:AssumeRoleWithWebIdentity', open: ['policyType'] },
)
c(
  'gha wrapped ts',
  M.split(' because')
    .map((s, i) => `2024-05-05T10:00:0${i}.1234567Z ${i ? `because${s}` : s}`)
    .join('\n'),
  ME,
)
c(
  'gha every line ts',
  `2024-05-05T10:00:00.1234567Z User: ${R} is not authorized to perform:\n2024-05-05T10:00:00.1234567Z sqs:SendMessage on resource: ${Q}\n2024-05-05T10:00:00.1234567Z because no identity-based\n2024-05-05T10:00:00.1234567Z policy allows the sqs:SendMessage action`,
  ME,
)
c(
  'gha masked',
  `Error: User: arn:aws:sts::***:assumed-role/gh/GitHubActions is not authorized to perform: ecs:RegisterTaskDefinition on resource: * because no identity-based policy allows the ecs:RegisterTaskDefinition action`,
  {
    principal: 'arn:aws:sts::***:assumed-role/gh/GitHubActions',
    action: 'ecs:RegisterTaskDefinition',
    resource: '*',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c('gitlab ts', `00:12 2024-05-05T10:00:00Z 01O ${M}`, ME)
c(
  'jenkins',
  `[Pipeline] sh\n[2024-05-05T10:00:00.000Z] + aws s3 ls s3://b\n[2024-05-05T10:00:00.000Z] \n[2024-05-05T10:00:00.000Z] An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied`,
  { actionDerived: 's3:ListBucket' },
)
c(
  'codebuild',
  `[Container] 2024/05/05 10:00:00.123456 Command did not exit successfully aws s3 sync . s3://b exit status 1\n[Container] 2024/05/05 10:00:00 Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: aws s3 sync. Reason: exit status 1\nfatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: ${M.replaceAll('sqs:SendMessage', 's3:ListBucket').replace(Q, '"arn:aws:s3:::b"')}`,
  {
    principal: R,
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::b',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'docker compose prefix',
  M.replace(' because', '\nbecause')
    .split('\n')
    .map((l) => `api-1  | ${l}`)
    .join('\n'),
  ME,
)
c('syslog prefix', `May  5 10:00:00 ip-10-0-0-1 app[123]: ${M}`, ME)
c(
  'ecs',
  `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: ${R} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action. Status Code: 400, request id: ${ID}`,
  {
    principal: R,
    action: 'ecr:GetAuthorizationToken',
    resource: '*',
    effect: 'implicit-deny',
    policyType: 'identity',
    requestId: ID,
  },
)
c(
  'ecs unable to assume',
  `(service api) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::${A}:role/ecsTaskExecutionRole' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).`,
  { open: ['resource', 'policyType', 'action', 'actionDerived', 'principal'] },
)
c(
  'ecs timeout',
  `ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed`,
  { kind: 'not-authorization' },
)
// escapes
const json = (s: unknown) => JSON.stringify(s)
c('json 1', json({ errorMessage: M, errorType: 'ClientError' }), ME)
c('json 2', json({ a: json({ errorMessage: `x "${M}"` }) }), ME)
c('json 3 + resource quoted', json(json(json({ m: M.replace(Q, `"${Q}"`) }))), ME)
c('json \\u0026 etc', json({ m: M }).replaceAll('-', '\\u002d').replaceAll(':', '\\u003a'), ME)
c('slash escaped', json({ m: M }).replaceAll('/', '\\/'), ME)
c('html nbsp', M.replaceAll(' ', '&nbsp;'), ME)
c('u00a0', M.replaceAll(' ', '\u00a0'), ME)
c('zero width', M.replace('authorized', 'author\u200bized'), ME)
c('md bold', M.replace('sqs:SendMessage', '**sqs:SendMessage**').replace(R, `\`${R}\``), ME)
c('md code resource', M.replace(Q, `\`${Q}\``), ME)
c('single quotes', M.replace(Q, `'${Q}'`).replace('perform: sqs:SendMessage', `perform: 'sqs:SendMessage'`), ME)
c('curly quotes', M.replace(Q, `“${Q}”`), ME)
c('rtl quote email', M.split(' because').join('\n> > because'), ME)
c('python repr', `ClientError("An error occurred (AccessDenied) when calling the SendMessage operation: ${M}")`, ME)
c('py bytes', `b'{"message":"${M}"}'`, ME)
c('py escaped single', `'An error: \\'${M}\\''`, ME)
c('sql style comment', M.replace(/ (on|because) /g, '\n-- $1 '), ME)
c('semicolon comment', M.replace(/ (on|because) /g, '\n; $1 '), ME)
c('star comment', `/*\n * ${M.replace(/ (on|because) /g, '\n * $1 ')}\n */`, ME)
c('html br', M.replace(/ (on|because) /g, '<br>$1 ').replace('</br>', ''), ME)
c(
  'html tags',
  `<p>User: <code>${R}</code> is not authorized to perform: <b>sqs:SendMessage</b> on resource: <code>${Q}</code> because no identity-based policy allows the sqs:SendMessage action</p>`,
  ME,
)
c('CRLF wrapped', M.replace(/ (is|on|because) /g, '\r\n$1 '), ME)
c('tabs', M.replace(/ (is|on|because) /g, '\t$1\t'), ME)
c('double spaces', M.replace(/ /g, '  '), ME)
c('lower case', M.toLowerCase(), {
  principal: R.toLowerCase(),
  action: 'sqs:sendmessage',
  resource: Q.toLowerCase(),
  effect: 'implicit-deny',
  policyType: 'identity',
})
// redactions
for (const red of [
  '***',
  'XXXXXXXXXXXX',
  '<account>',
  '[REDACTED]',
  '1234********',
  '{account_id}',
  'xxxx',
  '<ACCOUNT_ID>',
  '$ACCOUNT',
  '${AWS_ACCOUNT_ID}',
  '…',
  '...',
  '0123',
  '####',
  '<snip>',
  'ACCOUNT-ID',
  '<redacted account>',
  '************',
  '____',
  '█████',
  '**REDACTED**',
  '%ACCOUNT%',
  '(redacted)',
  '•••••',
])
  c(
    `redacted ${red}`,
    `User: arn:aws:iam::${red}:user/ana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action`,
    {
      principal: `arn:aws:iam::${red}:user/ana`,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      effect: 'implicit-deny',
      policyType: 'identity',
      open: red === '**REDACTED**' ? ['principal'] : [],
    },
  )
for (const red of ['***', '<arn>', '[REDACTED]', 'XXXX', '<my user arn>', '<redacted>', 'REDACTED', 'xxx'])
  c(
    `redacted principal ${red}`,
    `User: ${red} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action`,
    {
      principal: red,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      effect: 'implicit-deny',
      policyType: 'identity',
      open: ['principal'],
    },
  )
for (const red of [
  '***',
  '<arn>',
  '[REDACTED]',
  'XXXX',
  'arn:aws:s3:::<my bucket>/key',
  'arn:aws:s3:::****/*',
  'arn:aws:s3:::{bucket}',
  'arn:aws:s3:::[bucket name]',
])
  c(
    `redacted resource ${red}`,
    `User: ${U} is not authorized to perform: s3:GetObject on resource: ${red} because no identity-based policy allows the s3:GetObject action`,
    { principal: U, action: 's3:GetObject', resource: red, effect: 'implicit-deny', policyType: 'identity' },
  )
c(
  'dots only',
  'User: ... is not authorized to perform: iam:GetRole on resource: ... because no identity-based policy allows the iam:GetRole action',
  { action: 'iam:GetRole', effect: 'implicit-deny', policyType: 'identity', open: ['resource'] },
)
c(
  'principal with brackets',
  `User: arn:aws:sts::[ACCOUNT]:assumed-role/[ROLE]/[SESSION] is not authorized to perform: ec2:DescribeRegions`,
  { principal: 'arn:aws:sts::[ACCOUNT]:assumed-role/[ROLE]/[SESSION]', action: 'ec2:DescribeRegions' },
)
// who
c('User no colon', `User ${U} is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::b`, {
  principal: U,
  action: 's3:ListBucket',
  resource: 'arn:aws:s3:::b',
})
c('no user', `${R} is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::b`, {
  principal: R,
  action: 's3:ListBucket',
  resource: 'arn:aws:s3:::b',
})
c('account id', `User with accountId: ${A} is not authorized to perform CreateStack on resource: x`, {
  principal: A,
  resource: 'x',
  open: ['action', 'actionDerived', 'resource'],
})
c(
  'role arn',
  `User: arn:aws:iam::${A}:role/Foo is not authorized to perform: glue:GetTable on resource: arn:aws:glue:us-east-1:${A}:catalog`,
  { principal: `arn:aws:iam::${A}:role/Foo`, action: 'glue:GetTable', resource: `arn:aws:glue:us-east-1:${A}:catalog` },
)
c('bare name', `User: deploy-xy-prod is not authorized to perform: s3:PutObject`, {
  principal: 'deploy-xy-prod',
  action: 's3:PutObject',
})
c(
  'anonymous apigw',
  `{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********3333:abc/prod/GET/x with an explicit deny"}`,
  {
    principal: 'anonymous',
    action: 'execute-api:Invoke',
    resource: 'arn:aws:execute-api:us-east-1:********3333:abc/prod/GET/x',
    effect: 'explicit-deny',
  },
)
c('apigw authorizer', `{"Message":"User is not authorized to access this resource with an explicit deny"}`, {
  effect: 'explicit-deny',
  open: ['effect'],
})
c(
  'opensearch',
  `{"Message":"User: anonymous is not authorized to perform: es:ESHttpPost because no resource-based policy allows the es:ESHttpPost action"}`,
  { principal: 'anonymous', action: 'es:ESHttpPost', effect: 'implicit-deny', policyType: 'resource' },
)
c('service lambda', `The provided execution role does not have permissions to call CreateNetworkInterface on EC2`, {
  open: ['actionDerived'],
})
c('sagemaker data', `Data download failed:S3AccessDenied: AccessDenied (403): Access Denied`, {})
c(
  'codepipeline',
  `Insufficient permissions\nThe provided role does not have permissions to perform this action. Underlying error: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: ZZ9; S3 Extended Request ID: a=)`,
  { requestId: 'ZZ9' },
)
c(
  'organizations',
  `An error occurred (AccessDeniedException) when calling the ListAccounts operation: You don't have permissions to access this resource.`,
  { actionDerived: 'organizations:ListAccounts' },
)
c(
  'orgs explicit',
  `An error occurred (AccessDeniedException) when calling the ListRoots operation: You don't have permissions to access this resource.`,
  { actionDerived: 'organizations:ListRoots' },
)
c(
  'billing console',
  `You need permissions\nYou don't have permission to access billing information for this account. Contact your AWS administrator if you need help.`,
  {},
)
c(
  'ce',
  `An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User: ${U} is not authorized to perform: ce:GetCostAndUsage on resource: arn:aws:ce:us-east-1:${A}:/GetCostAndUsage because no identity-based policy allows the ce:GetCostAndUsage action`,
  {
    principal: U,
    action: 'ce:GetCostAndUsage',
    resource: `arn:aws:ce:us-east-1:${A}:/GetCostAndUsage`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c('billing aws-portal', `User: ${U} is not authorized to perform: aws-portal:ViewBilling`, {
  principal: U,
  action: 'aws-portal:ViewBilling',
})
c('sso', `An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access`, {
  open: ['actionDerived'],
})
c(
  'sso portal expired',
  `The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.`,
  { kind: 'credential-problem' },
)
c('sso token', `Error loading SSO Token: Token for my-sso does not exist`, { kind: 'credential-problem' })
c(
  'ses',
  `554 Access denied: User \`${U}' is not authorized to perform \`ses:SendRawEmail' on resource \`arn:aws:ses:us-east-1:${A}:identity/x.com'`,
  { principal: U, action: 'ses:SendRawEmail', resource: `arn:aws:ses:us-east-1:${A}:identity/x.com` },
)
c(
  'ses v2',
  `MessageRejected: Email address is not verified. The following identities failed the check in region US-EAST-1: a@b.c`,
  { kind: 'not-authorization' },
)
c('kms disabled', `KMSInvalidStateException: arn:aws:kms:us-east-1:${A}:key/x is pending deletion.`, {
  kind: 'not-authorization',
})
c(
  'kms ciphertext res',
  `AccessDeniedException: User: ${R} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:${A}:key/x with an explicit deny in a resource control policy`,
  {
    principal: R,
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:us-east-1:${A}:key/x`,
    effect: 'explicit-deny',
    policyType: 'rcp',
  },
)
c(
  'logs with tags',
  `User: ${R} is not authorized to perform: logs:CreateLogGroup with Tags on resource: arn:aws:logs:us-east-1:${A}:log-group:x because no identity-based policy allows the logs:TagResource action`,
  {
    principal: R,
    action: 'logs:CreateLogGroup',
    resource: `arn:aws:logs:us-east-1:${A}:log-group:x`,
    effect: 'implicit-deny',
    policyType: 'identity',
    open: ['resource'],
  },
)
c(
  'redshift',
  `ERROR: User arn:aws:redshift:us-east-1:${A}:dbuser:cluster/admin is not authorized to assume IAM Role arn:aws:iam::${A}:role/RS\nDETAIL:\n  -----------------------------------------------\n  error:  User arn:aws:redshift:us-east-1:${A}:dbuser:cluster/admin is not authorized to assume IAM Role arn:aws:iam::${A}:role/RS\n  code:      8001`,
  { open: ['principal', 'principalType', 'accountId', 'resource', 'action', 'actionDerived', 'policyType'] },
)
c(
  'dynamo',
  `User: ${R} is not authorized to perform: dynamodb:PartiQLSelect on resource: arn:aws:dynamodb:us-east-1:${A}:table/T`,
  { principal: R, action: 'dynamodb:PartiQLSelect', resource: `arn:aws:dynamodb:us-east-1:${A}:table/T` },
)
c(
  'events',
  `User: ${R} is not authorized to perform: events:PutEvents on resource: arn:aws:events:us-east-1:${A}:event-bus/default because no resource-based policy allows the events:PutEvents action`,
  {
    principal: R,
    action: 'events:PutEvents',
    resource: `arn:aws:events:us-east-1:${A}:event-bus/default`,
    effect: 'implicit-deny',
    policyType: 'resource',
  },
)
c('step fn', `'arn:aws:iam::${A}:role/SFN' is not authorized to create managed-rule.`, {
  open: ['principal', 'principalType', 'accountId', 'action', 'actionDerived'],
})
c(
  'slr',
  `An error occurred (AccessDenied) when calling the CreateServiceLinkedRole operation: User: ${U} is not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::${A}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS because no identity-based policy allows the iam:CreateServiceLinkedRole action`,
  {
    principal: U,
    action: 'iam:CreateServiceLinkedRole',
    resource: `arn:aws:iam::${A}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'quarantine',
  `User: ${U} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${A}:instance/* with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2. Encoded authorization failure message: ${'zZ9-'.repeat(30)}`,
  {
    kind: 'encoded-authorization-failure',
    principal: U,
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:us-east-1:${A}:instance/*`,
    effect: 'explicit-deny',
    policyType: 'identity',
    policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2',
    encoded: true,
  },
)
c(
  'china',
  `User: arn:aws-cn:iam::${A}:user/li is not authorized to perform: s3:GetObject on resource: "arn:aws-cn:s3:::b/k"`,
  { principal: `arn:aws-cn:iam::${A}:user/li`, action: 's3:GetObject', resource: 'arn:aws-cn:s3:::b/k' },
)
c(
  'iso',
  `User: arn:aws-iso-b:sts::${A}:assumed-role/r/s is not authorized to perform: s3:GetObject on resource: "arn:aws-iso-b:s3:::b/k"`,
  { principal: `arn:aws-iso-b:sts::${A}:assumed-role/r/s`, action: 's3:GetObject', resource: 'arn:aws-iso-b:s3:::b/k' },
)
c(
  'key with spaces',
  `User: ${U} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/my report (1).pdf" because no identity-based policy allows the s3:GetObject action`,
  {
    principal: U,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/my report (1).pdf',
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'secret w spaces?',
  `User: ${U} is not authorized to perform: iam:GetPolicy on resource: policy arn:aws:iam::${A}:policy/p because no identity-based policy allows the iam:GetPolicy action`,
  {
    principal: U,
    action: 'iam:GetPolicy',
    resource: `policy arn:aws:iam::${A}:policy/p`,
    effect: 'implicit-deny',
    policyType: 'identity',
  },
)
c(
  'role session email',
  `User: arn:aws:sts::${A}:assumed-role/AWSReservedSSO_Admin_0011223344556677/jane.doe+x@corp.example is not authorized to perform: account:GetContactInformation on resource: arn:aws:account::${A}:account because no service control policy allows the account:GetContactInformation action`,
  {
    principal: `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_Admin_0011223344556677/jane.doe+x@corp.example`,
    action: 'account:GetContactInformation',
    resource: `arn:aws:account::${A}:account`,
    effect: 'implicit-deny',
    policyType: 'scp',
  },
)
c(
  'two errors',
  `${M}\n\nand also\n\nUser: ${U} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a resource-based policy`,
  ME,
)
c(
  'prose before',
  `Hi all, I'm not authorized to do things, see below. When I run it I get:\n\n${M}\n\nAny idea why? The role has AdministratorAccess.`,
  ME,
)
c('prose mention', 'How do I know whether my user is authorized to perform s3:GetObject?', {
  kind: 'not-authorization',
})
c('question prose', `Why is "${M}" shown?`, ME)
