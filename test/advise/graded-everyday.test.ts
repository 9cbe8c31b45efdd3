// Everyday pastes, read as a person would read the answer: the cause, and words that the answer must and mustn’t have.
import { answerAll, denied, policy, type Row } from './answer-rows.ts'

const user = 'iam::111122223333:user/dev'
const silent = (action: string): string => ` because no identity-based policy allows the ${action} action`
const allow = (Action: string, Resource: string): object => ({ Effect: 'Allow', Action, Resource })

const assume = 'sts:AssumeRole'
const elsewhere = 'arn:aws:iam::444455556666:role/deploy'
const withMfa = (operator: string): object => ({ Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'true' } } })
const ofUser = (more: object): string =>
  policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: assume, ...more })

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
// biome-ignore format: one row per line
const roleWithMfa: readonly Row[] = [
  ['a user in another account', `${denied(user, assume, elsewhere)}\n\n${ofUser(withMfa('Bool'))}`, 'trust-condition', ['The role requires MFA, and nothing shows', `aws sts assume-role --role-arn ${elsewhere}`, '--serial-number arn:aws:iam::111122223333:mfa/<DEVICE_NAME>'], ['Confirmed', 'get-session-token']],
  ['a call without MFA information passes …IfExists', `${denied(user, assume, elsewhere)}\n\n${ofUser(withMfa('BoolIfExists'))}`, 'no-identity-allow', ['sts:AssumeRole'], ['nothing shows that the call was made with it']],
  ['AWS blames the user’s own policies', `${denied(user, assume, elsewhere, silent(assume))}\n\n${ofUser(withMfa('Bool'))}`, 'no-identity-allow', ['Allow sts:AssumeRole'], ['nothing shows that the call was made with it']],
  ['the user’s policy allows it', `${denied(user, assume, elsewhere)}\n\n${policy(allow(assume, elsewhere))}\n\n${ofUser(withMfa('Bool'))}`, 'depends', ['MFA']],
]

const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'
const pulled = (who: string): string =>
  `ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException: ${denied(who, 'secretsmanager:GetSecretValue', secret, silent('secretsmanager:GetSecretValue'))}`

// biome-ignore format: one row per line
const wrongRole: readonly Row[] = [
  ['the task role has what the execution role lacks', `${pulled('sts::111122223333:assumed-role/exec/1')}\n\n${policy(allow('secretsmanager:GetSecretValue', '*'))}`, 'policies-allow', ['Check that the task execution role has this policy', 'only the program in the container']],
  ['ECS can’t assume its own role', 'InvalidParameterException: Unable to assume the service linked role. Please verify that the ECS service linked role exists.', 'service-linked-role', ['aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com'], ['Under Trust relationships']],
  ['ECS can’t assume the role that it got', 'ECS was unable to assume the role \'arn:aws:iam::111122223333:role/exec\' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions.', 'service-not-trusted', ['Under Trust relationships']],
]

const noQueue =
  'AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation: The specified queue does not exist or you do not have access to it.'

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html
// biome-ignore format: one row per line
const missingOrDenied: readonly Row[] = [
  ['a queue, and no one is named', `botocore.errorfactory.QueueDoesNotExist: An error occurred (${noQueue}`, 'incomplete', ['What the call names doesn’t exist, or the caller lacks sqs:GetQueueUrl', 'Check the name, the Region, and the account first', 'aws sqs list-queues --region <REGION>'], ['probably lacks']],
  ['a queue whose address names the Region', `POST https://sqs.eu-west-1.amazonaws.com/\nAn error occurred (${noQueue}`, 'incomplete', ['aws sqs list-queues --region eu-west-1']],
  ['the policies don’t allow it', `An error occurred (${noQueue}\n\n${policy(allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs'))}`, 'no-identity-allow', ['Check the name, the Region, and the account first']],
  ['an action is named', `${denied(user, 'sqs:GetQueueUrl', 'arn:aws:sqs:eu-west-1:111122223333:jobs', silent('sqs:GetQueueUrl'))}\nThe specified queue does not exist or you do not have access to it.`, 'no-identity-allow', ['No policy attached to the user dev'], ['Check the name, the Region']],
]

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
// biome-ignore format: one row per line
const publicAcls: readonly Row[] = [
  ['an upload with a public ACL', `An error occurred (AccessDenied) when calling the PutObject operation: ${denied(user, 's3:PutObject', '"arn:aws:s3:::site/index.html"', ' because public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting')}`, 'block-public-access', ['Leave out the ACL', '--bucket site'], ['Name who can read it']],
  ['an ACL of an object', `An error occurred (AccessDenied) when calling the PutObjectAcl operation: ${denied(user, 's3:PutObjectAcl', '"arn:aws:s3:::site/index.html"', ' because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access')}`, 'block-public-access', ['Leave out the ACL'], ['Name who can read it']],
  ['a bucket policy', `An error occurred (AccessDenied) when calling the PutBucketPolicy operation: ${denied(user, 's3:PutBucketPolicy', '"arn:aws:s3:::site"', ' because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access')}`, 'block-public-access', ['Name who can read it'], ['Leave out the ACL']],
]

// biome-ignore format: one row per line
const badDocuments: readonly Row[] = [
  ['a key policy that locks its author out', 'Error: creating KMS Key: operation error KMS: CreateKey, MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.', 'not-by-policy', ['wouldn’t let you change it again', 'arn:aws:iam::<ACCOUNT_ID>:root', 'kms:PutKeyPolicy'], ['every principal exists']],
  ['an instance profile that doesn’t exist', 'InvalidParameterValue: Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name', 'not-by-policy', ['aws iam get-instance-profile', 'not the name of a role']],
  ['a policy of service-linked roles', 'An error occurred (PolicyNotAttachable) when calling the AttachRolePolicy operation: Cannot attach a Service Role Policy to a Customer Role.', 'not-by-policy', ['service-linked role only', 'aws-service-role'], ['every principal exists']],
]

const s3Denied =
  'Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 4K; S3 Extended Request ID: abc)'
const query = `Your query has the following error(s):\n\n${s3Denied}\n\nThis query ran against the "sales" database, unless qualified by the query.`

// https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html
// biome-ignore format: one row per line
const behind: readonly Row[] = [
  ['a query of Athena, and its policies mention half', `${query}\n\n${policy(allow('athena:*', '*'), allow('s3:GetObject', 'arn:aws:s3:::sales/*'))}`, 'no-detail', ['Check what an Athena query needs here', 'The policies you gave don’t mention s3:GetBucketLocation, s3:PutObject, s3:ListBucket'], ['mention all of these']],
  ['a query of Athena, and its policies mention all', `${query}\n\n${policy(allow('athena:*', '*'), allow('s3:*', 'arn:aws:s3:::sales/*'))}`, 'no-detail', ['mention all of these']],
  ['a query of Athena without policies', query, 'no-detail', ['Check what an Athena query needs here', 'the bucket of each table']],
  ['no other service is in sight', s3Denied, 'no-detail', ['Amazon S3 denied something'], ['Athena']],
]

answerAll([
  ['roles that ask for MFA', roleWithMfa],
  ['the other of two roles', wrongRole],
  ['what may not exist', missingOrDenied],
  ['calls of other services behind it', behind],
  ['ACLs that make a bucket public', publicAcls],
  ['documents that AWS doesn’t accept', badDocuments],
])
