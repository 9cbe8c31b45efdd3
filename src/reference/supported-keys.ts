import { isCrossService } from './key-presence.ts'
import type { Action, Reference, Service } from './reference.ts'

/**
 * Is it certain that requests for this action never carry this condition key? The key must be one that its service lists for other
 * actions: keys that no action lists (ec2:SourceInstanceARN) and global ones (aws:…) can come with any request. Both texts in lower case.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function neverCarries(reference: Reference, action: string, key: string): boolean {
  if (isCrossService(key)) return false
  const [prefix = '', name = ''] = action.split(':', 2)
  const service = reference.services.get(prefix)
  const asked = service?.actions.get(name)
  const owner = reference.services.get(key.slice(0, Math.max(key.indexOf(':'), 0)))
  if (!service || !asked || !owner) return false
  const isKey = (listed: string): boolean => listed === key || isFamilyOf(listed, key)
  if (keysOf(service, asked).some(isKey)) return false
  return [...owner.actions.values()].some((other) => keysOf(owner, other).some(isKey))
}

/** The keys that an action lists itself, and those of what it acts on; in lower case. */
const keysOf = ({ resourceTypes }: Service, action: Action): readonly string[] =>
  [
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ name }) => resourceTypes.get(name.toLowerCase())?.conditionKeys ?? []),
  ].map((key) => key.toLowerCase())

/** "s3:existingobjecttag/<key>" matches every key with that prefix. */
function isFamilyOf(listed: string, key: string): boolean {
  const open = listed.search(/[<$]/)
  return open > 0 && key.startsWith(listed.slice(0, open))
}
