/** What web pages, mails, trackers and terminals put around the words of a message. */

const entities: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&#x22;', '"'],
  ['&#47;', '/'],
  ['&#x2f;', '/'],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
])

/** The replacement for one piece of markup, and where the markup ends. */
export interface Meant {
  readonly text: string
  readonly end: number
}

/** An HTML entity, escaped once or more often ("&amp;quot;"); an ampersand that begins none is one. */
export function entityAt(text: string, at: number): Meant {
  let name = at + 1
  while (text.startsWith('amp;', name)) name += 4
  const end = text.slice(name, name + 6).indexOf(';') + name + 1
  const meant = end > name ? entities.get(`&${text.slice(name, end)}`) : undefined
  return meant === undefined ? { text: '&', end: name } : { text: meant, end }
}

/** Tags around words. Others are XML or a placeholder. */
const tag =
  /<\/?(?:(br|p|div|li|tr|td|h[1-6])|code|b|strong|em|i|pre|span|font|mark|u|tt|kbd|samp|wbr)(?:\s[^<>]{0,200})?\/?>/iy
/** "policy/<p>" is a placeholder; a closing tag or a line break never is. */
const unmistakable = /^<(?:\/|w?br\b)/i

/** A tag: a line break for one that makes a block, nothing for one that does not; undefined where none stands. */
export function tagAt(text: string, at: number, before: string): Meant | undefined {
  tag.lastIndex = at
  const found = tag.exec(text)
  if (!found || ('/:-'.includes(before) && !unmistakable.test(found[0]))) return undefined
  return { text: found[1] ? '\n' : '', end: at + found[0].length }
}

/** What chats and trackers make of addresses: "[name](https://…)" in Markdown, "<https://…|name>" in Slack. The name is what was written. */
const links = [
  /\[([^[\]\n]{1,300})\]\((?:https?:\/\/|mailto:)[^()\s]{1,500}\)/y,
  /<(?:https?:\/\/|mailto:)[^<>|\s]{1,500}\|([^<>|\n]{1,300})>/y,
]

/** The name in a link and where the link ends; undefined where none stands. */
export function linkAt(text: string, at: number): (Meant & { readonly from: number }) | undefined {
  const pattern = links[text[at] === '[' ? 0 : 1]
  if (!pattern) return undefined
  pattern.lastIndex = at
  const found = pattern.exec(text)
  const name = found?.[1]
  if (!found || name === undefined) return undefined
  return {
    text: name,
    from: at + found[0].indexOf(name, text[at] === '[' ? 1 : found[0].indexOf('|')),
    end: pattern.lastIndex,
  }
}

/** A text with the names in place of its links. */
export const withoutLinks = (text: string): string =>
  /\]\((?:https?:|mailto:)|\|[^<>|\n]{1,300}>/.test(text)
    ? links.reduce((rest, { source }) => rest.replace(new RegExp(source, 'g'), '$1'), text)
    : text

/** Jira's blocks: {code:java}, {noformat}, {quote}. */
const macro = /\{(?:quote|noformat|code(?::[\w|=#:. -]{0,60})?)\}/y

/** Where a macro ends; its beginning where none stands. */
export function macroEnd(text: string, at: number): number {
  macro.lastIndex = at
  return macro.test(text) ? macro.lastIndex : at
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals write their colours with it
const colour = /\u001b\[[\d;]{0,20}[A-Za-z]/y
/** What is left of a colour where the escape was lost on the way: "[31m", "[0m", "[1;36m". "[5m]" is a range of time. */
const lostColour = /\[(?:0|1|2|4|22|39|49|[349][0-7]|(?:\d{1,3};){1,4}\d{1,3})m(?!\])/y

/** Where a colour ends; its beginning where none stands. */
export function colourEnd(text: string, at: number): number {
  const pattern = text[at] === '[' ? lostColour : colour
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
