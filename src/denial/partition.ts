import { isPartition, partitionOfRegion } from '../reference/index.ts'

/** An ARN’s partition, or the Region in an endpoint’s host name. */
const marks =
  /\barn:(aws(?:-[a-z]{2,6}){0,2}):|\b((?:cn|us-gov|us-iso[bf]?|eu-isoe|eusc)-[a-z]{2,9}-\d)\b|\b(amazonaws)\.com\.cn\b/g
/** A text names its partition early or not at all. */
const most = 50

/**
 * The partition that a text is about, for a resource that it names by a name or an address: that of the first ARN, Region, or host outside the
 * standard partition, where no ARN of the standard partition contradicts it. "aws" otherwise.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function partitionIn(text: string): string {
  let found: string | undefined
  let seen = 0
  for (const [, partition, region, host] of text.matchAll(marks)) {
    if (++seen > most) break
    const named = host ? 'aws-cn' : region ? partitionOfRegion(region) : (partition ?? '')
    if (named === 'aws') return found ?? 'aws'
    if (isPartition(named)) found ??= named
  }
  return found ?? 'aws'
}
