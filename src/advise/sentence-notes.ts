import { messagesOf, type Text } from '../words/index.ts'

const told = messagesOf('sentence-notes', {
  lambdaFetchedDeployment:
    'Lambda fetched the deployment package for you, with the permissions of the user or role that created or updated the function. That user or role needs the permission, not the function’s role. If it has it already, look for a condition that only your own call meets (MFA, an IP address, a VPC endpoint): Lambda’s call doesn’t meet it. A bucket in another account also needs a bucket policy, and the bucket must be in the function’s Region.',
  roleMadeAnew:
    'With AWS’s own key, Lambda uses a grant that it made for the role. It becomes void if the role is deleted, even if a new role gets the same name: choose another role for the function, save, then choose the right one again.',
  withinQueuesOwn:
    'Within the queue’s own account, either the caller’s policy or the queue’s policy must allow it. A caller in another account, or an AWS service such as Amazon SNS or Amazon S3, needs the queue’s policy.',
  subscriptionBelongsAccount:
    'A subscription belongs to the account that created it. From another account it can’t be read or changed, whatever your policies allow: have its owner do it.',
  triesDestinationBefore:
    'S3 tries the destination before it saves the configuration. The destination’s own policy must let s3.amazonaws.com in: lambda:InvokeFunction on a function, sqs:SendMessage on a queue, sns:Publish on a topic. The key policy of an encrypted queue or topic must let S3 use the key, too.',
  accessKeysIam:
    'Only the access keys of an IAM user can get a session token. With temporary credentials, use them as they are, or assume a role. Look for AWS_SESSION_TOKEN in the environment if you meant to use a user’s keys.',
  askLessDuration:
    'Ask for less with --duration-seconds, or have the role’s administrator raise its maximum session duration (at most 12 hours).',
  roleAssumesAnother:
    'A role that assumes another role (role chaining) gets a session of at most one hour, whatever the role’s maximum is. Ask for 3,600 seconds or less, renew the session in time, or assume the second role directly from a user, from IAM Identity Center, or from an instance.',
  managedRules:
    'Step Functions waits for other services with a rule of its own: StepFunctionsGetEventsForStepFunctionsExecutionRule for other state machines, StepFunctionsGetEventsForECSTaskRule for tasks of Amazon ECS, StepFunctionsGetEventsForBatchJobsRule for AWS Batch. The role of the state machine makes that rule.',
  chinaAccount: 'Without an ICP recordal, AWS China denies public requests',
  chinaAccountNote:
    'This code comes from the China Regions. Until AWS China turns on public access for an account, which takes an ICP recordal, requests without credentials fail there, whatever policies allow. If you need public access, ask AWS China’s support. Otherwise, send the request with credentials of an account in China.',
  openSearchRoles: 'A permission inside OpenSearch is missing, not an IAM permission',
  openSearchRolesNote:
    'The domain uses fine-grained access control. It asks OpenSearch’s own roles for this permission, and IAM let the request through already.',
  dataAccess: 'OpenSearch Serverless denies this: the collection’s data access policies decide',
  dataAccessNote:
    'In OpenSearch Serverless, a data access policy decides who can use a collection and its indexes. It isn’t an IAM policy, so not even AdministratorAccess replaces it.',
  ramSharing: 'AWS RAM doesn’t share with your organization yet',
  ramSharingForOthers: 'AWS RAM doesn’t share with our organization yet',
  ramSharingNote:
    'The resource can be shared only within your organization, and RAM knows your organization only after its management account turned that on. No permission is missing.',
  ramSharingNoteForOthers:
    'The resource can be shared only within our organization, and RAM knows it only after its management account turned that on. No permission is missing.',
  defaultKey: 'What’s encrypted with the default key of Amazon EBS can’t be shared',
  copyKey: 'The copy can’t use the KMS key of the snapshot',
  copyKeyNote:
    'A snapshot that’s encrypted with an AWS managed key, such as aws/ebs, can’t be copied into another account: no one can change that key’s policy. With a key of your own, the key policy must let the other account in.',
  eitherPassword:
    'The message has two causes: the permission is missing, or the account’s password policy doesn’t accept the new password.',
  backupAcrossAccounts:
    'Once they’re in one organization, the management account turns on cross-account backup in the settings of AWS Backup, and the access policy of the destination vault allows backup:CopyIntoBackupVault.',
  keyLockout: 'The key policy in this request wouldn’t let you change it again',
  keyLockoutForOthers: 'The key policy in this request wouldn’t let me change it again',
  keyLockoutNote:
    'No permission is missing. AWS KMS saves a key policy only if it also allows kms:PutKeyPolicy to the caller who sends it, so that the key stays manageable.',
  noProfile: 'EC2 doesn’t know this instance profile',
  noProfileNote:
    'No permission is missing. The call names an instance profile that doesn’t exist, or that EC2 doesn’t know yet.',
  policyOfLinkedRole: 'This policy can be attached to a service-linked role only',
  policyOfLinkedRoleNote: 'No permission is missing: AWS reserves this policy for the role of one service.',
  sessionChainedRole: 'A session of a chained role lasts at most one hour',
  getsessiontokenNeedsLong: 'GetSessionToken needs long-term keys, and these are already temporary',
  bedrockAccount: 'Amazon Bedrock denies this to the whole account',
  bedrockAccountNote:
    'Usually the account doesn’t have access to the model yet, or AWS hasn’t verified a new account. No policy change will fix this.',
  rootUserCant: 'The root user can’t assume roles',
  ssoSession: 'Your IAM Identity Center session has ended',
  ssoSessionForOthers: 'My IAM Identity Center session has ended',
  ssoSessionNote:
    'IAM Identity Center doesn’t accept the token that the AWS CLI or the tool kept from the last sign-in: it has expired, or someone signed out. No permission is missing.',
  otherDevice: 'AWS can’t use this MFA device: its serial number is wrong, or it belongs to another user',
  otherDeviceNote:
    'The serial number of a virtual device is an ARN with mfa/ in it, such as arn:aws:iam::111122223333:mfa/jane. The ARN of the user (user/jane) isn’t one. The device must belong to the user whose access keys make the call. AWS evaluated no policy.',
  metadataOfObject:
    'The service reads the object with the caller’s permissions, and only from a bucket in the Region of the call. The message is the same for a bucket in another Region, for a key that doesn’t exist, and for a missing permission.',
  hangup:
    'AWS IoT closes the connection without saying why. For a device with a certificate, an AWS IoT policy that is attached to the certificate decides, not an IAM policy: iot:Connect on client/<CLIENT_ID>, iot:Subscribe on topicfilter/<TOPIC>, iot:Publish and iot:Receive on topic/<TOPIC>. The same happens if the certificate isn’t active, or if another client connects with the same client ID.',
  syncPipe:
    'A pipe that waits for the state machine (REQUEST_RESPONSE) calls states:StartSyncExecution; one that doesn’t (FIRE_AND_FORGET) calls states:StartExecution.',
  graphField: 'AppSync’s own authorization denies this field, not IAM',
  graphFieldNote:
    'The caller may call the API, but the schema doesn’t let this caller’s way of signing in (IAM, user pool, API key, OIDC, Lambda) use this field or type. An IAM policy with appsync:GraphQL doesn’t change that.',
  unverified: 'Amazon SES doesn’t know the sender or a recipient as verified in this account and Region',
  unverifiedNote:
    'No permission is missing. An identity is verified in one account and one Region. In the sandbox, every recipient must be verified, too.',
  sessionAskedLasts: 'The session asked for lasts longer than the role allows',
})

