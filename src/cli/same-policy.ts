import { type JsonNode, readJson } from '../text/index.ts'

/** A text that is alike for policies that differ in layout, in the order of their keys and list entries, and in lists of one. */
export function policyKey(text: string): string {
  const { value } = readJson(text)
  return value ? keyOf(value) : text
}

function keyOf(node: JsonNode): string {
  if (node.kind === 'array') {
    const items = node.items.map(keyOf)
    return items.length === 1 ? (items[0] ?? '') : `[${items.sort().join()}]`
  }
  if (node.kind === 'null') return 'null'
  if (node.kind !== 'object') return JSON.stringify(node.value)
  return `{${node.members
    .map(({ key, value }) => `${JSON.stringify(key.value)}:${keyOf(value)}`)
    .sort()
    .join()}}`
}
