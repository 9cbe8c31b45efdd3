import type { Action, Reference, Service } from '../reference/index.ts'
import type { Asked } from './situation.ts'
import { fillTemplate, formsOf, namedTemplate, namesIn, placeholder, takesTemplate, typesOf } from './stand-in.ts'

/** "nodegroup" for a type "node-group" or "NodeGroup". */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The type that is called so: "nodegroup". "DBCluster" is a "cluster" of RDS, and a "listener" is one of two kinds, as its load balancer is. */
function typeNamed(name: string, types: readonly string[], asked: Asked): string | undefined {
  const same = types.find((type) => plain(type) === name)
  if (same !== undefined) return same
  const kinds = types.filter((type) => type.includes('/') && plain(type.split('/')[0] ?? '') === name)
  const kind = kinds.find((type) => asked.request.resource.includes(`/${type.split('/')[1]}/`)) ?? kinds[0]
  if (kind !== undefined) return kind
  return types.filter((type) => name.endsWith(plain(type))).toSorted((a, b) => b.length - a.length)[0]
}

/**
 * Tags in a call are set on what it creates: on the alarm of PutMetricAlarm, on the node group of CreateNodegroup, though AWS lists only the cluster for
 * that call. Undefined where the action isn't about tags, or nothing shows what is created.
 */
function createdTemplate(
  action: string,
  call: string,
  asked: Asked,
  reference: Reference | undefined,
): string | undefined {
  const [prefix = '', name = ''] = call.split(':')
  const service = reference?.services.get(prefix)
  const tags = service?.actions.get(action.slice(action.indexOf(':') + 1).toLowerCase())
  if (!tagging.test(action) || !service || !tags || !action.startsWith(`${prefix}:`)) return undefined
  const taggable = typesOf(service, tags).map((type) => type.name)
  const formFor = (type: string): string | undefined => {
    const forms = formsOf(type, service)
    return forms.find((form) => takesTemplate(form, asked.request.resource)) ?? forms[0]
  }
  const created = plain(name.replace(/^(?:Create|Put|Run|Start|Register|Request|Import|Copy|Restore|Publish)/, ''))
  const named = created === '' ? undefined : typeNamed(created, taggable, asked)
  if (named !== undefined) return formFor(named)
  const types = service.actions.get(name.toLowerCase())?.resourceTypes ?? []
  const required = types.filter((type) => type.required)
  const [only, ...more] = required.length > 0 ? required : types
  return only && more.length === 0 && taggable.includes(only.name) ? formFor(only.name) : undefined
}

/**
 * Models and inference profiles are listed as required all at once, though one call names one or two of them. Executions of Step Functions are either
 * standard or express.
 */
const alternatives: ReadonlySet<string> = new Set(['bedrock', 'states'])

/** The types that AWS checks an action against all at once; empty where it's one, or where they are alternatives. */
export function requiredTypes(service: string, known: Action | undefined): readonly string[] {
  const required = known?.resourceTypes.filter((type) => type.required) ?? []
  return required.length < 2 || alternatives.has(service) ? [] : required.map(({ name }) => name)
}

/** A service-linked role is below this path, whatever its service. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
const linkedRole = 'arn:$'.concat('{Partition}:iam::$', '{Account}:role/aws-service-role/*')

/**
 * What a further action of a call needs, as ARNs with holes: what the call tags, what the denied call was about, or what AWS requires of the action.
 * Empty if the action’s service isn’t known, because then its resources aren’t known either.
 */
export function neededTemplates(
  action: string,
  call: string,
  asked: Asked,
  reference: Reference | undefined,
): readonly string[] {
  if (action === 'iam:CreateServiceLinkedRole') return [linkedRole]
  const created = createdTemplate(action, call, asked, reference)
  if (created !== undefined) return [created]
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  const service = reference?.services.get(prefix)
  const known = service?.actions.get(name)
  const required = requiredTypes(prefix, known)
  if (service && required.length > 1) return required.flatMap((type) => formsOf(type, service).slice(0, 1))
  const same = typesOf(service, known)
    .flatMap((type) => formsOf(type.name, service))
    .find((form) => !makesOwn.test(action) && takesTemplate(form, asked.request.resource))
  return same === undefined ? templateOf(action, reference) : [same]
}

/** What sets tags or creates something has another resource than the denied call. */
const makesOwn = /:(?:Create|Register|Import|Allocate|TagResource|AddTags|CreateTags)/

/** Of the ARNs of several actions, those that this one takes: a bucket's are for listing, its objects' for reading. All where none is. */
export function takenBy(
  action: string,
  templates: readonly string[],
  reference: Reference | undefined,
): readonly string[] {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  const service: Service | undefined = reference?.services.get(prefix)
  const forms = typesOf(service, service?.actions.get(name)).flatMap((type) => formsOf(type.name, service))
  const taken = templates.filter((template) => forms.some((form) => takesTemplate(form, asExample(template))))
  return taken.length > 0 ? taken : templates
}

/** An ARN in the place of its template. */
const asExample = (template: string): string => template.replaceAll(/\$\{\w+\}/g, 'x')

/** Empty if the action’s service isn’t known, because then its resources aren’t known either. */
export function templateOf(action: string, reference: Reference | undefined): readonly string[] {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  const service = reference?.services.get(prefix)
  const known = service?.actions.get(name)
  if (!known && action !== 'iam:PassRole') return []
  return [namedTemplate(action, service, known) ?? '*']
}

/** The ARN that the action needs: the denied one where the template fits it, and otherwise the template with what is known filled in. */
export function resourceFor(action: string, template: string, asked: Asked, reference: Reference | undefined): string {
  if (template === '*') return '*'
  // A service's own role isn't one that the call hands over.
  const isOwnRole = asked.action === 'iam:CreateServiceLinkedRole'
  // The same repository, queue, or table that the call is about.
  // A wildcard in a fact means several: "/restapis/*" is more than the API that was denied.
  if (!isOwnRole && !template.includes('*') && takesTemplate(template, asked.request.resource))
    return asked.request.resource
  // What gets its tags while it's created has no name yet.
  const isOfService = template.split(':')[2] === asked.service && !isOwnRole
  const known = isOfService ? fillings(asked, reference) : { ...fillings(asked, reference), names: undefined }
  return fillTemplate(template, { ...known, everyName: tagging.test(action) })
}

const tagging = /:(?:TagResource|TagResources|CreateTags|AddTags|AddTagsToResource)$/

/** What fills the holes of a template for the denied call. */
export const fillings = (asked: Asked, reference: Reference | undefined) => ({
  caller: asked.caller,
  account: undefined,
  // Where the denied resource has no Region, any: the names that are filled in keep it narrow.
  region: asked.request.resource.split(':')[3] || '*',
  name: undefined,
  names: knownNames(asked, reference),
})

/** An object's ARN names its bucket, an index's ARN its table: what the denied ARN names is known for the others, too. */
function knownNames({ service, request }: Asked, reference: Reference | undefined): ReadonlyMap<string, string> {
  // "ResourceId" is whatever the type is: a model's isn't that of the profile that leads to it.
  const own = ['Partition', 'Region', 'Account', 'ResourceId']
  const found = [...(reference?.services.get(service)?.resourceTypes.values() ?? [])]
    .flatMap(({ forms }) => forms.map(({ raw }) => raw))
    .toSorted((a, b) => b.length - a.length)
    .flatMap((form) => namesIn(form, request.resource) ?? [])
  return new Map([...(found[0] ?? [])].filter(([hole, name]) => !own.includes(hole) && name !== placeholder(hole)))
}
