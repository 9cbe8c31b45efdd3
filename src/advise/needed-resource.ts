import type { Reference } from '../reference/index.ts'
import type { Asked } from './situation.ts'
import { arnTemplate, fillTemplate, formsOf, namesIn, placeholder, takesTemplate } from './stand-in.ts'

/** Tags in a call are set on what it creates: on the alarm of PutMetricAlarm. Undefined where the action isn't about tags, or the call needs several types. */
export function createdTemplate(
  action: string,
  call: string,
  reference: Reference | undefined,
): readonly string[] | undefined {
  const [prefix = '', name = ''] = call.split(':')
  const service = reference?.services.get(prefix)
  const tags = service?.actions.get(action.slice(action.indexOf(':') + 1).toLowerCase())
  if (!tagging.test(action) || !service || !tags || !action.startsWith(`${prefix}:`)) return undefined
  const types = service.actions.get(name.toLowerCase())?.resourceTypes ?? []
  const required = types.filter((type) => type.required)
  const [only, ...more] = required.length > 0 ? required : types
  if (!only || more.length > 0 || !tags.resourceTypes.some((type) => type.name === only.name)) return undefined
  const [form] = formsOf(only.name, service)
  return form === undefined ? undefined : [form]
}

/** Empty if the action’s service isn’t known, because then its resources aren’t known either. */
export function templateOf(action: string, reference: Reference | undefined): readonly string[] {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  const service = reference?.services.get(prefix)
  const known = service?.actions.get(name)
  if (!known && action !== 'iam:PassRole') return []
  return [arnTemplate(action, service, known) ?? '*']
}

/** The ARN that the action needs: the denied one where the template fits it, and otherwise the template with what is known filled in. */
export function resourceFor(action: string, template: string, asked: Asked, reference: Reference | undefined): string {
  if (template === '*') return '*'
  // A service's own role isn't one that the call hands over.
  const isOwnRole = asked.action === 'iam:CreateServiceLinkedRole'
  // The same repository, queue, or table that the call is about.
  if (!isOwnRole && takesTemplate(template, asked.request.resource)) return asked.request.resource
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
  const own = ['Partition', 'Region', 'Account']
  const found = [...(reference?.services.get(service)?.resourceTypes.values() ?? [])]
    .flatMap(({ forms }) => forms.map(({ raw }) => raw))
    .toSorted((a, b) => b.length - a.length)
    .flatMap((form) => namesIn(form, request.resource) ?? [])
  return new Map([...(found[0] ?? [])].filter(([hole, name]) => !own.includes(hole) && name !== placeholder(hole)))
}
