import { messagesOf } from '../../words/index.ts'
import { type Deed, isWanted, valuesOf } from './deed.ts'
import type { Demand } from './demand.ts'

const told = messagesOf('deeds/bucket-context', {
  bucketContext: 'If the bucket has an S3 Bucket Key, name the bucket in the condition, too',
  bucketContextText:
    'S3 sends the encryption context itself: the object’s ARN, or with an S3 Bucket Key the bucket’s. The policy accepts only {{values}}. The command says whether BucketKeyEnabled is true, and an administrator adds {{bucket}} to the condition where that’s what S3 sends.',
  objectContext: 'If the bucket has no S3 Bucket Key, name its objects in the condition, too',
})

/**
 * What to do about a condition on the encryption context that S3 sends: the ARN of the object, or that of the bucket. Undefined for any other demand.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html#bucket-key-changes (2026-11-30)
 */
export function bucketContext(demand: Demand): Deed | undefined {
  const isOfS3 = demand.key.toLowerCase() === 'kms:encryptioncontext:aws:s3:arn'
  const [only, ...more] = demand.values
  const [, place, bucket, objects] = /^(arn:[\w-]+:s3:::([\w.-]+))(\/.*)?$/.exec(only ?? '') ?? []
  if (!isOfS3 || !isWanted(demand) || more.length > 0 || place === undefined || bucket === undefined) return undefined
  return {
    title: told(objects === undefined ? 'objectContext' : 'bucketContext'),
    text: told('bucketContextText', {
      values: valuesOf(demand),
      bucket: objects === undefined ? `${place}/*` : place,
    }),
    command: `aws s3api get-bucket-encryption --bucket ${bucket}`,
    owner: 'account administrator',
    changesCondition: true,
  }
}
