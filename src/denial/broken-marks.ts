// Marks that belong to what's around the words of a message: a line break inside of one stands inside of a word.
import { entityAt, tagAt } from './markup.ts'

const anyMark = /\\u[\da-f]{4}|&(?:amp;)*#?\w{2,6};/i
const marks = /\\{1,9}u([\da-f]{4})|&(?:amp;){0,9}#?\w{2,6};/gi

/** Does a text write characters as JSON's escapes or HTML's entities? */
export const hasMarks = (text: string): boolean => anyMark.test(text)

/** A text with its escapes and entities decoded. */
export const withoutMarks = (text: string): string =>
  text.replace(marks, (mark: string, code: string | undefined) =>
    code === undefined ? meantBy(mark) : String.fromCharCode(Number.parseInt(code, 16)),
  )

function meantBy(entity: string): string {
  const { text, end } = entityAt(entity, 0)
  return end === entity.length ? text : entity
}

/** Do the end of a line and the beginning of the next make an escape, an entity, a tag, a name in angle brackets, or a run of stars? */
export const isInMark = (before: string, behind: string): boolean =>
  (before.includes('\\') && isInEscape(before, behind)) ||
  (before.includes('&') && isInEntity(before, behind)) ||
  (before.includes('<') && (isInTag(before, behind) || isInAngles(before, behind))) ||
  isInStars(before, behind)

function isInEscape(before: string, behind: string): boolean {
  const start = /\\(?:u[\da-f]{0,3})?$/i.exec(before)?.[0]
  return start !== undefined && /^\\u[\da-f]{4}/i.test(start + behind.slice(0, 6 - start.length))
}

function isInEntity(before: string, behind: string): boolean {
  const [start, end] = [/&(?:amp;){0,9}#?\w{0,6}$/.exec(before)?.[0], /^#?\w{0,6};/.exec(behind)?.[0]]
  if (start === undefined || end === undefined) return false
  return meantBy(start + end) !== start + end
}

function isInTag(before: string, behind: string): boolean {
  const [start, end] = [/<\/?\w{0,8}$/.exec(before)?.[0], /^\/?\w{0,8}(?:\s[^<>\n]{0,200})?\/?>/.exec(behind)?.[0]]
  if (start === undefined || end === undefined) return false
  return tagAt(start + end, 0, ' ')?.end === start.length + end.length
}

/** "<my buc" and "ket>". Next to a blank, nothing tells whether it's the name's: those lines stay apart. */
const isInAngles = (before: string, behind: string): boolean =>
  /(?:(?<![<-])<\w[\w .-]{0,60}(?<! )|[:/] ?<)$/.test(before) && /^[\w.-](?:[\w .-]{0,60}(?<! ))?>|^>/.test(behind)

/** A text in which each name in angle brackets is one word: "<my bucket>". */
export const withOneWordNames = (text: string): string =>
  text.includes('>') ? text.replace(/<\w[\w .-]{0,60}>/g, (name) => name.replaceAll(' ', '_')) : text

/** "**" and "***" have no blank inside, and no bullet stands right before a word. */
function isInStars(before: string, behind: string): boolean {
  if (!before.endsWith('*') || !behind.startsWith('*')) return false
  return /^\*+[^\s*]/.test(behind)
    ? /(?:^|[\s*])\*$/.test(before)
    : /^\*+\s+(?:is\s+not|on\s+resource|because|with\s+an)\b/.test(behind)
}

/** What is left of a mark at the end of a value: of an escape, a tag, an entity, or bold. */
const cutMark = /(?:\\(?:u[\da-f]{0,3})?|<\/?\w{0,8}>?|&#?\w{0,6};?|\*\*)$/i

/** Was a value cut inside of a mark, or from the mark that closes its bold, and another reading has it whole? */
export function isPastMark(cut: string | undefined, whole: string | undefined): boolean {
  if (cut === undefined || whole === undefined || cut === whole) return false
  const mark = cutMark.exec(cut)
  if (mark && mark.index > 0 && whole.startsWith(cut.slice(0, mark.index))) return true
  // The label's colon, which its line break left behind.
  if (cut === `: ${whole}`) return true
  return cut.startsWith('**') && whole.startsWith(cut.slice(2))
}
