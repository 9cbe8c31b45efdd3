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
 * Each row has its page in a comment.
 */
const rows: readonly Row[] = [
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
  { from: 's3', to: ['sns', 'sqs', 'lambda'], account: true },
  // https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html, https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
  { from: 'sns', to: ['sqs', 'lambda'], arn: 'arn:{partition}:sns:{region}:{account}:*', account: false },
  // The key of a queue: https://github.com/aws/aws-cdk/pull/20521
  { from: 'sns', to: ['kms'], arn: 'arn:{partition}:sns:{region}:{account}:*', account: false },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/US_SetupSNS.html, and the keys of topics:
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  {
    from: 'cloudwatch',
    to: ['sns', 'kms'],
    arn: 'arn:{partition}:cloudwatch:{region}:{account}:alarm:*',
    account: true,
  },
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
  { from: 'events', to: ['sqs', 'lambda'], arn: 'arn:{partition}:events:{region}:{account}:rule/*', account: false },
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  { from: 'events', to: ['kms'], account: false },
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
  { from: 'cloudtrail', to: ['sns'], arn: 'arn:{partition}:cloudtrail:*:{account}:trail/*', account: false },
  // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
  { from: 'budgets', to: ['sns', 'kms'], arn: 'arn:{partition}:budgets::{account}:*', account: true },
  // https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
  { from: 'costalerts', to: ['sns', 'kms'], account: true },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
  { from: 'events.rds', to: ['sns'], arn: 'arn:{partition}:rds:{region}:{account}:*', account: true },
  // https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html
  { from: 'ses', to: ['s3', 'sns', 'lambda', 'kms'], arn: 'arn:{partition}:ses:*:{account}:*', account: true },
  // https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-sns-creating-role.html
  { from: 'sms-voice', to: ['sns', 'kms'], arn: 'arn:{partition}:sms-voice:{region}:{account}:*', account: true },
]

/**
 * What is documented of a service’s calls to another one; undefined: nothing that we know of. `principal` is "sns.amazonaws.com", `service` the prefix
 * of the called one’s actions. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const serviceSourceOf = (principal: string, service: string): ServiceSource | undefined =>
  rows.find(({ from, to }) => principal === `${from}.amazonaws.com` && to.includes(service))
