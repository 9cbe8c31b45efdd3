import type { JsonNode } from '../../src/text/index.ts'

/** The tree without its places. Members with one name come as a list of all their values. */
export function plain(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(plain)
  if (node.kind === 'null') return null
  if (node.kind !== 'object') return node.value
  return Object.fromEntries(node.members.map(({ key, value }) => [key.value, plain(value)]))
}
