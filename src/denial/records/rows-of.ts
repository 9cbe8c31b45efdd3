import { longestJson, parse } from '../json-in.ts'
import { ObjectSplitter } from '../object-splitter.ts'
import type { Cell } from './event-of.ts'
import { FieldRows, mayBeCell } from './field-rows.ts'

/** The rows of a query's result in a text, whose cells are objects. */
export function* rowsOf(text: string): Generator<readonly Cell[]> {
  if (text.length > longestJson) return
  const splitter = new ObjectSplitter()
  const row = new FieldRows()
  for (const { kind, text: found } of [...splitter.push(text), ...splitter.end()]) {
    if (kind === 'object' && mayBeCell(found) && row.take(parse(found))) continue
    const ended = row.ended(kind === 'text' ? found : undefined)
    if (ended) yield ended
  }
  const last = row.ended(undefined)
  if (last) yield last
}
