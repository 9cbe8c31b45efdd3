import type { NonEmpty } from '../text/index.ts'

interface Need {
  readonly action: string
  readonly resource: string
  readonly reason: string
}

/** Actions that a call also needs for one reason, and the resources that it needs each of them on. */
export interface NeedsTogether<Each extends Need = Need> {
  readonly needs: NonEmpty<Each>
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly reason: string
}

/**
 * What else a call needs, in the order given: what's needed for one reason goes together, so that long lists don't bury what matters. Actions on one
 * resource come together first, then resources that have the same actions: "glue:GetTable on the catalog, the database, and the table".
 */
export function needsTogether<Each extends Need>(all: readonly Each[]): readonly NeedsTogether<Each>[] {
  const onOne = [...Map.groupBy(all, ({ resource, reason }) => `${resource} ${reason}`).values()]
  const sameActions = Map.groupBy(onOne, (needs) =>
    [needs[0]?.reason ?? '', ...needs.map(({ action }) => action)].join(' '),
  )
  return [...sameActions.values()].flatMap((groups) => {
    const [first, ...others] = groups.flat()
    if (!first) return []
    const needs: NonEmpty<Each> = [first, ...others]
    return {
      needs,
      actions: [...new Set(needs.map(({ action }) => action))],
      resources: [...new Set(needs.map(({ resource }) => resource))],
      reason: first.reason,
    }
  })
}
