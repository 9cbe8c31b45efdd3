import { readOf } from '../evaluate/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'
import { listed } from './words.ts'

const told = messagesOf('s3-places', {
  hostAsBucket: 'Correct the address: {{host}} isn’t a bucket',
  hostAsBucketText: 'In {{written}}, S3’s host is where the bucket’s name belongs. Write {{right}} instead.',
  endpoint: 'Let the VPC endpoint’s policy allow the bucket that the call is about',
  endpointText:
    'Through the endpoint, S3 answers only for what the endpoint’s policy names: {{names}}. Programs also read buckets of others, such as those of Docker Hub, Amazon ECR, and package repositories. The address in the request names the bucket. The owner of the endpoint adds s3:GetObject on it.',
})

/** "s3://s3.eu-west-1.amazonaws.com/bucket/key" */
const hostAsBucket = /\bs3:\/\/(s3[.-][\w.-]{0,40}amazonaws\.com(?:\.cn)?)\/([^\s"'`]{1,400})/

/** An address of the form s3:// begins with the bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-bucket-intro.html (2026-11-30) */
export const namesHostAsBucket = (_: Situation, paste: string): boolean => hostAsBucket.test(paste)

/** What to write instead. */
export function hostAsBucketStep(_: Situation, paste: string): Step {
  const [written = '', host = '', place = ''] = hostAsBucket.exec(paste) ?? []
  return {
    title: told('hostAsBucket', { host }),
    text: told('hostAsBucketText', { written, right: `s3://${place}` }),
    owner: 'caller',
  }
}

const aboutEndpoint = /\bvpce-[0-9a-f]{8,17}\b|\b(?:gateway|interface|VPC|S3) endpoint\b/i

/** The buckets and objects that pasted policies allow, without those that a policy says by a pattern for everything. */
const placesOf = ({ policies }: Situation): readonly string[] =>
  policies
    .filter(({ given }) => given)
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect }) => effect?.value === 'Allow')
    .flatMap(({ resource }) => resource?.items.map(({ value }) => value.raw) ?? [])
    .filter((raw) => /:s3:::/.test(raw))

/** S3 denied something, no action is known, and the paste is about an endpoint with a policy that names buckets. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html (2026-11-30) */
export const isThroughEndpoint = (situation: Situation, paste: string): boolean =>
  situation.denial.kind === 'access-denied' &&
  situation.asked === undefined &&
  situation.stated.policyType === undefined &&
  aboutEndpoint.test(paste) &&
  placesOf(situation).length > 0

/** Where to allow the bucket. */
export const endpointStep = (situation: Situation): Step => ({
  title: told('endpoint'),
  text: told('endpointText', { names: listed([...new Set(placesOf(situation))].slice(0, 6)) }),
  owner: 'account administrator',
})
