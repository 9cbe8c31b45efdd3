// Kinds of pastes that public reports showed and that were answered poorly: the cause, and words that the answer must and mustn’t have.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'
import { allow, answerAll, denied, policy, type Row } from './answer-rows.ts'

const user = 'iam::111122223333:user/dev'
const silent = (action: string): string => ` because no identity-based policy allows the ${action} action`

const webIdentity = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
const cluster = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF'

// biome-ignore format: one row per line
const trustParts: readonly Row[] = [
  ['a condition alone', `${webIdentity}\n\n"Condition": {\n  "StringEquals": {\n    "token.actions.githubusercontent.com:sub": "repo:acme/shop:*"\n  }\n}`, 'web-identity-trust', ['A wildcard under StringEquals', 'Likely: Change StringEquals to StringLike'], ['Confirmed']],
  ['an action and a condition that is never closed', `${webIdentity}\n\n  "Action": "sts:AssumeRoleWithWebIdentity",\n  "Condition": {\n    "StringEquals": {\n      "${cluster}:sub": "system:serviceaccount:shop:api"\n\nkind: ServiceAccount\nmetadata:\n  name: backend\n  namespace: shop`, 'web-identity-trust', ['names another service account']],
  ['a statement without its Principal', `${webIdentity}\n\n{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"${cluster}:aud": "system:serviceaccount:shop:api"}}}`, 'web-identity-trust', ['The subject is compared with the token’s audience']],
]

