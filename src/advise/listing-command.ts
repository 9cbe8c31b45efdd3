import type { ContextInput } from '../evaluate/index.ts'

/** What a command of the AWS CLI sent when it listed a bucket. */
export interface Listing {
  readonly prefix: string
  /** Undefined: the request had none. */
  readonly delimiter: '/' | undefined
}

/** More of a paste isn't searched for commands. */
const longest = 20_000

const command =
  /\baws(?:[ \t]{1,4}--?[\w-]{1,40}(?:[ =][^\s-][^\s]{0,100})?){0,4}[ \t]{1,4}s3[ \t]{1,4}(ls|sync|cp|mv|rm)[ \t]([^\n|;&]{1,600})/g

/**
 * The last `aws s3` command in front of the error. `ls` lists one level with a delimiter; `sync` and `--recursive` list everything below a folder without
 * one. Undefined where no command names exactly one place in S3. https://docs.aws.amazon.com/cli/latest/reference/s3/ (2026-11-29)
 */
export function listingIn(paste: string): Listing | undefined {
  const text = paste.slice(0, longest)
  const error = text.search(/calling the ListObjects/)
  const [, verb, rest = ''] = [...text.slice(0, Math.max(error, 0)).matchAll(command)].at(-1) ?? []
  const [place, ...more] = rest.match(/s3:\/\/[^\s"'`]{3,500}/g) ?? []
  if (place === undefined || more.length > 0 || /[<>${}*]/.test(place)) return undefined
  const prefix = place.replace(/^s3:\/\/[^/]*\/?/, '')
  const isRecursive = verb === 'sync' || /\s--recursive\b/.test(` ${rest}`)
  if (verb === 'ls' && !isRecursive) return { prefix, delimiter: '/' }
  return isRecursive
    ? { prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`, delimiter: undefined }
    : undefined
}

/** The same as condition keys of the request. https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html */
export const listingKeys = ({ prefix, delimiter }: Listing): readonly (readonly [string, ContextInput])[] => [
  ['s3:prefix', prefix],
  ['s3:delimiter', delimiter ?? null],
]
