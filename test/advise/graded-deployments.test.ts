// Kinds of reports about deployments and pipelines that were answered poorly: the cause, and words that the answer must and mustn’t have.
import { answerAll, denied, policy, type Row } from './answer-rows.ts'

const user = 'iam::111122223333:user/dev'
const pipeline = 'sts::111122223333:assumed-role/deploy/GitHubActions'
const silent = (action: string): string => ` because no identity-based policy allows the ${action} action`
const allow = (Action: string | readonly string[], Resource: string | readonly string[]): object => ({
  Effect: 'Allow',
  Action,
  Resource,
})

// GitHub Actions writes *** over the values of secrets.
// biome-ignore format: one row per line
const maskedNames: readonly Row[] = [
  // https://github.com/JiscSD/octopus/pull/738
  ['a role whose name has a masked part', denied(pipeline, 'iam:PutRolePolicy', 'role shop-int-***-lambdaRole', silent('iam:PutRolePolicy')), 'no-identity-allow', ['The message names the resource `shop-int-***-lambdaRole` without its ARN', 'arn:aws:iam::111122223333:role/shop-int-***-lambdaRole'], ['Check the name in the call', 'doesn’t name the resource']],
  ['a placeholder in the name', denied(pipeline, 'iam:GetRole', 'role <stage>-shop-role', silent('iam:GetRole')), 'no-identity-allow', ['role/<stage>-shop-role'], ['doesn’t name the resource']],
  ['a policy allows the name around the mask', `${denied(pipeline, 'iam:PutRolePolicy', 'role shop-***-role')}\n\n${policy(allow('iam:PutRolePolicy', 'arn:aws:iam::111122223333:role/web-*'))}`, 'no-identity-allow', ['role/shop-***-role']],
  ['a name that is nothing but a mask', denied(pipeline, 'iam:PutRolePolicy', 'role ***', silent('iam:PutRolePolicy')), 'no-identity-allow', ['doesn’t name the resource']],
]

// biome-ignore format: one row per line
const leftOutAccounts: readonly Row[] = [
  // https://github.com/aws/aws-sam-cli/issues/656
  ['a user and a role without an account', denied('iam::user/nico', 'iam:CreateRole', 'arn:aws:iam::role/foo'), 'no-identity-allow', ['The user nico probably lacks', 'arn:aws:iam::<ACCOUNT_ID>:role/foo'], ['can’t be read', 'role/<ROLE_NAME>', 'too. A fix for']],
  ['a session without an account and its colon', denied('sts:assumed-role/ci/build', 'ecr:GetAuthorizationToken', '*', silent('ecr:GetAuthorizationToken')), 'no-identity-allow', ['the role ci']],
  ['a policy of the same account', `${denied('iam::role/ci', 'iam:GetRole', 'arn:aws:iam::role/web')}\n\n${policy(allow('iam:GetRole', 'arn:aws:iam::111122223333:role/app'))}`, 'no-identity-allow', ['role/web']],
]

// biome-ignore format: one row per line
const quoted: readonly Row[] = [
  // https://github.com/liatrio/aws-accounts-terraform/issues/11
  ['an account in quotation marks', `${denied(user, 'sts:AssumeRole', 'arn:aws:iam::"444455556666":role/admin')}\n\n${policy(allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/admin'))}`, 'assume-role-target', ['has quotation marks in it', 'pass "444455556666" without', 'arn:aws:iam::444455556666:role/admin'], ['doesn’t name the resource']],
  ['the whole ARN in quotation marks', denied(user, 'sts:AssumeRole', '"arn:aws:iam::444455556666:role/admin"'), 'trust-does-not-name-caller', ['role/admin'], ['quotation marks in it']],
]

// https://developer.hashicorp.com/terraform/language/backend/s3
// biome-ignore format: one row per line
const state: readonly Row[] = [
  // https://github.com/hashicorp/terraform/issues/4115
  ['the backend’s settings in the command', `${policy(allow('s3:*', 'arn:aws:s3:::state-1'))}\n\nterraform remote config -backend=S3 -backend-config="bucket=state-1" -backend-config="key=prod"\n\nError reloading remote state: AccessDenied: Access Denied\n\tstatus code: 403, request id:`, 'bucket-or-object', ['arn:aws:s3:::state-1/prod', '["arn:aws:s3:::state-1", "arn:aws:s3:::state-1/*"]']],
  ['terraform init with a table for locks', `terraform init -backend-config=bucket=state-1 -backend-config=key=dev/a.tfstate -backend-config=dynamodb_table=locks\n\n${denied(user, 's3:GetObject', 'arn:aws:s3:::state-1/dev/a.tfstate', silent('s3:GetObject'))}`, 'no-identity-allow', ['s3:PutObject', 'dynamodb:PutItem', 'table/locks']],
  ['another bucket', `terraform init -backend-config=bucket=state-1 -backend-config=key=a\n\n${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv', silent('s3:GetObject'))}`, 'no-identity-allow', [], ['state-1']],
]

