import { isNonEmpty, type NonEmpty } from '../text/index.ts'
import type { Denial } from './denial.ts'
import { type DenialGroup, DenialGroups, type Sighting } from './denial-groups.ts'
import { groupDenials, recordOf, sightingsIn } from './event-stream.ts'
import { readEvent } from './events.ts'
import { firstDenial } from './first-denial.ts'
import { type Flattening, flattenOnce } from './flatten.ts'
import { jsonObjects, longestJson, spellings } from './json-in.ts'
import { lineRecords } from './records/lines.ts'

/**
 * Everything that a pasted text says was denied, with similar denials grouped: all events of CloudTrail and all errors of a log, in a text of any
 * length. A text that reports none gives the single answer of `readDenial`.
 */
export function readDenials(text: string): NonEmpty<DenialGroup> {
  const flattened = flattenOnce(text)
  return groupsOf(text, flattened, () => firstDenial(text, flattened))
}

/** The same together with the denial that counts, which is read with its places in the text, once. */
export function readDenialAndAll(text: string): { readonly denial: Denial; readonly denials: NonEmpty<DenialGroup> } {
  const flattened = flattenOnce(text)
  const denial = firstDenial(text, flattened)
  return { denial, denials: groupsOf(text, flattened, () => denial) }
}

function groupsOf(text: string, flattened: Flattening, alone: () => Denial): NonEmpty<DenialGroup> {
  if (holdsOne(text)) {
    const denial = alone()
    const resources = denial.resource === undefined ? [] : [denial.resource]
    return [{ denial, count: 1, first: undefined, last: undefined, resources }]
  }
  const found = withoutMentions(listed(groupAll(text, flattened)) ?? listed(groupRespelled(text, flattened)) ?? [])
  const isOne = found.length === 1 && found[0]?.count === 1
  if (isNonEmpty(found) && !isOne) return found
  // One alone is read with its places.
  const [only] = found
  const denial = alone()
  return [
    {
      denial,
      count: 1,
      first: only?.first,
      last: only?.last,
      resources: denial.resource === undefined ? [] : [denial.resource],
    },
  ]
}

/** A short text without an event, with each kind of error mark at most once, reports at most one denial. */
const shortest = 600
const mayBeRecord = /event_?name|error_?code|user_?identity/i
const marks: readonly RegExp[] = [
  /when\s{1,10}calling\s{1,10}the\b/gi,
  /not\s{1,60}authorized\s{1,60}to\s{1,60}perform\b/gi,
  /AccessDenied|UnauthorizedOperation/gi,
]
const holdsOne = (text: string): boolean =>
  text.length <= shortest && !mayBeRecord.test(text) && marks.every((mark) => [...text.matchAll(mark)].length < 2)

/** Those in lines of names and values, and those in the text around them. */
function groupAll(text: string, flattened: Flattening): DenialGroups {
  const { records, rest } = lineRecords(text)
  const groups = groupDenials(rest, flattened)
  for (const sighting of records.flatMap(recordOf)) groups.add(sighting)
  return groups
}

/** Without what someone wrote about a denial before pasting it: no caller, and the same action and resources as one that has a caller. */
function withoutMentions(groups: readonly DenialGroup[]): readonly DenialGroup[] {
  const told = groups.filter(({ denial }) => denial.principal !== undefined)
  return groups.filter(
    ({ denial, count, resources }) =>
      denial.principal !== undefined ||
      denial.accountId !== undefined ||
      denial.action === undefined ||
      count > 1 ||
      !told.some(
        (other) =>
          other.denial.action === denial.action && resources.every((resource) => other.resources.includes(resource)),
      ),
  )
}

const listed = (groups: DenialGroups): readonly DenialGroup[] | undefined => {
  const list = groups.list()
  return list.length > 0 ? list : undefined
}

/** The denied events of a text that isn't JSON as it stands: escaped, in other quotes, without its braces. */
function groupRespelled(text: string, flattened: Flattening): DenialGroups {
  const groups = new DenialGroups()
  if (text.length > longestJson || !/userIdentity|eventSource/.test(text)) return groups
  for (const spelling of spellings(text, flattened(text).text)) {
    const events = [...jsonObjects(spelling)].filter((tree) => readEvent(tree))
    const sightings = events.flatMap((event): readonly Sighting[] => [...sightingsIn(event)].slice(0, 1))
    for (const sighting of sightings) groups.add(sighting)
    if (events.length > 0) break
  }
  return groups
}
