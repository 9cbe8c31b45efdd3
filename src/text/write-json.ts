import type { JsonNode } from './json-node.ts'
import type { Span } from './span.ts'

/** A piece of a written text, and the piece of another text that it comes from. */
export interface Place {
  readonly at: Span
  readonly from: Span
}

/** JSON text, and where each of its values and keys comes from: the outer ones before those inside them. */
export interface WrittenJson {
  readonly text: string
  readonly places: readonly Place[]
}

/** Writes a tree as JSON, two blanks per level. Members that come twice are written twice. */
export function writeJson(root: JsonNode): WrittenJson {
  const places: Place[] = []
  let text = ''
  const put = (piece: string, from: Span): void => {
    places.push({ at: { from: text.length, to: text.length + piece.length }, from })
    text += piece
  }
  const list = (open: string, close: string, entries: readonly (() => void)[], indent: string): void => {
    text += open
    entries.forEach((write, i) => {
      text += `${i > 0 ? ',' : ''}\n${indent}  `
      write()
    })
    text += entries.length > 0 ? `\n${indent}${close}` : close
  }
  const write = (node: JsonNode, indent: string): void => {
    if (node.kind !== 'object' && node.kind !== 'array') {
      put(node.kind === 'null' ? 'null' : JSON.stringify(node.value), node.span)
      return
    }
    const index = places.length
    const from = text.length
    places.push({ at: { from, to: from }, from: node.span })
    const inner = `${indent}  `
    if (node.kind === 'array')
      list(
        '[',
        ']',
        node.items.map((item) => () => write(item, inner)),
        indent,
      )
    else {
      const entries = node.members.map(({ key, value }) => () => {
        put(JSON.stringify(key.value), key.span)
        text += ': '
        write(value, inner)
      })
      list('{', '}', entries, indent)
    }
    places[index] = { at: { from, to: text.length }, from: node.span }
  }
  write(root, '')
  return { text, places }
}

/** The same for a text that holds the tree already, when `read` is what reading that text gives: both trees have one shape. */
export function placesBetween(read: JsonNode, source: JsonNode): readonly Place[] {
  const here: Place = { at: read.span, from: source.span }
  if (read.kind === 'array' && source.kind === 'array')
    return [here, ...read.items.flatMap((item, i) => (source.items[i] ? placesBetween(item, source.items[i]) : []))]
  if (read.kind !== 'object' || source.kind !== 'object') return [here]
  const inner = read.members.flatMap(({ key, value }, i): readonly Place[] => {
    const other = source.members[i]
    return other ? [{ at: key.span, from: other.key.span }, ...placesBetween(value, other.value)] : []
  })
  return [here, ...inner]
}

/** Where a piece of the written text comes from: the span of the smallest piece that holds its beginning. */
export function originOf(places: readonly Place[], { from }: Span): Span | undefined {
  let best: Place | undefined
  for (const place of places) {
    const holds = place.at.from <= from && from < place.at.to
    if (holds && (!best || place.at.to - place.at.from <= best.at.to - best.at.from)) best = place
  }
  return best?.from
}
