// Kinds of pastes from running applications that a second set of public reports showed.
import { answerAll, type Row } from './answer-rows.ts'

const policy = (Action: string | readonly string[], Resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })

const forbidden = (user: string, what: string): string =>
  `Error from server (Forbidden): x is forbidden: User "${user}" cannot ${what}`
const session = 'arn:aws:sts::111122223333:assumed-role/deploy/botocore-session-1'

// biome-ignore format: one row per line
const clusters: readonly Row[] = [
  ['a role reads what viewers may read', forbidden(session, 'list resource "pods" in API group "" at the cluster scope'), 'not-authorization', ['doesn’t let the role deploy list pods', 'AmazonEKSViewPolicy --access-scope type=cluster', 'arn:aws:iam::111122223333:role/deploy'], ['kubectl']],
  ['a role changes something in one namespace', forbidden(session, 'create resource "deployments" in API group "apps" in the namespace "shop"'), 'not-authorization', ['AmazonEKSEditPolicy --access-scope type=namespace,namespaces=shop']],
  ['secrets need a policy of their own', forbidden(session, 'get resource "secrets" in API group "" in the namespace "shop"'), 'not-authorization', ['AmazonEKSSecretReaderPolicy']],
  ['custom resources are in no such policy', `${forbidden(session, 'get resource "servicemonitors" in API group "monitoring.coreos.com" in the namespace "shop"')}\npolicy_arn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy"`, 'not-authorization', ['servicemonitors.monitoring.coreos.com', '--namespace shop', 'update-access-entry', 'AmazonEKSAdminViewPolicy does'], ['associate-access-policy']],
  ['nodes are in no such policy', forbidden('arn:aws:iam::111122223333:user/ana', 'list resource "nodes" in API group "" at the cluster scope'), 'not-authorization', ['the user ana list nodes', 'kubectl create clusterrole', '--principal-arn arn:aws:iam::111122223333:user/ana'], ['associate-access-policy']],
  ['a session of a permission set has a path that no one sees', forbidden('arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana', 'list resource "pods" in API group "" in the namespace "shop"'), 'not-authorization', ['<ROLE_ARN>']],
  ['a service account gets a binding', forbidden('system:serviceaccount:shop:exporter', 'list resource "configmaps" in API group "" in the namespace "shop"'), 'not-authorization', ['the service account shop:exporter list configmaps', '--serviceaccount shop:exporter'], ['aws eks']],
  ['a node of the cluster', forbidden('system:node:ip-10-0-0-1.ec2.internal', 'get resource "configmaps" in API group "" in the namespace "kube-system"'), 'not-authorization', ['based on its own roles (RBAC)'], ['kubectl create']],
  ['no credentials at all', forbidden('system:anonymous', 'list resource "namespaces" in API group "" at the cluster scope'), 'not-authorization', ['doesn’t know the role or user']],
  ['the sentence is broken over lines', forbidden(session, 'list resource "pods"\nin API group "" in the\nnamespace "shop"'), 'not-authorization', ['namespaces=shop']],
  ['AWS’s own denial counts more', `User: ${session} is not authorized to perform: eks:DescribeCluster on resource: arn:aws:eks:eu-west-1:111122223333:cluster/c\n${forbidden(session, 'list resource "pods" in API group "" at the cluster scope')}`, 'no-identity-allow', ['eks:DescribeCluster']],
]

const decoded = (conditions: string, context: string, sid = 'Guard'): string =>
  `{"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[{"statementId":"${sid}","effect":"DENY","conditions":{"items":[${conditions}]}}]},"failures":{"items":[]},"context":{"principal":{"id":"AROAX:s","arn":"${session}"},"action":"ec2:RunInstances","resource":"arn:aws:ec2:eu-west-1:111122223333:instance/*","conditions":{"items":[${context}]}}}`
const item = (key: string, value: string): string => `{"key":"${key}","values":{"items":[{"value":"${value}"}]}}`

// biome-ignore format: one row per line
const denies: readonly Row[] = [
  ['the request has the value that is denied', decoded(item('ec2:AssociatePublicIpAddress', 'true'), item('ec2:AssociatePublicIpAddress', 'true')), 'explicit-deny', ['“Guard”', 'Turn off a public IP address', '--no-associate-public-ip-address'], ['this Region']],
  ['the request has another value than the accepted one', decoded(item('ec2:InstanceType', 't3.micro'), item('ec2:InstanceType', 'm5.large')), 'explicit-deny', ['(t3.micro; the request has m5.large)', 'The policy accepts t3.micro']],
  ['the request lacks a tag', decoded(item('aws:RequestTag/team', 'true'), ''), 'explicit-deny', ['the request doesn’t have it', 'tag'], ['this Region']],
  ['a key that must be true is missing', decoded(item('aws:MultiFactorAuthPresent', 'false'), ''), 'explicit-deny', ['MFA']],
  ['a pattern that the value matches', decoded(item('ec2:InstanceType', 'm5.*'), item('ec2:InstanceType', 'm5.large')), 'explicit-deny', ['Use another instance type than m5.*'], ['The policy accepts m5']],
  ['numbers have an order that isn’t told', decoded(item('ec2:VolumeSize', '100'), item('ec2:VolumeSize', '200')), 'explicit-deny', ['(100; the request has 200)'], ['accepts 100']],
  ['a statement without a condition', decoded('', ''), 'explicit-deny', ['“Guard”', 'this Region']],
]

