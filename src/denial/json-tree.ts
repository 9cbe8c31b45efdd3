/** A value out of JSON, read one field at a time: as `JSON.parse` gives it, or with Maps where only the tolerant reader could read it. */
export type Tree = unknown

/** The field of an object; undefined where there is none. Keys are ours, never the input's. */
export function fieldOf(tree: Tree, key: string): Tree {
  if (tree instanceof Map) return tree.get(key)
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, key) ? Reflect.get(tree, key) : undefined
}

/** The field as text: numbers and booleans as they are written. */
export function textOf(tree: Tree, key: string): string | undefined {
  const value = fieldOf(tree, key)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** The entries of an array, or of the array under `items`, as AWS's XML services write their lists. */
export function itemsOf(tree: Tree): readonly Tree[] {
  if (Array.isArray(tree)) return tree
  const items = fieldOf(tree, 'items')
  return Array.isArray(items) ? items : []
}

const isObject = (tree: Tree): boolean => typeof tree === 'object' && tree !== null && !Array.isArray(tree)

function valuesOf(tree: Tree): Iterable<Tree> {
  if (tree instanceof Map) return tree.values()
  return typeof tree === 'object' && tree !== null ? Object.values(tree) : []
}

/** CloudTrail events and their envelopes stay far above this. */
const deepest = 24

/** Every object in a tree, from the outside in; `inner` reads strings that hold JSON of their own. */
export function* objectsIn(tree: Tree, inner: (text: string) => Iterable<Tree>, depth = 0): Generator<Tree> {
  if (depth > deepest) return
  if (isObject(tree)) yield tree
  if (typeof tree === 'string') {
    if (tree.length > 1 && /^\s{0,40}[{[]/.test(tree))
      for (const item of inner(tree)) yield* objectsIn(item, inner, depth + 6)
    return
  }
  for (const value of valuesOf(tree)) yield* objectsIn(value, inner, depth + 1)
}
