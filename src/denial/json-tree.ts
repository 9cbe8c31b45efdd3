import { type JsonMember, type JsonNode, type JsonObject, member, openBrace, openBracket } from '../text/index.ts'

/** A value out of JSON, read one field at a time; undefined where there is none. */
export type Tree = JsonNode | undefined

/** The field of an object; undefined where there is none. */
export const fieldOf = (tree: Tree, key: string): Tree => member(tree, key)

/** The field as text: numbers and booleans as they are written. */
export const textOf = (tree: Tree, key: string): string | undefined => plainText(member(tree, key))

/** A text, or a number or a boolean as it's written; undefined for anything else. */
export const plainText = (tree: Tree): string | undefined =>
  tree?.kind === 'string' || tree?.kind === 'number' || tree?.kind === 'boolean' ? String(tree.value) : undefined

/** The entries of an array, or of the array under `items`, as AWS's XML services write their lists. */
export function itemsOf(tree: Tree): readonly JsonNode[] {
  const list = tree?.kind === 'array' ? tree : member(tree, 'items')
  return list?.kind === 'array' ? list.items : []
}

/** The keys of an object with their values. */
export const entriesOf = (tree: Tree): readonly (readonly [key: string, value: JsonNode])[] =>
  tree?.kind === 'object' ? tree.members.map(({ key, value }) => [key.value, value]) : []

/** What a record has no place for. */
const nowhere = { from: 0, to: 0 }

/** An object made of what a record says: texts and other values. Those that are undefined are left out. */
export function objectOf(entries: Iterable<readonly [key: string, value: Tree | string]>): JsonObject {
  const members = [...entries].flatMap(([key, value]): readonly JsonMember[] => {
    if (value === undefined) return []
    const node: JsonNode = typeof value === 'string' ? { kind: 'string', value, span: nowhere } : value
    return [{ key: { value: key, span: nowhere }, value: node }]
  })
  return { kind: 'object', members, span: nowhere }
}

/** CloudTrail events and their envelopes stay far above this. */
const deepest = 24

/** Every object in a tree, from the outside in; `inner` reads strings that hold JSON of their own. */
export function objectsIn(tree: Tree, inner: (text: string) => Iterable<Tree>): readonly JsonObject[] {
  const found: JsonObject[] = []
  collectObjects(tree, inner, 0, found)
  return found
}

function collectObjects(tree: Tree, inner: (text: string) => Iterable<Tree>, depth: number, found: JsonObject[]): void {
  if (!tree || depth > deepest) return
  if (tree.kind === 'string') {
    if (beginsLikeJson(tree.value)) for (const item of inner(tree.value)) collectObjects(item, inner, depth + 6, found)
  } else if (tree.kind === 'array') for (const item of tree.items) collectObjects(item, inner, depth + 1, found)
  else if (tree.kind === 'object') {
    found.push(tree)
    for (const { value } of tree.members) collectObjects(value, inner, depth + 1, found)
  }
}

/** Most strings are told apart by their first character; the pattern is for those that begin with blanks. */
function beginsLikeJson(text: string): boolean {
  const first = text.charCodeAt(0)
  const isOther = first > 32 && first < 128 && first !== openBrace && first !== openBracket
  return !isOther && text.length > 1 && /^\s{0,40}[{[]/.test(text)
}
