import type { Located, Span } from './span.ts'

/** A JSON value with its location. Members are a list in the order of the text, because a key can occur twice. */
export type JsonNode =
  | {
      readonly kind: 'object'
      readonly members: readonly JsonMember[]
      /** Each key's last value, only where there are many members: looking each one up in the list would cost the square of their number. */
      readonly index?: ReadonlyMap<string, JsonNode>
      readonly span: Span
    }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly span: Span }
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span }

export type JsonObject = Extract<JsonNode, { kind: 'object' }>

export interface JsonMember {
  readonly key: Located<string>
  readonly value: JsonNode
}

/** A list shorter than this is faster to walk than to index. */
export const worthAnIndex = 16

/** The index of a long list of members, for the object that holds them. */
export const indexOf = (members: readonly JsonMember[]): { readonly index?: ReadonlyMap<string, JsonNode> } =>
  members.length < worthAnIndex ? {} : { index: new Map(members.map(({ key, value }) => [key.value, value])) }

/** The member of an object under this exact key; the last one where it comes twice, as AWS and JSON.parse read it. */
export function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined
  if (node.index) return node.index.get(key)
  // A loop: events are read one field at a time, and a function per look-up would take most of the time.
  for (let i = node.members.length - 1; i >= 0; i--) {
    const each = node.members[i]
    if (each?.key.value === key) return each.value
  }
  return undefined
}