/** Notes about a service’s message, by the sentence’s name in `denial/sentences`. */
const notes: ReadonlyMap<string, Text> = new Map([
  // https://docs.aws.amazon.com/textract/latest/dg/API_S3Object.html, https://docs.aws.amazon.com/rekognition/latest/APIReference/API_S3Object.html (2026-11-30)
  ['s3-metadata', told('metadataOfObject')],
  // https://docs.aws.amazon.com/iot/latest/developerguide/diagnosing-connectivity-issues.html (2026-11-30)
  ['iot-hangup', told('hangup')],
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html (2026-11-30)
  ['pipes-states', told('syncPipe')],
  // https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html, https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html (2026-11-30)
  ['ses-unverified', told('unverifiedNote')],
  // https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html (2026-11-30)
  ['appsync-field', told('graphFieldNote')],
  // https://github.com/kubernetes/kubernetes/issues/17868, https://github.com/hashicorp/terraform-provider-aws/issues/15420 (2026-11-30)
  ['s3-china-account', told('chinaAccountNote')],
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
  ['kms-lockout', told('keyLockoutNote')],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html (2026-11-30)
  ['ec2-instance-profile', told('noProfileNote')],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
  ['iam-service-policy', told('policyOfLinkedRoleNote')],
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html (2026-11-30)
  ['backup-organization', told('backupAcrossAccounts')],
  ['snapshot-key', told('copyKeyNote')],
  // https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html (2026-11-30)
  ['ram-organization', told('ramSharingNote')],
  // https://repost.aws/knowledge-center/iam-user-password-error (2026-11-30)
  ['iam-change-password', told('eitherPassword')],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html (2026-11-30)
  ['br-account', told('bedrockAccountNote')],
  [
    // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    'lambda-s3-code',
    told('lambdaFetchedDeployment'),
  ],
  [
    // https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors
    'lambda-kms-env',
    told('roleMadeAnew'),
  ],
  [
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html
    'sqs-url-denied',
    told('withinQueuesOwn'),
  ],
  [
    // https://docs.aws.amazon.com/sns/latest/dg/sns-send-message-to-sqs-cross-account.html
    'sns-subscription',
    told('subscriptionBelongsAccount'),
  ],
  [
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
    's3-notification',
    told('triesDestinationBefore'),
  ],
  [
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
    'sts-gst-session',
    told('accessKeysIam'),
  ],
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html#id_roles_use_view-role-max-session
    'sts-duration',
    told('askLessDuration'),
  ],
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
    'sts-chain',
    told('roleAssumesAnother'),
  ],
  [
    // https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
    'sfn-managed-rule',
    told('managedRules'),
  ],
  [
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
    'os-fgac',
    told('openSearchRolesNote'),
  ],
  [
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
    'aoss-data-access',
    told('dataAccessNote'),
  ],
  [
    // https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
    'sso-session',
    told('ssoSessionNote'),
  ],
  [
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
    'sts-mfa-validate',
    told('otherDeviceNote'),
  ],
])

