import type { Service } from '../reference/index.ts'

/** Does the service list this condition key (lower case), alone or as one of a family such as "s3:ExistingObjectTag/<key>", "secretsmanager:ResourceTag/tag-key"? */
export function isKeyOf({ conditionKeys, actions, resourceTypes }: Service, key: string): boolean {
  if (conditionKeys.has(key)) return true
  for (const name of conditionKeys.keys()) if (isInFamily(key, name)) return true
  for (const each of [actions, resourceTypes])
    for (const of of each.values()) if (of.conditionKeys.some((name) => isInFamily(key, name))) return true
  return false
}

/** Is a key this one, or one of the family that it represents? */
function isInFamily(key: string, name: string): boolean {
  const lower = name.toLowerCase()
  const open = lower.search(/[<$]|(?<=\/)tag-key$/)
  return open < 0
    ? lower === key || (lower.endsWith('/') && key.startsWith(lower))
    : key.startsWith(lower.slice(0, open))
}
