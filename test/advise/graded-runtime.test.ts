// Kinds of pastes from applications at run time that public reports showed and that were answered poorly.
import { answerAll, type Row } from './answer-rows.ts'

const silent = (action: string): string => ` because no identity-based policy allows the ${action} action`
const statement = (Action: string, Resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })

// biome-ignore format: one row per line
const hidden: readonly Row[] = [
  ['a longer mask isn’t two shorter ones and a wildcard', `User: arn:aws:sts::************:assumed-role/*****Scan-*****/scan is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:*:************:key/**************${silent('kms:Decrypt')}`, 'no-identity-allow', ['Allow kms:Decrypt', 'has “*” where AWS writes the Region'], ['Check the name in the call', 'ends with a wildcard']],
  ['the Region is hidden by one star', `User: arn:aws:sts::111122223333:assumed-role/app/x is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:*:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab${silent('kms:Decrypt')}`, 'no-identity-allow', ['has “*” where AWS writes the Region'], ['Check the name in the call']],
  ['a name that ends with a star is still a pattern', `User: arn:aws:sts::111122223333:assumed-role/app/x is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:us-west-1:111122223333:*${silent('ssm:GetParameter')}`, 'no-identity-allow', ['Check the name in the call']],
  ['two stars hide an account', 'User: arn:aws:sts::**:assumed-role/karpenter/x is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:**:launch-template/lt-0638ed6a3b7addbf5', 'no-identity-allow', ['ec2:RunInstances', '`**` hides a value'], ['123456789012']],
  ['a word hides the account of a caller', `User: arn:aws:sts::acme-prod:assumed-role/app/x is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:acme-prod:orders${silent('sqs:SendMessage')}`, 'no-identity-allow', ['`acme-prod` hides a value'], ['can’t exist']],
  ['Markdown escapes stars and underscores', `User: arn:aws:sts::111122223333:assumed-role/my\\_role/x is not authorized to perform: glue:GetDatabases on resource: arn:aws:glue:\\*:\\*:catalog${silent('glue:GetDatabases')}`, 'no-identity-allow', ['my_role', 'Region and the account'], ['\\']],
]

const node =
  'User: arn:aws:sts::111122223333:assumed-role/eks-worker/i-0123456789abcdef0 is not authorized to perform: route53:ListHostedZones'
// biome-ignore format: one row per line
const roles: readonly Row[] = [
  ['the annotation of kube2iam names another role', `${node}\n\nmetadata:\n  annotations:\n    iam.amazonaws.com/role: external-dns\n\n${statement('route53:ListHostedZones', '*')}`, 'no-role-in-setting', ['The node’s role made the call', 'kube2iam', 'external-dns'], ['AWS_ROLE_ARN']],
  ['the annotation names the node’s own role', `${node}\n\niam.amazonaws.com/role: eks-worker`, 'no-identity-allow', [], ['kube2iam']],
  ['Cognito’s session without an ARN, and the role allows the call', `CognitoIdentityCredentials is not authorized to perform: apigateway:GET on resource: arn:aws:apigateway:eu-west-1::/restapis\n\n${statement('apigateway:GET', '*')}`, 'silent-session', ['doesn’t let guests call apigateway:GET', 'we assume that one that didn’t sign in made it'], ['cognitoGuest']],
  ['Cognito’s session without an ARN, and a service that guests can use', `CognitoIdentityCredentials is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:f\n\n${statement('dynamodb:GetItem', '*')}`, 'no-identity-allow', ['lambda:InvokeFunction'], ['guests']],
  ['the EBS CSI driver', 'failed to provision volume with StorageClass "ebs-sc": rpc error: code = Internal desc = Could not create volume "pvc-1": could not create volume in EC2: UnauthorizedOperation: You are not authorized to perform this operation.', 'incomplete', ['AmazonEBSCSIDriverPolicyV2', 'ebs-csi-controller-sa']],
  ['the EFS CSI driver’s role', `User: arn:aws:sts::111122223333:assumed-role/efs-csi-role/1 is not authorized to perform: elasticfilesystem:CreateAccessPoint on resource: arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0123456789abcdef0${silent('elasticfilesystem:CreateAccessPoint')}`, 'no-identity-allow', ['AmazonEFSCSIDriverPolicy']],
  ['that policy doesn’t help against a deny of the organization', 'User: arn:aws:sts::111122223333:assumed-role/ebs-csi/1 is not authorized to perform: ec2:CreateVolume on resource: arn:aws:ec2:eu-west-1:111122223333:volume/* with an explicit deny in a service control policy', 'explicit-deny', [], ['AmazonEBSCSIDriverPolicy']],
  ['the Cluster Autoscaler reads a launch template', 'E0423 1 utils.go:291] Unable to build proper template node for asg-1: UnauthorizedOperation: You are not authorized to perform this operation.\n\tstatus code: 403', 'service-role', ['ec2:DescribeLaunchTemplateVersions']],
]

const ciphertext =
  'AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access. (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException)'
// biome-ignore format: one row per line
const places: readonly Row[] = [
  ['a publisher needs two actions on the topic’s key', `SNS producer error: KMS${ciphertext}`, 'incomplete', ['kms:GenerateDataKey', 'publishes to an encrypted topic']],
  ['a reader of a queue needs one', `Error reading from SQS: ${ciphertext}`, 'incomplete', ['kms:Decrypt'], ['kms:GenerateDataKey']],
  ['a secret’s name is looked up in the caller’s account', `User: arn:aws:sts::111122223333:assumed-role/eso/x is not authorized to perform: secretsmanager:GetSecretValue on resource: app/test/new${silent('secretsmanager:GetSecretValue')}\n\nThe secret is in another AWS account.`, 'no-identity-allow', ['name it by its ARN in the call']],
  ['the policy names the Region that the owner shares', `User: arn:aws:sts::111122223333:assumed-role/app/x is not authorized to perform: glue:GetDatabases on resource: arn:aws:glue:us-east-2:444455556666:catalog because no resource-based policy allows the glue:GetDatabases action\n\n${statement('glue:GetDatabase*', 'arn:aws:glue:us-west-2:444455556666:catalog')}`, 'cross-account-one-side', ['Call the Region that the caller’s policy names']],
  ['a program keeps the bucket’s name in a variable', 'BUCKET = "reports-eu"\ns3.list_objects_v2(Bucket=BUCKET)\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied', 'incomplete', ['arn:aws:s3:::reports-eu']],
  ['a variable without a value says nothing', 's3.list_objects_v2(Bucket=bucket)\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied', 'incomplete', ['<BUCKET_NAME>']],
  ['Bedrock isn’t open to the account', 'An error occurred (AccessDeniedException) when calling the InvokeModel operation: Your account is not authorized to invoke this API operation.', 'not-by-policy', ['get-foundation-model-availability', 'Amazon Bedrock denies this to the whole account']],
]

answerAll([
  ['masks in the ARNs of a message', hidden],
  ['whose role made the call', roles],
  ['what the call was about', places],
])
