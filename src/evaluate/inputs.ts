import { parseArn } from '../iam/index.ts'
import type { Inputs } from './exact.ts'
import type { EvaluationInput } from './gate.ts'
import type { Layer } from './layers.ts'
import type { Request } from './request.ts'

/** Prepares calls: the request of a call, and one more for each other permission that the call needs. */
export function callReader(
  read: (request: Request) => EvaluationInput,
  layers: readonly Layer[],
): (request: Request) => Inputs {
  const bucket = onlyBucket(layers)
  // Most calls need one permission, so this check must be cheap.
  return (request) => {
    const input = read(request)
    const isAlone =
      request.also === undefined &&
      !input.asked.isFunctionUrl &&
      (bucket === undefined || !request.resource.includes(':accesspoint/'))
    return isAlone ? [input] : partsOf(input, bucket, read)
  }
}

function partsOf(input: EvaluationInput, bucket: string | undefined, read: (part: Request) => EvaluationInput): Inputs {
  const { request } = input
  const { also, resourceAccount: _owner, ...rest } = request
  const parts = (also ?? []).map((part) => ({ ...rest, ...part, action: part.action ?? request.action }))
  const throughPoint = bucketBehind(request, bucket)
  const first = throughPoint ? read({ ...request, context: throughPoint.context }) : input
  const byItself = [functionBehindUrl(input), throughPoint].flatMap((part) =>
    part && !parts.some((given) => isSame(given, part)) ? [part] : [],
  )
  return [first, ...[...parts, ...byItself].map(read)]
}

const isSame = (a: Request, b: Request): boolean =>
  a.action.toLowerCase() === b.action.toLowerCase() && a.resource === b.resource

/**
 * A function URL needs lambda:InvokeFunction next to lambda:InvokeFunctionUrl.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function functionBehindUrl({ request, asked }: EvaluationInput): Request | undefined {
  if (!asked.isFunctionUrl) return undefined
  const { also: _also, ...rest } = request
  const context = { 'lambda:InvokedViaFunctionUrl': 'true', ...request.context }
  return { ...rest, action: 'lambda:InvokeFunction', context }
}

/**
 * Through an access point the bucket must allow the request, too. The access point's ARN doesn't name its bucket: it is the one whose
 * policy was given. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
function bucketBehind(request: Request, bucket: string | undefined): Request | undefined {
  const arn = parseArn(request.resource)
  if (arn?.service !== 's3' || bucket === undefined) return undefined
  const [, name, key] = /^accesspoint\/([^/]+)(?:\/object\/(.*))?$/s.exec(arn.resource) ?? []
  if (name === undefined) return undefined
  const { also: _also, ...rest } = request
  return {
    ...rest,
    resource: key === undefined ? bucket : `${bucket}/${key}`,
    resourceAccount: request.resourceAccount ?? arn.account,
    context: {
      's3:DataAccessPointArn': `arn:${arn.partition}:s3:${arn.region}:${arn.account}:accesspoint/${name}`,
      's3:DataAccessPointAccount': arn.account,
      ...request.context,
    },
  }
}

/** The one bucket whose policy was given; undefined where there are none or several. */
function onlyBucket(layers: readonly Layer[]): string | undefined {
  const buckets = layers.flatMap(({ type, level }) => (type === 'resource' && isBucket(level) ? level : []))
  const [bucket, ...others] = new Set(buckets)
  return others.length > 0 ? undefined : bucket
}

const isBucket = (level: string | undefined): level is string => /^arn:[a-z-]+:s3:::[^/*?]+$/.test(level ?? '')
