/*
 * Matching walks the pieces between the stars: the first is tied to the start, the last to the end, and each other one takes the earliest place
 * after the one before. Earliest is enough, because what is left over can only grow shorter; so nothing is tried twice, and each piece costs at
 * most (text × piece). No RegExp is made from input.
 */
import { type Glob, type Pattern, type Piece, readPattern } from './pattern.ts'

/** Does the glob match the whole text? */
export function globMatch(glob: Glob, text: string): boolean {
  const first = glob[0]
  if (glob.length === 1)
    // Most entries of a long list are plain ARNs that begin alike and differ near their end.
    return text.length === first.text.length && endAlike(first, text) && pieceAt(first, text, 0)
  const last = glob[glob.length - 1] ?? first
  const end = text.length - last.text.length
  if (first.text.length > end || !pieceAt(first, text, 0) || !pieceAt(last, text, end)) return false
  let at = first.text.length
  for (let i = 1; i < glob.length - 1; i++) {
    const piece = glob[i]
    if (!piece) continue
    at = findPiece(piece, text, { from: at, end })
    if (at < 0) return false
    at += piece.text.length
  }
  return true
}

/** Of two texts of one length: a quick no where the last letters differ. */
function endAlike({ text: piece, any }: Piece, text: string): boolean {
  const last = piece.length - 1
  return any !== undefined || last < 0 || piece.charCodeAt(last) === text.charCodeAt(last)
}

/** `text` has room for the piece from `at` on. */
function pieceAt({ text: piece, any }: Piece, text: string, at: number): boolean {
  // Patterns often begin or end with a star, which leaves an empty piece.
  if (!any) return piece === '' || text.startsWith(piece, at)
  let from = 0
  for (const hole of any) {
    if (!text.startsWith(piece.slice(from, hole), at + from)) return false
    from = hole + 1
  }
  return text.startsWith(piece.slice(from), at + from)
}

function findPiece(piece: Piece, text: string, { from, end }: { readonly from: number; readonly end: number }): number {
  if (!piece.any) {
    const found = text.indexOf(piece.text, from)
    return found >= 0 && found + piece.text.length <= end ? found : -1
  }
  for (let at = from; at + piece.text.length <= end; at++) if (pieceAt(piece, text, at)) return at
  return -1
}

/** Does a pattern without variables match, as in actions? Patterns with variables match nothing here. */
export const matchPattern = (pattern: Pattern, text: string): boolean =>
  pattern.glob !== undefined && globMatch(pattern.glob, text)

/** Does a raw text with * and ? match another text? "${aws:username}" is plain text here. */
export const matches = (raw: string, text: string): boolean => matchPattern(readPattern(raw, false), text)