const arn = 'arn:aws:states:eu-central-1:111122223333:stateMachine:orders'
const pipe = `"error": {"message": "Target invocation failed with error from States. Not allowed to invoke ${arn}.", "awsService": "states"}`
const terraform = `resource "aws_iam_role_policy" "pipe" {
  role = aws_iam_role.pipe.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource = "arn:aws:sqs:eu-west-1:111122223333:orders" }] })
}`
const created =
  'Error: waiting for creation AWS EventBridge Pipes Pipe (orders): unexpected state CREATE_FAILED. last error: The provided customer role does not have permissions to call ReceiveMessage on SQS'

// biome-ignore format: one row per line
const services: readonly Row[] = [
  ['a pipe waits for the state machine', `${pipe}\n\n${policy('states:StartExecution', arn)}`, 'service-role', ['The role of the pipe lacks states:StartSyncExecution', 'REQUEST_RESPONSE']],
  ['a pipe doesn’t wait', `${pipe}\n\n${policy('states:StartSyncExecution', arn)}`, 'service-role', ['lacks states:StartExecution']],
  ['nothing says which of the two', pipe, 'incomplete', ['doesn’t say which action'], ['lacks states']],
  ['a pipe’s role lacks a permission on its source', created, 'service-role', ['The role of the pipe lacks sqs:ReceiveMessage']],
  ['Terraform made the pipe before the policy', `${created}\n\n${terraform}`, 'policies-allow', ['In Terraform, make what failed depend on the policy', 'the role of the pipe has this policy'], ['get-caller-identity']],
  ['the order is set already', `${created}\n\n${terraform}\ndepends_on = [aws_iam_role_policy.pipe]`, 'policies-allow', [], ['In Terraform, make']],
  ['an object can’t be read by Textract or Rekognition', 'InvalidS3ObjectException: Unable to get object metadata from S3. Check object key, region and/or access permissions.', 'incomplete', ['Compare the Region, the bucket, and the key', 'bucket in another Region'], ['get-caller-identity']],
  ['the caller may read the object', `An error occurred (InvalidS3ObjectException) when calling the DetectText operation: Unable to get object metadata from S3. Check object key, region and/or access permissions.\n\n${policy('s3:*', '*')}`, 'policies-allow', ['Compare the Region']],
  ['Cognito can’t call its trigger', 'UserLambdaValidationException: PostConfirmation invocation failed due to error AccessDeniedException.', 'cross-account-one-side', ['cognito-idp.amazonaws.com', 'lambda:InvokeFunction']],
  ['Cognito’s own role in AWS’s account', `User: arn:aws:sts::999999999999:assumed-role/awscognitoidentityproviderservice-ec2-InstanceRole-1ABC/i-0123456789abcdef0 is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:111122223333:function:mail`, 'cross-account-one-side', ['"Service": "cognito-idp.amazonaws.com"'], ['the role awscognito', '"AWS"']],
  ['the Spot role doesn’t exist, in an event', '"eventSource": "ec2.amazonaws.com",\n"eventName": "RunInstances",\n"errorCode": "Client.AuthFailure.ServiceLinkedRoleCreationNotPermitted",\n"errorMessage": "The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.",', 'service-linked-role', ['--aws-service-name spot.amazonaws.com'], ['<SERVICE>']],
  ['an address isn’t verified', 'MessageRejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: shop@example.com', 'not-by-policy', ['as verified in this account and Region', 'SourceArn', 'get-account'], ['for anyone']],
  ['AWS IoT hangs up', `libaws-c-mqtt: AWS_ERROR_MQTT_UNEXPECTED_HANGUP, The connection was closed unexpectedly.\n\n${policy('iot:*', 'arn:aws:iot:us-west-2:111122223333:topic/test')}`, 'no-identity-allow', ['iot:Connect', 'client/', 'not an IAM policy']],
  ['AWS IoT hangs up, and nothing else is known', 'awscrt.exceptions.AwsCrtError: AWS_ERROR_MQTT_UNEXPECTED_HANGUP: The connection was closed unexpectedly.', 'incomplete', ['list-attached-policies', 'same client ID'], ['get-caller-identity']],
]

