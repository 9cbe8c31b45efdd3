import { parseArn } from '../iam/index.ts'
import { partitionOfRegion } from '../reference/index.ts'
import type { Asked } from './situation.ts'

/** A setting or an option that names a customer managed key: "kms_key_id = …", "kmsKeyId: …", "--sse-kms-key-id …", "SSEKMSKeyId='…'". AWS’s own keys need no permission. */
const keySetting =
  /(?:\b(?:sse[_-]?)?kms[_-]?(?:master[_-]?)?key(?:[_-]?(?:id|arn))?|aws-kms-key-id)["']?(?:\s{0,20}[:=]|[ \t])\s{0,20}["']?(?!alias\/aws\/|var\.|null\b)(arn:aws[\w-]{0,10}:kms:[^\s"',]{1,200}|alias\/[\w/-]{1,100}|(?:mrk-)?[0-9a-f]{8}[0-9a-f-]{20,60})/i
/** Only the beginning of a long paste is searched. */
const mostText = 20_000

/** Does the text show a customer managed key that encrypts what the call writes or reads? */
export const showsKey = (text: string): boolean => keySetting.test(text.slice(0, mostText))

/**
 * The ARN of that key, as a policy can name it, with placeholders for what isn’t known: a policy can’t name a key by its alias.
 * https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html (2026-11-30)
 */
export function shownKey(text: string, { caller }: Asked): { readonly arn: string; readonly isOpen: boolean } {
  const written = keySetting.exec(text.slice(0, mostText))?.[1] ?? ''
  const arn = parseArn(written)
  if (arn?.resource.startsWith('key/')) return { arn: written, isOpen: false }
  const region = arn?.region || '<REGION>'
  const account = arn?.account || caller.account || '<ACCOUNT_ID>'
  const id = arn || written.startsWith('alias/') ? '<KEY_ID>' : written
  const partition = arn?.partition ?? (region === '<REGION>' ? caller.partition : partitionOfRegion(region))
  return { arn: `arn:${partition}:kms:${region}:${account}:key/${id}`, isOpen: true }
}
