import type { NonEmpty } from '../text/index.ts'

/** What else a call needs, in the order given: actions on one resource for one reason go together, so that long lists don't bury what matters. */
export const needsTogether = <Need extends { readonly resource: string; readonly reason: string }>(
  needs: readonly Need[],
): readonly NonEmpty<Need>[] =>
  [...Map.groupBy(needs, ({ resource, reason }) => `${resource} ${reason}`).values()].flatMap(([first, ...others]) =>
    first ? [[first, ...others] as const] : [],
  )
