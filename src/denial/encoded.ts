import { type Piece, pieceBetween } from './piece.ts'

const label =
  /(?:Encoded\s+authorization\s+failure\s+message\s*(?::|(?=\s[\w-]{20}))|--encoded-message=?)\s*(?:["'`](?=[\w-]{20}))?/i

/** The encoded message behind its label; broken over lines it is put together again. */
export function readEncoded(text: string): Piece | undefined {
  const found = label.exec(text)
  if (!found) return undefined
  const start = found.index + found[0].length
  const blob =
    /^[\w-]{20,}(?:\n[\w-]{40,})*/.exec(text.slice(start, start + 20_000))?.[0] ??
    /^(?:<[^<>\n]{1,60}>|[^\s"'`<]{1,200})/.exec(text.slice(start, start + 300))?.[0]
  if (blob === undefined) return { text: '', from: found.index, to: start }
  const piece = pieceBetween(text, start, start + blob.length)
  return piece && { ...piece, text: blob.replace(/\s/g, '') }
}
