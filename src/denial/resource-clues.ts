import { isAccountId, parseArn } from '../iam/index.ts'
import { partitionOfRegion } from '../reference/index.ts'
import { commandOption, onCommand } from './command-options.ts'
import { entriesOf, fieldOf, itemsOf, type Tree, textOf } from './json-tree.ts'
import { partitionIn } from './partition.ts'
import { queueArn } from './sentences/resource-arn.ts'
import { prefixOf } from './service-prefixes.ts'
import type { Spotted } from './spotter.ts'

/** Actions of S3 on objects; the others are about the bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const onObjects =
  /^s3:(?:Get|Put|Delete|Restore|Replicate|Bypass)Object|^s3:(?:Abort|List)Multipart(?:Upload|UploadParts)$/i

/** The ARN of a bucket, or of an object in it, as the action takes it; undefined where an object's key isn't known. */
function s3Arn(place: Place, action: string | undefined): string | undefined {
  const { bucket = '', key, partition } = place
  // "s3://s3.eu-west-1.amazonaws.com/bucket/key": S3's host isn't a bucket.
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || /^s3[.-][\w.-]*amazonaws\.com/.test(bucket))
    return undefined
  if (!onObjects.test(action ?? '')) return `arn:${partition}:s3:::${bucket}`
  return key === undefined || key === '' || key.endsWith('/') ? undefined : `arn:${partition}:s3:::${bucket}/${key}`
}

/** A bucket or an object as a text or an event names it. */
interface Place {
  readonly bucket: string | undefined
  readonly key: string | undefined
  readonly partition: string
}

const onS3 = ([, bucket, key]: RegExpExecArray, action: string, text: string): string | undefined =>
  s3Arn({ bucket, key, partition: partitionIn(text) }, action)

/** "upload: ./a to s3://b/a": the AWS CLI prints this for what worked. */
const isDone = (text: string, at: number): boolean =>
  /\b(?:upload|download|copy|move|delete): [^\n]*$/.test(text.slice(Math.max(0, at - 300), at))

/** An address has its key in percent-encoding, and ARNs don't: "us-east-1%3A…" is "us-east-1:…". One that can't be decoded stays as it is. */
const onS3Address = ([, bucket, key]: RegExpExecArray, action: string, text: string): string | undefined =>
  s3Arn({ bucket, key: key === undefined ? undefined : decoded(key), partition: partitionIn(text) }, action)

function decoded(key: string): string {
  try {
    const plain = decodeURIComponent(key)
    return /[\p{Cc}\s*?$]/u.test(plain) ? key : plain
  } catch {
    return key
  }
}

