import { partitionOfRegion } from '../../reference/index.ts'
import { partitionIn } from '../partition.ts'
import type { SlotName } from './slots.ts'
import type { Word } from './words.ts'

/** Actions on objects: where only the bucket is named, they act on what is in it. */
const onObjects = /^s3:(?:Get|Put|Delete|Restore|Abort|List)(?:Object|Multipart)/

/**
 * The ARN behind a bucket's name, an object's place, a queue's address or an image's: as AWS builds it. Undefined where the account or the
 * Region isn't said.
 */
export function resourceArn(
  slots: ReadonlyMap<SlotName, readonly Word[]>,
  text: string,
  action: string | undefined,
): string | undefined {
  for (const [name, read] of readers) {
    const word = slots.get(name)?.[0]
    const arn = word && read(text.slice(word.from, word.to), partitionIn(text), action)
    if (arn) return arn
  }
  return undefined
}

const readers: readonly (readonly [
  name: SlotName,
  read: (word: string, partition: string, action: string | undefined) => string | undefined,
])[] = [
  ['bucket', bucketArn],
  ['object', (word, partition) => `arn:${partition}:s3:::${word.replace(/\.$/, '')}`],
  ['s3url', s3Url],
  ['objecturl', objectUrl],
  ['queue', queueArn],
  ['imageurl', imageArn],
]

function bucketArn(word: string, partition: string, action: string | undefined): string | undefined {
  const bucket = /^(?:arn:aws[\w-]*:s3:::)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/|$)/.exec(word)?.[1]
  return bucket && `arn:${partition}:s3:::${bucket}${onObjects.test(action ?? '') ? '/*' : ''}`
}

function s3Url(word: string, partition: string): string | undefined {
  const found = /^(?:s3a?n?:\/\/)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(\S*))?$/.exec(word)
  if (!found?.[1] || (!word.startsWith('s3') && !found[2])) return undefined
  return `arn:${partition}:s3:::${found[1]}${found[2] ? `/${found[2]}` : ''}`
}

/** https://BUCKET.s3.REGION.amazonaws.com/KEY. https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
function objectUrl(word: string, partition: string): string | undefined {
  const found = /^https?:\/\/([a-z0-9.-]{3,63})\.s3[.-][\w.-]*amazonaws\.com(?:\.cn)?\/([^?#\s]*)/.exec(word)
  return found?.[1] && `arn:${partition}:s3:::${found[1]}/${found[2] ?? ''}`
}

/** https://sqs.REGION.amazonaws.com/ACCOUNT/QUEUE. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
export function queueArn(word: string): string | undefined {
  const found =
    /^https?:\/\/(?:sqs\.([a-z0-9-]+)|([a-z0-9-]+)\.queue)\.amazonaws\.com(?:\.cn)?\/(\d{6,12})\/([\w.-]+)/.exec(word)
  if (!found) return undefined
  const [, region, older, account, queue] = found
  const place = region ?? older ?? ''
  return `arn:${partitionOfRegion(place)}:sqs:${place}:${account}:${queue}`
}

/** https://ACCOUNT.dkr.ecr.REGION.amazonaws.com/v2/REPOSITORY/manifests/TAG */
function imageArn(word: string): string | undefined {
  const found =
    /^https?:\/\/(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/v2\/([\w./-]+?)\/manifests\//.exec(word)
  return found?.[2] && `arn:${partitionOfRegion(found[2])}:ecr:${found[2]}:${found[1]}:repository/${found[3]}`
}
