// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// Policies of every type, labeled by hand before anyone looked at what the checks say: the findings that each must have, and none besides, except suggestions.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'

/** A list of statements, or a whole policy. */
type Row = readonly [
  name: string,
  type: PolicyType,
  resourceType: string | undefined,
  policy: object,
  codes: readonly (string | RegExp)[],
]

const allow = (Action: unknown, Resource: unknown = '*', Condition?: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
  ...more,
})
const deny = (Action: unknown, Resource: unknown = '*', Condition?: unknown, more: object = {}) => ({
  ...allow(Action, Resource, Condition, more),
  Effect: 'Deny',
})
const trust = (Principal: unknown, Action: unknown, Condition?: unknown) => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...(Condition ? { Condition } : {}),
})
const grant = (Principal: unknown, Action: unknown, Resource: unknown, Condition?: unknown) => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
})
const account = '123456789012'
const oidc = (host: string) => ({ Federated: `arn:aws:iam::${account}:oidc-provider/${host}` })
const web = 'sts:AssumeRoleWithWebIdentity'
const gitHub = 'token.actions.githubusercontent.com'
const mismatch = 'ACTION_RESOURCE_MISMATCH'
const star = 'ACTION_NEEDS_STAR_RESOURCE'
const escalation = /^PRIVILEGE_ESCALATION/
const open = 'PUBLIC_RESOURCE_POLICY'
// biome-ignore format: one policy per line
const rows: readonly Row[] = [
  // action / ARN
  ['get on bucket', 'identity', undefined, [allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::acme-reports')], [mismatch]],
  ['list on objects', 'identity', undefined, [allow('s3:ListBucket', 'arn:aws:s3:::acme-reports/*')], [mismatch]],
  ['get+list both', 'identity', undefined, [allow(['s3:GetObject', 's3:ListBucket'], ['arn:aws:s3:::acme-reports', 'arn:aws:s3:::acme-reports/*'])], []],
  ['sqs on sns', 'identity', undefined, [allow('sqs:SendMessage', `arn:aws:sns:eu-west-1:${account}:orders`)], [mismatch]],
  ['put on index only', 'identity', undefined, [allow('dynamodb:PutItem', `arn:aws:dynamodb:eu-west-1:${account}:table/Orders/index/*`)], [mismatch]],
  ['query on index', 'identity', undefined, [allow('dynamodb:Query', [`arn:aws:dynamodb:eu-west-1:${account}:table/Orders`, `arn:aws:dynamodb:eu-west-1:${account}:table/Orders/index/*`])], []],
  ['invoke version', 'identity', undefined, [allow('lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${account}:function:resize:*`)], []],
  ['putlogevents without :*', 'identity', undefined, [allow('logs:PutLogEvents', `arn:aws:logs:eu-west-1:${account}:log-group:/aws/lambda/resize`)], [mismatch]],
  ['putlogevents with :*', 'identity', undefined, [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], `arn:aws:logs:eu-west-1:${account}:log-group:/aws/lambda/resize:*`)], []],
  ['lambda basic logs', 'identity', undefined, [allow('logs:CreateLogGroup', `arn:aws:logs:eu-west-1:${account}:*`), allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [`arn:aws:logs:eu-west-1:${account}:log-group:/aws/lambda/resize:*`])], []],
  ['secret with suffix', 'identity', undefined, [allow('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:eu-west-1:${account}:secret:db-??????`)], []],
  ['describe on arn', 'identity', undefined, [allow('ec2:DescribeInstances', `arn:aws:ec2:eu-west-1:${account}:instance/*`)], [star]],
  ['passrole on user', 'identity', undefined, [allow('iam:PassRole', `arn:aws:iam::${account}:user/deploy`)], [mismatch]],
  ['decrypt on alias', 'identity', undefined, [allow('kms:Decrypt', `arn:aws:kms:eu-west-1:${account}:alias/app`)], [mismatch]],
  ['ecr token on repo', 'identity', undefined, [allow(['ecr:GetAuthorizationToken', 'ecr:BatchGetImage'], `arn:aws:ecr:eu-west-1:${account}:repository/app`)], [star]],
  ['start on execution', 'identity', undefined, [allow('states:StartExecution', `arn:aws:states:eu-west-1:${account}:execution:orders:*`)], [mismatch]],
  ['invoke api on apigateway', 'identity', undefined, [allow('execute-api:Invoke', 'arn:aws:apigateway:eu-west-1::/restapis/abc123/*')], [mismatch]],
  ['metric data on arn', 'identity', undefined, [allow('cloudwatch:PutMetricData', `arn:aws:cloudwatch:eu-west-1:${account}:alarm:*`)], [mismatch]],
  ['assume on user', 'identity', undefined, [allow('sts:AssumeRole', `arn:aws:iam::${account}:user/deploy`)], [mismatch]],
  ['rds connect on rds', 'identity', undefined, [allow('rds-db:connect', `arn:aws:rds:eu-west-1:${account}:db:orders`)], [mismatch]],
  ['rds connect right', 'identity', undefined, [allow('rds-db:connect', `arn:aws:rds-db:eu-west-1:${account}:dbuser:db-ABCDEFGHIJKL01234/app`)], []],
  ['stream on table', 'identity', undefined, [allow(['dynamodb:GetRecords', 'dynamodb:GetShardIterator'], `arn:aws:dynamodb:eu-west-1:${account}:table/Orders`)], [mismatch]],
  ['put events on rule', 'identity', undefined, [allow('events:PutEvents', `arn:aws:events:eu-west-1:${account}:rule/nightly`)], [mismatch]],
  ['list all on bucket', 'identity', undefined, [allow('s3:ListAllMyBuckets', 'arn:aws:s3:::acme-reports')], [star]],
  ['deny delete bucket on objects', 'identity', undefined, [allow('s3:*', '*'), deny('s3:DeleteBucket', 'arn:aws:s3:::acme-reports/*')], [mismatch, escalation]],
  ['bucket prefix star', 'identity', undefined, [allow(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::acme-*')], []],
  ['codecommit fine', 'identity', undefined, [allow(['codecommit:GitPull', 'codecommit:GitPush'], `arn:aws:codecommit:eu-west-1:${account}:app`)], []],
  ['es http', 'identity', undefined, [allow('es:ESHttp*', `arn:aws:es:eu-west-1:${account}:domain/logs/*`)], []],
  ['ssm parameter path', 'identity', undefined, [allow(['ssm:GetParameter', 'ssm:GetParametersByPath'], `arn:aws:ssm:eu-west-1:${account}:parameter/prod/*`)], []],
  ['run instances parts', 'identity', undefined, [allow('ec2:RunInstances', [`arn:aws:ec2:eu-west-1:${account}:instance/*`, `arn:aws:ec2:eu-west-1:${account}:volume/*`, 'arn:aws:ec2:eu-west-1::image/ami-*', `arn:aws:ec2:eu-west-1:${account}:subnet/*`, `arn:aws:ec2:eu-west-1:${account}:network-interface/*`, `arn:aws:ec2:eu-west-1:${account}:security-group/*`, `arn:aws:ec2:eu-west-1:${account}:key-pair/*`])], []],
  ['route53', 'identity', undefined, [allow(['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'], 'arn:aws:route53:::hostedzone/Z0123456789ABC'), allow(['route53:GetChange'], 'arn:aws:route53:::change/*'), allow('route53:ListHostedZones')], []],
  ['bedrock model', 'identity', undefined, [allow(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'], ['arn:aws:bedrock:*::foundation-model/anthropic.claude-3-haiku-20240307-v1:0', `arn:aws:bedrock:eu-west-1:${account}:inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0`])], []],
  ['bedrock converse is no action', 'identity', undefined, [allow(['bedrock:Converse'], '*')], ['INVALID_ACTION']],
  ['execute statement on table', 'identity', undefined, [allow('athena:StartQueryExecution', `arn:aws:glue:eu-west-1:${account}:catalog`)], [mismatch]],
  // escalation
  ['policy version', 'identity', undefined, [allow('iam:CreatePolicyVersion', `arn:aws:iam::${account}:policy/*`)], [escalation]],
  ['attach user, region', 'identity', undefined, [allow('iam:AttachUserPolicy', `arn:aws:iam::${account}:user/*`, { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } })], [escalation]],
  ['put role policy', 'identity', undefined, [allow('iam:PutRolePolicy')], [escalation]],
  ['update function code', 'identity', undefined, [allow('lambda:UpdateFunctionCode')], [escalation]],
  ['send command', 'identity', undefined, [allow('ssm:SendCommand')], [escalation]],
  ['pass+lambda', 'identity', undefined, [allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'])], ['PASS_ROLE_WITH_STAR_IN_RESOURCE', escalation]],
  ['pass+ec2 with service', 'identity', undefined, [allow('iam:PassRole', `arn:aws:iam::${account}:role/*`, { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }), allow('ec2:RunInstances')], [escalation]],
  ['pass+cfn', 'identity', undefined, [allow(['iam:PassRole'], `arn:aws:iam::${account}:role/*`), allow('cloudformation:CreateStack')], ['PASS_ROLE_WITH_STAR_IN_RESOURCE', escalation]],
  ['pass one named role to lambda', 'identity', undefined, [allow('iam:PassRole', `arn:aws:iam::${account}:role/resize-role`, { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }), allow(['lambda:CreateFunction'], `arn:aws:lambda:eu-west-1:${account}:function:resize`)], []],
  ['update trust', 'identity', undefined, [allow(['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'], `arn:aws:iam::${account}:role/*`)], [escalation]],
  ['own keys', 'identity', undefined, [allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey', 'iam:ListAccessKeys'], `arn:aws:iam::${account}:user/\${aws:username}`)], []],
  ['login profile', 'identity', undefined, [allow(['iam:CreateLoginProfile', 'iam:UpdateLoginProfile'], `arn:aws:iam::${account}:user/*`)], [escalation]],
  ['group', 'identity', undefined, [allow('iam:AddUserToGroup', `arn:aws:iam::${account}:group/*`)], [escalation]],
  ['presigned notebook', 'identity', undefined, [allow('sagemaker:CreatePresignedNotebookInstanceUrl')], [escalation]],
  ['ecs run task', 'identity', undefined, [allow(['ecs:RunTask', 'ecs:RegisterTaskDefinition']), allow('iam:PassRole', `arn:aws:iam::${account}:role/*`, { StringLike: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })], [escalation]],
  ['delete boundary', 'identity', undefined, [allow(['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'])], [escalation]],
  ['assume all', 'identity', undefined, [allow('sts:AssumeRole')], [escalation]],
  ['ssh key', 'identity', undefined, [allow('ec2-instance-connect:SendSSHPublicKey')], [escalation]],
  ['set default version', 'identity', undefined, [allow(['iam:SetDefaultPolicyVersion', 'iam:ListPolicyVersions'])], [escalation]],
  ['iam star', 'identity', undefined, [allow('iam:*')], ['FULL_ADMINISTRATOR', 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE']],
  ['admin', 'identity', undefined, [allow('*')], ['FULL_ADMINISTRATOR', 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE']],
  ['power user', 'identity', undefined, [{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }, allow(['iam:CreateServiceLinkedRole'], '*', { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } })], ['ALLOW_WITH_NOTACTION']],
  ['read only iam', 'identity', undefined, [allow(['iam:Get*', 'iam:List*', 'iam:GenerateCredentialReport'])], []],
  ['saml provider', 'identity', undefined, [allow(['iam:UpdateSAMLProvider'], '*')], [escalation]],
  ['create role with boundary', 'identity', undefined, [allow(['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'], `arn:aws:iam::${account}:role/app/*`, { StringEquals: { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/app-boundary` } })], []],
  ['glue endpoint', 'identity', undefined, [allow(['glue:UpdateDevEndpoint'], '*')], [escalation]],
  ['codebuild', 'identity', undefined, [allow(['codebuild:CreateProject', 'codebuild:StartBuild'], '*'), allow('iam:PassRole', `arn:aws:iam::${account}:role/*`)], ['PASS_ROLE_WITH_STAR_IN_RESOURCE', escalation]],
  // trust
  ['gh aud only', 'trust', undefined, [trust(oidc(gitHub), web, { StringEquals: { [`${gitHub}:aud`]: 'sts.amazonaws.com' } })], ['MISSING_GITHUB_REPO_CONDITION_KEY']],
  ['gh repo:*', 'trust', undefined, [trust(oidc(gitHub), web, { StringEquals: { [`${gitHub}:aud`]: 'sts.amazonaws.com' }, StringLike: { [`${gitHub}:sub`]: 'repo:*' } })], [/OIDC_SUBJECT_OF_OTHER_TENANTS|SPECIFIC_GITHUB/]],
  ['gh acme*', 'trust', undefined, [trust(oidc(gitHub), web, { StringEquals: { [`${gitHub}:aud`]: 'sts.amazonaws.com' }, StringLike: { [`${gitHub}:sub`]: 'repo:acme*/web:*' } })], ['OIDC_SUBJECT_OF_OTHER_TENANTS', 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED']],
  ['gh right', 'trust', undefined, [trust(oidc(gitHub), web, { StringEquals: { [`${gitHub}:aud`]: 'sts.amazonaws.com', [`${gitHub}:sub`]: 'repo:acme/web:ref:refs/heads/main' } })], []],
  ['gitlab aud', 'trust', undefined, [trust(oidc('gitlab.com'), web, { StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' } })], ['OIDC_SUBJECT_OF_OTHER_TENANTS']],
  ['tf cloud aud', 'trust', undefined, [trust(oidc('app.terraform.io'), web, { StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' } })], ['OIDC_SUBJECT_OF_OTHER_TENANTS']],
  ['tf cloud org*', 'trust', undefined, [trust(oidc('app.terraform.io'), web, { StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' }, StringLike: { 'app.terraform.io:sub': 'organization:*:project:*:workspace:*:run_phase:*' } })], ['OIDC_SUBJECT_OF_OTHER_TENANTS']],
  ['tf cloud right', 'trust', undefined, [trust(oidc('app.terraform.io'), web, { StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' }, StringLike: { 'app.terraform.io:sub': 'organization:acme:project:web:workspace:*:run_phase:*' } })], []],
  ['buildkite *', 'trust', undefined, [trust(oidc('agent.buildkite.com'), web, { StringEquals: { 'agent.buildkite.com:aud': 'sts.amazonaws.com' } })], ['OIDC_SUBJECT_OF_OTHER_TENANTS']],
  ['eks aud', 'trust', undefined, [trust(oidc('oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789'), web, { StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789:aud': 'sts.amazonaws.com' } })], ['OIDC_WITHOUT_SUBJECT']],
  ['eks right', 'trust', undefined, [trust(oidc('oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789'), web, { StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789:aud': 'sts.amazonaws.com', 'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789:sub': 'system:serviceaccount:kube-system:aws-load-balancer-controller' } })], []],
  ['eks ns *', 'trust', undefined, [trust(oidc('oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789'), web, { StringLike: { 'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789:sub': 'system:serviceaccount:*' } })], ['OIDC_WITHOUT_SUBJECT']],
  ['google aud', 'trust', undefined, [trust({ Federated: 'accounts.google.com' }, web, { StringEquals: { 'accounts.google.com:aud': '1234567890.apps.googleusercontent.com' } })], []],
  ['cognito none', 'trust', undefined, [trust({ Federated: 'cognito-identity.amazonaws.com' }, web)], ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL']],
  ['cognito right', 'trust', undefined, [trust({ Federated: 'cognito-identity.amazonaws.com' }, web, { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:12345678-dead-beef-cafe-123456790abc' }, 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } })], []],
  ['saml no aud', 'trust', undefined, [trust({ Federated: `arn:aws:iam::${account}:saml-provider/Okta` }, 'sts:AssumeRoleWithSAML')], [/SAML_WITHOUT_AUDIENCE/]],
  ['saml right', 'trust', undefined, [trust({ Federated: `arn:aws:iam::${account}:saml-provider/Okta` }, ['sts:AssumeRoleWithSAML', 'sts:TagSession'], { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } })], []],
  ['open trust', 'trust', undefined, [trust({ AWS: '*' }, 'sts:AssumeRole')], ['OPEN_TRUST']],
  ['open trust but irrelevant condition', 'trust', undefined, [trust({ AWS: '*' }, 'sts:AssumeRole', { Bool: { 'aws:SecureTransport': 'true' } })], ['OPEN_TRUST']],
  ['open trust external id only', 'trust', undefined, [trust({ AWS: '*' }, 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'f0f1f2f3-aaaa-bbbb-cccc-121212121212' } })], []],
  ['root trust', 'trust', undefined, [trust({ AWS: `arn:aws:iam::${account}:root` }, 'sts:AssumeRole')], []],
  ['vendor with external id', 'trust', undefined, [trust({ AWS: 'arn:aws:iam::464622532012:root' }, 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'c0ffee00c0ffee00c0ffee00' } })], []],
  ['vendor no external id', 'trust', undefined, [trust({ AWS: 'arn:aws:iam::464622532012:root' }, 'sts:AssumeRole')], ['MISSING_EXTERNAL_ID']],
  ['ec2', 'trust', undefined, [trust({ Service: 'ec2.amazonaws.com' }, 'sts:AssumeRole')], []],
  ['two services', 'trust', undefined, [trust({ Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] }, 'sts:AssumeRole')], []],
  ['pod identity', 'trust', undefined, [trust({ Service: 'pods.eks.amazonaws.com' }, ['sts:AssumeRole', 'sts:TagSession'])], []],
  ['roles anywhere', 'trust', undefined, [trust({ Service: 'rolesanywhere.amazonaws.com' }, 'sts:AssumeRole')], ['MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY']],
  ['trust resource', 'trust', undefined, [{ ...trust({ Service: 'ec2.amazonaws.com' }, 'sts:AssumeRole'), Resource: '*' }], ['ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE']],
  ['fed assume', 'trust', undefined, [trust(oidc(gitHub), 'sts:AssumeRole', { StringEquals: { [`${gitHub}:aud`]: 'sts.amazonaws.com', [`${gitHub}:sub`]: 'repo:acme/web:ref:refs/heads/main' } })], ['MISMATCHED_ACTION_FOR_PRINCIPAL']],
  ['scheduler', 'trust', undefined, [trust({ Service: 'scheduler.amazonaws.com' }, 'sts:AssumeRole', { StringEquals: { 'aws:SourceAccount': account } })], []],
  // resource
  ['bucket public', 'resource', 'AWS::S3::Bucket', [grant('*', 's3:GetObject', 'arn:aws:s3:::acme-site/*')], [open]],
  ['bucket public list form', 'resource', 'AWS::S3::Bucket', [grant({ AWS: ['*'] }, ['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::acme-site/*')], [open]],
  ['bucket by ip', 'resource', 'AWS::S3::Bucket', [grant('*', 's3:GetObject', 'arn:aws:s3:::acme-site/*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })], []],
  ['bucket by any ip', 'resource', 'AWS::S3::Bucket', [grant('*', 's3:GetObject', 'arn:aws:s3:::acme-site/*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })], [open]],
  ['bucket by referer', 'resource', 'AWS::S3::Bucket', [grant('*', 's3:GetObject', 'arn:aws:s3:::acme-site/*', { StringLike: { 'aws:Referer': 'https://example.com/*' } })], [open, 'UNTRUSTWORTHY_CONDITION_KEY']],
  ['bucket notprincipal allow', 'resource', 'AWS::S3::Bucket', [{ Effect: 'Allow', NotPrincipal: { AWS: `arn:aws:iam::${account}:root` }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-site/*' }], ['ALLOW_WITH_NOTPRINCIPAL', open]],
  ['sqs from sns', 'resource', 'AWS::SQS::Queue', [grant({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${account}:orders`, { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-west-1:${account}:orders` } })], []],
  ['sqs from sns old', 'resource', 'AWS::SQS::Queue', [grant('*', 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${account}:orders`, { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-west-1:${account}:orders` } })], []],
  ['sqs public', 'resource', 'AWS::SQS::Queue', [grant('*', 'sqs:*', `arn:aws:sqs:eu-west-1:${account}:orders`)], [open]],
  ['sns default', 'resource', 'AWS::SNS::Topic', [grant({ AWS: '*' }, ['SNS:GetTopicAttributes', 'SNS:SetTopicAttributes', 'SNS:AddPermission', 'SNS:RemovePermission', 'SNS:DeleteTopic', 'SNS:Subscribe', 'SNS:ListSubscriptionsByTopic', 'SNS:Publish'], `arn:aws:sns:eu-west-1:${account}:orders`, { StringEquals: { 'AWS:SourceOwner': account } })], []],
  ['kms default', 'resource', 'AWS::KMS::Key', [grant({ AWS: `arn:aws:iam::${account}:root` }, 'kms:*', '*')], []],
  ['kms via service', 'resource', 'AWS::KMS::Key', [grant({ AWS: `arn:aws:iam::${account}:root` }, 'kms:*', '*'), grant({ AWS: '*' }, ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:CreateGrant', 'kms:DescribeKey'], '*', { StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' } })], []],
  ['kms public', 'resource', 'AWS::KMS::Key', [grant({ AWS: `arn:aws:iam::${account}:root` }, 'kms:*', '*'), grant('*', ['kms:Decrypt'], '*')], [open]],
  ['secret public', 'resource', 'AWS::SecretsManager::Secret', [grant('*', 'secretsmanager:GetSecretValue', '*')], [open]],
  ['lambda s3 no account', 'resource', 'AWS::Lambda::Function', [grant({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${account}:function:resize`, { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme-uploads' } })], [/SOURCE_ARN_WITHOUT_ACCOUNT|RECOMMENDED_CONDITION/]],
  ['lambda s3 nothing', 'resource', 'AWS::Lambda::Function', [grant({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${account}:function:resize`)], ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL']],
  ['lambda apigw', 'resource', 'AWS::Lambda::Function', [grant({ Service: 'apigateway.amazonaws.com' }, 'lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${account}:function:resize`, { ArnLike: { 'AWS:SourceArn': `arn:aws:execute-api:eu-west-1:${account}:abc123/*/GET/pets` } })], []],
  ['function url', 'resource', 'AWS::Lambda::Function', [grant('*', 'lambda:InvokeFunctionUrl', `arn:aws:lambda:eu-west-1:${account}:function:resize`, { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } })], [open]],
  ['ecr pull', 'resource', 'AWS::ECR::Repository', [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::210987654321:root' }, Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] }], []],
  ['tls only', 'resource', 'AWS::S3::Bucket', [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::acme-site', 'arn:aws:s3:::acme-site/*'], Condition: { Bool: { 'aws:SecureTransport': 'false' } } }], []],
  ['oac', 'resource', 'AWS::S3::Bucket', [grant({ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject', 'arn:aws:s3:::acme-site/*', { StringEquals: { 'AWS:SourceArn': `arn:aws:cloudfront::${account}:distribution/E1ABCDEFGH1JKL` } })], []],
  ['oai', 'resource', 'AWS::S3::Bucket', [grant({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABCDEFGH1JKL' }, 's3:GetObject', 'arn:aws:s3:::acme-site/*')], []],
  ['elb logs', 'resource', 'AWS::S3::Bucket', [grant({ AWS: 'arn:aws:iam::156460612806:root' }, 's3:PutObject', `arn:aws:s3:::acme-logs/AWSLogs/${account}/*`)], []],
  ['vpce deny', 'resource', 'AWS::S3::Bucket', [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::acme-data', 'arn:aws:s3:::acme-data/*'], Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } } }], [/DENY_HITS|LOCK/]],
  ['opensearch open', 'resource', 'AWS::OpenSearchService::Domain', [grant({ AWS: '*' }, 'es:*', `arn:aws:es:eu-west-1:${account}:domain/logs/*`)], [open]],
  ['private api', 'resource', 'AWS::ApiGateway::RestApi', [{ Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } } }, grant('*', 'execute-api:Invoke', 'execute-api:/*')], []],
  ['efs', 'resource', 'AWS::EFS::FileSystem', [grant({ AWS: '*' }, ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], `arn:aws:elasticfilesystem:eu-west-1:${account}:file-system/fs-0123456789abcdef0`, { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } })], []],
  ['org bucket', 'resource', 'AWS::S3::Bucket', [grant('*', 's3:GetObject', 'arn:aws:s3:::acme-shared/*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })], []],
  ['cloudtrail bucket', 'resource', 'AWS::S3::Bucket', [grant({ Service: 'cloudtrail.amazonaws.com' }, 's3:GetBucketAcl', 'arn:aws:s3:::acme-trail', { StringEquals: { 'aws:SourceArn': `arn:aws:cloudtrail:eu-west-1:${account}:trail/main` } }), grant({ Service: 'cloudtrail.amazonaws.com' }, 's3:PutObject', `arn:aws:s3:::acme-trail/AWSLogs/${account}/*`, { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceArn': `arn:aws:cloudtrail:eu-west-1:${account}:trail/main` } })], []],
  ['bucket mismatch', 'resource', 'AWS::S3::Bucket', [grant({ AWS: `arn:aws:iam::${account}:role/app` }, ['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::acme-data/*')], [mismatch]],
  ['events bus', 'resource', undefined, [grant({ AWS: '210987654321' }, 'events:PutEvents', `arn:aws:events:eu-west-1:${account}:event-bus/main`)], []],
  ['ses identity', 'resource', undefined, [grant({ AWS: '210987654321' }, ['ses:SendEmail', 'ses:SendRawEmail'], `arn:aws:ses:eu-west-1:${account}:identity/example.com`)], []],
  ['glacier', 'resource', undefined, [grant('*', 'glacier:*', `arn:aws:glacier:eu-west-1:${account}:vaults/old`)], [open]],
  ['log group for es', 'resource', undefined, [grant({ Service: 'es.amazonaws.com' }, ['logs:PutLogEvents', 'logs:CreateLogStream'], `arn:aws:logs:eu-west-1:${account}:log-group:/aws/opensearch/*`)], [/RESTRICT|RECOMMENDED/]],
  // scp, rcp, others
  ['region lock bare', 'scp', undefined, [deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } })], [/REGION_LOCK/]],
  ['region lock', 'scp', undefined, [{ Effect: 'Deny', NotAction: ['a4b:*', 'acm:*', 'aws-marketplace-management:*', 'aws-marketplace:*', 'aws-portal:*', 'budgets:*', 'ce:*', 'chime:*', 'cloudfront:*', 'config:*', 'cur:*', 'directconnect:*', 'ec2:DescribeRegions', 'ec2:DescribeTransitGateways', 'ec2:DescribeVpnGateways', 'fms:*', 'globalaccelerator:*', 'health:*', 'iam:*', 'importexport:*', 'kms:*', 'mobileanalytics:*', 'networkmanager:*', 'organizations:*', 'pricing:*', 'route53:*', 'route53domains:*', 'route53-recovery-cluster:*', 'route53-recovery-control-config:*', 'route53-recovery-readiness:*', 's3:GetAccountPublic*', 's3:ListAllMyBuckets', 's3:ListMultiRegionAccessPoints', 's3:PutAccountPublic*', 'shield:*', 'sts:*', 'support:*', 'trustedadvisor:*', 'waf-regional:*', 'waf:*', 'wafv2:*', 'wellarchitected:*'], Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } } }], ['RETIRED_ACTION']],
  ['leave org', 'scp', undefined, [deny('organizations:LeaveOrganization')], []],
  ['scp principal', 'scp', undefined, [{ ...deny('organizations:LeaveOrganization'), Principal: '*' }], ['SCP_SYNTAX_ERROR_PRINCIPAL']],
  ['scp root', 'scp', undefined, [deny('*', '*', { StringLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:root'] } })], ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS']],
  ['scp full', 'scp', undefined, [allow('*')], []],
  ['scp typo', 'scp', undefined, [deny(['cloudtrail:StopLoging', 'cloudtrail:DeleteTrail'])], ['INVALID_ACTION']],
  ['scp mfa wrong', 'scp', undefined, [deny('ec2:StopInstances', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } })], [/MFA/]],
  ['scp mfa right', 'scp', undefined, [deny('ec2:StopInstances', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })], []],
  ['scp imds', 'scp', undefined, [deny('ec2:RunInstances', 'arn:aws:ec2:*:*:instance/*', { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } })], []],
  ['scp instance type', 'scp', undefined, [deny('ec2:RunInstances', 'arn:aws:ec2:*:*:instance/*', { StringNotEquals: { 'ec2:InstanceType': 't3.micro' } })], []],
  ['scp role guard', 'scp', undefined, [deny(['iam:AttachRolePolicy', 'iam:DeleteRole', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:UpdateRole'], 'arn:aws:iam::*:role/OrgGuard', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/OrgGuard' } })], []],
  ['rcp deputy', 'rcp', undefined, [{ Effect: 'Deny', Principal: '*', Action: ['s3:*', 'sqs:*', 'kms:*', 'secretsmanager:*', 'sts:*'], Resource: '*', Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' }, Null: { 'aws:SourceAccount': 'false' }, Bool: { 'aws:PrincipalIsAWSService': 'true' } } }], []],
  ['rcp allow', 'rcp', undefined, [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }], ['RCP_SYNTAX_ERROR_ALLOW']],
  ['rcp action', 'rcp', undefined, [{ Effect: 'Deny', Principal: '*', Action: 'ec2:*', Resource: '*' }], ['RCP_SYNTAX_ERROR_ACTION']],
  ['endpoint default', 'vpc-endpoint', undefined, [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }], []],
  ['endpoint own bucket', 'vpc-endpoint', undefined, [{ Effect: 'Allow', Principal: '*', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::acme-data/*' }], [/ENDPOINT_POLICY_WITHOUT/]],
  ['boundary', 'permissions-boundary', undefined, [allow(['s3:*', 'cloudwatch:*', 'ec2:*'])], []],
  ['session', 'session', undefined, [allow('s3:GetObject', 'arn:aws:s3:::acme-data/*')], []],
  // grammar and conditions
  ['plural', 'identity', undefined, [allow('s3:GetObjects', 'arn:aws:s3:::acme-data/*')], ['INVALID_ACTION']],
  ['effect', 'identity', undefined, [{ ...allow('s3:GetObject', 'arn:aws:s3:::a-b-c/*'), Effect: 'allow' }], ['INVALID_EFFECT']],
  ['number', 'identity', undefined, [allow('s3:ListBucket', 'arn:aws:s3:::acme-data', { NumericLessThanEquals: { 's3:max-keys': 'ten' } })], ['TYPE_MISMATCH_NUMBER']],
  ['ip', 'identity', undefined, [allow('s3:ListBucket', 'arn:aws:s3:::acme-data', { IpAddress: { 'aws:SourceIp': '203.0.113.500/24' } })], [/TYPE_MISMATCH_IP|IP/]],
  ['like', 'identity', undefined, [allow('s3:ListBucket', 'arn:aws:s3:::acme-data', { StringEquals: { 's3:prefix': 'home/*' } })], ['WILDCARD_WITHOUT_LIKE_OPERATOR']],
  ['arn equals star ok', 'identity', undefined, [allow('sts:AssumeRole', `arn:aws:iam::${account}:role/x`, { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/dev-*` } })], []],
  ['date epoch', 'identity', undefined, [allow('s3:GetObject', 'arn:aws:s3:::acme-data/*', { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } })], []],
  ['sid', 'identity', undefined, [allow('s3:GetObject', 'arn:aws:s3:::acme-data/*', undefined, { Sid: 'Read data' })], [/SID/]],
  ['private ip', 'identity', undefined, [allow('s3:GetObject', 'arn:aws:s3:::acme-data/*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })], ['PRIVATE_IP_ADDRESS']],
  ['deny source ip', 'identity', undefined, [deny('*', '*', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } })], ['SOURCE_IP_DENIES_AWS_SERVICES']],
  ['deny source ip right', 'identity', undefined, [deny('*', '*', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] }, BoolIfExists: { 'aws:ViaAWSService': 'false' } })], []],
  ['mfa allow right', 'identity', undefined, [allow('ec2:StopInstances', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })], []],
  ['mfa allow ifexists', 'identity', undefined, [allow('ec2:StopInstances', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })], [/MFA|IF_EXISTS/]],
  ['null typo', 'identity', undefined, [allow('s3:PutObject', 'arn:aws:s3:::acme-data/*', { Null: { 's3:x-amz-server-side-encryption': 'flase' } })], [/BOOL|TYPE/]],
  ['tag abac', 'identity', undefined, [allow(['ec2:StartInstances', 'ec2:StopInstances'], `arn:aws:ec2:*:${account}:instance/*`, { StringEquals: { 'aws:ResourceTag/Owner': '${aws:username}' } })], []],
  ['tag on describe', 'identity', undefined, [allow(['ec2:DescribeVolumes', 'ec2:StopInstances'], '*', { StringEquals: { 'aws:ResourceTag/Owner': '${aws:PrincipalTag/Owner}' } })], [/UNSUPPORTED_TAG/]],
  ['create tags', 'identity', undefined, [allow('ec2:CreateTags', `arn:aws:ec2:*:${account}:*/*`, { StringEquals: { 'ec2:CreateAction': ['RunInstances', 'CreateVolume'] } })], []],
  ['key typo', 'identity', undefined, [allow('s3:GetObject', 'arn:aws:s3:::acme-data/*', { StringEquals: { 'aws:PrincipleTag/team': 'x' } })], [/INVALID_GLOBAL_CONDITION_KEY|CONDITION_KEY/]],
  ['forallvalues allow', 'identity', undefined, [allow('ec2:CreateTags', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } })], []],
  ['dead', 'identity', undefined, [allow('s3:GetObject', 'arn:aws:s3:::acme-data/*'), deny('s3:*', '*')], ['DEAD_STATEMENT']],
  ['redundant', 'identity', undefined, [allow(['s3:Get*', 's3:GetObject'], 'arn:aws:s3:::acme-data/*')], ['REDUNDANT_ACTION']],
  ['partition', 'identity', undefined, [allow('s3:GetObject', 'arn:aws-cn:s3:::acme-data/*')], []],
  ['partition typo', 'identity', undefined, [allow('s3:GetObject', 'arn:awz:s3:::acme-data/*')], ['INVALID_PARTITION']],
  ['arn short', 'identity', undefined, [allow('s3:GetObject', 'arn:aws:s3:acme-data/*')], ['MISSING_ARN_FIELD']],
  ['arn account in s3', 'identity', undefined, [allow('s3:GetObject', `arn:aws:s3:eu-west-1:${account}:acme-data/*`)], [/ARN_(ACCOUNT|REGION)_NOT_ALLOWED|INVALID_ARN/]],
  ['missing region', 'identity', undefined, [allow('sqs:SendMessage', `arn:aws:sqs::${account}:orders`)], ['MISSING_ARN_REGION']],
  ['old version var', 'identity', undefined, { Version: '2008-10-17', Statement: [allow('s3:GetObject', 'arn:aws:s3:::acme-data/${aws:username}/*')] }, ['VARIABLE_UNSUPPORTED_IN_VERSION']],
  ['two admins principals identity', 'identity', undefined, [{ ...allow('s3:GetObject', 'arn:aws:s3:::acme-data/*'), Principal: '*' }], ['UNSUPPORTED_PRINCIPAL']],
]

const reference = await loadReference()

test.each(rows)('%s (%s)', (_, policyType, resourceType, policy, wanted) => {
  const text = JSON.stringify(Array.isArray(policy) ? { Version: '2012-10-17', Statement: policy } : policy)
  const found = lint({ text, policyType, resourceType, reference }).filter(({ folded }) => !folded)
  const isWanted = (code: string): boolean =>
    wanted.some((each) => (typeof each === 'string' ? each === code : each.test(code)))
  const codes = found.map(({ code }) => code)
  const missing = wanted.filter(
    (each) => !codes.some((code) => (typeof each === 'string' ? each === code : each.test(code))),
  )
  expect(missing.map(String)).toEqual([])
  expect(found.filter(({ code, type }) => type !== 'SUGGESTION' && !isWanted(code)).map(({ code }) => code)).toEqual([])
})
