import { matches, type Statement, splitArn } from '../../iam/index.ts'

/** How the ARNs of one kind of resource go on where the action is about what belongs to it. */
interface Ending {
  readonly service: string
  /** ARNs that lack it. */
  readonly of: RegExp
  /** What to put behind such an ARN, for the resource of the call. */
  readonly endings: readonly string[]
  /** Actions, in lower case, that never need the ARN without the ending: a statement that has no others needs only the longer ARN. */
  readonly only: RegExp
}

const never = /^(?!)/

/** Actions on objects. https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html */
const onObjects =
  /^(?:(?:get|put|delete|restore)object(?:version)?(?:acl|attributes|legalhold|retention|tagging|torrent)?|restoreobject|replicate\w+|abortmultipartupload|listmultipartuploadparts|bypassgovernanceretention)$/

/**
 * S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 * Secrets Manager: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 * Lambda: https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html
 * CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 * OpenSearch Service: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 * DynamoDB's indexes and streams and CloudFormation's stacks have these forms in AWS's list of resource types.
 */
const table: readonly Ending[] = [
  { service: 's3', of: /^arn:[\w-]+:s3:::[^/]+$/, endings: ['/*'], only: onObjects },
  { service: 's3', of: /^arn:[\w-]+:s3:::[^/]+\/(?:.*\/)?$/, endings: ['*'], only: onObjects },
  // An object can have the name of a folder.
  { service: 's3', of: /^arn:[\w-]+:s3:::[^/]+\/.*[^/*]$/, endings: ['/*'], only: never },
  { service: 's3', of: /:accesspoint\/[^/]+$/, endings: ['/object/*'], only: onObjects },
  // Tags are the only thing for which a log group's ARN has no star.
  { service: 'logs', of: /:log-group:[^:]+$/, endings: [':*'], only: /^(?!.*tag)/ },
  // What has no secret yet has no ending either.
  { service: 'secretsmanager', of: /:secret:[^:]+$/, endings: ['-??????'], only: /^(?!create)/ },
  { service: 'lambda', of: /:(?:function|layer):[^:]+$/, endings: [':*'], only: never },
  {
    service: 'dynamodb',
    of: /:table\/[^/]+$/,
    endings: ['/index/*', '/stream/*', '/backup/*', '/export/*'],
    only: never,
  },
  { service: 'es', of: /:domain\/[^/]+$/, endings: ['/*'], only: /^eshttp/ },
  { service: 'cloudformation', of: /:stack\/[^/]+$/, endings: ['/*'], only: /^/ },
]

/** What a statement's Resource lacks. */
export interface MissingEnding {
  /** The entry as it is. */
  readonly written: string
  readonly span: { readonly from: number; readonly to: number }
  /** The entry that the call needs. */
  readonly needed: string
  /** No action of the statement needs the entry as it is. */
  readonly replaces: boolean
}

/**
 * The entry of the statement's Resource that would cover the resource if it had its ending, its Region, or its account; for a bucket, also the entry that only has what's in it.
 * `filled` puts in what a template's names are assumed to be; the entry keeps the names.
 */
export function missingEnding(
  statement: Statement,
  service: string,
  resource: string,
  filled: (raw: string) => string = (raw) => raw,
): MissingEnding | undefined {
  if (statement.resource?.sense !== 'any-of') return undefined
  for (const { value, span } of statement.resource.items) {
    const written = value.raw
    const arn = filled(written)
    if (value.kind !== 'arn' || matches(arn, resource)) continue
    const placed = withPlace(written, resource)
    // Without its Region or account, it matches nothing.
    if (placed !== undefined && matches(filled(placed), resource))
      return { written, span, needed: placed, replaces: true }
    for (const { endings, only } of table.filter((row) => row.service === service && row.of.test(arn))) {
      const ending = endings.find((each) => matches(`${arn}${each}`, resource))
      if (ending !== undefined)
        return { written, span, needed: `${written}${ending}`, replaces: hasOnly(statement, service, only) }
    }
    const bucket = service === 's3' ? /^(arn:[\w-]+:s3:::[^/]+)\/\*$/.exec(written)?.[1] : undefined
    if (bucket !== undefined && matches(bucket, resource)) return { written, span, needed: bucket, replaces: false }
  }
  return undefined
}

/**
 * An ARN with the Region and the account that the resource has and it lacks; undefined where it lacks neither.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
function withPlace(written: string, resource: string): string | undefined {
  const [own, named] = [splitArn(written), splitArn(resource)]
  if (!own || !named) return undefined
  const isLeftOut = (i: number): boolean => own[i] === '' && named[i] !== ''
  return isLeftOut(3) || isLeftOut(4)
    ? own.map((part, i) => (i === 3 || i === 4 ? part || named[i] : part)).join(':')
    : undefined
}

/** Every action of the statement is one of these, by its whole name. */
const hasOnly = ({ action }: Statement, service: string, only: RegExp): boolean =>
  action?.sense === 'any-of' &&
  action.items.every(
    ({ value }) =>
      value.kind === 'action' &&
      value.service === service &&
      !/[*?]/.test(value.raw) &&
      only.test(value.raw.slice(service.length + 1).toLowerCase()),
  )
