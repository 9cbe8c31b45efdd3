import type { Request } from '../evaluate/index.ts'
import { isSymbolName, matches, parseArn, symbolsIn } from '../iam/index.ts'
import { stackValues } from './stack-values.ts'

/**
 * What the ARN of a resource in a template is, by its type in Terraform and by the service of the denied call: never that of an object, an index, or a log stream.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
const ownArns: readonly (readonly [service: string, type: RegExp, arn: RegExp])[] = [
  ['s3', /^aws_s3_bucket$/, /^arn:[\w-]+:s3:::[^/:]+/],
  ['dynamodb', /^aws_dynamodb_table$/, /^arn:[\w-]+:dynamodb:[^:]*:[^:]*:table\/[^/:]+/],
  ['logs', /^aws_cloudwatch_log_group$/, /^arn:[\w-]+:logs:[^:]*:[^:]*:log-group:[^:]+/],
  ['lambda', /^aws_lambda_function$/, /^arn:[\w-]+:lambda:[^:]*:[^:]*:function:[^:]+/],
  ['es', /^aws_(?:opensearch|elasticsearch)_domain$/, /^arn:[\w-]+:es:[^:]*:[^:]*:domain\/[^/:]+/],
  ['sqs', /^aws_sqs_queue$/, /^arn:[\w-]+:sqs:[^:]*:[^:]*:[^:]+$/],
  ['sns', /^aws_sns_topic$/, /^arn:[\w-]+:sns:[^:]*:[^:]*:[^:]+$/],
  ['kinesis', /^aws_kinesis_stream$/, /^arn:[\w-]+:kinesis:[^:]*:[^:]*:stream\/[^/:]+$/],
  ['kms', /^aws_kms_key$/, /^arn:[\w-]+:kms:[^:]*:[^:]*:key\/[^/:]+$/],
  ['secretsmanager', /^aws_secretsmanager_secret$/, /^arn:[\w-]+:secretsmanager:[^:]*:[^:]*:secret:[^:]+$/],
]

/** CloudFormation's log group gives its ARN with ":*" behind it, so nothing is known of one in general. */
const withoutOwnForm: ReadonlySet<string> = new Set(['logs'])

/**
 * The ARN that a template's name would have if it meant what the call is about: "arn:aws:s3:::reports" for `aws_s3_bucket.b.arn` or `Bucket.Arn`, and an object
 * in it. Undefined where the name isn't such an attribute.
 */
function ownArn(name: string, resource: string): string | undefined {
  const service = parseArn(resource)?.service ?? ''
  const [, type] = /^(?:module\.[\w-]+\.)?(aws_\w+)\.[\w-]+(?:\[[^\]]*\])?\.arn$/.exec(name) ?? []
  const isAttribute = /^[A-Za-z][A-Za-z0-9]*\.Arn$/.test(name)
  const row = ownArns.find(
    ([of, ofType]) =>
      of === service && (type === undefined ? isAttribute && !withoutOwnForm.has(of) : ofType.test(type)),
  )
  return row?.[2].exec(resource)?.[0]
}

/** A bucket's name by the name that it has in a template: `var.bucket_name`, `BucketName`, `aws_s3_bucket.b.id`. */
const bucketName =
  /^(?:aws_s3_bucket\.[\w-]+\.(?:id|bucket)|(?:var\.|local\.)?(?:\w{0,60}_)?bucket(?:_?name)?|\w{0,60}Bucket(?:Name| name)?)$/

function ownName(name: string, resource: string): string | undefined {
  const [, bucket] = /^arn:[\w-]+:s3:::([^/:]+)\/./.exec(resource) ?? []
  return bucketName.test(name) ? bucket : undefined
}

/** The names whose ARN, or name, can't be what the call is about, but what that is in: a bucket's, where the call is about an object. */
export const containerValues = (names: readonly string[], resource: string): ReadonlyMap<string, string> =>
  new Map(
    names.flatMap((name) => {
      const value = ownArn(name, resource) ?? ownName(name, resource)
      return value === undefined || value === resource ? [] : [[name, value]]
    }),
  )

/** Values of a template's names. */
export type NamedValues = Readonly<Record<string, string>>

/** Puts them in. */
export const withValues = (raw: string, values: NamedValues): string =>
  symbolsIn(raw).reduce((text, name) => {
    const value = values[name]
    return value === undefined ? text : text.replaceAll(`\${${name}}`, () => value)
  }, raw)

/** An entry of Resource with one name that the call doesn't tell. */
interface Meant {
  readonly name: string
  readonly value: string
  /** With what the call says about the stack. */
  readonly values: NamedValues
}

/** The values with which an entry of Resource is what the call is about; undefined where it can't be, or has no name or several. */
export function valuesFor(raw: string, request: Request): Meant | undefined {
  const { resource } = request
  const ofStack: NamedValues = Object.fromEntries(stackValues(symbolsIn(raw), request))
  const known = withValues(raw, ofStack)
  const [, before = '', name = '', behind = ''] = /^([^$]*)\$\{([^{}]{1,200})\}([^$]*)$/.exec(known) ?? []
  if (!isSymbolName(name)) return undefined
  const value = before === '' ? ownArn(name, resource) : namedAt(before, resource)
  if (value === undefined || !matches(`${before}${value}${behind}`, resource)) return undefined
  return { name, value, values: { ...ofStack, [name]: value } }
}

/** The name behind what both begin with: of "arn:aws:s3:::" and an object, the bucket's. */
const namedAt = (before: string, resource: string): string | undefined =>
  resource.startsWith(before) && /[:/]$/.test(before) ? /^[^:/*?]+/.exec(resource.slice(before.length))?.[0] : undefined