// biome-ignore format: one row per line
const emptyValues: readonly Row[] = [
  ['Python’s None in the account of a role', denied(user, 'sts:AssumeRole', 'arn:aws:iam::None:role/billing'), 'assume-role-target', ['A value is missing', '`None`']],
  ['JavaScript’s undefined in the name of a role', denied(user, 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/undefined'), 'assume-role-target', ['`undefined`', 'set the variable']],
  ['a bucket called undefined', denied(user, 's3:GetObject', 'arn:aws:s3:::undefined/a.png', silent('s3:GetObject')), 'no-identity-allow', ['Set the value that is missing in the call']],
  ['a folder called none is a name', denied(user, 's3:GetObject', 'arn:aws:s3:::assets/none/a.png', silent('s3:GetObject')), 'no-identity-allow', ['Allow s3:GetObject'], ['value that is missing']],
]

// biome-ignore format: one row per line
const malformed: readonly Row[] = [
  ['a version that doesn’t exist', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:GetObject', 'arn:aws:s3:::reports/*')).replace('2012-10-17', '2024-01-01')}`, 'no-identity-allow', ['IAM doesn’t save', '2024-01-01', 'Correct line 1']],
  ['an effect in small letters', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:GetObject', 'arn:aws:s3:::reports/*', { Effect: 'allow' }))}`, 'no-identity-allow', ['with a capital letter']],
  ['an operator that AWS lacks', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:GetObject', 'arn:aws:s3:::reports/*', { Condition: { StringEqual: { 'aws:PrincipalTag/team': 'a' } } }))}`, 'no-identity-allow', ['StringEquals, for instance']],
  ['a comma is missing', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:PutObject', 'arn:aws:s3:::reports/*')).replace('"Allow",', '"Allow" ')}`, 'no-identity-allow', ['IAM doesn’t save', 'A comma is missing', 'It also corrects what keeps IAM from saving the policy', '"Effect":"Allow", "Action":"s3:PutObject"'], ['Confirmed']],
  ['a comma too many', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow(['s3:PutObject'], 'arn:aws:s3:::reports/*')).replace('"s3:PutObject"]', '"s3:PutObject",]')}`, 'no-identity-allow', ['IAM doesn’t save', '["s3:PutObject"]', 'It also corrects'], ['"s3:PutObject",]']],
  ['a misspelt element', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:PutObject', 'arn:aws:s3:::reports/*')).replace('"Effect"', '"Efect"')}`, 'no-identity-allow', ['IAM doesn’t save', 'It also corrects'], ['"Efect":"Allow"']],
  ['the end wasn’t pasted', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:PutObject', 'arn:aws:s3:::reports/*')).slice(0, -2)}`, 'depends', ['s3:GetObject'], ['It also corrects', 'IAM doesn’t save']],
  ['a policy that IAM saves', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:PutObject', 'arn:aws:s3:::reports/*'))}`, 'no-identity-allow', [], ['IAM doesn’t save']],
]

// biome-ignore format: one row per line
const places: readonly Row[] = [
  ['boto3’s upload names the bucket and the key', `boto3.exceptions.S3UploadFailedError: Failed to upload out/a b.csv to archive-prod/2026/a b.csv: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n\n${policy(allow('s3:PutObject', 'arn:aws:s3:::archive-test/*'))}`, 'no-identity-allow', ['arn:aws:s3:::archive-prod/2026/a b.csv']],
  ['a listing of all buckets says nothing about uploads', `An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n\n${policy(allow('s3:ListAllMyBuckets', 'arn:aws:s3:::*'), allow('s3:PutObject', 'arn:aws:s3:::reports/*'))}`, 'policies-allow', ['s3:PutObjectAcl'], ['It depends on the resource']],
  ['a folder that another statement names could be meant', `An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n\n${policy(allow('s3:PutObject', 'arn:aws:s3:::incoming/*'), allow('s3:GetObject', 'arn:aws:s3:::reports/*'))}`, 'depends', ['arn:aws:s3:::incoming/*']],
  ['the policies name the type of resource', `UnauthorizedOperation: You are not authorized to perform this operation. ${denied(user, 'ec2:CreateTags', '<resource>', silent('ec2:CreateTags'))}\n\n${policy(allow('ec2:CreateTags', 'arn:aws:ec2:*:*:volume/*', { Condition: { StringEquals: { 'ec2:CreateAction': 'CreateVolume' } } }))}`, 'no-identity-allow', ['only as a part of CreateVolume'], ['ipam']],
  ['a condition of all that the policies allow on some types', `UnauthorizedOperation: You are not authorized to perform this operation. ${denied(user, 'ec2:CreateTags', '<resource>', silent('ec2:CreateTags'))}\n\n${policy(allow('ec2:CreateTags', ['arn:aws:ec2:*:*:volume/*', 'arn:aws:ec2:*:*:snapshot/*'], { Condition: { StringEquals: { 'ec2:CreateAction': ['CreateVolume', 'CreateSnapshot'] } } }))}`, 'no-identity-allow', ['only under a condition', 'only as a part of CreateVolume or CreateSnapshot'], ['RESOURCE_TYPE']],
  ['the host names the Region', `Client error: \`POST https://secretsmanager.eu-north-1.amazonaws.com\` resulted in a \`400 Bad Request\`: ${denied(user, 'secretsmanager:GetSecretV', '').replace(/ on resource: $/, ' (truncated...)')}`, 'no-identity-allow', ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-north-1:']],
  ['an action cut off where several begin like that', `Client error: \`POST https://sts.amazonaws.com\` resulted in a \`403 Forbidden\`: User: arn:aws:${user} is not authorized to perform: sts:AssumeRo (truncated...)`, 'incomplete', ['doesn’t say which action'], ['sts:AssumeRo']],
  ['a stack’s ID isn’t a wildcard of the call', denied(user, 'cloudformation:DescribeStacks', 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/*', silent('cloudformation:DescribeStacks')), 'no-identity-allow', ['on this resource'], ['Check the name in the call']],
]

// biome-ignore format: one row per line
const tools: readonly Row[] = [
  ['the AWS CLI’s upload without an operation', 'upload failed: ./a.tgz to s3://backups/db/a.tgz A client error (AccessDenied) occurred: Access Denied', 'incomplete', ['s3:PutObject', 'arn:aws:s3:::backups/db/a.tgz']],
  ['the AWS CLI’s command above an error without an operation', '$ aws s3 ls s3://backups/\nA client error (AccessDenied) occurred: Access Denied', 'incomplete', ['s3:ListBucket', 'arn:aws:s3:::backups']],
  ['Terraform’s resource names the service', '* aws_sqs_queue.jobs: AccessDenied: Access to the resource is denied', 'no-detail', ['Amazon SQS']],
  ['Terraform’s resource names the service that gets the role', `* aws_codebuild_project.main: AccessDeniedException: ${denied(user, 'iam:PassRole', 'arn:aws:iam::111122223333:role/build')}`, 'pass-role-missing', ['"codebuild.amazonaws.com"']],
  ['resources of Terraform that hand roles to two services', `${denied(user, 'iam:PassRole', 'arn:aws:iam::111122223333:role/build')}\n  with aws_codebuild_project.main,\n  with aws_lambda_function.api,`, 'pass-role-missing', ['Limit it to the service'], ['"codebuild.amazonaws.com"']],
  ['CDK’s deploy role hands roles to CloudFormation', denied('sts::111122223333:assumed-role/cdk-hnb659fds-deploy-role-111122223333-us-east-1/aws-cdk-node', 'iam:PassRole', 'arn:aws:iam::111122223333:role/exec'), 'pass-role-missing', ['"cloudformation.amazonaws.com"']],
  ['a path that API Gateway lacks', '{"message":"Missing Authentication Token"}', 'credential-problem', ['its URL doesn’t exist', 'check its path and method', 'aws apigateway get-resources']],
  ['the Selling Partner API isn’t IAM', '{"errors": [{"message": "Access to requested resource is denied.", "code": "Unauthorized", "details": ""}]}', 'not-authorization', ['Selling Partner API']],
  ['a call for it that IAM denies is IAM’s', `https://sellingpartnerapi-eu.amazon.com: ${denied(user, 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/shop')}`, 'trust-does-not-name-caller', ['sts:AssumeRole']],
  ['the annotation of a service account names a policy', 'UnauthorizedOperation: You are not authorized to perform this operation.\n\nkind: ServiceAccount\nmetadata:\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:policy/Storage', 'no-role-in-setting', ['names no role', 'policy/Storage']],
  ['a profile names a user', `${denied(user, 's3:ListBucket', 'arn:aws:s3:::reports')}\n\n[profile reports]\nrole_arn = arn:aws:iam::111122223333:user/reports`, 'no-role-in-setting', ['role_arn', 'user/reports']],
  ['a profile names a role', `${denied(user, 's3:ListBucket', 'arn:aws:s3:::reports')}\n\n[profile reports]\nrole_arn = arn:aws:iam::111122223333:role/reports`, 'no-identity-allow', ['s3:ListBucket']],
]

// biome-ignore format: one row per line
const services: readonly Row[] = [
  ['a secret of a task is encrypted', 'ResourceInitializationError: unable to retrieve secret from asm: failed to fetch secret from secrets manager: AccessDeniedException: Access to KMS is not allowed status code: 400', 'service-role', ['The task execution role lacks kms:Decrypt']],
  ['SNS delivers to an encrypted queue', '{"delivery": {"destination": "[queue]", "providerResponse": "{\\"ErrorCode\\":\\"KMS.AccessDeniedException\\",\\"ErrorMessage\\":\\"null (Service: AWSKMS; Status Code: 400)\\"}", "statusCode": 400}, "status": "FAILURE"}', 'kms-key-policy', ['sns.amazonaws.com', 'customer managed key', '"kms:GenerateDataKey"', '"kms:Decrypt"']],
  ['CloudTrail can’t assume the role for its logs', 'InvalidCloudWatchLogsRoleArnException: Access denied. Check the trust relationships for your role.', 'service-not-trusted', ['cloudtrail.amazonaws.com']],
  ['a log stream is new with each run', denied('sts::111122223333:assumed-role/build/1', 'logs:CreateLogStream', 'arn:aws:logs:us-east-2:111122223333:log-group:/aws/codebuild/app:log-stream:11c70fed', silent('logs:CreateLogStream')), 'no-identity-allow', ['log-group:/aws/codebuild/app:log-stream:*', 'on every log stream of this group']],
  ['one log stream that is read stays one', denied(user, 'logs:GetLogEvents', 'arn:aws:logs:us-east-2:111122223333:log-group:/app:log-stream:a', silent('logs:GetLogEvents')), 'no-identity-allow', ['log-stream:a"'], ['on every log stream']],
  ['a hidden Region is hidden in what else the call needs, too', denied(user, 'ssm:SendCommand', 'arn:aws:ssm:***::document/AWS-RunShellScript'), 'no-identity-allow', ['arn:aws:ec2:***:111122223333:instance/*']],
  ['IAM puts a word before a policy’s ARN', denied(user, 'iam:ListPolicyVersions', 'policy arn:aws:iam::111122223333:policy/app'), 'no-identity-allow', ['"Resource": "arn:aws:iam::111122223333:policy/app"']],
  ['a delivery role can’t use a key', 'Access was denied. Ensure that the delivery role has sufficient permissions to use the KMS key.', 'service-role', ['The stream’s role lacks kms:GenerateDataKey']],
  ['a pipeline says only that its role lacks something', 'The action failed: The provided role does not have sufficient permissions. Try again.', 'no-detail', ['The pipeline’s service role lacks a permission']],
  ['a pipeline names the call', `Insufficient permissions An API call to StepFunctions.describeExecution (RequestId: 1) returned a AccessDeniedException error.\n\n${policy(allow('states:StartExecution', 'arn:aws:states:eu-west-1:111122223333:stateMachine:Deploy'))}`, 'no-identity-allow', ['states:DescribeExecution']],
  ['a permission set behind a blank', denied('sts::111122223333:assumed-role/ AWSReservedSSO_Coding_0123456789abcdef/me@example.com', 'bedrock:InvokeModel', 'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.amazon.nova-lite-v1:0', silent('bedrock:InvokeModel')), 'permission-set', ['The permission set Coding']],
  ['a global inference profile meets a Region lock', denied('sts::111122223333:assumed-role/app/1', 'bedrock:InvokeModel', 'arn:aws:bedrock:::foundation-model/amazon.nova-2-lite-v1:0', ' with an explicit deny in a service control policy'), 'explicit-deny', ['global inference profile', 'profile of your geography']],
  ['a parameter that leads to a secret', denied('sts::111122223333:assumed-role/task/1', 'ssm:GetParameters', 'arn:aws:ssm:eu-west-1:111122223333:parameter/aws/reference/secretsmanager/prod/db', silent('ssm:GetParameters')), 'no-identity-allow', ['"secretsmanager:GetSecretValue"', 'secret:prod/db-??????']],
  ['an identity-based policy for a token’s call', `Not authorized to perform sts:AssumeRoleWithSAML\n\n${policy(allow('sts:AssumeRoleWithSAML', '*'))}`, 'trust-does-not-name-caller', ['isn’t a trust policy', 'can’t allow sts:AssumeRoleWithSAML']],
  ['a function’s role was made again', 'Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function’s KMS key settings. KMS Exception: AccessDeniedExceptionKMS Message: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.', 'service-role', ['choose another role for the function']],
]

const assume = 'sts:AssumeRole'
const guest = 'sts::111122223333:assumed-role/pipeline/1'
const elsewhere = 'arn:aws:iam::444455556666:role/deploy'
const trusting = (Principal: object, more: object = {}): string =>
  policy({ Effect: 'Allow', Principal, Action: assume, ...more })
const withId = { Condition: { StringEquals: { 'sts:ExternalId': 'k-17' } } }
const stsRefused =
  'AWSSecurityTokenServiceException: Access denied (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: 1)'

// biome-ignore format: one row per line
const roles: readonly Row[] = [
  ['the trust policy names the caller and asks for an external ID', `${denied(guest, assume, elsewhere)}\n\n${trusting({ AWS: 'arn:aws:iam::111122223333:root' }, withId)}`, 'trust-condition', ['Send the external ID', '--external-id k-17', 'the caller’s own policies']],
  ['it names the role itself', `${denied(guest, assume, elsewhere)}\n\n${trusting({ AWS: 'arn:aws:iam::111122223333:role/pipeline' }, withId)}`, 'trust-condition', ['Send the external ID']],
  ['it names another account', `${denied(guest, assume, elsewhere)}\n\n${trusting({ AWS: 'arn:aws:iam::777788889999:root' }, withId)}`, 'trust-does-not-name-caller', ['does not let'], ['nothing shows that the call sent it']],
  ['AWS says that it was the caller’s own policies', `${denied(guest, assume, elsewhere, silent(assume))}\n\n${trusting({ AWS: 'arn:aws:iam::111122223333:root' }, withId)}`, 'no-identity-allow', ['Allow sts:AssumeRole'], ['nothing shows that the call sent it']],
  ['STS says nothing, and the trust policy names services only', `${stsRefused}\n\n${trusting({ Service: ['ec2.amazonaws.com', 'firehose.amazonaws.com'] })}`, 'trust-does-not-name-caller', ['Judging by the policy that you pasted, we assume sts:AssumeRole', 'lets in only ec2.amazonaws.com', 'Leave the call out'], ['Confirmed']],
  ['STS says nothing, and the trust policy names a user', `${stsRefused}\n\n${policy(allow('s3:*', '*'))}\n\n${trusting({ AWS: `arn:aws:${user}` })}`, 'incomplete', ['sts:AssumeRole', 'doesn’t say who called'], ['does not let the caller in']],
  ['STS says nothing, and no trust policy is there', stsRefused, 'no-detail', ['Security Token Service'], ['we assume sts:AssumeRole']],
]

const document = 'arn:aws:ssm:eu-west-1::document/AWS-RunShellScript'
const sshDocument = 'arn:aws:ssm:eu-west-1::document/AWS-StartSSHSession'
const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0'

// biome-ignore format: one row per line
const documents: readonly Row[] = [
  ['the policies name AWS’s document', `${denied(user, 'ssm:SendCommand', instance)}\n\n${policy(allow('ssm:SendCommand', document))}`, 'no-identity-allow', [instance], ['111122223333:document/*']],
  ['the command names AWS’s document', `$ aws ssm send-command --document-name AWS-RunPatchBaseline --instance-ids i-0123456789abcdef0\n${denied(user, 'ssm:SendCommand', instance)}`, 'no-identity-allow', ['arn:aws:ssm:eu-west-1::document/AWS-RunPatchBaseline'], ['document/*']],
  ['the code names a document of the account', `DocumentName='Restart-App'\n${denied(user, 'ssm:SendCommand', instance)}`, 'no-identity-allow', ['arn:aws:ssm:eu-west-1:111122223333:document/Restart-App'], ['document/*']],
  ['nothing names the document', denied(user, 'ssm:SendCommand', instance), 'no-identity-allow', ['arn:aws:ssm:eu-west-1:111122223333:document/*', 'arn:aws:ssm:eu-west-1::document/*']],
  ['a tag condition that is about the target', `${denied(user, 'ssm:SendCommand', document, silent('ssm:SendCommand'))}\n\n${policy(allow('ssm:SendCommand', ['arn:aws:ec2:*:*:instance/*', 'arn:aws:ssm:*:*:document/*'], { Condition: { StringEquals: { 'ssm:resourceTag/team': 'web' } } }))}`, 'no-identity-allow', ['Allow the document in a statement of its own'], ['put on the resource', 'tag-resources']],
  ['a tag condition with the key that all services have', `${denied(user, 'ssm:SendCommand', document, silent('ssm:SendCommand'))}\n\n${policy(allow('ssm:SendCommand', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } } }))}`, 'no-identity-allow', ['Allow the document in a statement of its own', `"Resource":"${document}"`]],
  ['a session’s document', `${denied(user, 'ssm:StartSession', sshDocument, silent('ssm:StartSession'))}\n\n${policy(allow('ssm:StartSession', '*', { Condition: { StringLike: { 'ssm:resourceTag/team': ['web'] } } }))}`, 'no-identity-allow', ['Allow the document in a statement of its own', `"Resource":"${sshDocument}"`]],
  ['a second condition still holds', `${denied(user, 'ssm:SendCommand', document, silent('ssm:SendCommand'))}\n\n${policy(allow('ssm:SendCommand', '*', { Condition: { StringEquals: { 'ssm:resourceTag/team': 'web' }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }))}`, 'no-identity-allow', ['Allow the document in a statement of its own'], [`"Resource":"${document}"`]],
  ['a Deny under the target’s tag', `${denied(user, 'ssm:SendCommand', document, ' with an explicit deny in an identity-based policy')}\n\n${policy(allow('ssm:SendCommand', '*'), { Effect: 'Deny', Action: 'ssm:SendCommand', Resource: '*', Condition: { StringNotEquals: { 'ssm:resourceTag/team': 'web' } } })}`, 'explicit-deny-tag', ['Have the Deny limited to the targets'], ['statement without this condition']],
  ['the target itself lacks the tag', `${denied(user, 'ssm:SendCommand', instance, silent('ssm:SendCommand'))}\n\n${policy(allow('ssm:SendCommand', ['arn:aws:ec2:*:*:instance/*', 'arn:aws:ssm:*:*:document/*'], { Condition: { StringEquals: { 'ssm:resourceTag/team': 'web' } } }))}`, 'no-identity-allow', ['Have the tag team put on the resource'], ['a statement of its own']],
]

const balancers = 'elasticloadbalancing:DescribeLoadBalancers'

// biome-ignore format: one row per line
const otherCallers: readonly Row[] = [
  ['an instance’s role called, and the policies allow it', `${denied('sts::111122223333:assumed-role/nodes/i-0123456789abcdef0', balancers, '*', silent(balancers))}\n\n${policy(allow(balancers, '*'))}`, 'policies-allow', ['made with the instance’s role', 'eks.amazonaws.com/role-arn']],
  ['a pod’s role called', `${denied('sts::111122223333:assumed-role/controller/1700000000000000000', balancers, '*', silent(balancers))}\n\n${policy(allow(balancers, '*'))}`, 'policies-allow', ['Check who really called'], ['instance’s role']],
  ['an instance’s role called, and the policies lack it', `${denied('sts::111122223333:assumed-role/nodes/i-0123456789abcdef0', balancers, '*', silent(balancers))}\n\n${policy(allow('s3:GetObject', '*'))}`, 'no-identity-allow', [balancers], ['instance’s role']],
]

// biome-ignore format: one row per line
const half: readonly Row[] = [
  ['the load balancer controller looks for subnets', '{"level":"error","msg":"Reconciler error","error":"couldn\'t auto-discover subnets: UnauthorizedOperation: You are not authorized to perform this operation.\\n\\tstatus code: 403, request id: 1"}', 'service-role', ['ec2:DescribeSubnets', '"ec2:DescribeAvailabilityZones"', 'Load Balancer Controller'], ['AWSLambdaVPCAccessExecutionRole']],
  ['an event of the ingress says it', "Warning  FailedBuildModel  Failed build model due to couldn't auto-discover subnets: UnauthorizedOperation: You are not authorized to perform this operation.", 'service-role', ['ec2:DescribeSubnets']],
  ['no subnet has the tags', "Failed build model due to couldn't auto-discover subnets: unable to discover at least one subnet", 'not-authorization', [], ['ec2:DescribeSubnets']],
  ['a security group in Terraform, without an operation', '* aws_security_group.web: UnauthorizedOperation: You are not authorized to perform this operation.\n\tstatus code: 403', 'no-detail', ['ec2:CreateSecurityGroup', 'ec2:DescribeSecurityGroups', 'AttributeValue=ec2.amazonaws.com'], ['Confirmed']],
  ['a block of Terraform', 'UnauthorizedOperation: You are not authorized to perform this operation.\n\n  on main.tf line 3, in resource "aws_subnet" "a":', 'no-detail', ['ec2:CreateSubnet', 'ec2:DescribeSubnets']],
  ['operations that aren’t actions are left out', '* aws_s3_bucket.logs: AccessDenied: Access Denied\n\tstatus code: 403', 'no-detail', ['s3:CreateBucket'], ['s3:GetBucket ']],
  ['two kinds of resources name none', '* aws_subnet.a: UnauthorizedOperation: You are not authorized to perform this operation.\n* aws_vpc.main: still creating', 'no-detail', ['AttributeValue=ec2.amazonaws.com'], ['ec2:CreateSubnet']],
  ['a standard execution isn’t an express one', denied(user, 'states:DescribeExecution', 'arn:aws:states:eu-west-1:111122223333:execution:Deploy:run-1', silent('states:DescribeExecution')), 'no-identity-allow', ['execution:Deploy:run-1'], ['express:']],
  ['an express execution', denied(user, 'states:DescribeExecution', 'arn:aws:states:eu-west-1:111122223333:express:Deploy:run-1:1', silent('states:DescribeExecution')), 'no-identity-allow', ['express:Deploy:run-1:1'], [':execution:']],
  ['a name in brackets is what AWS saw', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:GetObject', 'arn:aws:s3:::reports/*', { Condition: { StringEquals: { 'aws:PrincipalTag/stage': '[dev]' } } }))}`, 'depends', ['aws:PrincipalTag/stage'], ['hides']],
  ['a mask in brackets is one', `${denied(user, 's3:GetObject', 'arn:aws:s3:::reports/a.csv')}\n\n${policy(allow('s3:GetObject', 'arn:aws:s3:::reports/*', { Condition: { StringEquals: { 'aws:PrincipalTag/stage': '[REDACTED]' } } }))}`, 'depends', ['[REDACTED]']],
]

const twice = 'User with accountId: 111122223333 is not authorized to perform'
const aoss =
  "AuthorizationException(403, 'security_exception', 'OpenSearch exception [type=authorization_exception, reason=User does not have permissions for the requested resource]')"

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html, https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
// biome-ignore format: one row per line
const own: readonly Row[] = [
  ['an operation without a service, and with tags', `${twice} CreateLogGroup with Tags`, 'incomplete', ['logs:CreateLogGroup', 'logs:TagResource'], ['ec2:DescribeSecurityGroups', 'CodeBuild', 'account 111122223333']],
  ['a group isn’t a stream', denied(user, 'logs:CreateLogGroup', 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/a:log-stream:', silent('logs:CreateLogGroup')), 'no-identity-allow', ['on this log group'], ['every log stream']],
  ['an operation of Route 53', 'Error: not authorized to perform ListHostedZones', 'incomplete', ['route53:ListHostedZones'], ['service role']],
  ['two services have the operation', `${twice} PutRetentionPolicy`, 'incomplete', ['logs:PutRetentionPolicy', 'workmail:PutRetentionPolicy']],
  ['the same words about something else', 'The service account is not authorized to call DescribeInstances', 'not-authorization', [], ['Karpenter']],
  ['a role inside OpenSearch', '{"type":"security_exception","reason":"no permissions for [indices:data/write/bulk] and User [name=ingest, backend_roles=[writer], requestedTenant=null]"}', 'not-by-policy', ['Map the caller to a role in OpenSearch', 'index permissions']],
  ['a data access policy', aoss, 'not-by-policy', ['aws opensearchserverless list-access-policies', 'aoss:APIAccessAll']],
  ['QuickSight writes a result', 'Access denied when writing to location: s3://acme-athena/out/4a334a8f-de98-4687-9870-813e7164fb9d.csv', 'service-role', ['Write permission for Athena Workgroup']],
  ['a result gets a new name each time', denied(user, 's3:PutObject', 'arn:aws:s3:::acme-athena/out/4a334a8f-de98-4687-9870-813e7164fb9d.csv', silent('s3:PutObject')), 'no-identity-allow', ['under a new name']],
  ['other objects keep theirs', denied(user, 's3:PutObject', 'arn:aws:s3:::acme/4a334a8f-de98-4687-9870-813e7164fb9d.png', silent('s3:PutObject')), 'no-identity-allow', ['on this resource'], ['under a new name']],
]

const insideTags = `An error occurred (UnauthorizedOperation) when calling the CreateVolume operation: You are not authorized to perform this operation.`
const tagged = (Resource: string): string =>
  policy(allow('ec2:CreateVolume', Resource, { Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } } }))
const vpc = 'VPC_CLIENT_ERROR: Unexpected EC2 error: UnauthorizedOperation'

// https://github.com/aws/amazon-ssm-agent/issues/514, https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html, https://docs.aws.amazon.com/athena/latest/ug/workgroups-iam-policy.html
// biome-ignore format: one row per line
const usual: readonly Row[] = [
  ['the CLI ends a session without the plugin', denied('sts::111122223333:assumed-role/dev/ana', 'ssm:TerminateSession', 'arn:aws:ssm:eu-west-1:111122223333:session/ana-0a1', silent('ssm:TerminateSession')), 'no-identity-allow', ['session-manager-plugin --version']],
  ['a Deny of it is a Deny', denied('sts::111122223333:assumed-role/dev/ana', 'ssm:TerminateSession', 'arn:aws:ssm:eu-west-1:111122223333:session/ana-0a1', ' with an explicit deny in a service control policy'), 'explicit-deny', [], ['session-manager-plugin']],
  ['an upload with a public ACL', 'aws s3 sync . s3://shop --acl public-read\n\nupload failed: ./a.html to s3://shop/a.html An error occurred (AccessDenied) when calling the PutObject operation: Access Denied', 'incomplete', ['Leave out the ACL, or check Block Public Access', 'get-public-access-block --bucket shop']],
  ['an upload with another ACL', 'aws s3 cp a.html s3://shop --acl bucket-owner-full-control\n\nAn error occurred (AccessDenied) when calling the PutObject operation: Access Denied', 'incomplete', [], ['Block Public Access first', 'get-public-access-block']],
  ['Terraform sets an ACL', 'Error: error creating S3 bucket ACL for shop: AccessDenied: Access Denied\n  with aws_s3_bucket_acl.shop', 'incomplete', ['Check Block Public Access first', 'aws_s3_bucket_ownership_controls']],
  ['a bucket policy', 'Error: putting S3 Bucket (shop) Policy: operation error S3: PutBucketPolicy, https response error StatusCode: 403, api error AccessDenied: Access Denied', 'incomplete', ['Check Block Public Access first']],
  ['the message blames a policy', denied(user, 's3:PutBucketPolicy', 'arn:aws:s3:::shop', silent('s3:PutBucketPolicy')), 'no-identity-allow', [], ['Check Block Public Access first']],
  ['a query without a workgroup', 'An error occurred (AccessDeniedException) when calling the StartQueryExecution operation: You are not authorized to perform: athena:StartQueryExecution on the resource. After your AWS administrator or you have updated your permissions, please try again.', 'incomplete', ['Name a workgroup that you can use']],
  ['a query with one', 'aws athena start-query-execution --work-group shop\nAn error occurred (AccessDeniedException) when calling the StartQueryExecution operation: You are not authorized to perform: athena:StartQueryExecution on the resource.', 'incomplete', [], ['Name a workgroup']],
  ['the variables of a function', 'Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function\'s KMS key settings. KMS Exception: AccessDeniedExceptionKMS Message: User: arn:aws:sts::111122223333:assumed-role/app/app is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/0a1b because no resource-based policy allows the kms:Decrypt action', 'kms-key-policy', ['See which key encrypts the function’s variables']],
  ['the request isn’t signed', 'User: anonymous is not authorized to perform: es:ESHttpPost', 'cross-account-one-side', ['The call isn’t signed', 'AWSV4SignerAuth']],
  ['a public object', 'User: anonymous is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop/a.png" because no resource-based policy allows the s3:GetObject action', 'cross-account-one-side', ['The resource’s policy does not allow it'], ['isn’t signed']],
  ['a Deny without a caller', 'User: is not authorized to perform: iam:GetOpenIDConnectProvider on resource: arn:aws:iam::111122223333:oidc-provider/a with an explicit deny', 'incomplete', ['Find the policy that denies', 'Ask the owner of the policy for an exception']],
  ['CodeBuild in a VPC', vpc, 'service-role', ['ec2:CreateNetworkInterfacePermission', 'ec2:DescribeDhcpOptions', 'ec2:DescribeVpcs']],
  ['Lambda reads an image with two actions', 'Lambda does not have permission to access the ECR image. Check the ECR permissions.', 'cross-account-one-side', ['ecr:BatchGetImage and ecr:GetDownloadUrlForLayer']],
  ['a secret whose ARN was cut at both ends', 'ResourceInitializationError: unable to pull secrets ... AccessDeniedException:\nrole shop-api-... is not authorized to perform\nsecretsmanager:GetSecretValue on ...:secret:shop-db-secret-...', 'service-role', ['task execution role', 'secret:shop-db-secret-??????']],
  ['a table whose ARN was cut', denied(user, 'dynamodb:PutItem', '…:table/orders', silent('dynamodb:PutItem')), 'no-identity-allow', ['table/orders'], ['<TABLE_NAME>']],
  ['a name that was cut says nothing', denied(user, 'sqs:SendMessage', '...:jobs-...', silent('sqs:SendMessage')), 'no-identity-allow', ['<QUEUE_NAME>']],
  ['an API that lets addresses in', `${denied(user, 'execute-api:Invoke', 'arn:aws:execute-api:eu-west-1:111122223333:a1b2/test/GET/x')}\n\n${policy({ ...allow('execute-api:Invoke', '*', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.1/32' } } }), Principal: '*' })}`, 'depends', ['the policy’s owner adds it, and deploys the API again']],
  ['two hidden accounts', denied('sts::${ONE}:assumed-role/app/x', 'ecr:BatchGetImage', 'arn:aws:ecr:us-west-2:${TWO}:repository/shop', silent('ecr:BatchGetImage')), 'no-identity-allow', ['If the resource is in another account']],
  ['crosses of two lengths', denied('sts::XXXXXX:assumed-role/app/x', 'ecr:BatchGetImage', 'arn:aws:ecr:us-west-2:XXXXX:repository/shop', silent('ecr:BatchGetImage')), 'no-identity-allow', [], ['If the resource is in another account']],
  ['the first digits of one account', denied('iam::73.....:user/ana', 'ecr:BatchGetImage', 'arn:aws:ecr:us-west-2:736......:repository/shop', silent('ecr:BatchGetImage')), 'no-identity-allow', [], ['If the resource is in another account']],
  ['one hidden account', denied('sts::${ONE}:assumed-role/app/x', 'ecr:BatchGetImage', 'arn:aws:ecr:us-west-2:${ONE}:repository/shop', silent('ecr:BatchGetImage')), 'no-identity-allow', [], ['If the resource is in another account']],
  ['a policy’s hidden account is its caller’s', `${insideTags}\n\n${tagged('arn:aws:ec2:*:XXXXXXXXXXXX:volume/*')}`, 'depends', ['Send the tags in the create call', 'ResourceType=volume'], ['It depends on what `XXXX']],
  ['so is one that is shown', `${insideTags}\n\n${tagged('arn:aws:ec2:*:444455556666:volume/*')}`, 'depends', ['Send the tags in the create call'], ['names `arn:aws:ec2:*:444455556666']],
]

// biome-ignore format: one row per line
const labs: readonly Row[] = [
  ['a program with the lab’s role', denied('sts::111122223333:assumed-role/LabRole/orders', 'dynamodb:CreateTable', 'arn:aws:dynamodb:us-east-1:111122223333:table/orders', silent('dynamodb:CreateTable')), 'training-lab', ['The program uses the role LabRole', 'Ask your instructor'], ['choose LabRole', 'IAM administrator', 'Confirmed']],
  ['a student', denied('sts::111122223333:assumed-role/voclabs/user1=Jane', 'iam:CreateRole', 'arn:aws:iam::111122223333:role/app', silent('iam:CreateRole')), 'training-lab', ['choose LabRole'], ['IAM administrator']],
  ['a user of that name', denied('iam::111122223333:user/LabRole', 's3:GetObject', 'arn:aws:s3:::reports/a.csv', silent('s3:GetObject')), 'no-identity-allow', ['s3:GetObject'], ['lab’s']],
]

const registry = 'arn:aws:ecr:eu-west-1:111122223333:repository/app'
const attested = { Condition: { StringEqualsIgnoreCase: { 'kms:RecipientAttestation:ImageSha384': '9fedcba8' } } }
const aKey = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

// biome-ignore format: one row per line
const policiesOfResources: readonly Row[] = [
  ['a repository that isn’t there yet', denied('iam::444455556666:user/dev', 'ecr:CreateRepository', registry, ' because no resource-based policy allows the ecr:CreateRepository action'), 'cross-account-one-side', ['Registry permissions', 'aws ecr get-registry-policy', 'put-registry-policy', '"Action": "ecr:CreateRepository"', 'Assume a role'], ['get-repository-policy']],
  ['a queue that isn’t there yet', denied('iam::444455556666:user/dev', 'sqs:CreateQueue', 'arn:aws:sqs:eu-west-1:111122223333:q', ' because no resource-based policy allows the sqs:CreateQueue action'), 'cross-account-one-side', ['Assume a role'], ['resource’s policy', 'get-queue-attributes']],
  ['a queue that is there', denied('iam::444455556666:user/dev', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:q', ' because no resource-based policy allows the sqs:SendMessage action'), 'cross-account-one-side', ['Allow it in the resource’s policy'], ['doesn’t exist yet']],
  ['an image of a repository', denied('iam::444455556666:user/dev', 'ecr:BatchGetImage', registry, ' because no resource-based policy allows the ecr:BatchGetImage action'), 'cross-account-one-side', ['ecr:BatchGetImage'], ['Registry permissions', 'get-registry-policy']],
  ['a key for an enclave only', `${denied('sts::111122223333:assumed-role/enclave/i-0123456789abcdef0', 'kms:Decrypt', aKey, ' because no resource-based policy allows the kms:Decrypt action')}\n\n${policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/enclave' }, Action: 'kms:Decrypt', Resource: '*', ...attested })}`, 'kms-key-policy', ['Call KMS from the enclave, with its attestation document', 'kmstool-enclave-cli'], ['Meet the policy’s condition']],
]

const encrypted = (action: string, key: string, resource: string): string =>
  `${denied(user, action, resource, ' with an explicit deny in an identity-based policy')}\n\n${policy(allow('*', '*'), { Effect: 'Deny', Action: action, Resource: '*', Condition: { Bool: { [key]: 'false' } } })}`
const encryption = 'explicit-deny-encryption'

// Each service has a parameter of its own. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
// biome-ignore format: one row per line
const encryptions: readonly Row[] = [
  ['a database', encrypted('rds:CreateDBInstance', 'rds:StorageEncrypted', 'arn:aws:rds:eu-west-1:111122223333:db:app'), encryption, ['The parameter is StorageEncrypted', '--storage-encrypted'], ['plain HTTP', 'the header']],
  ['a file system', encrypted('elasticfilesystem:CreateFileSystem', 'elasticfilesystem:Encrypted', '*'), encryption, ['The parameter is Encrypted', 'aws efs create-file-system --encrypted'], ['plain HTTP', 'the header']],
  ['a volume', encrypted('ec2:CreateVolume', 'ec2:Encrypted', 'arn:aws:ec2:eu-west-1:111122223333:volume/*'), encryption, ['encryption by default for the Region', '--encrypted'], ['plain HTTP', 'the header']],
  ['a cache', encrypted('elasticache:CreateReplicationGroup', 'elasticache:AtRestEncryptionEnabled', 'arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:app'), encryption, ['AtRestEncryptionEnabled'], ['plain HTTP', 'the header']],
  ['a message in transit', encrypted('sqs:SendMessage', 'aws:SecureTransport', 'arn:aws:sqs:eu-west-1:111122223333:orders'), encryption, ['plain HTTP'], ['the header']],
]

const karpenter = "Message: Controller isn't authorized to call ec2:RunInstances"
const inBrackets = (bucket: string): string =>
  `An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n\n${policy(allow('s3:PutObject', `arn:aws:s3:::${bucket}`))}`

// https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html, https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html, https://docs.aws.amazon.com/lambda/latest/dg/versioning-aliases-permissions.html
// biome-ignore format: one row per line
const apart: readonly Row[] = [
  ['a log quotes the Deny alone', `${karpenter}\n\nunauthorized to call ec2:RunInstances\n... explicit deny in a service control policy ...`, 'incomplete', ['An explicit Deny in a service control policy (SCP) stops ec2:RunInstances', 'Ask the owner of this service control policy (SCP) for an exception'], ['Change the policies of that role', 'The call went to us-east-1', 'Add a new identity-based policy']],
  ['there is no such Deny', `${karpenter}\n\nThere is no explicit deny in a service control policy.`, 'service-role', ['ec2:RunInstances'], ['An explicit Deny']],
  ['whether there is such a Deny is unknown', `${karpenter}\n\nI don’t know whether there is an explicit deny in a service control policy.`, 'service-role', [], ['An explicit Deny']],
  ['a key that doesn’t exist yet', 'Error: creating KMS Key: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/deploy/ci is not authorized to perform: kms:TagResource because no identity-based policy allows the kms:TagResource action', 'no-identity-allow', ['key/*', 'has no ID yet'], ['<KEY_ID>', 'Replace the placeholder']],
  ['a key that exists', denied(user, 'kms:TagResource', 'arn:aws:kms:eu-west-1:111122223333:key/0a1b', silent('kms:TagResource')), 'no-identity-allow', ['on this resource'], ['key/*']],
  ['a stream whose ARN was cut off', denied(user, 'logs:CreateLogStream', 'arn:aws:logs:eu-west-1:111122223333:log-group:/build', silent('logs:CreateLogStream')), 'no-identity-allow', ['on every log stream of this group']],
  ['a bucket in square brackets', inBrackets('[BUCKET NAME]'), 'bucket-or-object', ['arn:aws:s3:::[BUCKET NAME]/*']],
  ['another way of hiding it', inBrackets('[bucket_name]'), 'bucket-or-object', ['arn:aws:s3:::[bucket_name]/*']],
  ['the rule that Step Functions makes', "AccessDeniedException: 'arn:aws:iam::111122223333:role/flow' is not authorized to create managed-rule.", 'no-identity-allow', ['StepFunctionsGetEventsForECSTaskRule', 'events:PutRule', 'rule/<RULE_NAME>'], ['<RESOURCE_TYPE>']],
  ['a version of a function', denied(user, 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:log:28', silent('lambda:InvokeFunction')), 'no-identity-allow', ['function:log:*']],
  ['a template’s policy is of what it makes', `${denied('sts::111122223333:assumed-role/deployer/AWSCloudFormation', 'iam:CreateRole', 'arn:aws:iam::111122223333:role/app')}\n\nResources:\n  Api:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n        - Statement:\n            - Effect: Allow\n              Action: polly:SynthesizeSpeech\n              Resource: '*'\n`, 'no-identity-allow', ['Add a new identity-based policy', 'Attach it to the role deployer'], ['Allow iam:CreateRole in “']],
  ['a function that runs has its template’s policies', `${denied('sts::111122223333:assumed-role/api/session', 's3:GetObject', 'arn:aws:s3:::a/b')}\n\nResources:\n  Api:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n        - Statement:\n            - Effect: Allow\n              Action: polly:SynthesizeSpeech\n              Resource: '*'\n`, 'no-identity-allow', ['Allow s3:GetObject in “']],
  ['what the policy limits already isn’t widened', `${denied(user, 'cloudformation:CreateChangeSet', 'arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31')}\n\n${policy(allow('cloudformation:*', 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/*'))}`, 'no-identity-allow', ['transform/Serverless-2016-10-31'], ['stack/*/*']],
  ['principals that don’t exist', 'Error: creating KMS Key: MalformedPolicyDocumentException: Policy contains a statement with one or more invalid principals.', 'not-by-policy', ['create-service-linked-role']],
]

const lambdaRole = (holder: string): string =>
  `\n\nresource "${holder}" "worker" {\n  name = "worker"\n  role = aws_iam_role.worker.id\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = "dynamodb:PutItem", Resource = "*" }]\n  })\n}\n`
const creates = (who: string): string =>
  denied(who, 'lambda:CreateFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:worker')
const stackPolicies =
  'Resources:\n  Worker:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n        - PolicyName: writes\n          PolicyDocument:\n            Version: "2012-10-17"\n            Statement:\n              - Effect: Allow\n                Action: dynamodb:PutItem\n                Resource: "*"\n'

// A role, a user, and a group have policies of their own: https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html
// biome-ignore format: one row per line
const ofOthers: readonly Row[] = [
  ['a user isn’t the role that Terraform makes', creates(user) + lambdaRole('aws_iam_role_policy'), 'no-identity-allow', ['is the policy of a role that your template makes', 'isn’t evaluated', 'new identity-based policy'], ['the policies you gave', 'Allow lambda:CreateFunction in']],
  ['a role that deploys isn’t the one that it makes', `Error: creating Lambda Function\n  with aws_lambda_function.worker,\n${creates('sts::111122223333:assumed-role/deployer/ci')}${lambdaRole('aws_iam_role_policy')}`, 'no-identity-allow', ['isn’t evaluated'], ['the policies you gave']],
  ['the role has the template’s name', denied('sts::111122223333:assumed-role/prod-worker-1/i-0a1', 'dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/a') + lambdaRole('aws_iam_role_policy'), 'no-identity-allow', ['Allow dynamodb:GetItem in'], ['isn’t evaluated']],
  ['the policy is about the service that denied', `  with aws_lambda_function.worker,\n${denied('sts::111122223333:assumed-role/deployer/ci', 'dynamodb:CreateTable', 'arn:aws:dynamodb:eu-west-1:111122223333:table/a')}${lambdaRole('aws_iam_role_policy')}`, 'no-identity-allow', [], ['isn’t evaluated']],
  ['a user’s policy isn’t a role’s', creates('sts::111122223333:assumed-role/deployer/ci') + lambdaRole('aws_iam_user_policy'), 'no-identity-allow', ['is the policy of a user']],
  ['a policy of no one yet', creates(user) + lambdaRole('aws_iam_policy'), 'no-identity-allow', ['Allow lambda:CreateFunction in'], ['isn’t evaluated']],
  ['CloudFormation’s own role', `${creates('sts::111122223333:assumed-role/deployer/AWSCloudFormation')}\n\n${stackPolicies}`, 'no-identity-allow', ['belongs to what CloudFormation makes'], ['the policies you gave', 'Allow lambda:CreateFunction in']],
  ['a short name in the template', `${creates('sts::111122223333:assumed-role/deployer/AWSCloudFormation')}\n\n${stackPolicies.replace('Worker:', 'R:')}`, 'no-identity-allow', ['belongs to what CloudFormation makes'], ['the policies you gave']],
  ['a user who deploys a stack', `${creates(user)}\n\n${stackPolicies}`, 'no-identity-allow', ['is the policy of a role that your template makes'], ['the policies you gave']],
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
// biome-ignore format: one row per line
const impossible: readonly Row[] = [
  ['a part that no table has', denied(user, 'dynamodb:Query', 'arn:aws:dynamodb:eu-central-1:111122223333:assumed:table/orders/index/GS3'), 'no-identity-allow', ['can’t exist', '"Resource": "arn:aws:dynamodb:eu-central-1:111122223333:table/orders/index/GS3"'], ['"arn:aws:dynamodb:eu-central-1:111122223333:assumed']],
  ['the same where the account is hidden', denied(user, 'dynamodb:Query', 'arn:aws:dynamodb:eu-central-1:XXXXXXXXXX:assumed:table/orders'), 'no-identity-allow', ['"Resource": "arn:aws:dynamodb:eu-central-1:XXXXXXXXXX:table/orders"']],
  ['two parts before a function', denied(user, 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:eu-west-1:111122223333:function:app'), 'no-identity-allow', ['can’t exist', '"Resource": "arn:aws:lambda:eu-west-1:111122223333:function:app"']],
  ['the account in the Region’s place', denied(user, 'secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:111122223333:eu-west-1:secret:db-Ab12Cd'), 'no-identity-allow', ['account is where the Region belongs', '"Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-Ab12Cd"']],
  ['an alias of a function', denied(user, 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:app:live'), 'no-identity-allow', ['function:app:live'], ['can’t exist']],
  ['a subscription', denied(user, 'sns:Unsubscribe', 'arn:aws:sns:eu-west-1:111122223333:jobs:0a1b'), 'no-identity-allow', [], ['can’t exist']],
  ['a stream of logs', denied(user, 'logs:PutLogEvents', 'arn:aws:logs:eu-west-1:111122223333:log-group:/app:log-stream:a'), 'no-identity-allow', [], ['can’t exist']],
]

const addTags = denied(
  'sts::111122223333:assumed-role/aws-load-balancer-controller/1',
  'elasticloadbalancing:AddTags',
  '',
).replace(/ on resource: $/, '')

// biome-ignore format: one row per line
const otherSides: readonly Row[] = [
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
  ['tags of any part of a load balancer', addTags, 'no-identity-allow', ['Give the controller’s role its current policy', '<RESOURCE_TYPE>/<RESOURCE_ID>'], ['<LOAD_BALANCER_NAME>']],
  ['the same by someone else', addTags.replace('aws-load-balancer-controller', 'ci'), 'no-identity-allow', ['<RESOURCE_TYPE>/<RESOURCE_ID>'], ['controller’s role']],
  ['tags of a target group', denied(user, 'elasticloadbalancing:AddTags', 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/0a1b'), 'no-identity-allow', ['"Resource": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/0a1b"']],
  ['an image in another account', 'Lambda does not have permission to access the ECR image. Check the ECR permissions.', 'cross-account-one-side', ['one for the account of the function']],
  ['a repository of another hidden account', denied('sts::${ACCOUNT_ONE}:assumed-role/build/1', 'ecr:BatchGetImage', 'arn:aws:ecr:us-west-2:${ACCOUNT_TWO}:repository/app', silent('ecr:BatchGetImage')), 'no-identity-allow', ['its policy must allow it, too', '"AWS": "arn:aws:iam::${ACCOUNT_ONE}:role/build"']],
  ['security groups of a build', vpc, 'service-role', ['security-group/*'], ['ec2:CreateNetworkInterface arn:aws:ec2:us-east-1:<ACCOUNT_ID>:security-group/*']],
]

const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html
// biome-ignore format: one row per line
const partsOfCalls: readonly Row[] = [
  ['an update of items isn’t a part of making a table', `${denied(user, 'dynamodb:UpdateItem', table)}\n\n${policy(allow(['dynamodb:CreateTable', 'dynamodb:GetItem'], '*'))}`, 'no-identity-allow', ['dynamodb:UpdateItem'], ['if this is part of', 'dynamodb:CreateTableReplica']],
  ['nor is a query', `${denied(user, 'dynamodb:Query', table)}\n\n${policy(allow(['dynamodb:CreateTable', 'dynamodb:GetItem'], '*'))}`, 'no-identity-allow', ['dynamodb:Query'], ['if this is part of', 'dynamodb:CreateTableReplica']],
  ['tags can be', `${denied(user, 'dynamodb:TagResource', table)}\n\n${policy(allow(['dynamodb:CreateTable', 'dynamodb:GetItem'], table))}`, 'no-identity-allow', ['kms:CreateGrant']],
]

// biome-ignore format: one row per line
const onOne: readonly Row[] = [
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
  ['a request to a domain that isn’t named', denied(user, 'es:ESHttpPost', '').replace(/ on resource: $/, ''), 'no-identity-allow', ['arn:aws:es:us-east-1:111122223333:domain/<DOMAIN_NAME>/*'], ['all resources']],
  ['the only domain of the policies', `${denied(user, 'es:ESHttpPut', '').replace(/ on resource: $/, '')}\n\n${policy(allow('es:ESHttpGet', 'arn:aws:es:eu-west-1:111122223333:domain/logs/*'))}`, 'no-identity-allow', ['We assume the only one that your policies name: arn:aws:es:eu-west-1:111122223333:domain/logs/*']],
  // https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-access.html
  ['a search', denied(user, 'cloudsearch:search', '').replace(/ on resource: $/, ''), 'no-identity-allow', ['domain/<DOMAIN_NAME>'], ['all resources']],
  ['tags of a topic', denied(user, 'sns:TagResource', '').replace(/ on resource: $/, ''), 'no-identity-allow', ['<TOPIC_NAME>']],
  ['a key pair is deleted', denied(user, 'ec2:DeleteKeyPair', '').replace(/ on resource: $/, ''), 'no-identity-allow', ['key-pair/<KEY_PAIR_NAME>']],
  ['a list of all', denied(user, 'rds:DescribeDBInstances', '').replace(/ on resource: $/, ''), 'no-identity-allow', ['on all resources']],
  ['a lexicon is an extra', denied(user, 'polly:SynthesizeSpeech', '').replace(/ on resource: $/, ''), 'no-identity-allow', ['on all resources']],
]

const stateKey = 'net/terraform.tfstate'
const backend = (more: string): string =>
  `terraform {\n  backend "s3" {\n    bucket = "state-1"\n    key    = "${stateKey}"\n    region = "eu-west-1"\n    ${more}\n  }\n}`
const sops = (tool: string): string =>
  `${tool}AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.`

const reads = policy(allow('s3:GetObject', 'arn:aws:s3:::inbox/*'))
const lists = policy(allow('s3:GetObject', 'arn:aws:s3:::inbox/*'), allow('s3:ListBucket', 'arn:aws:s3:::inbox'))
const notFound = 'The object might not exist'
const couldNot = (role: string): string =>
  `current credentials could not be used to assume '${role}', but are for the right account. Proceeding anyway.\n\n`
const bootstrapped = 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-west-1'
const execution = 'sts::111122223333:assumed-role/apiExecution/0a1b'
const managed = 'AmazonECSTaskExecutionRolePolicy'

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html, https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
// biome-ignore format: one row per line
const behindIt: readonly Row[] = [
  ['a key from an event that is still encoded', `s3.get_object(Bucket='inbox', Key='My+Report.pdf')\nAn error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n\n${reads}`, 'policies-allow', [notFound, '--bucket inbox --prefix My ', 'URL-encoded']],
  ['the CLI looks at an object', `aws s3 cp s3://inbox/2026/a.csv .\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden\n\n${reads}`, 'policies-allow', [notFound, '--prefix 2026/a.csv ']],
  ['nothing names the object', `An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n\n${reads}`, 'policies-allow', [notFound]],
  ['a caller who can list the bucket', `aws s3 cp s3://inbox/2026/a.csv .\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden\n\n${lists}`, 'policies-allow', [], [notFound]],
  ['AWS names the action', `${denied(user, 's3:GetObject', 'arn:aws:s3:::inbox/a.csv')}\n\n${reads}`, 'policies-allow', [], [notFound]],
  ['an object that is written', `aws s3 cp a.csv s3://inbox/a.csv\nAn error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n\n${policy(allow('s3:PutObject', 'arn:aws:s3:::inbox/*'))}`, 'policies-allow', [], [notFound]],
  ['the CDK goes on without its roles', couldNot(bootstrapped) + denied(user, 'ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/cdk-bootstrap/hnb659fds/version', silent('ssm:GetParameter')), 'no-identity-allow', ['roles of the CDK bootstrap']],
  ['another qualifier, another call', couldNot(bootstrapped.replace('hnb659fds', 'acme1')) + denied(user, 'cloudformation:DescribeStacks', 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Api/*', silent('cloudformation:DescribeStacks')), 'no-identity-allow', ['roles of the CDK bootstrap']],
  ['a role that isn’t the CDK’s', couldNot('arn:aws:iam::111122223333:role/deployer') + denied(user, 's3:PutObject', 'arn:aws:s3:::a/b', silent('s3:PutObject')), 'no-identity-allow', [], ['CDK bootstrap']],
  ['a Deny behind the CDK’s roles', couldNot(bootstrapped) + denied(user, 's3:PutObject', 'arn:aws:s3:::a/b', ' with an explicit deny in a service control policy'), 'explicit-deny', [], ['CDK bootstrap']],
  ['ECS logs in to ECR', `ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: ${denied(execution, 'ecr:GetAuthorizationToken', '*', silent('ecr:GetAuthorizationToken'))}`, 'no-identity-allow', [managed, '--role-name apiExecution']],
  ['ECS pulls an image', `CannotPullContainerError: ${denied(execution, 'ecr:BatchGetImage', 'arn:aws:ecr:eu-west-1:111122223333:repository/api', silent('ecr:BatchGetImage'))}`, 'no-identity-allow', [managed]],
  ['ECS makes a log stream', `ResourceInitializationError: failed to validate logger args: ${denied(execution, 'logs:CreateLogStream', 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/api:log-stream:a', silent('logs:CreateLogStream'))}`, 'no-identity-allow', [managed]],
  ['a secret isn’t in that policy', `ResourceInitializationError: ${denied(execution, 'secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3', silent('secretsmanager:GetSecretValue'))}`, 'no-identity-allow', [], [managed]],
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  ['a login comes before a pull or a push', denied(user, 'ecr:GetAuthorizationToken', '*', silent('ecr:GetAuthorizationToken')), 'no-identity-allow', ['ecr:BatchGetImage', 'ecr:PutImage']],
  ['whose calls the policies allow on a repository', `${denied(user, 'ecr:GetAuthorizationToken', '*')}\n\n${policy(allow('ecr:*', 'arn:aws:ecr:eu-west-1:111122223333:repository/api'))}`, 'needs-star-resource', [], ['ecr:BatchGetImage', 'ecr:PutImage']],
  ['whose calls they allow in part', `${denied(user, 'ecr:GetAuthorizationToken', '*')}\n\n${policy(allow(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'], 'arn:aws:ecr:eu-west-1:111122223333:repository/api'))}`, 'no-identity-allow', ['ecr:PutImage'], ['ecr:BatchGetImage arn']],
  // What the tool was doing comes before AWS's sentence.
  ['a task definition’s role', `Error: Failed to register task definition in ECS: ${denied(user, 'iam:PassRole', 'arn:aws:iam::111122223333:role/app', silent('iam:PassRole'))}`, 'pass-role-missing', [], ['if you know which']],
  ['a state machine’s role', `Error creating state machine: ${denied(user, 'iam:PassRole', 'arn:aws:iam::111122223333:role/app')}`, 'pass-role-missing', [], ['if you know which']],
  ['a job’s role', `Failed to create the Glue job: ${denied(user, 'iam:PassRole', 'arn:aws:iam::111122223333:role/app')}`, 'pass-role-missing', [], ['if you know which']],
  ['a function’s role, where several services have functions', `Failed to create function: ${denied(user, 'iam:PassRole', 'arn:aws:iam::111122223333:role/app')}`, 'pass-role-missing', ['if you know which']],
  // https://developer.hashicorp.com/terraform/language/backend/s3
  ['Terraform’s state, locked with a file', `${denied('iam::111122223333:user/tf', 's3:ListBucket', 'arn:aws:s3:::state-1', silent('s3:ListBucket'))}\n\n${backend('use_lockfile = true')}`, 'no-identity-allow', [`"arn:aws:s3:::state-1/${stateKey}"`, `${stateKey}.tflock`, 's3:DeleteObject'], ['dynamodb:']],
  ['Terraform’s state, locked in a table', `${denied('iam::111122223333:user/tf', 's3:GetObject', `arn:aws:s3:::state-1/${stateKey}`, silent('s3:GetObject'))}\n\n${backend('dynamodb_table = "locks"')}`, 'no-identity-allow', ['s3:ListBucket', 'table/locks', 'dynamodb:PutItem'], ['tflock']],
  ['the table of the locks', `${denied('iam::111122223333:user/tf', 'dynamodb:PutItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/locks', silent('dynamodb:PutItem'))}\n\n${backend('dynamodb_table = "locks"')}`, 'no-identity-allow', ['dynamodb:GetItem', `state-1/${stateKey}`]],
  ['another bucket than the state’s', `${denied('iam::111122223333:user/tf', 's3:ListBucket', 'arn:aws:s3:::logs-1', silent('s3:ListBucket'))}\n\n${backend('use_lockfile = true')}`, 'no-identity-allow', [], ['state-1']],
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
  ['SOPS names the key', sops(`${aKey}: FAILED\n    - | Error decrypting key: `), 'incomplete', [`--key-id ${aKey} --region eu-west-1`, 'Allow kms:Decrypt on that key']],
  ['a setting names the key', sops(`KMS_KEY_ARN=${aKey}\nAn error occurred (AccessDeniedException) when calling the Decrypt operation: `), 'incomplete', [`--key-id ${aKey} --region eu-west-1`]],
  ['nothing names the key', sops('An error occurred (AccessDeniedException) when calling the Decrypt operation: '), 'incomplete', ['--key-id <KEY_ARN> --region <REGION>', 'Allow kms:Decrypt on that key']],
  ['a policy’s key isn’t the call’s', `${sops('An error occurred (AccessDeniedException) when calling the Decrypt operation: ')}\n\n${policy(allow('kms:Encrypt', aKey))}`, 'no-identity-allow', [], [`What else you pasted names ${aKey}`]],
  ['a push isn’t a task', denied(user, 'ecr:GetAuthorizationToken', '*', silent('ecr:GetAuthorizationToken')), 'no-identity-allow', [], [managed]],
]

const kinds: readonly (readonly [kind: string, rows: readonly Row[]])[] = [
  ['parts of a trust policy', trustParts],
  ['values that a program doesn’t have', emptyValues],
  ['policies that IAM doesn’t save', malformed],
  ['what the call was about', places],
  ['tools', tools],
  ['services', services],
  ['roles', roles],
  ['documents of Systems Manager', documents],
  ['calls by another role than meant', otherCallers],
  ['reports that say half', half],
  ['labs', labs],
  ['encryption', encryptions],
  ['policies of resources', policiesOfResources],
  ['sentences of services and what they mean', own],
  ['what such calls usually lack', usual],
  ['what a report says elsewhere, or not at all', apart],
  ['what a call can be a part of', partsOfCalls],
  ['ARNs that can’t exist', impossible],
  ['the other side, and the rest of a call', otherSides],
  ['policies of someone else than the caller', ofOthers],
  ['calls that act on one resource, though it may be left out of a policy', onOne],
  ['what is behind a denial', behindIt],
]

answerAll(kinds)

describe('two denials in one paste', () => {
  const creating = denied(user, 'iam:CreateRole', 'arn:aws:iam::111122223333:role/app', silent('iam:CreateRole'))
  // biome-ignore format: one row per line
  test.each([
    ['the same caller’s other call is offered with the fix', denied(user, 's3:CreateBucket', 'arn:aws:s3:::logs-1', silent('s3:CreateBucket')), true],
    ['another caller’s isn’t', denied('iam::111122223333:user/other', 's3:CreateBucket', 'arn:aws:s3:::logs-1', silent('s3:CreateBucket')), false],
    ['one that a policy denies isn’t', denied(user, 's3:CreateBucket', 'arn:aws:s3:::logs-1', ' with an explicit deny in a service control policy'), false],
  ])('%s', async (_, other, isOffered) => {
    const { fixes } = await diagnose({ paste: `Error: ${creating}\n\nError: ${other}` })
    expect(fixes[0]?.options.some(({ action }) => action === 's3:CreateBucket')).toBe(isOffered)
    expect(fixes[0]?.after).not.toContain('s3:CreateBucket')
  })
})
