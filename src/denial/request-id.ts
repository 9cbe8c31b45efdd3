import type { Piece } from './piece.ts'
import type { Spotted } from './spotter.ts'

/** "Request ID: …", "requestId: '…'", <RequestId>…, x-amz-request-id. Not RequestToken, not the extended id, not another word's end. */
const carrier =
  /(?<![A-Za-z])(?:aws[ _-]?|x-amz-)?request(?:[_-]|\s{1,20})?id["']{0,2}\s{0,20}[:=>](\s{0,20})(?:Optional\()?[["'(]{0,3}([A-Za-z0-9_-]{3,80})/gi
export const requestIdHints: readonly RegExp[] = [carrier]
const extended = /(?:extended|host)[ _-]?$/i

/** The first request id in a text; a longer one that begins with it (a message cut short and repeated) wins. */
export function readRequestId(text: string, spotted: Spotted): Piece | undefined {
  if (!spotted.mayHave(carrier)) return undefined
  const found: Piece[] = []
  for (const match of text.matchAll(carrier)) {
    const value = match[2] ?? ''
    // On the next line may stand anything: an id has a digit.
    if (match[1]?.includes('\n') && !/\d/.test(value)) continue
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (extended.test(before) || value === 'null' || value === 'None') continue
    const to = match.index + match[0].length
    found.push({ text: value, from: to - value.length, to })
    if (found.length >= 20) break
  }
  const [first] = found
  return (
    first &&
    (found.find(({ text: longer }) => longer.length > first.text.length && longer.startsWith(first.text)) ?? first)
  )
}
