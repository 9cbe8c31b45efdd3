import { isOperation as isKnown } from '../operation-services.ts'

/** What can be read from a sentence. */
export const slotNames = [
  /** An ARN of who was denied. */
  'caller',
  /** An ARN, a name or an address of what was asked for. */
  'resource',
  /** The same, where only an ARN will do. */
  'arn',
  /** "s3:GetObject" */
  'action',
  /** "ReceiveMessage" */
  'operation',
  /** "SQS", "Amazon EC2" */
  'service',
  /** A service principal. */
  'byservice',
  'bucket',
  /** BUCKET/KEY */
  'object',
  /** The address of an object. */
  'objecturl',
  /** The address of an image's manifest. */
  'imageurl',
  /** The address of a queue. */
  'queue',
  's3url',
  /** The ARN of a KMS key. */
  'key',
  /** "permission(s):", in any form. */
  'permission',
  /** A database, table or place of Lake Formation. */
  'lfresource',
  /** A file system's address. */
  'efs',
] as const
export type SlotName = (typeof slotNames)[number]

/** What a word must look like to be the value of a slot. Each pattern looks at one word of at most 600 characters. */
const looks: Readonly<Record<SlotName, RegExp>> = {
  caller: /arn:[\w-]*:/i,
  // Not a plain word of the sentence that goes on.
  resource: /arn:|[/_.\d*-]|[a-z][A-Z]/,
  arn: /arn:[\w-]*:/i,
  action: /^[a-z][a-z0-9-]{1,40}:[A-Za-z*][\w*]{1,100}$/i,
  operation: /^[A-Z][a-z]+[A-Za-z0-9]{1,80}$/,
  service: /^[A-Z0-9][\w-]{1,40}$/i,
  byservice: /\.amazonaws\.com/i,
  bucket: /^[a-z0-9*][\w.-]{1,80}/i,
  object: /^[a-z0-9][\w.-]{1,80}\//i,
  objecturl: /^https?:\/\/[\w.-]+\.amazonaws\.com/i,
  imageurl: /^https?:\/\/\d{12}\.dkr\.ecr\./,
  queue: /[a-z0-9]/i,
  s3url: /^s3a?n?:\/\/|^[a-z0-9]/i,
  key: /arn:[\w-]*:kms:/i,
  permission: /^permission/i,
  lfresource: /[a-z0-9]/i,
  efs: /^fs-[0-9a-f]{6,20}|^127\.0\.0\.1/i,
}

/** Can this word be the value of the slot? */
export const fits = (slot: SlotName, word: string): boolean =>
  looks[slot].test(word.slice(0, 600)) && (slot !== 'operation' || isOperation(word))

/** "DescribeSubnets" by its two capitals, "Decrypt" because it's known: any sentence begins with a capital. */
const isOperation = (word: string): boolean => /[a-z][A-Z]/.test(word) || isKnown(word)
