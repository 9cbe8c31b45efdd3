// What tools around Amazon S3 say of a failed call, where their error names no operation.
import type { Spotted } from './spotter.ts'

/** The operation, or how to read it from what was found; undefined where that says nothing. */
type Meaning = string | ((found: RegExpExecArray, text: string) => string | undefined)

const byMethod: ReadonlyMap<string, string> = new Map([
  ['GET', 'GetObject'],
  ['HEAD', 'HeadObject'],
  ['PUT', 'PutObject'],
  ['DELETE', 'DeleteObject'],
])

/** A request without a key, or with a question about the bucket, lists it. */
const ofRequest = (method: string, key: string): string | undefined =>
  /[?&](?:list-type|prefix|delimiter)=/.test(key) || (method === 'GET' && /^\/?(?:\?|$)/.test(key))
    ? 'ListObjectsV2'
    : byMethod.get(method)

/** "rclone copy a.csv s3:bucket/a.csv", "mc cp a.csv aws/bucket/a.csv": the command, where from, and where to. */
const rcloneCommand =
  /\brclone(?:[ \t]{1,9}-[^\s]{1,60}){0,9}[ \t]{1,9}(copy|sync|move|copyto|moveto|ls|lsd|lsf|lsl|size|tree|cat|delete|purge|mkdir|check)\b(?:[ \t]{1,9}-[^\s]{1,60}){0,9}(?:[ \t]{1,9}([^\s-]\S{0,300}))?(?:[ \t]{1,9}-[^\s]{1,60}){0,9}(?:[ \t]{1,9}([^\s-]\S{0,300}))?/
const isRemote = (place: string | undefined): boolean => place !== undefined && /^[\w.-]{2,40}:/.test(place)

/** A copy to Amazon S3 writes, one from it reads; between two places in it, the reading comes first. */
function rcloneCopy(text: string): string | undefined {
  const [, , from, to] = rcloneCommand.exec(text) ?? []
  if (to === undefined) return undefined
  return isRemote(from) ? 'GetObject' : isRemote(to) ? 'PutObject' : undefined
}

const mcCopy = /\bmc[ \t]{1,9}(?:cp|mirror|mv)(?:[ \t]{1,9}-[^\s]{1,60}){0,9}[ \t]{1,9}(\S{1,300})[ \t]{1,9}(\S{1,300})/
/** MinIO’s client names a place in Amazon S3 by its alias: "aws/bucket/key". */
function copiedByMc(text: string): string {
  const [, from = '', to = ''] = mcCopy.exec(text) ?? []
  return /^[\w-]{1,40}\/[a-z0-9]/.test(from) && /^[./~]/.test(to) ? 'GetObject' : 'PutObject'
}

/**
 * The pages of the tools, read on 2026-11-30: https://rclone.org/s3/, https://min.io/docs/minio/linux/reference/minio-mc.html, https://restic.readthedocs.io,
 * https://github.com/wal-g/wal-g, https://pgbackrest.org/configuration.html, https://kopia.io/docs/, https://github.com/s3fs-fuse/s3fs-fuse,
 * https://clickhouse.com/docs/engines/table-engines/integrations/s3, https://docs.rs/object_store, https://s3fs.readthedocs.io
 */
const messages: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  // restic and other programs with MinIO's library for Go.
  [/\bclient\.BucketExists: Access Denied/, 'HeadBucket'],
  [/\bmc: <ERROR> Unable to (?:list|recursively list)/, 'ListObjectsV2'],
  [/\bmc: <ERROR> Unable to make bucket/, 'CreateBucket'],
  [/\bmc: <ERROR> (?:Unable to|Failed to) (?:stat|validate)/, 'HeadObject'],
  [/\bmc: <ERROR> (?:Unable to|Failed to) remove/, 'DeleteObject'],
  [/\bmc: <ERROR> Failed to (?:copy|mirror|upload)/, (_, text) => copiedByMc(text)],
  [
    /\berror (?:listing|reading (?:source|destination)(?: root)? directory)[^\n]{0,80}?AccessDenied/,
    (_, text) => {
      const [, command, place] = rcloneCommand.exec(text) ?? []
      return command === 'lsd' && /:$/.test(place ?? '') ? 'ListBuckets' : 'ListObjectsV2'
    },
  ],
  [/\bFailed to copy: (?:failed to [\w ]{1,40}: )?AccessDenied/, (_, text) => rcloneCopy(text)],
  [/\bfailed to list s3 folder\b/i, 'ListObjectsV2'],
  [
    /\*\*\* Path\/Query \*\*\*:\s{1,20}(GET|HEAD|PUT|DELETE) \/([^\s?/]{0,80})(\S{0,400})/,
    ([, method = '', , key = '']) => ofRequest(method, key),
  ],
  [/\berror getting \S{1,80} blob: Access Denied/, 'GetObject'],
  [/\berror (?:writing|putting) \S{1,80} blob: Access Denied/, 'PutObject'],
  [/\bwhile reading key: \S{1,400}, from bucket: /, 'GetObject'],
  [/\bwhile writing (?:to )?key: \S{1,400}|\bfailed to flush chunks: store put chunk\b/, 'PutObject'],
  [
    /\bHTTP (GET|HEAD|PUT) error on 'https:\/\/[a-z0-9.-]{1,80}amazonaws\.com(\/[^\s']{0,400})?' \(HTTP 403\)/,
    ([, method = '', key = '']) => ofRequest(method, key),
  ],
  [/\bs3fs_check_service\b|\bs3fs: failed to check (?:bucket|service)/, 'ListObjectsV2'],
  [/\bs3fs\/(?:core|utils)\.py\b[\s\S]{0,600}?\bPermissionError: Forbidden\b/, 'HeadObject'],
  // Programs on object_store, such as Polars, delta-rs, and DataFusion, print the address below the error.
  [
    /\bGeneric S3 error: [\s\S]{0,600}?https:\/\/s3[\w.-]{0,40}\.amazonaws\.com\/[^\s/?"']{1,80}(\?[^\s"']{0,300})/,
    ([, query = '']) => (query.includes('list-type=') ? 'ListObjectsV2' : undefined),
  ],
]

export const toolMessageHints: readonly RegExp[] = messages.map(([pattern]) => pattern)

/** The operation of Amazon S3 that such a message means; undefined where the text has none that says so. */
export function toolMessageOperation(text: string, spotted: Spotted): string | undefined {
  for (const [pattern, meaning] of messages) {
    const found = spotted.mayHave(pattern) ? pattern.exec(text) : null
    const operation = found && (typeof meaning === 'string' ? meaning : meaning(found, text))
    if (operation) return operation
  }
  return undefined
}
