import type { PolicyHolder } from '../denial/index.ts'
import { type Caller, masksInName, matches } from '../iam/index.ts'

/** Is a holder that a document names the caller? "unknown" where the document doesn't show enough of its name. */
export type HolderMatch = 'same' | 'other' | 'unknown'

/**
 * Compares the holder of a policy with the caller. A role is never a user, and a user may be in any group.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html
 */
export function matchOf({ is, name, label }: PolicyHolder, caller: Caller): HolderMatch {
  const isRole = caller.kind === 'role' || caller.kind === 'role-session'
  if (!isRole && caller.kind !== 'user') return 'unknown'
  if ((is === 'role') !== isRole) return 'other'
  if (is === 'group') return 'unknown'
  return namesMatch({ name, label }, caller.name)
}

/** The same for a role whose policy was pasted and one whose name is known from elsewhere. */
export function namesMatch({ name, label }: Pick<PolicyHolder, 'name' | 'label'>, actual: string): HolderMatch {
  if (masksInName(actual).length > 0 || (name !== undefined && masksInName(name.replaceAll('*', '')).length > 0))
    return 'unknown'
  if (name !== undefined) {
    if (!matches(name.toLowerCase(), actual.toLowerCase())) return 'other'
    return name.replaceAll('*', '').length < 3 ? 'unknown' : 'same'
  }
  return label !== undefined && isNamedAfter(actual, label) ? 'same' : 'unknown'
}

/** Can a role of this name in AWS be the one of that name in the template? Generated names hold it. */
function isNamedAfter(actual: string, inTemplate: string): boolean {
  const [role = '', label = ''] = [actual, inTemplate].map((text) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
  // Every name holds a letter or two of another.
  if (Math.min(role.length, label.length) < 3) return role === label
  return role.includes(label) || label.includes(role)
}
