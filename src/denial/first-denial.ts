import type { Denial } from './denial.ts'
import { groupDenials } from './event-stream.ts'
import { longestFlat } from './flatten.ts'
import { readDenial as readShort } from './read-denial.ts'

/**
 * Reads what a pasted text of any length says was denied: the first denial, where it holds several. Never throws; takes time linear in the
 * text. A text too long to be looked through as a whole is read as a log.
 */
export function readDenial(text: string): Denial {
  const [first] = text.length > longestFlat ? groupDenials(text).list() : []
  return first?.denial ?? readShort(text)
}