/** Titles that say more than that of the kind. */
const titles: ReadonlyMap<string, Text> = new Map([
  ['ses-unverified', told('unverified')],
  ['appsync-field', told('graphField')],
  ['kms-lockout', told('keyLockout')],
  ['ram-organization', told('ramSharing')],
  ['snapshot-key', told('copyKey')],
  ['snapshot-default-key', told('defaultKey')],
  ['ec2-instance-profile', told('noProfile')],
  ['iam-service-policy', told('policyOfLinkedRole')],
  ['sts-chain', told('sessionChainedRole')],
  ['sts-gst-session', told('getsessiontokenNeedsLong')],
  ['sso-session', told('ssoSession')],
  ['sts-mfa-validate', told('otherDevice')],
  ['sts-root', told('rootUserCant')],
  ['sts-duration', told('sessionAskedLasts')],
  ['os-fgac', told('openSearchRoles')],
  ['aoss-data-access', told('dataAccess')],
  ['s3-china-account', told('chinaAccount')],
  ['br-account', told('bedrockAccount')],
])

/** Sentences that say less than their title: people found out what they usually mean. */
const usual: ReadonlySet<string> = new Set(['s3-china-account'])

/** Does the sentence itself say what the title says? */
export const saysItself = (id: string): boolean => !usual.has(id)

/** What the sentence means, as a title; undefined where its kind says it. */
export const sentenceTitle = (id: string | undefined): Text | undefined =>
  id === undefined ? undefined : titles.get(id)

/** The note for a sentence; empty where there is none. */
export const sentenceNote = (id: string | undefined): Text => (id === undefined ? undefined : notes.get(id)) ?? ''
