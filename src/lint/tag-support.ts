import type { ActionPattern, Condition, Statement } from '../iam/index.ts'
import type { Action, Reference, Service } from '../reference/index.ts'
import { matchedActions } from './matched-actions.ts'

/** The key that asks for a tag of what the request is about. */
const isResourceTag = (condition: Condition): boolean =>
  condition.key.value.toLowerCase().startsWith('aws:resourcetag/')

/** The conditions of a statement that can only hold where the request carries the tag: neither negated, nor IfExists, nor "is not there". */
export const tagsWanted = ({ conditions }: Statement): readonly Condition[] =>
  conditions.filter((condition) => isResourceTag(condition) && wantsValue(condition))

function wantsValue({ operator: { value: operator }, values }: Condition): boolean {
  if (!operator || operator.negated || operator.ifExists || operator.quantifier === 'for-all') return false
  return operator.comparison !== 'null' || values.every(({ value }) => value.raw.toLowerCase() === 'false')
}

/**
 * Does no request for what this pattern stands for carry tags of its resource? So where the service lists the key nowhere, or where the named action works
 * on resource types of which none has it. Actions on no resource type at all (Describe… of EC2) and services that are not loaded count as supporting.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function lacksResourceTags(pattern: ActionPattern, { services }: Reference): boolean {
  const service = pattern.kind === 'action' ? services.get(pattern.service) : undefined
  if (pattern.kind !== 'action' || !service) return false
  const actions = matchedActions(pattern.name, service)
  if (actions.length === 0 || actions.some((action) => carriesTags(action, service))) return false
  return actions.every((action) => worksOnKnownTypes(action, service)) || !listsTags(service)
}

const carriesTags = ({ resourceTypes, conditionKeys }: Action, service: Service): boolean =>
  conditionKeys.some(isTagKey) ||
  resourceTypes.some(({ name }) => service.resourceTypes.get(name.toLowerCase())?.conditionKeys.some(isTagKey))

const worksOnKnownTypes = ({ resourceTypes }: Action, service: Service): boolean =>
  resourceTypes.length > 0 && resourceTypes.every(({ name }) => service.resourceTypes.has(name.toLowerCase()))

const listsTags = ({ actions, resourceTypes, conditionKeys }: Service): boolean =>
  [...conditionKeys.keys()].some(isTagKey) ||
  [...actions.values(), ...resourceTypes.values()].some((each) => each.conditionKeys.some(isTagKey))

/** "aws:ResourceTag/${TagKey}", "ec2:ResourceTag/…": a service that has one of them knows its resources' tags. */
const isTagKey = (key: string): boolean => /:resourcetag\b/i.test(key)
