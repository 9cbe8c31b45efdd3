import type { Denial } from './denial.ts'
import { groupDenials } from './event-stream.ts'
import { type Flattening, flattenOnce, longestFlat } from './flatten.ts'
import { readDenial as readShort } from './read-denial.ts'

/**
 * Reads what a pasted text of any length says was denied: the first denial, where it holds several. Never throws; takes time linear in the
 * text. A text too long to be looked through as a whole is read as a log.
 */
export const readDenial = (text: string): Denial => firstDenial(text, flattenOnce(text))

/** The same for a text that others read, too: `flattened` gives it flat. */
export function firstDenial(text: string, flattened: Flattening): Denial {
  const [first] = text.length > longestFlat ? groupDenials(text, flattened).list() : []
  return first?.denial ?? readShort(text, flattened)
}
