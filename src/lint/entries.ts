import { type Clause, escapePointer, type Statement } from '../iam/index.ts'
import { type JsonNode, member, type Span } from '../text/index.ts'

/** One string of Action, Resource or Principal (or their negations), with its place. */
export interface Entry<T> {
  readonly value: T
  readonly span: Span
  /** JSON pointer: "/Statement/0/Action/2". */
  readonly path: string
  /** The list that contains it; undefined for a single string. */
  readonly list: { readonly spans: readonly Span[]; readonly index: number } | undefined
}

/** What every text that a pattern matches begins with: most comparisons of two patterns end here. */
export const beforeWildcard = (pattern: string): string => {
  const at = pattern.search(/[*?$]/)
  return at < 0 ? pattern : pattern.slice(0, at)
}

type Place = Omit<Entry<unknown>, 'value'>

/** The entries of a clause, each with its JSON pointer and the list around it. A hundred checks ask for the same ones: they are made once. */
export function entriesOf<T>(statement: Statement, clause: Clause<T> | undefined): readonly Entry<T>[] {
  if (!clause) return []
  const before = known.get(clause)
  if (before) return before as readonly Entry<T>[]
  const made = entriesIn(statement, clause)
  known.set(clause, made)
  return made
}

const known = new WeakMap<object, readonly Entry<unknown>[]>()

function entriesIn<T>(statement: Statement, clause: Clause<T>): readonly Entry<T>[] {
  const keyword = clause.keyword.value
  const node = member(statement.node, keyword)
  if (!node) return []
  const places = placesIn(node, `${statement.path}/${keyword}`)
  // Both are in the order of the text; a node that isn’t a string has a place but no value.
  let at = 0
  return clause.items.flatMap(({ value, span }) => {
    while (at < places.length && places[at]?.span.from !== span.from) at++
    const place = places[at]
    return place ? [{ value, span: place.span, path: place.path, list: place.list }] : []
  })
}

function placesIn(node: JsonNode, path: string): readonly Place[] {
  switch (node.kind) {
    case 'string':
      return [{ span: node.span, path, list: undefined }]
    case 'array': {
      const spans = node.items.map(({ span }) => span)
      return node.items.map(({ span }, index) => ({ span, path: `${path}/${index}`, list: { spans, index } }))
    }
    case 'object':
      return node.members.flatMap(({ key, value }) => placesIn(value, `${path}/${escapePointer(key.value)}`))
    default:
      return []
  }
}
