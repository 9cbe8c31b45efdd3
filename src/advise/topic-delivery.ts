import { type Denial, impliedBucket } from '../denial/index.ts'
import type { Case } from './diagnosis.ts'

/** What SNS needs at the places that it delivers to. https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html */
const actions: ReadonlyMap<string, string> = new Map([
  ['sqs', 'sqs:SendMessage'],
  ['lambda', 'lambda:InvokeFunction'],
  ['firehose', 'firehose:PutRecord'],
])

const topic = /"topicArn"\s{0,4}:\s{0,4}"(arn:aws[\w-]{0,10}:sns:[a-z0-9-]{1,30}:[^\s":]{1,40}:[\w.-]{1,256})"/
const destination = /"destination"\s{0,4}:\s{0,4}"(arn:aws[\w-]{0,10}:(sqs|lambda|firehose):[^"\s]{1,300})"/

/**
 * A delivery log of Amazon SNS: the topic couldn't deliver, so SNS is the caller and the destination is the resource. An encrypted queue's key has to
 * let SNS in, too. https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
 */
export function withTopicDelivery(given: Case, denial: Denial): Case {
  if (denial.kind !== 'access-denied' || denial.principal !== undefined || given.principal !== undefined) return given
  const text = given.paste.slice(0, 20_000)
  const source = topic.exec(text)?.[1]
  const [, to, service = ''] = destination.exec(text) ?? []
  const action = /KMS\.AccessDenied/.test(text) ? 'kms:GenerateDataKey' : actions.get(service)
  if (source === undefined || to === undefined || action === undefined) return given
  const account = source.split(':')[4] ?? ''
  return {
    ...given,
    principal: 'sns.amazonaws.com',
    action: given.action ?? action,
    resource: given.resource ?? (action.startsWith('kms:') ? undefined : to),
    context: {
      'aws:SourceArn': source,
      'aws:SourceAccount': account,
      'aws:RequestedRegion': to.split(':')[3] ?? '',
      ...given.context,
    },
  }
}

/**
 * A bucket that can't notify a queue, a topic, or a function: S3 calls in its name, and the pasted command or program names it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
export function withNotifyingBucket(given: Case, { sentence }: Denial): Case {
  const bucket = sentence?.id === 's3-notification' ? impliedBucket(given.paste) : undefined
  if (bucket === undefined) return given
  return { ...given, context: { 'aws:SourceArn': `arn:aws:s3:::${bucket}`, ...given.context } }
}