const stack = (name: string): string => `arn:aws:cloudformation:us-east-1:111122223333:stack/${name}/*`
const describes = 'cloudformation:DescribeStacks'

// https://github.com/serverless/serverless/issues/1674, https://github.com/aws/aws-sam-cli/issues/5567, https://github.com/aws/aws-dotnet-deploy/issues/687
// biome-ignore format: one row per line
const deployments: readonly Row[] = [
  // https://github.com/serverless/serverless/issues/4845
  ['Serverless', `ServerlessError: ${denied(user, describes, stack('shop-dev'))}`, 'no-identity-allow', ['cloudformation:CreateStack', 'cloudformation:ValidateTemplate', 'arn:aws:s3:::shop-dev-serverlessdeploymentbuck*', 'function:shop-dev-*', 'role/shop-dev-*']],
  ['what the policies allow already isn’t named again', `sls deploy\n${denied(user, describes, stack('shop-dev'), silent(describes))}\n\n${policy(allow('s3:*', '*'), allow('cloudformation:*', 'arn:aws:cloudformation:us-east-1:111122223333:stack/other/*'))}`, 'no-identity-allow', ['cloudformation:CreateStack'], ['serverlessdeploymentbuck']],
  ['SAM’s own stack', `sam deploy --resolve-s3\n${denied(pipeline, 'cloudformation:CreateChangeSet', stack('aws-sam-cli-managed-default'), silent('cloudformation:CreateChangeSet'))}`, 'no-identity-allow', ['s3:CreateBucket', 'arn:aws:s3:::aws-sam-cli-managed-default-*'], ['function:aws-sam-cli']],
  ['SAM', `sam deploy --stack-name shop\n${denied(pipeline, 'cloudformation:CreateChangeSet', stack('shop'), silent('cloudformation:CreateChangeSet'))}`, 'no-identity-allow', ['aws:transform/Serverless-2016-10-31', 'lambda:CreateFunction']],
  ['the AWS CLI alone', `aws cloudformation describe-stacks\n${denied(user, describes, stack('shop'), silent(describes))}`, 'no-identity-allow', [], ['CreateStack', 'bucket']],
]

// https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html
// biome-ignore format: one row per line
const cdk: readonly Row[] = [
  ['bootstrapping', `cdk bootstrap\n${denied(user, describes, stack('CDKToolkit'), silent(describes))}`, 'no-identity-allow', ['cloudformation:ExecuteChangeSet', 'ssm:PutParameter', 'role/cdk-*'], ['assume the roles']],
  ['a deployment with the caller’s own permissions', `npx cdk deploy\n${denied(pipeline, describes, stack('Shop'), silent(describes))}`, 'no-identity-allow', ['allow the role deploy to assume the roles of the bootstrap stack', 'arn:aws:iam::111122223333:role/cdk-*'], ['hotswap']],
  // https://github.com/aws/aws-cdk-cli/issues/867
  ['a hotswap deployment', `cdk deploy --hotswap\n${denied(pipeline, describes, stack('Shop'), silent(describes))}`, 'no-identity-allow', ['Deploy without --hotswap', 'lambda:UpdateFunctionCode'], ['to assume the roles']],
  // https://github.com/aws/aws-cdk-cli/issues/1449
  ['a change to a role that bootstrapping made', denied('sts::111122223333:assumed-role/cdk-hnb659fds-deploy-role-111122223333-us-east-1/aws-cdk', 'iam:PassRole', 'arn:aws:iam::111122223333:role/exec', silent('iam:PassRole')), 'pass-role-missing', ['Make the change in the bootstrap template, too']],
  // https://github.com/anomalyco/sst/issues/3597
  ['a boundary that bootstrapping must set', denied(user, 'iam:CreateRole', 'arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-us-east-1', ' with an explicit deny in an identity-based policy'), 'explicit-deny', ['cdk bootstrap --template bootstrap.yaml', 'give all five roles'], ['context key']],
  ['a boundary of another role', denied(user, 'iam:CreateRole', 'arn:aws:iam::111122223333:role/shop', ' with an explicit deny in an identity-based policy'), 'explicit-deny', ['context key'], ['bootstrap.yaml']],
]

