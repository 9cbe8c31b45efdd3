/** An operation that a stack trace or a log of a library names. */
export interface Traced {
  readonly operation: string
  /** The service, as the library names it; undefined where the operation's name has to do. */
  readonly service: string | undefined
}

/** Methods of the SDK for Java that aren't named like their operation. https://docs.aws.amazon.com/AWSJavaSDK/latest/javadoc/com/amazonaws/services/s3/AmazonS3.html (2026-11-28) */
const javaNames: ReadonlyMap<string, string> = new Map([
  ['getobjectmetadata', 'HeadObject'],
  ['doesobjectexist', 'HeadObject'],
  ['doesbucketexist', 'HeadBucket'],
  ['doesbucketexistv2', 'GetBucketAcl'],
  ['initiatemultipartupload', 'CreateMultipartUpload'],
  ['copypart', 'UploadPartCopy'],
  ['setbucketacl', 'PutBucketAcl'],
  ['setobjectacl', 'PutObjectAcl'],
  ['setbucketpolicy', 'PutBucketPolicy'],
  ['setbucketversioningconfiguration', 'PutBucketVersioning'],
  ['setbuckettaggingconfiguration', 'PutBucketTagging'],
  ['setbucketlifecycleconfiguration', 'PutBucketLifecycleConfiguration'],
  ['setbucketencryption', 'PutBucketEncryption'],
  ['setpublicaccessblock', 'PutPublicAccessBlock'],
  ['getbucketversioningconfiguration', 'GetBucketVersioning'],
  ['getbuckettaggingconfiguration', 'GetBucketTagging'],
  ['getbucketnotificationconfiguration', 'GetBucketNotificationConfiguration'],
  ['listnextbatchofobjects', 'ListObjects'],
  ['getbucketlocation', 'GetBucketLocation'],
])

/** Classes of the transfer utility of the SDK for .NET. https://docs.aws.amazon.com/sdkfornet/v3/apidocs/items/S3/TTransferUtility.html (2026-11-30) */
const netNames: ReadonlyMap<string, string> = new Map([
  ['SimpleUploadCommand', 'PutObject'],
  ['MultipartUploadCommand', 'CreateMultipartUpload'],
  ['DownloadCommand', 'GetObject'],
  ['OpenStreamCommand', 'GetObject'],
  ['DownloadDirectoryCommand', 'ListObjects'],
])

/**
 * What Hadoop's client for S3 was doing, in front of "on s3a://…".
 * https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/troubleshooting_s3a.html (2026-11-28)
 */
const hadoopWords: ReadonlyMap<string, string> = new Map([
  ['getfilestatus', 'HeadObject'],
  ['s3getfilestatus', 'HeadObject'],
  ['getobjectmetadata', 'HeadObject'],
  ['head', 'HeadObject'],
  ['open', 'GetObject'],
  ['reopen', 'GetObject'],
  ['read', 'GetObject'],
  ['put', 'PutObject'],
  ['put 0-byte object', 'PutObject'],
  ['writing object', 'PutObject'],
  ['initiate multipartupload', 'CreateMultipartUpload'],
  ['initiating multipart upload', 'CreateMultipartUpload'],
  ['completing multipart upload', 'CompleteMultipartUpload'],
  ['upload part', 'UploadPart'],
  ['liststatus', 'ListObjectsV2'],
  ['listobjects', 'ListObjectsV2'],
  ['listobjectsv2', 'ListObjectsV2'],
  ['innerliststatus', 'ListObjectsV2'],
  ['delete', 'DeleteObject'],
  ['innerdelete', 'DeleteObject'],
  ['copyfile', 'CopyObject'],
  ['doesbucketexist', 'HeadBucket'],
])

/** Commands of Hadoop that read or write one object. https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-common/FileSystemShell.html (2026-11-28) */
const hadoopCommands: ReadonlyMap<string, string> = new Map([
  ['get', 'GetObject'],
  ['cat', 'GetObject'],
  ['text', 'GetObject'],
  ['tail', 'GetObject'],
  ['copyToLocal', 'GetObject'],
  ['put', 'PutObject'],
  ['copyFromLocal', 'PutObject'],
  ['touchz', 'PutObject'],
  ['ls', 'ListObjectsV2'],
  ['rm', 'DeleteObject'],
])

