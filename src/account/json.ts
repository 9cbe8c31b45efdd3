/** Is a parsed JSON value an object, not a list? */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value under a key. Own members only, so no key of hostile input reaches a prototype. */
export const valueAt = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

/** The text under a key; undefined if there is none. */
export function textAt(value: unknown, key: string): string | undefined {
  const text = valueAt(value, key)
  return typeof text === 'string' ? text : undefined
}

/** The objects in the list under a key. */
export function objectsAt(value: unknown, key: string): readonly object[] {
  const list = valueAt(value, key)
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** The value of a JSON text; undefined if it isn't JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The texts in the list under a key. */
export function textsAt(value: unknown, key: string): readonly string[] {
  const list = valueAt(value, key)
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : []
}