const layer = 'arn:aws:lambda:us-east-1:444455556666:layer:tools'
const noPolicy = (action: string): string => ` because no resource-based policy allows the ${action} action`
const forbiddenUrl =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}'
const api = 'arn:aws:execute-api:us-east-1:444455556666:a1b2c3d4e5/*/*/*'

// biome-ignore format: one row per line
const functions: readonly Row[] = [
  ['versions of someone else’s layer', `User: ${session} is not authorized to perform: lambda:ListLayerVersions on resource: ${layer}${noPolicy('lambda:ListLayerVersions')}`, 'refused-by-aws', ['Name the layer’s version yourself', 'No policy can allow this from another account'], ['AllowListLayerVersions']],
  ['versions of a layer in the own account', `User: ${session} is not authorized to perform: lambda:ListLayerVersions on resource: ${layer.replace('444455556666', '111122223333')} because no identity-based policy allows the lambda:ListLayerVersions action`, 'no-identity-allow', [], ['Name the layer’s version']],
  ['a version of someone else’s layer', `User: ${session} is not authorized to perform: lambda:GetLayerVersion on resource: ${layer}:7${noPolicy('lambda:GetLayerVersion')}`, 'cross-account-one-side', ['This layer is in us-east-1', `--layer-name ${layer} --version-number 7`, '--principal 111122223333'], ['AllowGetLayerVersion']],
  ['the function is in another Region', `aws lambda create-function --region eu-west-1 --layers ${layer}:7\nUser: ${session} is not authorized to perform: lambda:GetLayerVersion on resource: ${layer}:7${noPolicy('lambda:GetLayerVersion')}`, 'cross-account-one-side', ['what you pasted names eu-west-1']],
  ['a function URL with one of two statements', `${forbiddenUrl}\n\nresource "aws_lambda_permission" "url" {\n  action        = "lambda:InvokeFunctionUrl"\n  function_name = "site"\n  principal     = "*"\n}`, 'incomplete', ['needs lambda:InvokeFunction, too', '--function-name site', '--invoked-via-function-url'], ['AllowInvokeFunctionUrl']],
  ['a function URL with both', `${forbiddenUrl}\n\naction = "lambda:InvokeFunctionUrl"\naction = "lambda:InvokeFunction"`, 'incomplete', ['or the request isn’t signed'], ['allows lambda:InvokeFunctionUrl only']],
  ['a function URL, and nothing else', forbiddenUrl, 'incomplete', ['get-policy --function-name <FUNCTION_NAME>', 'October 2025']],
  ['an API of another account that only a policy names', `${session} is not authorized to perform: execute-api:Invoke\n\n${policy('execute-api:Invoke', api)}`, 'cross-account-one-side', ['444455556666:a1b2c3d4e5', 'The resource’s policy must allow it'], ['111122223333:<RESOURCE>']],
]

const profile = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/ab12cd34ef56'

// biome-ignore format: one row per line
const wholeCalls: readonly Row[] = [
  ['a function’s role lacks the second of three actions on its queue', `OrdersEventSourceMapping - The provided execution role does not have permissions to call DeleteMessage on SQS\n\n${policy('dynamodb:PutItem', '*')}`, 'service-role', ['sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:GetQueueAttributes']],
  ['a profile’s ID isn’t a model’s', `User: ${session} is not authorized to perform: bedrock:InvokeModel on resource: ${profile} because no identity-based policy allows the bedrock:InvokeModel action\n\n${policy('bedrock:InvokeModel', 'arn:aws:bedrock:*::foundation-model/*')}`, 'no-identity-allow', [profile], [':inference-profile/ab12', 'foundation-model/ab12', 'system-tool/ab12']],
  ['a function sends traces', 'Function - The provided execution role does not have permissions to call PutTraceSegments on XRAY (Service: AWSLambdaInternal; Status Code: 400)', 'service-role', ['xray:PutTelemetryRecords', 'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess', 'together with xray:PutTelemetryRecords']],
  ['a group’s setting isn’t about its streams', `User: ${session} is not authorized to perform: logs:PutRetentionPolicy on resource: arn:aws:logs:eu-west-1:111122223333:log-group:/aws/eks/demo:log-stream: because no identity-based policy allows the logs:PutRetentionPolicy action`, 'no-identity-allow', ['logs:PutRetentionPolicy'], ['each run']],
  ['AppSync denies a field', '"errorType": "Unauthorized",\n"message": "Not Authorized to access getUser on type Query"', 'not-by-policy', ['AppSync’s own authorization', '@aws_iam', 'adminRoleNames'], ['get-caller-identity']],
]

answerAll([
  ['all that a call needs', wholeCalls],
  ['layers, function URLs, and APIs', functions],
  ['Kubernetes in EKS', clusters],
  ['the Deny of a decoded message', denies],
  ['sentences of services', services],
])
