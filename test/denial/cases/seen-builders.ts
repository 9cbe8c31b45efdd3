import type { Case } from '../expected.ts'

/** What Terraform, the CDK, CloudFormation, SAM, Serverless, Pulumi, Ansible and Packer printed in public threads, names and numbers replaced. */
const A = '111122223333'
const U = `arn:aws:iam::${A}:user/mateojackson`
const R = `arn:aws:sts::${A}:assumed-role/Deploy/aws-go-sdk-1700000000000000000`
const ID = '5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a11'
const identity = { effect: 'implicit-deny', policyType: 'identity' } as const

export const seenBuilders: Case[] = [
  [
    'terraform v1 SDK, status on the next line',
    `Error: Error creating IAM Role app-role: AccessDenied: User: ${U} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::${A}:role/app-role\n\tstatus code: 403, request id: ${ID}\n\n  on main.tf line 12, in resource "aws_iam_role" "app":\n  12: resource "aws_iam_role" "app" {`,
    { principal: U, action: 'iam:CreateRole', resource: `arn:aws:iam::${A}:role/app-role`, requestId: ID },
  ],
  [
    'terraform 0.11, a star before the resource',
    `Error: Error applying plan:\n\n1 error(s) occurred:\n\n* aws_instance.web: 1 error(s) occurred:\n\n* aws_instance.web: Error launching source instance: UnauthorizedOperation: You are not authorized to perform this operation.\n\tstatus code: 403, request id: ${ID}`,
    { requestId: ID, open: ['actionDerived'] },
  ],
  [
    'terraform debug log of v1',
    `2018/05/30 15:11:40 [DEBUG] [aws-sdk-go] DEBUG: Response ec2/DescribeInstanceCreditSpecifications Details:\n---[ RESPONSE ]--------------------------------------\nHTTP/1.1 403 Forbidden\nConnection: close\nServer: AmazonEC2\n\n\n-----------------------------------------------------\n2018/05/30 15:11:40 [DEBUG] [aws-sdk-go] <?xml version='1.0' encoding='UTF-8'?>\n<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation.</Message></Error></Errors><RequestID>${ID}</RequestID></Response>\n2018/05/30 15:11:40 [DEBUG] [aws-sdk-go] DEBUG: Validate Response ec2/DescribeInstanceCreditSpecifications failed, not retrying, error UnauthorizedOperation: You are not authorized to perform this operation.\n\tstatus code: 403, request id: ${ID}`,
    { requestId: ID, actionDerived: 'ec2:DescribeInstanceCreditSpecifications' },
  ],
  [
    'terraform state in S3',
    `Error refreshing state: AccessDenied: Access Denied\n\tstatus code: 403, request id: 7BMJM8PWV1J1FNEH, host id: TW2qeJptLnLL7+0pKGRgdR+t5T/GKN362KnA1JuYa83s=`,
    { requestId: '7BMJM8PWV1J1FNEH' },
  ],
  [
    'terraform backend with SDK v2',
    `Error: Failed to get existing workspaces: Unable to list objects in S3 bucket "acme-tfstate" with prefix "env:/": operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: 7BMJM8PWV1J1FNEH, HostID: TW2qeJptLnLL7+0pKGRgdR+t5T/GKN362KnA1JuYa83s=, api error AccessDenied: Access Denied`,
    { requestId: '7BMJM8PWV1J1FNEH', actionDerived: 's3:ListBucket' },
  ],
  [
    'terraform data source, 403 of HeadBucket',
    `Error: Failed getting S3 bucket (acme-logs): Forbidden: Forbidden\n\tstatus code: 403, request id: 7BMJM8PWV1J1FNEH, host id: TW2qeJptLnLL7+0pKGRgdR+t5T/GKN362KnA1JuYa83s=`,
    { requestId: '7BMJM8PWV1J1FNEH', open: ['actionDerived'] },
  ],
  [
    'terraform state lock',
    `Error: Error acquiring the state lock\n\nError message: operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: VV4KQNSO5AEMVJF66Q9ASUAAJG, api error AccessDeniedException: User: ${R} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:${A}:table/terraform-lock because no identity-based policy allows the dynamodb:PutItem action\nUnable to retrieve item from DynamoDB table "terraform-lock": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: 7GKQNSO5AEMVJF66Q9ASUAAJGX, api error AccessDeniedException: User: ${R} is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:${A}:table/terraform-lock because no identity-based policy allows the dynamodb:GetItem action`,
    {
      principal: R,
      action: 'dynamodb:PutItem',
      resource: `arn:aws:dynamodb:eu-west-1:${A}:table/terraform-lock`,
      requestId: 'VV4KQNSO5AEMVJF66Q9ASUAAJG',
      ...identity,
    },
  ],
  [
    'terraform provider cannot assume its role',
    `╷\n│ Error: Cannot assume IAM Role\n│ \n│   with provider["registry.terraform.io/hashicorp/aws"],\n│   on provider.tf line 1, in provider "aws":\n│    1: provider "aws" {\n│ \n│ IAM Role (arn:aws:iam::444455556666:role/terraform) cannot be assumed.\n│ \n│ There are a number of possible causes of this - the most common are:\n│   * The credentials used in order to assume the role are invalid\n│   * The credentials do not have appropriate permission to assume the role\n│   * The role ARN is not valid\n│ \n│ Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: User: ${U} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/terraform\n╵`,
    { principal: U, action: 'sts:AssumeRole', resource: 'arn:aws:iam::444455556666:role/terraform', requestId: ID },
  ],
  [
    'terraform, nested credentials error',
    `failed to aggregate monitoring resources: operation error CloudTrail: DescribeTrails, get identity: get credentials: failed to refresh cached credentials, operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: User: arn:aws:sts::ORGID:assumed-role/cloudbeat-root/aws-go-sdk-1720620241428501785 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::OTHERID:role/cloudbeat-securityaudit`,
    {
      principal: 'arn:aws:sts::ORGID:assumed-role/cloudbeat-root/aws-go-sdk-1720620241428501785',
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::OTHERID:role/cloudbeat-securityaudit',
      requestId: ID,
    },
  ],
  [
    'terraform, state machine role in quotes',
    `Error: updating Step Functions State Machine (arn:aws:states:ap-southeast-2:${A}:stateMachine:customizations): AccessDeniedException: 'arn:aws:iam::${A}:role/customizations-role' is not authorized to create managed-rule.\nstatus code: 400, request id: ${ID}`,
    { principal: `arn:aws:iam::${A}:role/customizations-role`, requestId: ID, open: ['actionDerived'] },
  ],
  [
    'terraform, organizations policy',
    `Error: reading Organizations Policy (p-abcd1234): operation error Organizations: DescribePolicy, https response error StatusCode: 400, RequestID: ${ID}, AccessDeniedException: You don't have permissions to access this resource.`,
    { requestId: ID, actionDerived: 'organizations:DescribePolicy' },
  ],
  [
    'terraform box, SCP with its ARN over two lines',
    `╷\n│ Error: creating EC2 VPC: operation error EC2: CreateVpc, https response error StatusCode: 403, RequestID: ${ID}, api error UnauthorizedOperation: You are not authorized to perform this operation. User: ${R} is not authorized to perform: ec2:CreateVpc on resource: arn:aws:ec2:us-east-1:${A}:vpc/* with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-exampleorgid/service_control_policy/p-examplepolicy. Encoded authorization failure message: ${'Qk9tY2hhcnRfd2l0aC1kYXNo'.repeat(4)}\n│ \n│   with module.vpc.aws_vpc.this[0],\n│   on .terraform/modules/vpc/main.tf line 29, in resource "aws_vpc" "this":\n│   29: resource "aws_vpc" "this" {\n│ \n╵`,
    {
      kind: 'encoded-authorization-failure',
      principal: R,
      action: 'ec2:CreateVpc',
      resource: `arn:aws:ec2:us-east-1:${A}:vpc/*`,
      effect: 'explicit-deny',
      policyType: 'scp',
      policyArn: 'arn:aws:organizations::999988887777:policy/o-exampleorgid/service_control_policy/p-examplepolicy',
      encoded: true,
      requestId: ID,
    },
  ],
  [
    'terraform, API Gateway without the resource type',
    `Error: Error creating API Gateway: AccessDeniedException: User: ${U} is not authorized to perform: apigateway:POST on resource: arn:aws:apigateway:us-east-1::/restapis\n\tstatus code: 403, request id: ${ID}`,
    { principal: U, action: 'apigateway:POST', resource: 'arn:aws:apigateway:us-east-1::/restapis', requestId: ID },
  ],
  [
    'terraform, wafv2 in the global scope',
    `Error: creating WAFv2 WebACL (acme): operation error WAFV2: CreateWebACL, https response error StatusCode: 400, RequestID: ${ID}, api error AccessDeniedException: User: ${R} is not authorized to perform: wafv2:CreateWebACL on resource: arn:aws:wafv2:us-east-1:${A}:global/webacl/acme/* because no identity-based policy allows the wafv2:CreateWebACL action`,
    {
      principal: R,
      action: 'wafv2:CreateWebACL',
      resource: `arn:aws:wafv2:us-east-1:${A}:global/webacl/acme/*`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'terraform, an error that says nothing (empty message)',
    `Error: creating CloudWatch Logs Log Group (/aws/lambda/app): operation error CloudWatch Logs: CreateLogGroup, https response error StatusCode: 400, RequestID: ${ID}, api error AccessDeniedException: `,
    { requestId: ID, actionDerived: 'logs:CreateLogGroup' },
  ],
  [
    'terraform, tagging of logs',
    `Error: error creating CloudWatch Log Group: AccessDeniedException: User: ${U} is not authorized to perform: logs:CreateLogGroup on resource: arn:aws:logs:eu-west-1:${A}:log-group:/aws/eks/app/cluster:log-stream: because no identity-based policy allows the logs:CreateLogGroup action`,
    {
      principal: U,
      action: 'logs:CreateLogGroup',
      resource: `arn:aws:logs:eu-west-1:${A}:log-group:/aws/eks/app/cluster:log-stream:`,
      ...identity,
    },
  ],
  [
    'atlantis in a pull request',
    '**Plan Error**\n```\nexit status 1\n\nError: reading S3 Bucket (acme-logs) Policy: operation error S3: GetBucketPolicy, https response error StatusCode: 403, RequestID: 7BMJM8PWV1J1FNEH, HostID: abc, api error AccessDenied: Access Denied\n```',
    { requestId: '7BMJM8PWV1J1FNEH', actionDerived: 's3:GetBucketPolicy' },
  ],
  [
    'terragrunt prefix on each line',
    `11:02:10.123 STDERR [live/vpc] terraform: │ Error: reading EC2 VPCs: operation error EC2: DescribeVpcs, https response error StatusCode: 403, RequestID: ${ID}, api error UnauthorizedOperation: You are not authorized to perform this operation. User: ${R} is not authorized to perform: ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action\n11:02:10.123 STDERR [live/vpc] terraform: │`,
    { principal: R, action: 'ec2:DescribeVpcs', requestId: ID, ...identity },
  ],
  [
    'pulumi diagnostics',
    `Diagnostics:\n  aws:s3:Bucket (logs):\n    error: 1 error occurred:\n    \t* creating S3 Bucket (logs-1a2b3c4): operation error S3: CreateBucket, https response error StatusCode: 403, RequestID: 7BMJM8PWV1J1FNEH, HostID: abc=, api error AccessDenied: User: ${U} is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::logs-1a2b3c4" because no identity-based policy allows the s3:CreateBucket action`,
    {
      principal: U,
      action: 's3:CreateBucket',
      resource: 'arn:aws:s3:::logs-1a2b3c4',
      requestId: '7BMJM8PWV1J1FNEH',
      ...identity,
    },
  ],
  [
    'crossplane status',
    `message: 'create failed: async create failed: failed to create the resource: [{0 creating IAM Role (app): operation error IAM: CreateRole, https response error StatusCode: 403, RequestID: ${ID}, api error AccessDenied: User: arn:aws:sts::${A}:assumed-role/crossplane/1700000000 is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::${A}:role/app because no identity-based policy allows the iam:CreateRole action  []}]'`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/crossplane/1700000000`,
      action: 'iam:CreateRole',
      resource: `arn:aws:iam::${A}:role/app`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'packer',
    `==> amazon-ebs.ubuntu: Error launching source instance: UnauthorizedOperation: You are not authorized to perform this operation. User: ${U} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${A}:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: 8z-LTUFY1j9e8JwlZ2Abb4tp6yodSaB3BoN0mZ3Ep0\n==> amazon-ebs.ubuntu: \tstatus code: 403, request id: ${ID}\n==> amazon-ebs.ubuntu: Deleting temporary keypair...`,
    {
      kind: 'encoded-authorization-failure',
      principal: U,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:us-east-1:${A}:instance/*`,
      requestId: ID,
      encoded: true,
      ...identity,
    },
  ],
  [
    'packer, regions',
    `Build 'amazon-ebs' errored after 294 milliseconds 302 microseconds: error validating regions: UnauthorizedOperation: You are not authorized to perform this operation. \n\nstatus code: 403, request id: ${ID}`,
    { requestId: ID },
  ],
  [
    'ansible fatal',
    `fatal: [localhost]: FAILED! => {"boto3_version": "1.28.0", "changed": false, "error": {"code": "UnauthorizedOperation", "message": "You are not authorized to perform this operation. User: ${U} is not authorized to perform: ec2:CreateSecurityGroup on resource: arn:aws:ec2:eu-west-1:${A}:security-group/* because no identity-based policy allows the ec2:CreateSecurityGroup action"}, "msg": "Failed to create security group: An error occurred (UnauthorizedOperation) when calling the CreateSecurityGroup operation: You are not authorized to perform this operation.", "response_metadata": {"request_id": "${ID}", "retry_attempts": 0}}`,
    {
      principal: U,
      action: 'ec2:CreateSecurityGroup',
      resource: `arn:aws:ec2:eu-west-1:${A}:security-group/*`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'cloudformation API prefix without a deny',
    `API: ec2:RunInstances You are not authorized to perform this operation. Encoded authorization failure message: WpjdhE7kw8VbF2GvNF-8FuNbwx1Zzhh0m5K9nRZ`,
    { kind: 'encoded-authorization-failure', action: 'ec2:RunInstances', encoded: true },
  ],
  ['cloudformation, API s3', 'API: s3:CreateBucket Access Denied', { action: 's3:CreateBucket' }],
  [
    'cloudformation, IAM permissions for tags',
    'Did not have IAM permissions to process tags on AWS::IAM::Role resource.',
    {},
  ],
  [
    'cloudformation, tagging operation',
    `Resource handler returned message: "Encountered a permissions error performing a tagging operation, please add required tag permissions. See https://repost.aws/knowledge-center/cloudformation-tagging-permission-error for how to resolve. Resource handler returned message: "User: ${U} is not authorized to perform: iam:TagRole on resource: arn:aws:iam::${A}:role/app-dev-lambdaRole because no identity-based policy allows the iam:TagRole action (Service: Iam, Status Code: 403, Request ID: ${ID})"" (RequestToken: 0a1b2c3d-0000-1111-2222-333344445555, HandlerErrorCode: UnauthorizedTaggingOperation)`,
    {
      principal: U,
      action: 'iam:TagRole',
      resource: `arn:aws:iam::${A}:role/app-dev-lambdaRole`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'cloudformation, handler without a message',
    `Resource handler returned message: "Access Denied (Service: S3, Status Code: 403, Request ID: 7BMJM8PWV1J1FNEH, Extended Request ID: abc=)" (RequestToken: 0a1b2c3d-0000-1111-2222-333344445555, HandlerErrorCode: AccessDenied)`,
    { requestId: '7BMJM8PWV1J1FNEH' },
  ],
  [
    'cloudformation, access denied for operation',
    `Access denied for operation 'AWS::KMS::Key'. (RequestToken: 0a1b2c3d-0000-1111-2222-333344445555, HandlerErrorCode: AccessDenied)`,
    {},
  ],
  [
    'cloudformation, Java v1 in the reason',
    `Resource handler returned message: "User: arn:aws:sts::${A}:assumed-role/us-east-1_Ab1cD2eF3_Full-access/amplifyadmin is not authorized to perform: states:CreateStateMachine on resource: arn:aws:states:us-east-1:${A}:stateMachine:StateMachine2E01A3A5-kjdflgA8Lphs because no identity-based policy allows the states:CreateStateMachine action (Service: AWSStepFunctions; Status Code: 400; Error Code: AccessDeniedException; Request ID: ${ID}; Proxy: null)" (RequestToken: 10ed9fe2-83bc-e417-233a-a0ac3bd40e61, HandlerErrorCode: AccessDenied)`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/us-east-1_Ab1cD2eF3_Full-access/amplifyadmin`,
      action: 'states:CreateStateMachine',
      resource: `arn:aws:states:us-east-1:${A}:stateMachine:StateMachine2E01A3A5-kjdflgA8Lphs`,
      requestId: ID,
      ...identity,
    },
  ],
  [
    'cloudformation, stack set',
    `Account ${A} should have 'AWSCloudFormationStackSetExecutionRole' role with trust relationship to Role 'AWSCloudFormationStackSetAdministrationRole'.`,
    { actionDerived: 'sts:AssumeRole' },
  ],
  [
    'cloudformation, pass role',
    `User: ${U} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${A}:role/service-role/cfn-exec (Service: AmazonCloudFormation; Status Code: 403; Error Code: AccessDenied; Request ID: ${ID}; Proxy: null)`,
    {
      principal: U,
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${A}:role/service-role/cfn-exec`,
      requestId: ID,
    },
  ],
  [
    'cloudformation, an S3 template',
    'S3 error: Access Denied\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    { actionDerived: 's3:GetObject' },
  ],
  [
    'cdk asset',
    `[100%] fail: User: ${R} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::cdk-hnb659fds-assets-${A}-eu-west-1/0123abcd.zip" with an explicit deny in a resource-based policy\n\n ❌  AppStack failed: Error: Failed to publish one or more assets. See the error messages above for more information.`,
    {
      principal: R,
      action: 's3:PutObject',
      resource: `arn:aws:s3:::cdk-hnb659fds-assets-${A}-eu-west-1/0123abcd.zip`,
      effect: 'explicit-deny',
      policyType: 'resource',
    },
  ],
  [
    'cdk call failed',
    `Call failed: getParameter({"Name":"/cdk-bootstrap/hnb659fds/version"}) => User: arn:aws:sts::${A}:assumed-role/cdk-hnb659fds-deploy-role-${A}-us-west-2/aws-cdk-root is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:us-west-2:${A}:parameter/cdk-bootstrap/hnb659fds/version (code=AccessDeniedException)`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/cdk-hnb659fds-deploy-role-${A}-us-west-2/aws-cdk-root`,
      action: 'ssm:GetParameter',
      resource: `arn:aws:ssm:us-west-2:${A}:parameter/cdk-bootstrap/hnb659fds/version`,
    },
  ],
  [
    'cdk assuming a lookup role',
    `[19:33:00] Assuming role 'arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-eu-west-1'.\n[19:33:00] Assuming role failed: User: ${R} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-eu-west-1\n[19:33:00] Setting "vpc-provider:account=444455556666" context to {"$providerError":"Could not assume role in target account using current credentials (which are for account ${A}) User: ${R} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-eu-west-1 . Please make sure that this role exists in the account."}`,
    {
      principal: R,
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-eu-west-1',
    },
  ],
  [
    'cdk progress with a Java handler',
    `AppStack | 3/12 | 10:22:33 AM | CREATE_FAILED        | AWS::Lambda::Function | Handler (Handler886CB40B) Resource handler returned message: "User: ${R} is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:${A}:function:AppStack-Handler886CB40B-abc because no permissions boundary allows the lambda:CreateFunction action (Service: Lambda, Status Code: 403, Request ID: ${ID})" (RequestToken: 0a1b2c3d-0000-1111-2222-333344445555, HandlerErrorCode: AccessDenied)\n\tnew Function (/app/node_modules/aws-cdk-lib/aws-lambda/lib/function.js:1:9422)`,
    {
      principal: R,
      action: 'lambda:CreateFunction',
      resource: `arn:aws:lambda:eu-west-1:${A}:function:AppStack-Handler886CB40B-abc`,
      effect: 'implicit-deny',
      policyType: 'permissions-boundary',
      requestId: ID,
    },
  ],
  [
    'serverless, indented and wrapped',
    `  Error --------------------------------------------------\n\n     ServerlessError: ServerlessError: User: ${U}\n     is not authorized to perform: cloudformation:DescribeStackResources\n     on resource: arn:aws:cloudformation:us-east-1:${A}:stack/wire-o-dev/*\n\n     For debugging logs, run again after setting the "SLS_DEBUG=*" environment variable.`,
    {
      principal: U,
      action: 'cloudformation:DescribeStackResources',
      resource: `arn:aws:cloudformation:us-east-1:${A}:stack/wire-o-dev/*`,
    },
  ],
  [
    'serverless v3',
    `✖ Stack app-dev failed to deploy (12s)\nEnvironment: linux, node 18.16.0, framework 3.30.1, plugin 6.2.3, SDK 4.3.2\nCredentials: Local, "default" profile\n\nError:\nCREATE_FAILED: IamRoleLambdaExecution (AWS::IAM::Role)\nResource handler returned message: "User: ${U} is not authorized to perform: iam:PutRolePolicy on resource: role app-dev-us-east-1-lambdaRole because no identity-based policy allows the iam:PutRolePolicy action (Service: Iam, Status Code: 403, Request ID: ${ID})" (RequestToken: 0a1b2c3d-0000-1111-2222-333344445555, HandlerErrorCode: AccessDenied)`,
    {
      principal: U,
      action: 'iam:PutRolePolicy',
      resource: 'role app-dev-us-east-1-lambdaRole',
      requestId: ID,
      ...identity,
    },
  ],
  [
    'serverless, role cannot be assumed',
    ` An error occurred while provisioning your stack: HelloLambdaFunction\n - The role defined for the function cannot be assumed\n by Lambda..`,
    { open: ['principal', 'principalType', 'policyType', 'actionDerived'] },
  ],
  [
    'serverless, three spaces between words',
    `API:   iam:CreateRole User:   arn:aws:sts::${A}:assumed-role/Owner/AWSCodeBuild-${ID}   is not authorized to perform: iam:CreateRole on resource:   arn:aws:iam::${A}:role/app-dev-us-east-1-apiGatewayLogsRole   with an explicit deny`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/Owner/AWSCodeBuild-${ID}`,
      action: 'iam:CreateRole',
      resource: `arn:aws:iam::${A}:role/app-dev-us-east-1-apiGatewayLogsRole`,
      effect: 'explicit-deny',
    },
  ],
  [
    'sam deploy table',
    `CloudFormation events from stack operations (refresh every 5.0 seconds)\n-------------------------------------------------------------------------------------------------\nResourceStatus           ResourceType             LogicalResourceId        ResourceStatusReason   \n-------------------------------------------------------------------------------------------------\nCREATE_FAILED            AWS::IAM::Role           HelloWorldFunctionRole   API: iam:CreateRole    \n                                                                           User: arn:aws:iam::111 \n                                                                           122223333:user/netocod \n                                                                           er is not authorized   \n                                                                           to perform:            \n                                                                           iam:CreateRole on      \n                                                                           resource: arn:aws:iam: \n                                                                           :111122223333:role/sam \n                                                                           -app-HelloWorldFunctio \n                                                                           nRole-1A2B3C           \n-------------------------------------------------------------------------------------------------`,
    {
      principal: `arn:aws:iam::${A}:user/netocoder`,
      action: 'iam:CreateRole',
      resource: `arn:aws:iam::${A}:role/sam-app-HelloWorldFunctionRole-1A2B3C`,
    },
  ],
  [
    'sam, changeset',
    `Error: Failed to create managed resources: An error occurred (AccessDenied) when calling the CreateChangeSet operation: User: ${U} is not authorized to perform: cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:us-east-1:${A}:stack/aws-sam-cli-managed-default/*`,
    {
      principal: U,
      action: 'cloudformation:CreateChangeSet',
      resource: `arn:aws:cloudformation:us-east-1:${A}:stack/aws-sam-cli-managed-default/*`,
    },
  ],
  [
    'sam, transform without the colon',
    `User: ${U} is not authorized to perform: cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31 because no identity-based policy allows the cloudformation:CreateChangeSet action`,
    {
      principal: U,
      action: 'cloudformation:CreateChangeSet',
      resource: 'arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31',
      ...identity,
    },
  ],
  [
    'amplify push',
    `CREATE_FAILED      CloudWatchEvent       AWS::Events::Rule Tue Jun 09 2020 12:08:16 GMT-0400 (Eastern Daylight Time) User: arn:aws:iam::${A}:user/amp-mateo is not authorized to perform: events:PutRule on resource: arn:aws:events:us-east-1:${A}:rule/amplify-mateo-CloudWatchEvent-1ABCDEF (Service: AmazonCloudWatchEvents; Status Code: 400; Error Code: AccessDeniedException; Request ID: ${ID})`,
    {
      principal: `arn:aws:iam::${A}:user/amp-mateo`,
      action: 'events:PutRule',
      resource: `arn:aws:events:us-east-1:${A}:rule/amplify-mateo-CloudWatchEvent-1ABCDEF`,
      requestId: ID,
    },
  ],
  [
    'beanstalk',
    `2024-03-08 10:00:00    ERROR   User: arn:aws:sts::${A}:assumed-role/eb-service/elasticbeanstalk-aws is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    {
      principal: `arn:aws:sts::${A}:assumed-role/eb-service/elasticbeanstalk-aws`,
      action: 'kms:Decrypt',
      resource: null,
    },
  ],
  [
    'beanstalk, redacted principal in an element',
    `<Message>User: ****/eb-service/elasticbeanstalk-aws is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access</Message>`,
    { principal: '****/eb-service/elasticbeanstalk-aws', action: 'kms:Decrypt', resource: null },
  ],
  [
    'copilot',
    `✘ create change set: copilot-create-1234 for stack demo-infrastructure: ResourceNotReady: failed waiting for successful resource state: User: ${R} is not authorized to perform: iam:GetRole on resource: role demo-adminrole because no identity-based policy allows the iam:GetRole action`,
    { principal: R, action: 'iam:GetRole', resource: 'role demo-adminrole', ...identity },
  ],
  [
    'sst',
    `✕  Failed\n   AppTable aws:dynamodb:Table\n   User: ${U} is not authorized to perform: dynamodb:DescribeTable on resource: arn:aws:dynamodb:us-east-1:${A}:table/app-dev with an explicit deny in an identity-based policy: arn:aws:iam::${A}:policy/DenyProd`,
    {
      principal: U,
      action: 'dynamodb:DescribeTable',
      resource: `arn:aws:dynamodb:us-east-1:${A}:table/app-dev`,
      effect: 'explicit-deny',
      policyType: 'identity',
      policyArn: `arn:aws:iam::${A}:policy/DenyProd`,
    },
  ],
]