/** "bucket_name = 'reports'" in a program, of which the call then has the variable: "Bucket=bucket_name". */
const variable = /(?:^|[\s;,(])([A-Za-z_]\w{0,60})\s{0,3}(?::\s?[A-Za-z]{1,20}\s?)?=\s{0,3}["']([^"'\n]{1,200})["']/g

const onVariable = ([, bucket = '', key]: RegExpExecArray, action: string, text: string): string | undefined => {
  const values = new Map<string, string>()
  for (const [, name = '', value = ''] of text.slice(0, mostProgram).matchAll(variable)) values.set(name, value)
  const named = key === undefined ? undefined : /^["']/.test(key) ? key.slice(1, -1) : values.get(key)
  return s3Arn({ bucket: values.get(bucket), key: named, partition: partitionIn(text) }, action)
}

/** A longer text isn't a program. */
const mostProgram = 20_000

/** A command, an address, or a line of a log that names the resource. The first that says something counts. */
const clues: readonly (readonly [
  pattern: RegExp,
  arn: (found: RegExpExecArray, action: string, text: string) => string | undefined,
])[] = [
  [
    /\b(?:s3api|s3p)\b[^\n]{0,300}?--bucket[ =]["']?([\w.-]{3,63})["']?(?:[^\n]{0,300}?--key[ =]["']?([^\s"']{1,400}))?/g,
    onS3,
  ],
  // "s3a://bucket/key: getFileStatus on …": the colon is the sentence's.
  [
    /\b(?:s3:\/\/|s3a:\/\/|s3n:\/\/)([\w.-]{3,63})(?:\/([^\s"'`)>,]{0,400}?)(?=[:;.]?(?:[\s"'`)>,]|$)))?/g,
    (found, action, text) => (isDone(text, found.index) ? undefined : onS3(found, action, text)),
  ],
  // boto3: "Failed to upload a.csv to bucket/data/a.csv: An error occurred (AccessDenied) …"
  [/\bFailed to upload [^\n]{1,400}? to ([a-z0-9][\w.-]{2,62})\/([^\n]{1,400}?): An error occurred/g, onS3],
  // Terraform: 'Unable to access object "terraform.tfstate" in S3 bucket "state"'
  [
    /\bobject "([^"\n]{1,400})" in S3 bucket "([\w.-]{3,63})"/g,
    ([, key, bucket], action, text) => s3Arn({ bucket, key, partition: partitionIn(text) }, action),
  ],
  [
    /https?:\/\/([a-z0-9.-]{3,63})\.s3[.-][\w.-]{0,60}amazonaws\.com(?:\.cn)?(?:\/([^?#\s"'`)>]{0,400}))?/g,
    onS3Address,
  ],
  // A bucket in the path: "https://s3.eu-west-1.amazonaws.com/bucket/key", and "s3:s3.amazonaws.com/bucket/folder" of restic.
  [
    /(?:https?:\/\/|\bs3:)s3[\w.-]{0,40}\.amazonaws\.com(?:\.cn)?\/([a-z0-9][\w.-]{1,61}[a-z0-9])(?:\/([^?#\s"'`)>]{0,400}))?/g,
    onS3Address,
  ],
  // pgBackRest: "GET /bucket/?list-type=2"; ClickHouse: "while reading key: a, from bucket: b"; s3fs: "s3fs bucket /mnt".
  [/\*\*\* Path\/Query \*\*\*:\s{1,20}[A-Z]{3,6} \/([a-z0-9][\w.-]{1,61}[a-z0-9])(?:\/([^?\s]{0,400}))?/g, onS3],
  [
    /\bkey: (\S{1,400}?), from bucket: ([a-z0-9][\w.-]{1,61}[a-z0-9])/g,
    ([, key, bucket], action, text) => s3Arn({ bucket, key, partition: partitionIn(text) }, action),
  ],
  [/\bs3fs[ \t]{1,9}([a-z0-9][\w.-]{1,61}[a-z0-9])(?::\/\S{0,200})?[ \t]{1,9}\//g, onS3],
  // "rclone copy a.csv s3:bucket/folder" and below it "ERROR : a.csv: Failed to copy": the folder gets the file's name.
  [
    /\brclone[ \t][^\n]{0,400}?[ \t][\w.-]{2,40}:([a-z0-9][\w.-]{1,61}[a-z0-9])(?:\/([^\s"'`]{0,400}?))?\/?(?=\s)[\s\S]{0,2000}?\bERROR : ([^\n:]{1,300}): Failed to copy\b/g,
    ([, bucket, folder = '', name], action, text) =>
      s3Arn({ bucket, key: folder === '' ? name : `${folder}/${name}`, partition: partitionIn(text) }, action),
  ],
  // rclone: "remote:bucket/key"; MinIO's client: "alias/bucket/key".
  [/\brclone[ \t][^\n]{0,400}?[ \t][\w.-]{2,40}:([a-z0-9][\w.-]{1,61}[a-z0-9])(?:\/([^\s"'`]{0,400}))?(?=\s|$)/g, onS3],
  [
    /\bmc[ \t]{1,9}[a-z]{2,10}[ \t][^\n]{0,300}?(?<=[ \t])[\w-]{1,40}\/([a-z0-9][\w.-]{1,61}[a-z0-9])(?:\/([^\s"'`]{0,400}))?(?=\s|$)/g,
    onS3,
  ],
  [
    // Words without quotes in a call are variables of the program: "Bucket=bucket, Key=key", "Bucket=event['bucket']", "Key: props.key".
    /\bbucket(?:Name)?["']?\s{0,20}[:=]\s?(?!\w[\w.]{0,62}\s?[,)}([])["']?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\b(?:[\s\S]{0,80}?\bkey["']?\s{0,20}[:=]\s?(?!\w[\w.]{0,62}\s?[)}([])["']?([^\s"',}]{1,400}))?/gi,
    onS3,
  ],
  // boto3 and the SDKs for JavaScript: "list_objects_v2(Bucket=BUCKET)", "{ Bucket: bucket, Key: 'a.csv' }".
  [
    /\bBucket\s{0,3}[=:]\s{0,3}([A-Za-z_]\w{0,60})\s{0,3}(?=[,)}])(?:,\s{0,20}Key\s{0,3}[=:]\s{0,3}(["'][^"'\n]{1,200}["']|[A-Za-z_]\w{0,60}))?/g,
    onVariable,
  ],
  [
    /https?:\/\/(?:sqs\.[a-z0-9-]+|[a-z0-9-]+\.queue)\.amazonaws\.com(?:\.cn)?\/\d{12}\/[\w.-]{1,80}/g,
    ([url]) => queueArn(url),
  ],
  // SOPS: "arn:aws:kms:…:key/…: FAILED"; settings of programs: "kms_key_id = "arn:…"".
  [/\b(arn:aws[\w-]{0,10}:kms:[a-z0-9-]{1,30}:\d{12}:(?:key|alias)\/[\w/-]{1,256}): FAILED\b/g, ([, arn]) => arn],
  [
    /\bkms[ _-]?key(?:[ _-]?(?:id|arn))?["']?\s{0,3}[:=]?\s{0,3}["']?(arn:aws[\w-]{0,10}:kms:[a-z0-9-]{1,30}:\d{12}:(?:key|alias)\/[\w/-]{1,256})/gi,
    ([, arn]) => arn,
  ],
  [
    /--(?:secret-id|role-arn|topic-arn|key-id|function-name|resource-arn|state-machine-arn|stream-arn|table-name|policy-arn)[ =]["']?(arn:aws[\w-]{0,10}:[^\s"']{1,400})/g,
    ([, arn]) => arn,
  ],
  [commandOption, onCommand],
]

export const clueHints: readonly RegExp[] = clues.map(([pattern]) => pattern)

/** The resource that a text without one in its message names elsewhere, if its service is the action's; undefined otherwise. */
export function impliedResource(text: string, action: string | undefined, spotted: Spotted): string | undefined {
  const service = action?.slice(0, action.indexOf(':')).toLowerCase()
  if (action === undefined || service === undefined) return undefined
  for (const [pattern, read] of clues) {
    if (!spotted.mayHave(pattern)) continue
    for (const found of firstOf(pattern, text)) {
      const arn = read(found, action, text)
      if (arn !== undefined && fits(arn, service)) return arn
    }
  }
  return undefined
}

/** Services whose ARNs name what a call acts on, and rarely anything else. */
const named =
  /\barn:aws[\w-]{0,10}:(lambda|sqs|sns|states|kinesis|firehose|dynamodb|secretsmanager|codecommit|ecr|elasticfilesystem):[a-z0-9-]{1,30}:\d{12}:[\w+=.@/:-]{1,300}(?![*?$\w])/g

/**
 * The only ARN of the action's service that the text has before any policy: "integration arn:aws:lambda:…:function:orders". Where someone's own program
 * called, that can be the program itself.
 */
export function onlyArn(text: string, action: string | undefined): string | undefined {
  const service = action?.slice(0, action.indexOf(':')).toLowerCase()
  const before = text.slice(0, mostProgram)
  const policy = before.search(/["']?\b(?:Statement|Effect)["']?\s{0,3}[:={[]/i)
  const found = [...(policy < 0 ? before : before.slice(0, policy)).matchAll(named)].filter(([, of]) => of === service)
  const arns = new Set(found.map(([arn]) => arn.replace(/[.:]+$/, '')))
  const [only] = arns
  return arns.size === 1 ? only : undefined
}

/** A command can name a folder, and the error below it the object. More places than this are those of a log. */
const mostPlaces = 5

function* firstOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  let places = 0
  for (const found of text.matchAll(pattern)) {
    yield found
    if (++places === mostPlaces) return
  }
}

/** A role is a resource of IAM and of STS, and Systems Manager opens sessions on EC2's instances. */
const fits = (arn: string, service: string): boolean => {
  const own = parseArn(arn)?.service
  return own === service || (own === 'iam' && service === 'sts') || (own === 'ec2' && service === 'ssm')
}

/** What an ARN is made of where a request names the resource by its name: {name}, {region}, {account}. */
type Shape = readonly [service: string, parameter: string, arn: string]

/**
 * Parameters of requests that name a resource, as CloudTrail writes them.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (2026-11-28)
 */
const shapes: readonly Shape[] = [
  ['dynamodb', 'tableName', 'dynamodb:{region}:{account}:table/{name}'],
  ['lambda', 'functionName', 'lambda:{region}:{account}:function:{name}'],
  ['secretsmanager', 'secretId', 'secretsmanager:{region}:{account}:secret:{name}'],
  ['kms', 'keyId', 'kms:{region}:{account}:key/{name}'],
  ['sqs', 'queueName', 'sqs:{region}:{account}:{name}'],
  ['ec2', 'imageId', 'ec2:{region}::image/{name}'],
  ['ec2', 'instanceId', 'ec2:{region}:{account}:instance/{name}'],
  ['ec2', 'volumeId', 'ec2:{region}:{account}:volume/{name}'],
  ['ec2', 'groupId', 'ec2:{region}:{account}:security-group/{name}'],
  ['ec2', 'snapshotId', 'ec2:{region}:{account}:snapshot/{name}'],
  ['iam', 'roleName', 'iam::{account}:role/{name}'],
  ['iam', 'userName', 'iam::{account}:user/{name}'],
  ['iam', 'groupName', 'iam::{account}:group/{name}'],
  ['ecr', 'repositoryName', 'ecr:{region}:{account}:repository/{name}'],
  ['logs', 'logGroupName', 'logs:{region}:{account}:log-group:{name}'],
  ['kinesis', 'streamName', 'kinesis:{region}:{account}:stream/{name}'],
  ['firehose', 'deliveryStreamName', 'firehose:{region}:{account}:deliverystream/{name}'],
  ['ssm', 'name', 'ssm:{region}:{account}:parameter/{name}'],
  ['cloudformation', 'stackName', 'cloudformation:{region}:{account}:stack/{name}/*'],
  ['rds', 'dBInstanceIdentifier', 'rds:{region}:{account}:db:{name}'],
  ['codebuild', 'projectName', 'codebuild:{region}:{account}:project/{name}'],
  ['eks', 'name', 'eks:{region}:{account}:cluster/{name}'],
  ['events', 'name', 'events:{region}:{account}:rule/{name}'],
]

/**
 * The resource of a CloudTrail event: what the event lists, else what its parameters name. Undefined where they name none.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function resourceOfEvent(event: Tree, action: string | undefined): string | undefined {
  const service = prefixOf(textOf(event, 'eventSource') ?? '')
  if (service === undefined) return undefined
  const parameters = fieldOf(event, 'requestParameters')
  const bucket = textOf(parameters, 'bucketName') ?? textOf(parameters, 'bucket')
  if (service === 's3' && bucket !== undefined)
    return s3Arn({ bucket, key: textOf(parameters, 'key'), partition: partitionOfEvent(event) }, action)
  const url = textOf(parameters, 'queueUrl')
  if (service === 'sqs' && url !== undefined) return queueArn(url)
  const listed = itemsOf(fieldOf(event, 'resources')).flatMap(
    (each) => textOf(each, 'ARN') ?? textOf(each, 'resourceName') ?? [],
  )
  const arns = [...listed, ...textsIn(parameters)].filter((text) => parseArn(text) !== undefined && fits(text, service))
  const [only, ...more] = [...new Set(arns)]
  if (only !== undefined && more.length === 0) return only
  return byName(event, service, parameters)
}

function byName(event: Tree, service: string, parameters: Tree): string | undefined {
  const caller = fieldOf(event, 'userIdentity')
  const accounts = [
    textOf(event, 'recipientAccountId'),
    textOf(caller, 'accountId'),
    parseArn(textOf(caller, 'arn') ?? '')?.account,
  ]
  const account = accounts.find((text) => isAccountId(text ?? ''))
  const region = textOf(event, 'awsRegion')
  for (const [of, parameter, shape] of shapes) {
    const name = of === service ? textOf(parameters, parameter) : undefined
    if (name === undefined || !/^[\w+=,.@/:-]{1,300}$/.test(name) || parseArn(name)) continue
    if (account === undefined && shape.includes('{account}')) return undefined
    const values: ReadonlyMap<string, string> = new Map([
      ['name', name.replace(/^\/(?=.)/, shape.includes('/{name}') ? '' : '/')],
      ['region', region ?? ''],
      ['account', account ?? ''],
    ])
    return `arn:${partitionOfEvent(event)}:${shape.replaceAll(/\{(\w+)\}/g, (_, key: string) => values.get(key) ?? '')}`
  }
  return undefined
}

const partitionOfEvent = (event: Tree): string => partitionOfRegion(textOf(event, 'awsRegion') ?? '')

/** The texts directly in the parameters. */
const textsIn = (tree: Tree): readonly string[] =>
  entriesOf(tree).flatMap(([, value]) => (value.kind === 'string' ? [value.value] : []))
