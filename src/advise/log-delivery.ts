import type { Denial } from '../denial/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Case, Step } from './diagnosis.ts'

const told = messagesOf('log-delivery', {
  path: 'Compare the path in the bucket policy',
  pathText:
    'The service writes below [PREFIX/]AWSLogs/<ACCOUNT_ID>/ in the bucket. The Resource of the statement must have the prefix of the setting, or none if there is none, and the account whose logs are delivered. A trail of the whole organization also writes below AWSLogs/<ORGANIZATION_ID>/.',
  source: 'Compare the conditions',
  sourceText:
    'aws:SourceArn must be the ARN of the trail or load balancer that delivers, with its Region and account, and aws:SourceAccount that account.',
  first: 'Save the bucket policy first',
  firstText:
    'The service tries the bucket when you set it up. In Terraform, write depends_on = [aws_s3_bucket_policy.<NAME>] in the resource that delivers; in CloudFormation, write DependsOn.',
})

/** A service that delivers logs into a bucket. */
interface Deliverer {
  /** What it sends with each object, so that the bucket’s owner gets all rights to it. */
  readonly acl?: 'bucket-owner-full-control'
  /** The folder for its logs below that of the account, where its policies name it. */
  readonly folder?: string
}

/**
 * By the name of the sentence with which the service says that the bucket’s policy doesn’t let it deliver.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html,
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html (2026-11-30)
 */
const deliverers: ReadonlyMap<string, Deliverer> = new Map([
  ['ct-bucket', { acl: 'bucket-owner-full-control' }],
  ['config-delivery', { acl: 'bucket-owner-full-control', folder: 'Config/' }],
  ['elb-log-bucket', {}],
  ['flow-logs-error', { acl: 'bucket-owner-full-control' }],
])

/** "s3_key_prefix = "trails"", "LogFilePrefix: prod", "--s3-key-prefix trails", "access_logs.s3.prefix,Value=alb", "s3 key prefix is 'cfg'" */
const prefixSetting =
  /(?:\bs3[ _-]?key[_ -]?prefix|\blog[_-]?file[_-]?prefix|\baccess_logs\.s3\.prefix|\baccess_logs\s{0,3}\{[^}]{0,300}?\bprefix)["']?(?:\s{0,20}[:=]|,Value=|\sis(?=\s)|(?<=--s3-key-prefix)(?=[ \t]))\s{0,5}(["']?)([\w!.*'()/-]{1,200}?)\1(?=[\s,;)}\]]|$)/i
/** A variable, or nothing at all. */
const isOpen = (written: string): boolean =>
  /^(?:var|local|data|module|each|null|none|undefined|!?ref)\b|^!/i.test(written)

const readsAcl = /"s3:(?:\*|Get\*|GetBucket\*|GetBucketAcl)"|"\*"/i
const ownAccount = /\/AWSLogs\/(\d{12})\//g
/** Only the beginning of a long paste is searched. */
const mostText = 50_000

/**
 * What such a service writes: objects below [prefix/]AWSLogs/<ACCOUNT_ID>/ in the bucket. Its sentence names only the bucket, and the account and the
 * prefix are in what else was pasted. Unchanged where the account isn’t, or where there are several.
 */
export function withLogDelivery(given: Case, { sentence }: Denial): Case {
  const deliverer = sentence && deliverers.get(sentence.id)
  const named = sentence?.resourceArn ?? /"LogDestination"\s{0,4}:\s{0,4}"(arn:[^"]{1,200})"/.exec(given.paste)?.[1]
  const bucket = /^arn:[\w-]+:s3:::[^/*]+/.exec(named ?? '')?.[0]
  if (!deliverer || bucket === undefined || given.resource !== undefined || given.action !== undefined) return given
  const text = [given.paste, ...given.policies.map((policy) => policy.text)].join('\n').slice(0, mostText)
  const accounts = new Set([...text.matchAll(ownAccount)].map(([, account = '']) => account))
  // A policy for all accounts doesn't name one.
  const [account = /\/AWSLogs\/\*/.test(text) ? '' : undefined] = accounts
  if (account === undefined || accounts.size > 1) return given
  const written = prefixSetting.exec(text)?.[2]?.replace(/^\/+|\/+$/g, '') ?? ''
  const prefix = written === '' || isOpen(written) ? '' : `${written}/`
  const path = account === '' ? `${prefix}AWSLogs/` : `${prefix}AWSLogs/${account}/`
  // With a statement for this very path, it's the other action that nothing allows.
  const isOfAcl = sentence?.actions.includes('s3:GetBucketAcl') === true && !readsAcl.test(text)
  if (isOfAcl && text.includes(`:${bucket.split(':').at(-1)}/${path}`))
    return { ...given, action: 's3:GetBucketAcl', resource: bucket }
  return {
    ...given,
    resource: `${bucket}/${path}${deliverer.folder ?? ''}*`,
    ...(deliverer.acl ? { context: { 's3:x-amz-acl': deliverer.acl, ...given.context } } : {}),
  }
}

/** What to compare where the bucket's policy lets the service deliver, as far as can be seen; undefined for any other denial. */
export const deliverySteps = ({ sentence }: Denial): readonly [Step, ...Step[]] | undefined =>
  sentence && deliverers.has(sentence.id)
    ? [
        { title: told('path'), text: told('pathText'), owner: 'resource owner' },
        { title: told('first'), text: told('firstText'), owner: 'caller' },
        { title: told('source'), text: told('sourceText'), owner: 'resource owner' },
      ]
    : undefined
