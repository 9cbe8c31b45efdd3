import { type JsonNode, type JsonObject, member } from '../../text/index.ts'

/** The objects around a place, the outermost first, each with the key under which the next one stands. */
export type Trail = readonly { readonly object: JsonObject; readonly key: string }[]

/** Deeper than any output or template of AWS. */
export const deepest = 60

const callMark = 'call:'

/** A call in a program: `new iam.PolicyStatement({…})`. */
export interface Call {
  readonly name: string
  readonly arguments: readonly JsonNode[]
}

/** The call that a node represents; undefined for any other node. */
export function callOf(node: JsonNode): Call | undefined {
  if (node.kind !== 'object') return undefined
  const [only, ...more] = node.members
  if (!only || more.length > 0 || !only.key.value.startsWith(callMark)) return undefined
  return { name: only.key.value.slice(callMark.length), arguments: only.value.kind === 'array' ? only.value.items : [] }
}

/** The text of a policy inside a string. */
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
