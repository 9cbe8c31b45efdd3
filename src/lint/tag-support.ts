import type { ActionPattern, Condition, Statement } from '../iam/index.ts'
import type { Action, Reference, Service } from '../reference/index.ts'
import { matchedActions } from './matched-actions.ts'

/** The key that asks for a tag of what the request is about. */
const isResourceTag = (condition: Condition): boolean =>
  condition.key.value.toLowerCase().startsWith('aws:resourcetag/')

/** The conditions of a statement that can only hold where the request carries the tag: neither negated, nor IfExists, nor "is not there". */
export const tagsWanted = ({ conditions }: Statement): readonly Condition[] =>
  conditions.filter((condition) => isResourceTag(condition) && wantsValue(condition))

/** Access Analyzer doesn't count Null, whichever way it asks. */
function wantsValue({ operator: { value: operator } }: Condition): boolean {
  if (!operator || operator.comparison === 'null') return false
  return !operator.negated && !operator.ifExists && operator.quantifier !== 'for-all'
}

/**
 * Does no request for this pattern carry tags of its resource? An action written out lacks them if none of its resource types lists the key, or if it
 * has no resource types and can't tag anything either (Describe… of EC2). A pattern with wildcards lacks them if all its actions do and their types are
 * known, or if the service lists the key nowhere. Services that aren't loaded count as supporting.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function lacksResourceTags(pattern: ActionPattern, { services }: Reference): boolean {
  const service = pattern.kind === 'action' ? services.get(pattern.service) : undefined
  if (pattern.kind !== 'action' || !service) return false
  const actions = matchedActions(pattern.name, service)
  if (actions.length === 0) return false
  if (!isWild(pattern)) return actions.every((action) => neverTagged(action, service))
  if (actions.some((action) => carriesTags(action, service))) return false
  return actions.every((action) => worksOnKnownTypes(action, service)) || !listsTags(service)
}

/** Does this pattern match an action whose requests never carry tags of its resource? A Deny with such a condition never applies to that action. */
export function coversUntagged(pattern: ActionPattern, reference: Reference): boolean {
  const service = pattern.kind === 'action' ? reference.services.get(pattern.service) : undefined
  if (pattern.kind !== 'action' || !service) return false
  if (!isWild(pattern) || pattern.name.raw === '*') return lacksResourceTags(pattern, reference)
  return matchedActions(pattern.name, service).some(
    (action) => worksOnKnownTypes(action, service) && neverTagged(action, service),
  )
}

const isWild = ({ raw }: ActionPattern): boolean => /[*?]/.test(raw)

/** What AWS's lists say about one action. */
const neverTagged = (action: Action, service: Service): boolean =>
  !carriesTags(action, service) &&
  (action.resourceTypes.length === 0 ? !tagsSomething(action) : worksOnKnownTypes(action, service))

const tagsSomething = ({ conditionKeys }: Action): boolean =>
  conditionKeys.some((key) => /^aws:(?:RequestTag\/|TagKeys$)/i.test(key))

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
