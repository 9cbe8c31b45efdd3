// What a tool shows that it was doing in Amazon S3 when its error names no operation.
import { toolMessageHints, toolMessageOperation } from './s3-tool-messages.ts'
import type { Spotted } from './spotter.ts'
import type { Described } from './tool-phrases.ts'

/** Commands of s3cmd that begin with one operation; the first is for a bucket, the second for an object in it. https://s3tools.org/usage (2026-11-28) */
const commands: ReadonlyMap<string, readonly [onBucket: string | undefined, onObject: string | undefined]> = new Map([
  ['ls', ['ListObjects', 'ListObjects']],
  ['la', ['ListBuckets', undefined]],
  ['du', ['ListObjects', 'ListObjects']],
  ['get', [undefined, 'GetObject']],
  ['put', ['PutObject', 'PutObject']],
  ['del', ['ListObjects', 'DeleteObject']],
  ['rm', ['ListObjects', 'DeleteObject']],
  ['mb', ['CreateBucket', undefined]],
  ['rb', ['DeleteBucket', undefined]],
  ['info', ['GetBucketLocation', undefined]],
  ['setpolicy', ['PutBucketPolicy', undefined]],
])

/** "s3cmd --requester-pays ls s3://bucket" */
const s3Command =
  /\bs3cmd(?:[ \t]{1,9}-[^\s]{1,80}){0,9}[ \t]{1,9}([a-z]{2,9})\b(?:[^\n]{0,200}?[ \t]s3:\/\/([^\s/"']{1,80})(\/[^\s"']{1,400})?)?/

/** "aws s3 cp ./a s3://bucket/a": the command, and its first argument where that is in Amazon S3. */
const awsCommand =
  /\baws[ \t](?:[^\n]{0,100}?[ \t])?s3[ \t]{1,9}(ls|cp|mv|rm|mb|rb|sync)(?![\w-])(?:[ \t]{1,9}--[\w-]{1,40}){0,5}(?:[ \t]{1,9}["']?(s3:\/\/)?\S)?/
/** What the AWS CLI's commands call first; for those that take a file or an object first, the second is for an object. https://docs.aws.amazon.com/cli/latest/reference/s3/ (2026-11-29) */
const awsCommands: ReadonlyMap<string, readonly [other: string, onS3: string]> = new Map([
  ['ls', ['ListBuckets', 'ListObjectsV2']],
  ['cp', ['PutObject', 'HeadObject']],
  ['mv', ['PutObject', 'HeadObject']],
  ['rm', ['DeleteObject', 'DeleteObject']],
  ['mb', ['CreateBucket', 'CreateBucket']],
  ['rb', ['DeleteBucket', 'DeleteBucket']],
  ['sync', ['ListObjectsV2', 'ListObjectsV2']],
])
/** The AWS CLI's error stands close below its command; elsewhere in a log, a command says nothing about an error. */
const awsError = /\b(?:client error \(|fatal error: )/
const mostBelow = 600
/** "upload failed: ./a to s3://bucket/a": what the AWS CLI was doing with each file. */
const awsFailure = /\b(upload|download|delete) failed: /
const awsFailures: ReadonlyMap<string, string> = new Map([
  ['upload', 'PutObject'],
  ['download', 'GetObject'],
  ['delete', 'DeleteObject'],
])

/** s3p lists the bucket first, whatever it does then: "npx s3p cp --bucket b --prefix data/". https://github.com/generalui/s3p (2026-11-29) */
const s3pCommand = /\bs3p[ \t]{1,9}(?:ls|cp|sync|each|map|compare|summarize)[ \t][^\n]{0,300}?--bucket[ \t=]/

/** "GET https://bucket.s3.eu-west-1.amazonaws.com/key 403 (Forbidden)": a browser's console, an access log. */
const s3Request =
  /\b(GET|HEAD|PUT|DELETE|POST)[ \t]{1,9}"?https?:\/\/[a-z0-9.-]{1,80}\.s3[\w.-]{0,40}\.amazonaws\.com(?:\.cn)?(\/[^\s?"']{0,500})?[^\n]{0,300}?\b403\b/

/** What a browser or curl shows of an object: its address, and below it S3's error as XML or as a web page. */
const s3Page =
  /(?:^|\n|\b(?:curl|wget)(?:[ \t]{1,9}-[isvLkfgO]{1,8}){0,5}[ \t]{1,9})["'<(]?https?:\/\/(?:([a-z0-9.-]{1,80})\.)?s3[\w.-]{0,40}\.amazonaws\.com(?:\.cn)?(\/[^\s?"'<>]{0,500})?(?=[\s"'>)?])[\s\S]{0,600}?(?:<Error>\s{0,20}(?:<Code>)?AccessDenied\b|\bCode: AccessDenied\b)/

const methods: ReadonlyMap<string, string> = new Map([
  ['GET', 'GetObject'],
  ['HEAD', 'HeadObject'],
  ['PUT', 'PutObject'],
  ['DELETE', 'DeleteObject'],
  // A form that a presigned POST lets someone send.
  ['POST', 'PutObject'],
])

/** s3cmd with --debug writes down each request: the last one before the error was denied. */
const s3Debug =
  /\bSending request method_string='(GET|HEAD|PUT|DELETE|POST)', uri='\/([^?']{0,400})(?:\?([a-z]{2,20}))?/g
/** What a request without a key asks about a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html (2026-11-28) */
const aboutBucket: ReadonlyMap<string, string> = new Map([
  ['GET location', 'GetBucketLocation'],
  ['GET acl', 'GetBucketAcl'],
  ['GET policy', 'GetBucketPolicy'],
  ['GET lifecycle', 'GetBucketLifecycleConfiguration'],
  ['GET delimiter', 'ListObjects'],
  ['GET prefix', 'ListObjects'],
  ['GET marker', 'ListObjects'],
  ['PUT policy', 'PutBucketPolicy'],
  ['PUT acl', 'PutBucketAcl'],
])
/** More requests than this say nothing new. */
const mostRequests = 500

/** What Terraform says about its state in Amazon S3. https://developer.hashicorp.com/terraform/language/backend/s3 (2026-11-28) */
const stateOfTerraform: readonly (readonly [pattern: RegExp, operation: string])[] = [
  [/\bfailed to upload state\b/, 'PutObject'],
  [/\bError (?:loading|reloading|refreshing|reading)(?: remote)? state\b/, 'GetObject'],
  [/\bError inspecting states in the "s3" backend|\bFailed to get existing workspaces\b/, 'ListObjects'],
]

/**
 * The operation of Amazon S3 behind a command, a request, or what Terraform says of its state; undefined where the text has none, or one that begins
 * with several operations.
 */
export function s3Operation(text: string, spotted: Spotted): Described | undefined {
  const operation =
    ofAwsCommand(text, spotted) ??
    toolMessageOperation(text, spotted) ??
    ofRequest(text, spotted) ??
    stateOfTerraform.find(([pattern]) => spotted.mayHave(pattern) && pattern.test(text))?.[1]
  return operation === undefined ? undefined : { operation, service: 's3', code: 'AccessDenied' }
}

function ofAwsCommand(text: string, spotted: Spotted): string | undefined {
  const [, failed] = (spotted.mayHave(awsFailure) ? awsFailure.exec(text) : null) ?? []
  if (failed !== undefined) return awsFailures.get(failed)
  const found = spotted.mayHave(awsCommand) ? awsCommand.exec(text) : null
  const [, command, onS3] = found ?? []
  const behind = found ? text.slice(found.index, found.index + mostBelow) : ''
  return command === undefined || !awsError.test(behind)
    ? undefined
    : awsCommands.get(command)?.[onS3 === undefined ? 0 : 1]
}

function ofDebugLog(text: string): string | undefined {
  const [, method = '', key = '', about = ''] = [...text.matchAll(s3Debug)].slice(0, mostRequests).at(-1) ?? []
  return key === '' ? aboutBucket.get(`${method} ${about}`) : methods.get(method)
}

function ofRequest(text: string, spotted: Spotted): string | undefined {
  const logged = spotted.mayHave(s3Debug) ? ofDebugLog(text) : undefined
  if (logged !== undefined) return logged
  if (s3pCommand.test(text)) return 'ListObjectsV2'
  const [, command, bucket, key] = (spotted.mayHave(s3Command) ? s3Command.exec(text) : null) ?? []
  const known = command === undefined ? undefined : commands.get(command)
  if (known) {
    if (bucket === undefined && command === 'ls') return 'ListBuckets'
    return known[key === undefined ? 0 : 1]
  }
  const [, method, path = ''] = (spotted.mayHave(s3Request) ? s3Request.exec(text) : null) ?? []
  if (method === undefined) return ofPage(text)
  return path.length < 2 && method === 'GET' ? 'ListObjects' : methods.get(method)
}

/** Without a bucket in its host name, an address begins with it. A website shows its index document for a folder. */
function ofPage(text: string): string | undefined {
  const [whole, bucket, path = ''] = s3Page.exec(text) ?? []
  if (whole === undefined) return undefined
  const key = bucket === undefined ? path.replace(/^\/[^/]*/, '') : path
  return key.length < 2 && !whole.includes('.s3-website') ? 'ListObjects' : 'GetObject'
}

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html */
const unsignedCommand = /\baws[ \t][^\n]{0,300}--no-sign-request\b/
/** A signature, or an SDK, which signs. */
const signature =
  /X-Amz-(?:Signature|Credential)|[?&]Signature=|\bAuthorization:|\(Service: |Exception\b|\bSDK\b|\bs3a:\/\//i

export const s3Hints: readonly RegExp[] = [
  ...toolMessageHints,
  s3Command,
  awsCommand,
  awsFailure,
  s3Request,
  s3Debug,
  unsignedCommand,
  ...stateOfTerraform.map(([pattern]) => pattern),
]

/** Does the text show a call without credentials: a command that says so, or a read by an address that carries no signature? */
export function isUnsigned(text: string, spotted: Spotted): boolean {
  if (spotted.mayHave(unsignedCommand) && unsignedCommand.test(text)) return true
  const method = spotted.mayHave(s3Request) ? s3Request.exec(text)?.[1] : undefined
  return (method === 'GET' || method === 'HEAD' || (method === undefined && s3Page.test(text))) && !signature.test(text)
}
