// A service that a resource’s policy lets in is limited to what it acts for, with the keys that AWS documents for that service and no others.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'

const topic = 'arn:aws:sns:eu-west-1:111122223333:alerts'
const queue = 'arn:aws:sqs:eu-west-1:111122223333:orders'
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const api = 'arn:aws:execute-api:eu-west-1:111122223333:abc1234567/prod/GET/orders'
const fn = 'arn:aws:lambda:eu-west-1:111122223333:function:orders'

const says = (service: string, action: string, resource: string): string =>
  `User: ${service}.amazonaws.com is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`

const account = { StringEquals: { 'aws:SourceAccount': '111122223333' } }
const from = (arn: string): object => ({ ArnLike: { 'aws:SourceArn': arn } })

describe('the condition of the statement', () => {
  // biome-ignore format: one row per line
  test.each([
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
    ['s3', 'sns:Publish', topic, account],
    ['s3', 'sqs:SendMessage', queue, account],
    ['s3', 'lambda:InvokeFunction', fn, account],
    ['s3', 'kms:GenerateDataKey', key, undefined],
    // https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
    ['sns', 'sqs:SendMessage', queue, from('arn:aws:sns:eu-west-1:111122223333:*')],
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#sqs-adding-confused-deputy-protection
    ['sns', 'kms:GenerateDataKey', key, from('arn:aws:sns:eu-west-1:111122223333:*')],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html#SNS_Confused_Deputy
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
    ['cloudwatch', 'sns:Publish', topic, { ...account, ...from('arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*') }],
    ['cloudwatch', 'kms:GenerateDataKey', key, { ...account, ...from('arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*') }],
    ['events', 'kms:GenerateDataKey', key, undefined],
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    ['events', 'sqs:SendMessage', queue, from('arn:aws:events:eu-west-1:111122223333:rule/*')],
    ['events', 'lambda:InvokeFunction', fn, from('arn:aws:events:eu-west-1:111122223333:rule/*')],
    ['events', 'execute-api:Invoke', api, from('arn:aws:events:eu-west-1:111122223333:rule/*')],
    // “You can't use Condition blocks in Amazon SNS topic policies for EventBridge.”
    ['events', 'sns:Publish', topic, undefined],
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
    ['cloudtrail', 'sns:Publish', topic, from('arn:aws:cloudtrail:*:111122223333:trail/*')],
    // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
    ['budgets', 'sns:Publish', topic, { ...account, ...from('arn:aws:budgets::111122223333:*') }],
    ['budgets', 'kms:GenerateDataKey', key, undefined],
    // https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
    ['costalerts', 'kms:GenerateDataKey', key, account],
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
    ['events.rds', 'sns:Publish', topic, { ...account, ...from('arn:aws:rds:eu-west-1:111122223333:*') }],
    // https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html
    ['ses', 'kms:GenerateDataKey', key, { ...account, ...from('arn:aws:ses:*:111122223333:*') }],
    // https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-sns-creating-role.html
    ['sms-voice', 'sns:Publish', topic, { ...account, ...from('arn:aws:sms-voice:eu-west-1:111122223333:*') }],
    ['sms-voice', 'kms:GenerateDataKey', key, undefined],
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html: a Region that must be turned on
    ['s3.ap-east-1', 'sns:Publish', topic, account],
    ['sns.af-south-1', 'sqs:SendMessage', queue, from('arn:aws:sns:eu-west-1:111122223333:*')],
    // Nothing documented that we know of.
    ['codeartifact', 'sqs:SendMessage', queue, undefined],
  ])('%s calls %s', async (service, action, resource, condition) => {
    const { fixes } = await diagnose({ paste: says(service, action, resource) })
    const [statement] = JSON.parse(fixes[0]?.after ?? '').Statement
    expect(statement.Condition).toEqual(condition)
    expect(fixes[0]?.proof.after.decision).toBe('allowed')
    expect(fixes[0]?.onlyIf).toBe(
      condition === undefined ? undefined : `${service}.amazonaws.com acts for a resource in account 111122223333`,
    )
  })

  test('a topic that the log names is the only one', async () => {
    const log = {
      delivery: {
        destination: queue,
        providerResponse: '{"ErrorCode":"KMS.AccessDeniedException","ErrorMessage":"null (Service: AWSKMS)"}',
        statusCode: 400,
      },
      notification: { topicArn: topic },
      status: 'FAILURE',
    }
    const { fixes } = await diagnose({ paste: JSON.stringify(log, undefined, 1) })
    const [statement] = JSON.parse(fixes[0]?.after ?? '').Statement
    expect(statement.Condition).toEqual(from(topic))
  })

  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
  test('a rule that the request names isn’t a condition where AWS doesn’t support one', async () => {
    const context = { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/nightly' }
    const { fixes } = await diagnose({ paste: says('events', 'sns:Publish', topic), context })
    expect(JSON.parse(fixes[0]?.after ?? '').Statement[0].Condition).toBeUndefined()
    expect(fixes[0]?.risk).toContain('Don’t limit it with aws:SourceArn')
  })

  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  test('no one is told to name a source where AWS doesn’t support that', async () => {
    const { fixes } = await diagnose({ paste: says('events', 'kms:GenerateDataKey', key) })
    expect(fixes[0]?.risk).toContain('Don’t limit it with aws:SourceArn or aws:SourceAccount here')
    expect(fixes[0]?.risk).not.toContain('Add aws:SourceArn')
  })
})

// A sender makes a data key and decrypts it. https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services,
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services
describe('the actions of a key’s statement', () => {
  const both = ['kms:Decrypt', 'kms:GenerateDataKey']
  test.each([
    ...['s3', 'sns', 'cloudwatch', 'events', 'costalerts', 'ses', 'sms-voice', 'budgets', 'codecommit'].flatMap(
      (service): [string, string, string | string[]][] => both.map((action) => [service, action, both]),
    ),
    ['cloudwatch', 'kms:DescribeKey', 'kms:DescribeKey'],
    // A trail's logs need no kms:Decrypt.
    ['cloudtrail', 'kms:GenerateDataKey', 'kms:GenerateDataKey'],
    ['athena', 'kms:Decrypt', 'kms:Decrypt'],
  ])('%s, denied %s', async (service, action, actions) => {
    const { fixes, cause } = await diagnose({ paste: says(service, action, key) })
    expect(JSON.parse(fixes[0]?.after ?? '').Statement[0].Action).toEqual(actions)
    expect(fixes[0]?.proof.after.decision).toBe('allowed')
    expect(JSON.stringify(cause).includes('both actions')).toBe(Array.isArray(actions))
  })
})
