import { type DenialGroup, DenialGroups, type Sighting } from './denial-groups.ts'
import { isCounted, sightingsIn } from './event-stream.ts'
import { readEvent } from './events.ts'
import { type Flat, flatten } from './flatten.ts'
import { jsonObjects, spellings } from './json-in.ts'
import { readMessages } from './message.ts'
import { ofMessage, readDenial } from './read-denial.ts'

/**
 * Everything that a pasted text says was denied, alike ones together: all events of CloudTrail, all errors of a log. A text that tells of
 * none gives the one answer of `readDenial`. For more than 5 MB of events use `createEventReader`.
 */
export function readDenials(text: string): readonly DenialGroup[] {
  const flat = flatten(text)
  const groups = new DenialGroups()
  for (const sighting of eventsOf(text, flat.text) ?? messagesOf(flat)) groups.add(sighting)
  const found = groups.list()
  if (found.length > 1 || (found[0]?.count ?? 0) > 1) return found
  // One alone is read with its places.
  const [only] = found
  const denial = readDenial(text)
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

/** The denied events of a text; undefined where it holds no events. */
function eventsOf(text: string, flat: string): readonly Sighting[] | undefined {
  if (!/userIdentity|eventSource/.test(text)) return undefined
  for (const spelling of spellings(text, flat)) {
    const events = [...jsonObjects(spelling)].filter((tree) => readEvent(tree))
    if (events.length > 0) return events.flatMap((event) => [...sightingsIn(event)].slice(0, 1))
  }
  return undefined
}

function messagesOf(flat: Flat): readonly Sighting[] {
  const starts = startsIn(flat.text)
  return starts.flatMap((from, i) => {
    const part = partOf(flat, i === 0 ? 0 : from, starts[i + 1] ?? flat.text.length)
    const denial = ofMessage(part, readMessages(part.text)[0])
    return isCounted(denial.kind) ? [{ denial, time: undefined }] : []
  })
}

const mark =
  /when\s{1,10}calling\s{1,10}the\s{1,10}\w{2,80}\s{1,40}operation|not\s{1,60}authorized\s{1,60}to\s{1,60}perform\b(?!\s{1,10}this)/gi
/** The CLI's "when calling …" and the message behind it are one error. */
const belongs = 400
const mostErrors = 1000

/** Where each error of a log begins: at the line of its first mark. */
function startsIn(text: string): readonly number[] {
  const starts: number[] = []
  let last = { end: 0, isCall: false }
  for (const found of text.matchAll(mark)) {
    const isCall = /^when/i.test(found[0])
    if (isCall || !last.isCall || found.index - last.end > belongs) {
      const subject = Math.max(text.lastIndexOf('User', found.index), text.lastIndexOf('\n', found.index))
      const line = text.lastIndexOf('\n', isCall ? found.index : Math.max(0, subject - 1)) + 1
      starts.push(Math.max(line, last.end))
    }
    last = { end: found.index + found[0].length, isCall }
    if (starts.length >= mostErrors) break
  }
  return starts
}

const partOf = (flat: Flat, start: number, end: number): Flat => ({
  text: flat.text.slice(start, end),
  origin: (from, to) => flat.origin(start + from, start + to),
})
