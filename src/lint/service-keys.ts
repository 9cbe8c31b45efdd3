import type { Service } from '../reference/index.ts'

/** Does the service list this condition key (lower case), alone or as one of a family such as "s3:ExistingObjectTag/<key>", "secretsmanager:ResourceTag/tag-key"? */
export function isKeyOf({ conditionKeys, actions, resourceTypes }: Service, key: string): boolean {
  if (conditionKeys.has(key)) return true
  const listed = [
    ...conditionKeys.keys(),
    ...[...actions.values(), ...resourceTypes.values()].flatMap((each) => each.conditionKeys),
  ]
  return listed.some((name) => {
    const lower = name.toLowerCase()
    const open = lower.search(/[<$]|(?<=\/)tag-key$/)
    return open < 0
      ? lower === key || (lower.endsWith('/') && key.startsWith(lower))
      : key.startsWith(lower.slice(0, open))
  })
}
