import { type Arn, parseArn } from '../iam/index.ts'

/**
 * What the resource-based policy is attached to that AWS asks about a resource; undefined where the resource alone doesn't tell. "*" as the Resource of
 * such a policy means no other resource of its kind.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
 */
export function attachedTo(resource: string): string | undefined {
  const arn = parseArn(resource)
  if (!arn || /[*?]/.test(resource)) return undefined
  return holders.get(arn.service)?.(arn, resource)
}

type Holder = (arn: Arn, resource: string) => string | undefined

const itself: Holder = (_, resource) => resource

const holders: ReadonlyMap<string, Holder> = new Map<string, Holder>([
  // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html: "*" is the key that the policy is attached to.
  ['kms', (arn, resource) => (arn.resource.startsWith('key/') ? resource : undefined)],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html: a bucket policy applies to the bucket and its objects.
  ['s3', (arn) => (arn.account === '' ? `arn:${arn.partition}:s3:::${arn.resource.split('/')[0]}` : undefined)],
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html
  ['sqs', itself],
  // https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html: a subscription has one more part than its topic.
  ['sns', (arn, resource) => (arn.resource.includes(':') ? undefined : resource)],
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
  ['secretsmanager', (arn, resource) => (arn.resource.startsWith('secret:') ? resource : undefined)],
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html: these policies name no resource.
  ['ecr', (arn, resource) => (arn.resource.startsWith('repository/') ? resource : undefined)],
])
