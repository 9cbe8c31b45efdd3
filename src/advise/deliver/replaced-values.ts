/** A value of a document: what it was, and what it becomes. */
interface Replaced {
  readonly from: string
  readonly to: string
}

/**
 * A document in its own language with the values replaced that a fix replaces: a subject, an audience, a condition key. A value is written alike in
 * Terraform, YAML, and programs, so it's replaced where it stands. Undefined where a fix does something else, or where nothing shows which place in `source`
 * is meant. Bounded: as many passes over the text as there are values.
 */
export function withReplacedValues(before: string, after: string, source: string): string | undefined {
  const [old, next] = [parsed(before), parsed(after)]
  const replaced = old === undefined || next === undefined ? undefined : differences(old, next)
  if (!replaced || replaced.length === 0) return undefined
  const all = textsOf(old)
  let text = source
  for (const { from, to } of new Map(replaced.map((each) => [each.from, each])).values()) {
    const changed = replaced.filter((each) => each.from === from)
    // The same value can be in other places that stay: then nothing shows which one is meant.
    const isClear =
      changed.every((each) => each.to === to) && all.filter((each) => each === from).length === changed.length
    const places = isClear && isPlain(to) ? placesOf(text, from) : []
    if (places.length !== changed.length) return undefined
    text = places.reduceRight((now, at) => `${now.slice(0, at)}${to}${now.slice(at + from.length)}`, text)
  }
  return text
}

/** Needs no quotes or escapes that the old value didn't need. */
const isPlain = (text: string): boolean => /^[\w:./@*=+,?<>-]{1,500}$/.test(text)

/** Where a text stands by itself: in quotes, or between blanks. */
function placesOf(text: string, part: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    const [before, behind] = [text[at - 1] ?? ' ', text[at + part.length] ?? ' ']
    if (!/[\w./@*$-]/.test(before) && !/[\w./@*-]/.test(behind)) places.push(at)
  }
  return places
}

type Value = unknown

function parsed(text: string): Value {
  try {
    const value: Value = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

const isObject = (value: Value): value is object => typeof value === 'object' && value !== null

/** The strings and keys that differ between two documents of the same form; undefined where their forms differ. */
function differences(old: Value, next: Value): readonly Replaced[] | undefined {
  if (typeof old === 'string' && typeof next === 'string') return old === next ? [] : [{ from: old, to: next }]
  if (!isObject(old) || !isObject(next)) return old === next ? [] : undefined
  const [own, others] = [Object.entries(old), Object.entries(next)]
  if (Array.isArray(old) !== Array.isArray(next) || own.length !== others.length) return undefined
  const found: Replaced[] = []
  for (const [i, [key, value]] of own.entries()) {
    const [otherKey, other] = others[i] ?? ['', undefined]
    const below = differences(value, other)
    if (!below) return undefined
    if (key !== otherKey) found.push({ from: key, to: otherKey })
    found.push(...below)
  }
  return found
}

/** Every string and key of a document. */
function textsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isObject(value) ? Object.entries(value).flatMap(([key, each]) => [key, ...textsOf(each)]) : []
}
