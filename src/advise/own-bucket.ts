/**
 * The ARN that an action of the same call is about: those with “Bucket” in their name act on the bucket, not on what’s in it. Any other ARN stays as it is.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const ownBucket = (action: string, arn: string): string =>
  /^s3:\w*Bucket/.test(action) ? arn.replace(/^(arn:[\w-]+:s3:::[^/]+)\/.*$/, '$1') : arn
