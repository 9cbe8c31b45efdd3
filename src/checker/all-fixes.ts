import type { Complaint } from '../session/messages.ts'
import { type Edit, isNonEmpty } from '../text/index.ts'
import { allFixesTitle } from './words.ts'

/** All quick fixes of a policy as one edit; of two that touch the same place the first counts. Undefined where there are fewer than two. */
export function allFixes(complaints: readonly Complaint[]): Edit | undefined {
  const taken: Edit[] = []
  for (const { fix } of complaints) {
    if (fix && taken.every((other) => areApart(fix, other))) taken.push(fix)
  }
  const changes = taken.flatMap((edit) => edit.changes)
  return taken.length > 1 && isNonEmpty(changes) ? { title: allFixesTitle(taken.length), changes } : undefined
}

const areApart = (a: Edit, b: Edit): boolean =>
  a.changes.every(({ span: one }) => b.changes.every(({ span: two }) => one.to < two.from || two.to < one.from))
