import { type JsonNode, type JsonObject, member, readJson } from '../../text/index.ts'

/** The objects around a place, the outermost first, each with the key under which the next one stands. */
export type Trail = readonly { readonly object: JsonObject; readonly key: string }[]

/** A policy inside a tree: an object of its own, or a text that holds one. */
export interface PolicyAt {
  readonly node: JsonNode
  readonly trail: Trail
}

/** Deeper than any output or template of AWS. */
const deepest = 60

/** Every policy in a tree, in the order of the text. A policy inside a policy is none. */
export function* policiesIn(node: JsonNode, trail: Trail = []): Generator<PolicyAt> {
  if (trail.length > deepest) return
  if (isPolicy(node)) {
    yield { node, trail }
    return
  }
  if (node.kind === 'array') for (const item of node.items) yield* policiesIn(item, trail)
  if (node.kind !== 'object') return
  for (const { key, value } of node.members) yield* policiesIn(value, [...trail, { object: node, key: key.value }])
}

/** An object with statements, or a text of one, URL-encoded as the API sends it or not. */
function isPolicy(node: JsonNode): boolean {
  if (node.kind === 'string') return looksLikePolicy(node.value)
  const statement = node.kind === 'object' ? member(node, 'Statement') : undefined
  return statement !== undefined && hasEffect(statement)
}

const hasEffect = (statement: JsonNode): boolean =>
  statement.kind === 'array'
    ? statement.items.length === 0 || statement.items.some(hasEffect)
    : statement.kind === 'object' && (member(statement, 'Effect') ?? member(statement, 'Action')) !== undefined

function looksLikePolicy(text: string): boolean {
  const plain = unquoted(text)
  if (!plain.startsWith('{') || !plain.includes('"Statement"')) return false
  const { value } = readJson(plain)
  return value?.kind === 'object' && isPolicy(value)
}

/** The text of a policy that stands in a string. */
export function unquoted(text: string): string {
  const trimmed = text.trim()
  if (!/^%7B/i.test(trimmed)) return trimmed
  try {
    return decodeURIComponent(trimmed.replaceAll('+', '%20'))
  } catch {
    return ''
  }
}

/** The text under the first of the keys that an object around a place has, the nearest such object's. */
export function near(trail: Trail, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    for (let at = trail.length - 1; at >= 0; at--) {
      const object = trail[at]?.object
      const found = object && textAt(object, key)
      if (found !== undefined) return found
    }
  }
  return undefined
}

export function textAt(object: JsonObject, key: string): string | undefined {
  const value = member(object, key)
  return value?.kind === 'string' ? value.value : undefined
}

export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = member(object, key)
  return value?.kind === 'object' ? value : undefined
}

/** The objects of the list under a key. */
export function listAt(object: JsonObject, key: string): readonly JsonObject[] {
  const value = member(object, key)
  return value?.kind === 'array' ? value.items.filter((item) => item.kind === 'object') : []
}

/** The objects of a tree, from the outside in, down to a bound. */
export function* objectsOf(node: JsonNode, depth = 0): Generator<JsonObject> {
  if (depth > deepest) return
  if (node.kind === 'array') for (const item of node.items) yield* objectsOf(item, depth + 1)
  if (node.kind !== 'object') return
  yield node
  for (const { value } of node.members) yield* objectsOf(value, depth + 1)
}
