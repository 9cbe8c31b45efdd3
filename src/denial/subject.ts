import { type Piece, pieceBetween } from './piece.ts'

/** No one writes more than this between "User:" and "is not authorized". */
const furthest = 600

/** With a colon in any case, without one only as AWS writes it: "user" is also an ordinary word. */
const labels = ['user with accountid:', 'service principal:', 'principal:', 'user:']
const words = ['User ', 'User\n']

/** The denied caller, read from the words before "not authorized to perform"; undefined if they name none. */
export function readSubject(text: string, anchor: number): Piece | undefined {
  const start = Math.max(0, anchor - furthest)
  const before = text.slice(start, anchor)
  const is = /\s+is[\s*_]*$/i.exec(before)
  const end = is ? is.index : before.length
  const lower = before.toLowerCase()
  let named = -1
  for (const each of labels) named = Math.max(named, behindLast(lower, each, end))
  for (const each of words) named = Math.max(named, behindLast(before, each, end))
  const own = named >= 0 && is ? nameIn(text, start + named, start + end) : undefined
  if (own) return behindAccount(own)
  if (!is) return glued(text, start, before)
  const token = /[^\s"'`]{1,400}["'`]?$/.exec(before.slice(0, end))
  const role = roleBefore.exec(before.slice(0, end))?.[1]
  if (role && isNoWord.test(role)) return pieceBetween(text, start + end - role.length, start + end)
  return token && isName(token[0]) ? pieceBetween(text, start + end - token[0].length, start + end) : undefined
}

/** Where the last of these words ends that begins at most at `end`; -1 where there is none, or where it's the end of another word. */
function behindLast(text: string, words: string, end: number): number {
  const at = text.lastIndexOf(words, end)
  return at < 0 || /[a-z]/i.test(text[at - 1] ?? '') ? -1 : at + words.length
}

/** "User⏎with accountId: 111122223333" */
function behindAccount(piece: Piece): Piece {
  const length = /^with\s+accountId:\s*(?=\S)/i.exec(piece.text)?.[0].length ?? 0
  return length === 0
    ? piece
    : { ...piece, text: piece.text.slice(length), from: piece.to - piece.text.length + length }
}

/** "role app-registry-… is not authorized": a role by its name, of which a report may leave out the end. */
const roleBefore = /(?:^|[\s:"'`(])role\s+([A-Za-z][\w+=,.@-]{2,63}(?:\.{3}|…)?)$/i

/** A hyphen, a digit, or a capital inside it: no word of prose. */
const isNoWord = /[-_\d=@+]|[a-z][A-Z]/

/** Copies of web pages lose the blank: "user/anais not authorized". */
function glued(text: string, start: number, before: string): Piece | undefined {
  const found = /arn:[^\s"'`]{1,400}?(?=is\s*$)/.exec(before)
  return found ? pieceBetween(text, start + found.index, start + found.index + found[0].length) : undefined
}

function nameIn(text: string, from: number, to: number): Piece | undefined {
  // "**User:** name": the label's bold ends behind its colon.
  const bold = /^\*{1,2}(?=\s)/.exec(text.slice(from, from + 3))?.[0].length ?? 0
  const piece = from + bold < to ? pieceBetween(text, from + bold, to) : undefined
  // Dots and brackets alone stand where a name was taken out.
  return piece && /[A-Za-z0-9*]/.test(piece.text) && !/\n\s*\n/.test(text.slice(from, to)) ? piece : undefined
}

/** Without "User:" before it, only what cannot be a word of prose is a name: an ARN, a host, a session's CamelCase or name-with-hyphens. */
const isName = (token: string): boolean =>
  /^["'`]?arn:/.test(token) ||
  /\.amazonaws\.com(?:\.cn)?["'`]?$/.test(token) ||
  /^[A-Z][a-z]+[A-Z]\w+$/.test(token) ||
  /^[A-Za-z]\w*(?:[-_.@]\w+){2,}$/.test(token)
