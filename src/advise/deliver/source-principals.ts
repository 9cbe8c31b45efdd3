// Changes of a statement's principals: an object of types, Terraform's and Pulumi's blocks of `type` and `identifiers`, or CDK's classes.

import type { JsonNode, Span } from '../../text/index.ts'
import { writeElement } from '../code-source.ts'
import { behind, indentAt } from './container.ts'
import { entriesIn } from './entries.ts'
import { allOf, type Changes, changeValue, isSame } from './source-value.ts'
import { addElement, blockAround, entriesFor, removeElement, type WrittenStatement } from './statement-entries.ts'
import { blockLines, entriesOf, type Value } from './write-value.ts'
import { marksOf, placeOf, withSymbols, writeValue } from './written-source.ts'

type Element = 'Principal' | 'NotPrincipal'

/** What turns the principals of a statement into others; `old` or `next` can be missing. */
export function changePrincipals(
  statement: WrittenStatement,
  element: Element,
  { old, next }: { readonly old: JsonNode | undefined; readonly next: Value },
): Changes {
  if (!old) return addElement(statement, element, next)
  if (next === undefined) return removeElement(statement, element)
  if (old.kind !== 'object' || !isBuilt(statement, old)) return changeValue(statement.source, old, next)
  const types = new Set([...old.members.map(({ key }) => key.value), ...entriesOf(next).map(([type]) => type)])
  return allOf(
    [...types].map((type) => {
      const [before, after] = [
        old.members.find(({ key }) => key.value === type)?.value,
        entriesOf(next).find(([name]) => name === type)?.[1],
      ]
      if (isSame(before, after)) return []
      if (after === undefined) return undefined
      return before
        ? changeNames(statement, before, { element, type, next: [after].flat() })
        : addType(statement, element, { [type]: after })
    }),
  )
}

/** Is it written in another form than the policy language's own? Then its types stand nowhere as keys. */
const isBuilt = ({ source }: WrittenStatement, { members }: Extract<JsonNode, { kind: 'object' }>): boolean =>
  members.some(({ key }) => {
    const place = placeOf(source, key.span)
    return !place || source.text.slice(place.from, place.to).replaceAll(/["']/g, '') !== key.value
  })

interface Names {
  readonly element: Element
  readonly type: string
  readonly next: readonly Value[]
}

/** Names of one type: each that stays, or becomes another, in its place, and more behind them. */
function changeNames(statement: WrittenStatement, before: JsonNode, { element, type, next }: Names): Changes {
  const { source } = statement
  const items = before.kind === 'array' ? before.items : [before]
  if (next.length < items.length) return undefined
  const changed = items.map((item, i) => changeValue(source, item, next[i]))
  const more = next.slice(items.length)
  const last = items.at(-1)
  if (more.length === 0 || !last) return allOf(changed)
  return allOf([...changed, addNames(statement, last.span, { element, type, next: more })])
}

/** `identifiers` of a block get more entries; a list of CDK gets more principals. */
function addNames(statement: WrittenStatement, last: Span, names: Names): Changes {
  const { source, form } = statement
  if (typeof form !== 'string' && form.style.startsWith('cdk'))
    return addType(statement, names.element, { [names.type]: names.next })
  const list = blockAround(statement, last)
  if (!list || source.text[list.from] !== '[') return undefined
  const entries = entriesIn(source.text, list, marksOf(source.style))
  const written = names.next.map((name) => writeValue(source, name, ''))
  if (written.includes(undefined)) return undefined
  return behind(
    { text: source.text, entries, hasCommas: true },
    entries.length - 1,
    written.flatMap((text) => text ?? []),
  )
}

/** Another block `principals { … }`, or more entries of the list `principals: […]`. */
function addType(statement: WrittenStatement, element: Element, principal: Value): Changes {
  const { source, container, form } = statement
  const index = entriesFor(statement, element).at(-1) ?? -1
  const entry = container.entries[index]
  if (!entry) return undefined
  const indent = indentAt(source.text, entry.from)
  if (form === 'block') {
    const written = withSymbols(source, principal, (marked) => blockLines({ [element]: marked }, indent).trim())
    return written === undefined ? undefined : behind(container, index, [written])
  }
  if (typeof form === 'string') return undefined
  const open = source.text.slice(entry.from, entry.to).indexOf('[')
  const written = withSymbols(source, principal, (marked) => writeElement(element, marked, form, indent))
  if (open < 0 || written === undefined) return undefined
  const entries = entriesIn(source.text, { from: entry.from + open, to: entry.to - 1 }, marksOf(source.style))
  const items = written.slice(written.indexOf('[') + 1, written.lastIndexOf(']')).trim()
  return behind({ text: source.text, entries, hasCommas: true }, entries.length - 1, [items])
}
