import type { Change } from '../../text/index.ts'

/** The one replacement that turns one text into another; undefined where they are equal. */
export function smallestChange(before: string, after: string): Change | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++
  return { span: { from: start, to: before.length - end }, insert: after.slice(start, after.length - end) }
}