const sdkOfJava = String.raw`(?:com\.amazonaws|software\.amazon\.awssdk)\.services\.([a-z0-9]{2,60})\.`
/** "com.amazonaws.services.s3.model.GetObjectMetadataRequest": the request that failed is printed with the error. */
const javaRequest = new RegExp(String.raw`\b${sdkOfJava}(?:[a-z0-9]{1,40}\.)?model\.([A-Z]\w{1,80}?)Request\b`, 'g')
/** "com.amazonaws.services.s3.AmazonS3Client.getObject(": the innermost frame with an operation's name. */
const javaFrame = new RegExp(String.raw`\b${sdkOfJava}[A-Z]\w{1,60}Client\.(?:execute)?([A-Za-z]\w{1,80})\(`, 'g')
/** "aws-sdk-s3-1.143.0/lib/aws-sdk-s3/client.rb:8500:in `get_object'" */
const rubyFrame = /\baws-sdk-([a-z0-9]{2,60})\/client\.rb:\d{1,7}:in [`'](?:Aws::\w{1,60}::Client#)?([a-z]\w{1,80})'/g
/** Version 2 of boto prints its own line: "return self.get_list('DescribeSubnets', params". */
const botoCall = /\bself\.get_(?:list|object|status)\(\\{0,4}['"](\w{2,80})\\{0,4}['"]/
/** The plugins of Fluent Bit: "CreateLogStream API responded with error='AccessDeniedException'". */
const byPlugin = /\b([A-Z][a-z]+[A-Z]\w{1,80}) API (?:responded|failed|returned)\b/g
const byHadoop = /: {1,3}([A-Za-z][\w -]{2,40}?)(?:\(\))? {1,3}on (?:s3[an]?:\/\/)?[\w.-]{1,60}[/:]/g
/** "open s3a://bucket/key at 0 on s3a://bucket/key": in these words, the object comes first. */
const opensObject = /: {1,3}(?:re-?)?open s3[an]:\/\//
/** "Amazon.S3.AmazonS3Client.GetObjectAsync(", "Amazon.S3.Transfer.Internal.SimpleUploadCommand.ExecuteAsync(" */
const netFrame =
  /\bAmazon\.([A-Z]\w{1,60})\.(?:Amazon\w{1,60}Client|Transfer\.Internal)\.([A-Z]\w{2,80}?)(?:Async)?[.(]/g
/** "aws_sdk_s3::operation::get_object::GetObject::orchestrate" */
const rustFrame = /\baws_sdk_([a-z0-9]{2,40})::operation::\w{2,80}::([A-Z]\w{2,80})(?:::|Error\b|\b)/g
const isHadoop = /\bs3a:\/\/|\bs3n:\/\/|java\.nio\.file\.AccessDeniedException|\bS3AUtils\b/
const hadoopCommand = /\b(?:hadoop\s+fs|hdfs\s+dfs)\s+-(\w{2,20})\s/

/** Of these, a text that names an operation has one. */
export const tracePatterns: readonly RegExp[] = [
  javaRequest,
  javaFrame,
  rubyFrame,
  botoCall,
  byPlugin,
  isHadoop,
  hadoopCommand,
  netFrame,
  rustFrame,
]

/** More frames than this say nothing new. */
const most = 200

/** Does the service, or any one where it's undefined, have an operation of this name? */
type IsKnown = (operation: string, service: string | undefined) => boolean

/**
 * The operation that a stack trace of one of AWS's SDKs names, or a library on top of it; undefined where it names none. Frames of helpers are
 * passed over, because no operation is named like them.
 */
export function tracedOperation(text: string, isKnown: IsKnown): Traced | undefined {
  return (
    frames(text, javaRequest, isKnown) ??
    frames(text, javaFrame, isKnown) ??
    frames(text, rubyFrame, isKnown) ??
    frames(text, netFrame, isKnown) ??
    frames(text, rustFrame, isKnown) ??
    plugin(text, isKnown) ??
    boto(text, isKnown) ??
    hadoop(text)
  )
}

function frames(text: string, pattern: RegExp, isKnown: IsKnown): Traced | undefined {
  let seen = 0
  for (const [, service, method = ''] of text.matchAll(pattern)) {
    if (++seen > most) return undefined
    const name = method.replaceAll('_', '')
    const operation =
      netNames.get(name) ?? javaNames.get(name.toLowerCase()) ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`
    const prefix = service?.toLowerCase()
    if (isKnown(operation, prefix)) return { operation, service: prefix }
  }
  return undefined
}

function plugin(text: string, isKnown: IsKnown): Traced | undefined {
  const named = [...text.matchAll(byPlugin)].slice(0, most).flatMap(([, operation = '']) => operation)
  const operation = named.find((name) => isKnown(name, undefined))
  return operation === undefined ? undefined : { operation, service: undefined }
}

function boto(text: string, isKnown: IsKnown): Traced | undefined {
  const operation = botoCall.exec(text)?.[1]
  return operation !== undefined && isKnown(operation, undefined) ? { operation, service: undefined } : undefined
}

function hadoop(text: string): Traced | undefined {
  const doing = !isHadoop.test(text)
    ? []
    : [...text.matchAll(byHadoop)].slice(0, most).map(([, words = '']) => words.trim().toLowerCase())
  const found = doing.flatMap((words) => hadoopWords.get(words) ?? hadoopWords.get(words.split(' ').at(-1) ?? '') ?? [])
  const opened = isHadoop.test(text) && opensObject.test(text) ? 'GetObject' : undefined
  const operation = found[0] ?? opened ?? hadoopCommands.get(hadoopCommand.exec(text)?.[1] ?? '')
  return operation === undefined ? undefined : { operation, service: 's3' }
}
