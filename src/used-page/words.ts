/** "2026-10-01", or what the trail has instead of a time. */
export const dayOf = (time: string | undefined): string => time?.slice(0, 10) ?? 'unknown'

/** "1 event", "2,000 events". */
export const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

/** "2026-10-01 to 2026-10-28" */
export const windowOf = ({
  first,
  last,
}: {
  readonly first: string | undefined
  readonly last: string | undefined
}): string => `${dayOf(first)} to ${dayOf(last)}`
