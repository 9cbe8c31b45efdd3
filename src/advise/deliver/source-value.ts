// Changes of values in the language in which a document was pasted: only what differs is written again, at its place.

import { type Change, type JsonNode, type JsonObject, lineStart, type Span } from '../../text/index.ts'
import { behind, type Container, indentAt, without } from './container.ts'
import { closeOf, entriesIn } from './entries.ts'
import type { Value } from './write-value.ts'
import {
  marksOf,
  placeOf,
  type Written,
  withTag,
  writeKey,
  writeLike,
  writeMember,
  writeValue,
} from './written-source.ts'

/** Undefined: the change can't be made at its place. */
export type Changes = readonly Change[] | undefined

/** What a node means, as JSON. */
export function plainOf(node: JsonNode): Value {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.value, plainOf(value)]))
    case 'array':
      return node.items.map(plainOf)
    case 'null':
      return null
    default:
      return node.value
  }
}

export const isSame = (node: JsonNode | undefined, value: Value): boolean =>
  (node === undefined ? undefined : JSON.stringify(plainOf(node))) === JSON.stringify(value)

const isObject = (value: Value): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** All of several changes; undefined where one can't be made. */
export function allOf(changes: Iterable<Changes>): Changes {
  const all: Change[] = []
  for (const each of changes) {
    if (!each) return undefined
    all.push(...each)
  }
  return all
}

/** What turns a value into another one. */
export function changeValue(source: Written, node: JsonNode, next: Value): Changes {
  if (isSame(node, next)) return []
  if (node.kind === 'object') return isObject(next) ? changeMembers(source, node, next) : undefined
  if (node.kind === 'array') return changeItems(source, node, [next].flat())
  const place = placeOf(source, node.span)
  const span = place && withTag(source, place)
  const old = span && isWhole(source, span) ? source.text.slice(span.from, span.to) : undefined
  const insert =
    span && old !== undefined
      ? (writeLike(source, next, old) ?? writeValue(source, next, indentAt(source.text, span.from)))
      : undefined
  return span && insert !== undefined ? [{ span, insert }] : undefined
}

