import type { Request } from '../evaluate/index.ts'
import { splitArn } from '../iam/index.ts'
import type { Reference, Service } from '../reference/index.ts'

type Action = NonNullable<ReturnType<Service['actions']['get']>>

/** Other actions and resources that are tried so that an example makes sense. */
const mostTries = 16

/**
 * The request in forms that people would send: the action on a resource of a type that it supports, or on "*" if it supports none. A class of requests
 * also holds S3 actions on queues, because policies are written that way; they prove as much, but explain little. The asker must decide
 * each again. Empty where the request makes sense as it is, or the reference doesn't know its action.
 */
export function plausibleRequests(request: Request, reference: Reference | undefined): readonly Request[] {
  const [prefix = '', name = ''] = request.action.split(':')
  const service = reference?.services.get(prefix)
  const action = service?.actions.get(name.toLowerCase())
  if (!service || !action || fits(action, request.resource, service)) return []
  const longer = /[/:]$/.test(request.resource) ? [`${request.resource}example`] : []
  const resources = [request.resource, ...longer]
  const onOwn = longer.filter((resource) => fits(action, resource, service))
  const alike = [...service.actions.values()].filter((other) => firstWord(other.name) === firstWord(action.name))
  const others = resources.flatMap((resource) =>
    alike
      .filter((other) => fits(other, resource, service))
      .map((other) => ({ ...request, action: `${prefix}:${other.name}`, resource })),
  )
  return [
    ...onOwn.map((resource) => ({ ...request, resource })),
    ...ofResourcesService(request, reference),
    ...samplesFor(action, service).map((resource) => ({ ...request, resource })),
    ...others,
  ].slice(0, mostTries)
}

/** Actions of the resource's own service on it, a few of each kind, where the request's action is another service's. */
function ofResourcesService(request: Request, reference: Reference | undefined): readonly Request[] {
  const prefix = splitArn(request.resource)?.[2] ?? ''
  const service = reference?.services.get(prefix)
  if (!service || request.action.startsWith(`${prefix}:`)) return []
  const fitting = [...service.actions.values()].filter((action) => fits(action, request.resource, service))
  const kinds = new Map(fitting.map((action) => [firstWord(action.name), action]))
  return [...kinds.values()].slice(0, mostTries / 2).map(({ name }) => ({ ...request, action: `${prefix}:${name}` }))
}

/** Does the action act on this resource, as far as the reference knows both? */
export function isPlausible({ action: asked, resource }: Request, reference: Reference): boolean {
  const [prefix = '', name = ''] = asked.split(':')
  const service = reference.services.get(prefix)
  const action = service?.actions.get(name.toLowerCase())
  return service !== undefined && action !== undefined && fits(action, resource, service)
}

/** "GetObjectAcl" → "Get". */
const firstWord = (name: string): string => /^[A-Z]*[a-z]*/.exec(name)?.[0] ?? name

/** Is this a resource that the action supports? */
function fits(action: Action, resource: string, service: Service): boolean {
  if (action.resourceTypes.length === 0) return resource === '*'
  return formatsOf(action, service).some((format) => hasFormat(resource, format))
}

/** The formats of the ARNs that an action supports, the plainest first: a bucket's object before an access point's. */
const formatsOf = ({ resourceTypes }: Action, service: Service): readonly string[] =>
  resourceTypes
    .flatMap(({ name }) => service.resourceTypes.get(name)?.arn ?? [])
    .sort((a, b) => a.split('${').length - b.split('${').length)

/** A resource of each type that an action supports, with names that no policy has; "*" for other actions, and where the reference doesn't know it. */
export function sampleResources(name: string, reference: Reference | undefined): readonly string[] {
  const [prefix = '', action = ''] = name.split(':')
  const service = reference?.services.get(prefix.toLowerCase())
  const known = service?.actions.get(action.toLowerCase())
  return service && known ? samplesFor(known, service) : ['*']
}

/** An ARN of each type that the action supports. */
const samplesFor = (action: Action, service: Service): readonly string[] =>
  action.resourceTypes.length === 0
    ? ['*']
    : formatsOf(action, service).map((format) =>
        format.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => samples.get(variable) ?? 'example'),
      )

const samples: ReadonlyMap<string, string> = new Map([
  ['Partition', 'aws'],
  ['Region', 'us-east-1'],
  ['Account', '111122223333'],
])

/** Does an ARN have this format? Variables hold no slash, except those for paths and for the keys of objects. */
function hasFormat(arn: string, format: string): boolean {
  let at = 0
  const parts = format.split(/(\$\{\w+\})/)
  for (const [i, part] of parts.entries()) {
    if (!part.startsWith('${')) {
      if (!arn.startsWith(part, at)) return false
      at += part.length
      continue
    }
    const next = parts[i + 1] ?? ''
    const end = next === '' ? arn.length : arn.indexOf(next, at)
    const value = arn.slice(at, Math.max(end, at))
    if (value === '' || (!/path|object|key/i.test(part) && value.includes('/'))) return false
    at += value.length
  }
  return at === arn.length
}
