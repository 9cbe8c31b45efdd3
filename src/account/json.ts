/** The members of a parsed JSON object; empty for anything else. Own members only, so no key of hostile input reaches a prototype. */
export const entriesIn = (value: unknown): ReadonlyMap<string, unknown> =>
  isObject(value) ? new Map(Object.entries(value)) : new Map()

/** Is a parsed JSON value an object, not a list? */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text under a key; undefined if there is none. */
export function textAt(value: unknown, key: string): string | undefined {
  const text = isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  return typeof text === 'string' ? text : undefined
}

/** The objects in the list under a key. */
export function objectsAt(value: unknown, key: string): readonly object[] {
  const list: unknown = isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  return Array.isArray(list) ? list.filter(isObject) : []
}
