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
  if (lists(service, asked, key)) return false
  for (const other of owner.actions.values()) if (lists(owner, other, key)) return true
  return false
}

/** Does AWS list the key for this action, or for what it acts on? Both in lower case; false for an action that isn't in the reference. */
export function listsKey(reference: Reference, action: string, key: string): boolean {
  const [prefix = '', name = ''] = action.split(':', 2)
  const service = reference.services.get(prefix)
  const asked = service?.actions.get(name)
  return service !== undefined && asked !== undefined && lists(service, asked, key)
}

/** Is the key one that an action lists itself, or one of what it acts on? */
function lists({ resourceTypes }: Service, action: Action, key: string): boolean {
  const isKey = (listed: string): boolean => {
    const name = listed.toLowerCase()
    return name === key || isFamilyOf(name, key)
  }
  return (
    action.conditionKeys.some(isKey) ||
    action.resourceTypes.some(({ name }) => resourceTypes.get(name.toLowerCase())?.conditionKeys.some(isKey) ?? false)
  )
}

/** "s3:existingobjecttag/<key>" matches every key with that prefix. */
function isFamilyOf(listed: string, key: string): boolean {
  const open = listed.search(/[<$]/)
  return open > 0 && key.startsWith(listed.slice(0, open))
}
