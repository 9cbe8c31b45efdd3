/** What a service says of the resource that it acts for when it calls another service. */
export interface ServiceSource {
  /** The ARN in aws:SourceArn, with `{partition}`, `{region}`, and `{account}`; undefined: the documented policies don’t use the key. */
  readonly arn?: string
  /** The documented policies use aws:SourceAccount. */
  readonly account: boolean
}

interface Row extends ServiceSource {
  readonly from: string
  /** Services that are called. */
  readonly to: readonly string[]
}

/**
 * Only what AWS documents: a key that the service doesn’t send would keep it out. Neither key: AWS documents that they don’t work there.
 * Each row has its page in a comment, and was read there on 2026-11-30 unless a date says otherwise.
 */
const rows: readonly Row[] = [
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html. Its key policy has no condition.
  { from: 's3', to: ['sns', 'sqs', 'lambda'], account: true },
  // https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html, https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
  { from: 'sns', to: ['sqs', 'lambda'], arn: 'arn:{partition}:sns:{region}:{account}:*', account: false },
  // The key of a queue: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#sqs-adding-confused-deputy-protection
  { from: 'sns', to: ['kms'], arn: 'arn:{partition}:sns:{region}:{account}:*', account: false },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html#SNS_Confused_Deputy, and the keys of topics:
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  {
    from: 'cloudwatch',
    to: ['sns', 'kms'],
    arn: 'arn:{partition}:cloudwatch:{region}:{account}:alarm:*',
    account: true,
  },
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
  {
    from: 'events',
    to: ['sqs', 'lambda', 'execute-api'],
    arn: 'arn:{partition}:events:{region}:{account}:rule/*',
    account: false,
  },
  // Topics: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions, and their keys:
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  { from: 'events', to: ['sns', 'kms'], account: false },
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
  { from: 'cloudtrail', to: ['sns'], arn: 'arn:{partition}:cloudtrail:*:{account}:trail/*', account: false },
  // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html. No copy that we read shows its key policy.
  { from: 'budgets', to: ['sns'], arn: 'arn:{partition}:budgets::{account}:*', account: true },
  // https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
  { from: 'costalerts', to: ['sns', 'kms'], account: true },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
  { from: 'events.rds', to: ['sns'], arn: 'arn:{partition}:rds:{region}:{account}:*', account: true },
  // https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html
  { from: 'ses', to: ['s3', 'sns', 'lambda', 'kms'], arn: 'arn:{partition}:ses:*:{account}:*', account: true },
  // https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-sns-creating-role.html. Its key policy has no condition.
  { from: 'sms-voice', to: ['sns'], arn: 'arn:{partition}:sms-voice:{region}:{account}:*', account: true },
]

/**
 * What is documented of a service’s calls to another one; undefined: nothing that we know of. `principal` is "sns.amazonaws.com", `service` the prefix
 * of the called one’s actions. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const serviceSourceOf = (principal: string, service: string): ServiceSource | undefined =>
  rows.find(({ from, to }) => senderOf(principal) === from && to.includes(service))

/**
 * "s3" of "s3.amazonaws.com" and of "s3.ap-east-1.amazonaws.com", its name in calls from a Region that must be turned on.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
const senderOf = (principal: string): string | undefined =>
  /^([a-z0-9.-]{1,60}?)(?:\.[a-z]{2,4}(?:-[a-z]{2,12}){1,3}-\d)?\.amazonaws\.com(?:\.cn)?$/.exec(principal)?.[1]

/**
 * Services that send to topics and queues themselves. If those are encrypted, the sender makes a data key and decrypts it again, so its key policy always
 * needs both. https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services,
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services; Cost Anomaly
 * Detection and SMS: their pages above; AWS Budgets sends to topics as they do.
 */
// biome-ignore format: one list
const senders: ReadonlySet<string> = new Set([
  'budgets', 'cloudwatch', 'codecommit', 'costalerts', 'dms', 'ds', 'dynamodb', 'events', 'events.rds', 'glacier',
  'importexport', 'inspector', 'redshift', 's3', 'ses', 'sms-voice', 'sns', 'ssm-contacts', 'ssm-incidents',
])

/** What a sender needs of a key. SNS’s page has kms:GenerateDataKey*; those of SQS, S3, SES, and SMS have this. */
const senderActions: readonly string[] = ['kms:Decrypt', 'kms:GenerateDataKey']

/** The actions that a key policy must allow a service together, if `action` is one of them; undefined where one alone can do. */
export const keyActionsOf = (principal: string, action: string): readonly string[] | undefined =>
  senders.has(senderOf(principal) ?? '') && senderActions.includes(action) ? senderActions : undefined
