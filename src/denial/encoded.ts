import { isAlone } from './alone.ts'
import { type Piece, pieceBetween } from './piece.ts'
import type { Spotted } from './spotter.ts'

const label =
  /(?:Encoded\s+authorization\s+failure\s+message\s*(?::|(?=\s[\w-]{20}))|--encoded-message=?)\s*(?:["'`](?=[\w-]{20}))?/i

export const encodedHints: readonly RegExp[] = [label]

/** The encoded message behind its label; broken over lines it is put together again. */
export function readEncoded(text: string, spotted: Spotted): Piece | undefined {
  const found = spotted.mayHave(label) ? label.exec(text) : null
  if (!found) return undefined
  const start = found.index + found[0].length
  // The next words of an SDK's error: the message itself was taken out.
  const rest = /^status\s{1,9}code\b/i.test(text.slice(start, start + 30)) ? '' : text.slice(start, start + 20_000)
  const first = /^(?:<[^<>\n]{1,60}>|[\w-]{20,}|[^\s"'`<]{1,200})/.exec(rest)?.[0]
  if (first === undefined) return { text: '', from: found.index, to: start }
  const blob = first + continued(rest.slice(first.length))
  const piece = pieceBetween(text, start, start + blob.length)
  return piece && { ...piece, text: blob.replace(/\s/g, '') }
}

const line = /(\n[ \t]{0,60})([\w.[\]-]{1,4000})/y
const lineEnd = /^["'`}\])]{0,4}[ \t]{0,9}(?:\n|$)/

/** The lines that go on with the message: long ones, and a line of one word that people don't write below a message. */
function continued(rest: string): string {
  let end = 0
  for (;;) {
    line.lastIndex = end
    const [, gap = '', word = ''] = line.exec(rest) ?? []
    if (/^[\w-]{40}/.test(word)) {
      end += gap.length + (/^[\w-]*/.exec(word)?.[0].length ?? 0)
      continue
    }
    const behind = end + gap.length + word.length
    const isRest = word !== '' && !isAlone(word) && lineEnd.test(rest.slice(behind, behind + 20))
    return rest.slice(0, isRest ? behind : end)
  }
}