const upload = denied(pipeline, 's3:PutObject', 'arn:aws:s3:::reports/a.csv')
const terraformPolicy = (action: string): string =>
  `data "aws_iam_policy_document" "up" {\n  statement {\n    actions   = ["${action}"]\n    resources = ["arn:aws:s3:::reports/*"]\n  }\n}\n\nresource "aws_iam_policy" "up" {\n  name   = "up"\n  policy = data.aws_iam_policy_document.up.json\n}\n`
const stackPolicy = `Resources:\n  Up:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: s3:PutObject\n            Resource: arn:aws:s3:::reports/*\n`

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
// biome-ignore format: one row per line
const unattached: readonly Row[] = [
  ['a policy of Terraform that nothing attaches allows it', `${upload}\n\n${terraformPolicy('s3:PutObject')}`, 'policies-allow', ['Check that aws_iam_policy.up is attached to the role deploy']],
  ['a policy of Terraform that nothing attaches lacks it', `${upload}\n\n${terraformPolicy('s3:GetObject')}`, 'no-identity-allow', ['Check that aws_iam_policy.up is attached']],
  ['a managed policy of a stack', `${upload}\n\n${stackPolicy}`, 'policies-allow', ['Check that Up is attached to the role deploy', '--role-name deploy']],
  ['a role’s own policy', `${upload}\n\nresource "aws_iam_role_policy" "up" {\n  role = "deploy"\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })\n}`, 'no-identity-allow', [], ['is attached to the role']],
  // https://github.com/aws/copilot-cli/issues/5762
  ['the pasted policy is another identity’s', `${denied(pipeline, 'kms:GenerateDataKey', 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f', silent('kms:GenerateDataKey'))}\n\n${policy(allow('*', '*'))}`, 'policies-allow', ['If that policy is another identity’s, allow kms:GenerateDataKey to the role deploy itself', '"Action": "kms:GenerateDataKey"']],
]

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
// biome-ignore format: one row per line
const others: readonly Row[] = [
  // https://github.com/jenkinsci/aws-beanstalk-publisher-plugin/issues/10
  ['a build server without credentials of its own', denied('sts::111122223333:assumed-role/web/i-08324fd07b28bc1f6', 'elasticbeanstalk:CreateApplicationVersion', 'arn:aws:elasticbeanstalk:us-west-2:111122223333:applicationversion/app/1'), 'no-identity-allow', ['If the program should use other credentials', 'role web of the EC2 instance']],
  // https://github.com/hashicorp/terraform-provider-aws/issues/43891
  ['a bucket policy that can’t be read either', `${denied(user, 's3:GetLifecycleConfiguration', '"arn:aws:s3:::state-1"', ' with an explicit deny in a resource-based policy')}\n${denied(user, 's3:GetBucketPolicy', '"arn:aws:s3:::state-1"', ' with an explicit deny in a resource-based policy')}`, 'explicit-deny', ['delete it as the root user', 'delete-bucket-policy --bucket state-1']],
  ['a bucket policy that may be readable', denied(user, 's3:GetLifecycleConfiguration', '"arn:aws:s3:::state-1"', ' with an explicit deny in a resource-based policy'), 'explicit-deny', [], ['delete it as the root user']],
  ['another session', denied(pipeline, 'elasticbeanstalk:CreateApplicationVersion', 'arn:aws:elasticbeanstalk:us-west-2:111122223333:applicationversion/app/1'), 'no-identity-allow', [], ['EC2 instance']],
  // https://github.com/aws-amplify/amplify-hosting/issues/2194
  ['a list of what a branch has', denied(pipeline, 'amplify:ListJobs', 'arn:aws:amplify:us-east-2:111122223333:apps/d1u9/branches/dev/jobs/*'), 'no-identity-allow', ['on this resource'], ['Check the name in the call']],
  ['a wildcard of a call that isn’t a list', denied(pipeline, 'codebuild:StartBuild', 'arn:aws:codebuild:us-east-2:111122223333:project/*'), 'no-identity-allow', ['Check the name in the call']],
]

answerAll([
  ['names with a masked part', maskedNames],
  ['accounts that were left out', leftOutAccounts],
  ['ARNs with quotation marks', quoted],
  ['Terraform’s state', state],
  ['what a deployment calls next', deployments],
  ['the AWS CDK', cdk],
  ['policies that nothing attaches', unattached],
  ['callers and lists', others],
])
