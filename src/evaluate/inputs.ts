import { parseArn } from '../iam/index.ts'
import type { EvaluationInput } from './evaluation-input.ts'
import type { Inputs } from './exact.ts'
import type { Layer } from './layers.ts'
import type { Request } from './request.ts'

/** A call's request, and one for each other thing that the call must be allowed to do. */
export function inputsOf(
  request: Request,
  read: (request: Request) => EvaluationInput,
  layers: readonly Layer[],
): Inputs {
  if (isAlone(request)) return [read(request)]
  const { also, resourceAccount: _owner, ...rest } = request
  const parts = (also ?? []).map((part) => ({ ...rest, ...part, action: part.action ?? request.action }))
  const throughPoint = bucketBehind(request, layers)
  const first = throughPoint ? { ...request, context: throughPoint.context } : request
  const byItself = [functionBehindUrl(request), throughPoint].flatMap((part) =>
    part && !parts.some((given) => isSame(given, part)) ? [part] : [],
  )
  return [read(first), ...[...parts, ...byItself].map(read)]
}

/** Most calls ask for one thing, and every call pays for finding that out. */
const isAlone = ({ also, action, resource }: Request): boolean =>
  also === undefined && !resource.includes(':accesspoint/') && !isFunctionUrl(action)

const isFunctionUrl = (action: string): boolean => action.trim().toLowerCase() === 'lambda:invokefunctionurl'

const isSame = (a: Request, b: Request): boolean =>
  a.action.toLowerCase() === b.action.toLowerCase() && a.resource === b.resource

/**
 * A function URL needs lambda:InvokeFunction next to lambda:InvokeFunctionUrl.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function functionBehindUrl(request: Request): Request | undefined {
  if (!isFunctionUrl(request.action)) return undefined
  const { also: _also, ...rest } = request
  const context = { 'lambda:InvokedViaFunctionUrl': 'true', ...request.context }
  return { ...rest, action: 'lambda:InvokeFunction', context }
}

/**
 * Through an access point the bucket must allow the request, too. The access point's ARN doesn't name its bucket: it is the one whose
 * policy was given. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
function bucketBehind(request: Request, layers: readonly Layer[]): Request | undefined {
  const arn = parseArn(request.resource)
  const [, name, key] = /^accesspoint\/([^/]+)(?:\/object\/(.*))?$/s.exec(arn?.resource ?? '') ?? []
  if (arn?.service !== 's3' || name === undefined) return undefined
  const buckets = new Set(layers.flatMap(({ type, level }) => (type === 'resource' && isBucket(level) ? level : [])))
  const [bucket, ...others] = buckets
  if (bucket === undefined || others.length > 0) return undefined
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

const isBucket = (level: string | undefined): level is string => /^arn:[a-z-]+:s3:::[^/*?]+$/.test(level ?? '')
