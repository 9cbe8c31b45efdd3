import { findAction, type Reference } from '../reference/index.ts'
import type { CallerUse, UsedAction } from './use-counter.ts'

/** A policy that allows what a caller used. */
export interface UsedPolicy {
  readonly document: object
  /** Actions on "*" although AWS supports resources for them, because the trail doesn't name any. */
  readonly onEverything: readonly string[]
}

/** Up to this many resources of an action are listed as they are. */
const mostListed = 5

/** A new policy for the actions that a caller used, on the resources that the trail names; many resources become a pattern. */
export function policyFor({ actions }: CallerUse, reference: Reference): UsedPolicy {
  const byResources = new Map<string, { readonly resources: readonly string[]; readonly actions: string[] }>()
  const onEverything: string[] = []
  for (const used of actions) {
    const isLimitable = supportsResources(used.action, reference)
    const resources = isLimitable ? resourcesOf(used) : ['*']
    if (isLimitable && resources[0] === '*') onEverything.push(used.action)
    const key = resources.join(' ')
    const group = byResources.get(key) ?? { resources, actions: [] }
    group.actions.push(used.action)
    byResources.set(key, group)
  }
  const statements = [...byResources.values()].map((group) => ({
    Effect: 'Allow',
    Action: group.actions,
    Resource: group.resources.length === 1 ? group.resources[0] : group.resources,
  }))
  return { document: { Version: '2012-10-17', Statement: statements }, onEverything }
}

function supportsResources(action: string, reference: Reference): boolean {
  return (findAction(reference, action).action?.resourceTypes.length ?? 0) > 0
}

/** The resources as a statement lists them: few as they are, many with a star for the part in which they differ, else all. */
function resourcesOf({ resources, hasUnknownResource }: UsedAction): readonly string[] {
  if (hasUnknownResource || resources.length === 0) return ['*']
  const escaped = resources.map(withoutWildcards)
  if (escaped.length <= mostListed) return escaped
  const patterns = [...new Set(escaped.map((arn) => arn.replace(/(?<=[/:])[^/:]+$/, '*')))].sort()
  if (patterns.length <= mostListed) return patterns
  // The same kind of resource in each account and Region that was used: arn:aws:sqs:eu-west-1:111122223333:*
  const kinds = [...new Set(escaped.map((arn) => `${arn.split(':').slice(0, 5).join(':')}:*`))].sort()
  return kinds.length <= mostListed ? kinds : ['*']
}

/** A star or a question mark in a name would be a wildcard in a policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars */
const withoutWildcards = (arn: string): string => arn.replaceAll(/[*?$]/g, (letter) => `\${${letter}}`)
