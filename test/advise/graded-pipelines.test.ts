// More kinds of reports about deployments: what the call sent, whose policy it is, when the policy comes, and which service gets a role.
import { allow, answerAll, denied, policy, type Row } from './answer-rows.ts'

const user = 'iam::111122223333:user/dev'
const pipeline = 'sts::111122223333:assumed-role/deploy/GitHubActions'
const silent = (action: string): string => ` because no identity-based policy allows the ${action} action`
const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`

// A shell puts no value in between single quotes. https://www.gnu.org/software/bash/manual/bash.html#Single-Quotes
const invalidates = 'cloudfront:CreateInvalidation'
const distribution = (id: string): string => `arn:aws:cloudfront::111122223333:distribution/${id}`
const fn = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`
// biome-ignore format: one row per line
const variables: readonly Row[] = [
  // https://github.com/code4romania/covid-19-ce-trebuie-sa-fac/pull/215
  ['the name of a shell’s variable', `${denied(user, invalidates, distribution('$SITE_ID'))}\n\n${policy(allow(invalidates, distribution('E2ABCDEFGHIJKL')))}`, 'depends', ['$SITE_ID', 'pass the variable’s value', 'single quotes'], ['distribution/$SITE_ID"']],
  ['no policy', denied(user, invalidates, distribution('$SITE_ID'), silent(invalidates)), 'no-identity-allow', ['pass the variable’s value']],
  ['GitHub’s own form', denied(pipeline, 'lambda:UpdateFunctionCode', fn('${{ env.NAME }}'), silent('lambda:UpdateFunctionCode')), 'no-identity-allow', ['pass the variable’s value']],
  ['a variable of Windows', denied(user, 's3:PutObject', 'arn:aws:s3:::%BUCKET%/a.html', silent('s3:PutObject')), 'no-identity-allow', ['pass the variable’s value']],
  ['the newest version of a function', denied(user, 'lambda:InvokeFunction', fn('web:$LATEST'), silent('lambda:InvokeFunction')), 'no-identity-allow', [], ['pass the variable’s value', 'hides a value']],
  ['an account that someone wrote over', denied(user, 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:$ACCOUNT:function:web', silent('lambda:InvokeFunction')), 'no-identity-allow', ['hides a value'], ['pass the variable’s value']],
  ['a folder that Hadoop makes', denied(user, 's3:PutObject', 'arn:aws:s3:::lake/a_$folder$', silent('s3:PutObject')), 'no-identity-allow', [], ['pass the variable’s value', 'hides a value']],
]

const doubled = `${role('')}${role('app-service-role')}`
// biome-ignore format: one row per line
const arnsInNames: readonly Row[] = [
  // https://github.com/onnela-lab/beiwe-backend/issues/31
  ['Elastic Beanstalk', `ERROR   Unable to assume role "${doubled}". Verify that the role exists and is configured correctly.`, 'assume-role-target', ['has another ARN in it', 'give it app-service-role', 'elasticbeanstalk.amazonaws.com'], ['autoscaling']],
  // https://github.com/aws/containers-roadmap/issues/1390
  ['a role that is passed', denied(user, 'iam:PassRole', doubled, silent('iam:PassRole')), 'assume-role-target', ['has another ARN in it']],
  ['a role to assume', denied(user, 'sts:AssumeRole', doubled), 'assume-role-target', ['give it app-service-role']],
  ['Elastic Beanstalk’s role that doesn’t trust it', `Unable to assume role "${role('app-service-role')}". Verify that the role exists and is configured correctly.`, 'service-not-trusted', ['elasticbeanstalk.amazonaws.com', 'doesn’t exist, or it doesn’t trust']],
]

const describes = 'cloudformation:DescribeStacks'
const stack = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-dev/*'
const serverless = (statements: string): string =>
  `service: shop\n\nprovider:\n  name: aws\n${statements}\nfunctions:\n  list:\n    handler: a.b\n`
const oldForm = (action: string): string =>
  serverless(`  iamRoleStatements:\n    - Effect: Allow\n      Action:\n        - ${action}\n      Resource: "*"`)
const newForm = (action: string): string =>
  serverless(
    `  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: ${action}\n          Resource: "*"`,
  )
const ofFunction = 'sts::111122223333:assumed-role/shop-dev-eu-west-1-lambdaRole/shop-dev-list'
// https://www.serverless.com/framework/docs/providers/aws/guide/iam
// biome-ignore format: one row per line
const ofFunctions: readonly Row[] = [
  // https://github.com/serverless/serverless/issues/5306
  ['the one who deploys isn’t a function', `${denied(user, describes, stack)}\n\n${oldForm(describes)}`, 'no-identity-allow', ['is for the role of what the file deploys', 'cloudformation:CreateStack'], ['The policies you gave allow']],
  ['a pipeline that deploys', `${denied(pipeline, describes, stack)}\n\n${newForm('cloudformation:*')}`, 'no-identity-allow', ['is for the role of what the file deploys']],
  ['a function', `${denied(ofFunction, 'dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', silent('dynamodb:Query'))}\n\n${newForm('dynamodb:GetItem')}`, 'no-identity-allow', ['Allow dynamodb:Query in “'], ['isn’t evaluated']],
  // https://github.com/aws/aws-sam-cli/issues/3411
  ['the user that SAM makes for pipelines', `sam delete --stack-name shop\n${denied('iam::111122223333:user/aws-sam-cli-managed-dev-pipeline-reso-PipelineUser-1ABC', describes, stack)}`, 'no-identity-allow', ['can only assume roles', 'aws sts assume-role'], ['Add a new identity-based policy']],
  ['another user', `sam delete --stack-name shop\n${denied(user, describes, stack)}`, 'no-identity-allow', ['Allow cloudformation:DescribeStacks'], ['can only assume roles']],
]

const passes = (who: string, name: string): string => denied(who, 'iam:PassRole', role(name), silent('iam:PassRole'))
const byStack = 'sts::111122223333:assumed-role/stack-exec/AWSCloudFormation'
const toLambda = policy(
  allow('iam:PassRole', role('apps/*'), {
    Condition: { StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com'] } },
  }),
)
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
// biome-ignore format: one row per line
const passed: readonly Row[] = [
  // https://github.com/aws-solutions-library-samples/data-lakes-on-aws/issues/275
  ['CloudFormation passes its role to a nested stack', `API: cloudFormation ${passes(byStack, 'stack-exec')}\n\n${toLambda}`, 'pass-role-missing', ['cloudformation.amazonaws.com'], ['It keeps the condition', 'Pass the role to lambda']],
  ['the operation that CloudFormation called', `API: ecs:CreateService ${passes(byStack, 'web-exec')}\n\n${toLambda}`, 'pass-role-missing', ['ecs'], ['It keeps the condition']],
  ['nothing names the service', `${passes(byStack, 'web-exec')}\n\n${toLambda}`, 'pass-role-missing', ['It keeps the condition']],
]

const custom = 'CREATE_FAILED  Custom::Logs  Logs  Failed to create resource. '
const worker = 'sts::111122223333:assumed-role/shop-WorkerRole-1ABC/shop-worker'
const template = `Resources:\n  WorkerRole:\n    Type: AWS::IAM::Role\n    Properties:\n      Path: /\n  WorkerPolicy:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyName: worker\n      Roles: [!Ref WorkerRole]\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: logs:DescribeLogGroups\n            Resource: "*"\n`
const grants =
  'const fn = new lambda.Function(this, "Two", { runtime });\nsecret.grantRead(fn);\nnew CustomResource(this, "Res", { serviceToken: fn.functionArn });\n'
const secretOf = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
// biome-ignore format: one row per line
const order: readonly Row[] = [
  // https://github.com/alertlogic/cloudwatch-logs-s3-export/pull/6
  ['a policy next to the role', `${custom}${denied(worker, 'logs:DescribeLogGroups', '*')}\n\n${template}`, 'policies-allow', ['have the resource wait for it', 'wasn’t attached yet']],
  ['AWS says that no policy allows it', `${custom}${denied(worker, 'logs:DescribeLogGroups', '*', silent('logs:DescribeLogGroups'))}\n\n${template}`, 'policies-allow', ['have the resource wait for it']],
  ['no deployment', `${denied(worker, 'logs:DescribeLogGroups', '*')}\n\n${template}`, 'policies-allow', [], ['have the resource wait for it']],
  // https://github.com/aws/aws-cdk/issues/7964
  ['a grant of the CDK', `Received response status [FAILED] from custom resource. ${denied(worker, 'secretsmanager:GetSecretValue', secretOf)}\n\n${grants}`, 'no-identity-allow', ['have the resource wait for it', 'what the program’s grants add']],
  // https://github.com/slok/ecs-exporter/issues/1
  ['the role of the instance instead of the task’s', `${denied('sts::111122223333:assumed-role/ecsInstanceRole/i-0aa11bb22cc33dd44', 'ecs:ListClusters', '*')}\n\n${policy(allow('ecs:ListClusters', '*'))}`, 'policies-allow', ['with the instance’s role', 'taskRoleArn']],
]

const said =
  'UnauthorizedOperation: You are not authorized to perform this operation.\n==> amazon-ebs: \tstatus code: 403, request id: 8ca46cb5-e89e-11e8-9f32-f2801f1b9fd1'
// https://github.com/hashicorp/packer-plugin-amazon/tree/main/common
// biome-ignore format: one row per line
const read: readonly Row[] = [
  // https://github.com/hashicorp/packer/pull/3696
  ['Packer turns on enhanced networking', `==> amazon-ebs: Error enabling Enhanced Networking on i-0abc: ${said}`, 'incomplete', ['ec2:ModifyInstanceAttribute']],
  ['Packer copies an image', `==> amazon-ebs: Error Copying AMI (ami-1) to region (us-east-2): ${said}`, 'incomplete', ['ec2:CopyImage']],
  ['Packer makes a key pair', `==> amazon-ebs: Error creating temporary keypair: ${said}`, 'incomplete', ['ec2:CreateKeyPair']],
  // https://github.com/aws/serverless-application-model/issues/2247
  ['an error that is an entry of YAML, too', `"errorMessage": "An error occurred (AccessDeniedException) when calling the RunTask operation: ${passes('sts::111122223333:assumed-role/run/run', 'ecsTaskExecutionRole')}"\n\nAWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n  Run:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n        - EcsRunTaskPolicy:\n            TaskDefinition: job:*\n`, 'pass-role-missing', ['ecsTaskExecutionRole']],
  // https://github.com/awslabs/cdk-eks-blueprints/issues/254
  ['a secret whose name ends in six letters', denied(pipeline, 'secretsmanager:GetSecretValue', 'argo-admin-secret', silent('secretsmanager:GetSecretValue')), 'no-identity-allow', ['secret:argo-admin-secret-??????']],
  ['a secret’s whole name', denied(pipeline, 'secretsmanager:GetSecretValue', 'argo-admin-Ab12Cd', silent('secretsmanager:GetSecretValue')), 'no-identity-allow', ['secret:argo-admin-Ab12Cd'], ['Ab12Cd-??????']],
]

const own = (Resource: string): string => policy(allow('lambda:*', Resource))
const gets = denied(user, 'lambda:GetFunction', fn('shop-dev-list'))
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
// biome-ignore format: one row per line
const leftOut: readonly Row[] = [
  // https://github.com/serverless/serverless/issues/1439
  ['no Region', `${gets}\n\n${own('arn:aws:lambda::111122223333:function:shop*')}`, 'arn-mismatch', ['has no Region, so it matches nothing', 'Replace arn:aws:lambda::111122223333:function:shop* with arn:aws:lambda:eu-west-1:111122223333:function:shop*'], ['another Region', 'call again']],
  ['no account', `${gets}\n\n${own('arn:aws:lambda:eu-west-1::function:shop*')}`, 'arn-mismatch', ['has no account, so it matches nothing', 'with arn:aws:lambda:eu-west-1:111122223333:function:shop*']],
  ['another Region', `${gets}\n\n${own('arn:aws:lambda:us-east-1:111122223333:function:shop*')}`, 'arn-mismatch', ['another Region'], ['matches nothing']],
  ['a bucket has neither', `${denied(user, 's3:GetObject', 'arn:aws:s3:::shop/a.csv')}\n\n${policy(allow('s3:GetObject', 'arn:aws:s3:::web/*'))}`, 'no-identity-allow', [], ['matches nothing']],
]

const execution = 'arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-us-east-1'
// biome-ignore format: one row per line
const gone: readonly Row[] = [
  // https://github.com/anomalyco/sst/issues/3653
  ['a role of the CDK’s bootstrap stack', `Role ${execution} is invalid or cannot be assumed`, 'service-not-trusted', ['doesn’t exist, or it doesn’t trust', 'run cdk bootstrap again', 'aws iam get-role --role-name cdk-hnb659fds-cfn-exec-role-111122223333-us-east-1']],
  ['another role', `Role ${role('stack-exec')} is invalid or cannot be assumed`, 'service-not-trusted', ['doesn’t exist, or it doesn’t trust', 'make the role again'], ['bootstrap']],
  ['its trust policy was given', `Role ${role('stack-exec')} is invalid or cannot be assumed\n\n${policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } })}`, 'service-not-trusted', ['does not trust the service cloudformation.amazonaws.com'], ['doesn’t exist']],
]

answerAll([
  ['parts that an ARN lacks', leftOut],
  ['roles that may be gone', gone],
  ['variables without a value', variables],
  ['ARNs in the place of names', arnsInNames],
  ['policies of what is deployed', ofFunctions],
  ['which service gets a role', passed],
  ['when the policy comes', order],
  ['words and names', read],
])
