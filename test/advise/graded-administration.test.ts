// Kinds of pastes about administration, explicit denies, and the console that public reports showed and that were answered poorly.
import { answerAll, type Row } from './answer-rows.ts'

const denied = (who: string, action: string, resource: string, rest = ''): string =>
  `User: arn:aws:${who} is not authorized to perform: ${action} on resource: ${resource}${rest}`
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
]

// biome-ignore format: one row per line
const forms: readonly Row[] = [
  // https://github.com/aws/aws-cdk/issues/25768
  ['a task definition without its revision', denied('sts::111122223333:assumed-role/deploy/1', 'ecs:TagResource', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web', silent('ecs:TagResource')), 'no-identity-allow', ['"Resource": "arn:aws:ecs:eu-west-1:111122223333:task-definition/web"'], ['takes nothing narrower']],
  // https://github.com/aws-samples/amazon-cloudwatch-auto-alarms/issues/47
  ['tags of an alarm are set on the alarm', `An error occurred (AccessDenied) when calling the PutMetricAlarm operation: ${denied('sts::111122223333:assumed-role/alarms/1', 'iam:CreateServiceLinkedRole', 'arn:aws:iam::111122223333:role/aws-service-role/events.amazonaws.com/AWSServiceRoleForCloudWatchEvents', silent('iam:CreateServiceLinkedRole'))}`, 'service-linked-role', [':alarm:*'], [':slo/']],
]

answerAll([
  ['decoded messages that were cut', decodedParts],
  ['messages of CloudFormation’s handlers', handlers],
  ['public access', publicAccess],
  ['sentences of services', sentences],
  ['forms of ARNs', forms],
])
