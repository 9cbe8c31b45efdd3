import { type Change, type JsonNode, type JsonObject, lineStart } from '../../text/index.ts'

/** What we write into a policy ourselves. Keys are our own words, never input. */
export type Json = string | boolean | readonly Json[] | { readonly [key: string]: Json }

type ArrayNode = Extract<JsonNode, { kind: 'array' }>

/** Puts values at the end of a list, in the way the list is laid out. Only inserts: nothing the user wrote changes. */
export function appendItems(text: string, list: ArrayNode, values: readonly Json[]): Change {
  const last = list.items.at(-1)
  if (!last) return fillEmpty(text, list, values)
  const gap = gapBefore(text, last.span.from)
  return insertAt(last.span.to, values.map((value) => `,${gap}${write(text, value, last)}`).join(''))
}

/** Makes a list of a lone value and puts more behind it. */
export function listOf(text: string, node: JsonNode, values: readonly Json[]): readonly [Change, Change] {
  const more = values.map((value) => `, ${write(text, value, node)}`)
  return [insertAt(node.span.from, '['), insertAt(node.span.to, `${more.join('')}]`)]
}

/** Puts values in the place of a value: next to its neighbors if it is in a list, otherwise as a list. */
export function inPlaceOf(text: string, node: JsonNode, values: readonly object[], isInList: boolean): Change {
  const gap = gapBefore(text, node.span.from)
  const written = values.map((value) => write(text, value, node)).join(isInList ? `,${gap}` : ', ')
  return { span: node.span, insert: isInList ? written : `[${written}]` }
}

/** Puts a member at the end of an object. */
export function addMember(text: string, object: JsonObject, key: string, value: Json): Change {
  const last = object.members.at(-1)
  if (!last) return fillEmpty(text, object, { [key]: value })
  const colon = /\s/.test(text.slice(last.key.span.to, last.value.span.from)) ? ': ' : ':'
  const oneLine = !text.slice(object.span.from, object.span.to).includes('\n')
  const written = oneLine ? JSON.stringify(value) : lines(text, value, indentAt(text, last.key.span.from))
  const insert = `,${gapBefore(text, last.key.span.from)}${JSON.stringify(key)}${colon}${written}`
  return insertAt(last.value.span.to, insert)
}

const insertAt = (at: number, insert: string): Change => ({ span: { from: at, to: at }, insert })

function fillEmpty(text: string, node: JsonNode, value: Json): Change {
  const written = text.includes('\n') ? lines(text, value, indentAt(text, node.span.from)) : JSON.stringify(value)
  return { span: node.span, insert: written }
}

/** The white space to put between an entry and its successor: what stands before this one. */
function gapBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && /\s/.test(text[from - 1] ?? '')) from--
  const gap = text.slice(from, at)
  if (gap.includes('\n')) return lineEnd(text) + indentAt(text, at)
  return text[from - 1] === ',' ? gap : ' '
}

/** Formats a value like its neighbor: on one line next to a one-line object, otherwise on several lines. */
function write(text: string, value: Json | object, neighbor: JsonNode): string {
  const isOneLine = !text.slice(neighbor.span.from, neighbor.span.to).includes('\n')
  return isOneLine ? JSON.stringify(value) : lines(text, value, indentAt(text, neighbor.span.from))
}

const lines = (text: string, value: Json | object, indent: string): string =>
  JSON.stringify(value, null, unit(text)).replaceAll('\n', lineEnd(text) + indent)

/** The white space at the start of the line that holds this place. */
function indentAt(text: string, at: number): string {
  const start = lineStart(text, at)
  let end = start
  while (end < at && (text[end] === ' ' || text[end] === '\t')) end++
  return text.slice(start, end)
}

/** One step of indentation, as the text does it. */
const unit = (text: string): string => /\n([ \t]{1,8})\S/.exec(text)?.[1] ?? '  '

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')