/** Is this all of a value? `"a" + b` and `upper("a")` are written with more than the text that was read. */
function isWhole({ text, style }: Written, { from, to }: Span): boolean {
  const before = text.slice(lineStart(text, from), from).trimEnd()
  const starts = before === '' || /[=:,([{-]$/.test(before)
  const after = /^[ \t]*([^ \t]{0,2})/.exec(text.slice(to, to + 200))?.[1] ?? ''
  const ends = after === '' || /^(?:[,;\]}\r\n#)]|\/\/)/.test(after)
  const isArgument = style.is === 'hcl' && (before.endsWith('(') || after.startsWith(')'))
  return starts && ends && !isArgument && isLiteral(text.slice(from, to).replace(/^!(?:Sub|GetAtt|Ref) +/, ''))
}

/** A text in quotes, or a plain word. */
const isLiteral = (text: string): boolean =>
  /^(["'`])(?:(?!\1)[^\\\n]|\\.)*\1$/.test(text) || /^[\w:./@*+?$&{}=<>-]+$/.test(text)

/** The entries of a list or an object as they are written; undefined where it isn't written entry by entry: `concat(a, ["b"])`. */
export function containerOf(
  source: Written,
  node: Extract<JsonNode, { kind: 'object' | 'array' }>,
): Container | undefined {
  const { text, style } = source
  const span = placeOf(source, node.span)
  const parts =
    node.kind === 'array'
      ? node.items.map((item) => [item.span, item.span] as const)
      : node.members.map(({ key, value }) => [key.span, value.span] as const)
  const places = parts.flatMap(([start, end]) => {
    const [first, last] = [placeOf(source, start), placeOf(source, end)]
    return first && last ? [{ from: first.from, to: last.to }] : []
  })
  if (!span || places.length !== parts.length || places.length === 0) return undefined
  const opens = text[span.from] ?? ''
  if (opens !== (node.kind === 'array' ? '[' : '{'))
    return style.is === 'yaml' ? blockOf(text, places, node.kind) : undefined
  const marks = marksOf(style, style.is === 'hcl' && node.kind === 'object')
  const close = closeOf(text, span.from, marks)
  const entries = close === undefined ? [] : entriesIn(text, { from: span.from, to: close }, marks)
  const fits =
    entries.length === places.length &&
    entries.every(({ from, to }, i) => from <= (places[i]?.from ?? -1) && (places[i]?.to ?? to + 1) <= to)
  return fits ? { text, entries, hasCommas: !marks.lineEnds || hasCommas(text, entries) } : undefined
}

/** In HCL, a line break ends an entry, too. */
function hasCommas(text: string, [first, second]: readonly Span[]): boolean {
  if (first && second) return text.slice(first.to, second.from).includes(',')
  return first !== undefined && !/\n\s*$/.test(text.slice(0, first.from))
}

/** The entries of a block of YAML: items begin with their dash. */
function blockOf(text: string, places: readonly Span[], kind: 'array' | 'object'): Container | undefined {
  const entries = places.flatMap(({ from, to }) => {
    if (kind === 'object') return [{ from, to }]
    const dash = /-[ \t]+$/.exec(text.slice(Math.max(0, from - 80), from))
    return dash ? [{ from: from - dash[0].length, to }] : []
  })
  return entries.length === places.length ? { text, entries, hasCommas: false, isBlock: true } : undefined
}

/** Changes of a list: entries that stay aren't touched. */
function changeItems(source: Written, node: Extract<JsonNode, { kind: 'array' }>, next: readonly Value[]): Changes {
  const { items } = node
  const container = containerOf(source, node)
  if (!container || next.length === 0) return undefined
  const most = Math.min(items.length, next.length)
  let start = 0
  while (start < most && isSame(items[start], next[start])) start++
  let end = 0
  while (end < most - start && isSame(items.at(-1 - end), next.at(-1 - end))) end++
  const [old, fresh] = [items.slice(start, items.length - end), next.slice(start, next.length - end)]
  const pairs = Math.min(old.length, fresh.length)
  const written = fresh.slice(pairs).map((value) => {
    const text = writeValue(source, value, indentAt(source.text, container.entries[0]?.from ?? 0))
    return text === undefined ? undefined : container.isBlock ? `- ${text}` : text
  })
  if (written.includes(undefined)) return undefined
  const added = written.flatMap((text) => text ?? [])
  return allOf([
    ...old.slice(0, pairs).map((item, i) => changeValue(source, item, fresh[i])),
    ...(added.length > 0 ? [behind(container, Math.max(0, start + pairs - 1), added)] : []),
    // Where several go, the last of them goes first in no case: an entry that isn't the only one is enough.
    ...old.slice(pairs).map((_, i) => (old.length - pairs === 1 ? without(container, start + pairs + i) : undefined)),
  ])
}

/** Changes of an object: members are renamed, changed, taken out, and put behind the others. */
function changeMembers(source: Written, node: JsonObject, next: Readonly<Record<string, Value>>): Changes {
  const names = node.members.map(({ key }) => key.value)
  const container = containerOf(source, node)
  if (!container || new Set(names).size < names.length) return undefined
  const gone = names.filter((name) => !(name in next))
  const fresh = Object.keys(next).filter((name) => !names.includes(name))
  const isRenamed = gone.length === fresh.length
  const changes = node.members.map(({ key, value }, i): Changes => {
    if (key.value in next) return changeValue(source, value, next[key.value])
    const name = fresh[gone.indexOf(key.value)] ?? ''
    return isRenamed
      ? allOf([renamed(source, key.span, name), changeValue(source, value, next[name])])
      : gone.length === 1
        ? without(container, i)
        : undefined
  })
  if (isRenamed || fresh.length === 0) return allOf(changes)
  const last = container.entries.length - 1
  const entry = container.entries[last]
  const neighbor = entry ? source.text.slice(entry.from, entry.to) : ''
  const written = fresh.map((name) =>
    writeMember(source, [name, next[name]], {
      neighbor,
      isBlock: container.isBlock === true,
      indent: indentAt(source.text, entry?.from ?? 0),
    }),
  )
  if (written.includes(undefined) || gone.length > 0) return undefined
  return allOf([
    ...changes,
    behind(
      container,
      last,
      written.flatMap((text) => text ?? []),
    ),
  ])
}

/** Another name for a member. */
function renamed(source: Written, span: Span, name: string): Changes {
  const place = placeOf(source, span)
  const insert = place && writeKey(source, name, source.text.slice(place.from, place.to))
  return place && insert !== undefined ? [{ span: place, insert }] : undefined
}
