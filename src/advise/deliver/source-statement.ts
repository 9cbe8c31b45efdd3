// Changes of a statement in the language in which it was pasted. Terraform's blocks, CDK, and Pulumi name and arrange its elements in ways of their own.

import { type JsonNode, type JsonObject, member } from '../../text/index.ts'
import { propertyName } from '../code-source.ts'
import { changeConditions } from './source-conditions.ts'
import { changePrincipals } from './source-principals.ts'
import { allOf, type Changes, changeValue, isSame } from './source-value.ts'
import {
  addElement,
  entriesFor,
  isPython,
  removeElement,
  type SourceForm,
  type WrittenStatement,
  writtenStatement,
} from './statement-entries.ts'
import { entriesOf, memberOf, type Value } from './write-value.ts'
import type { Written } from './written-source.ts'

/** What turns a statement into another one; undefined where that has no form in its language. */
export function changeStatement(
  source: Written,
  node: JsonNode,
  { next, form }: { readonly next: Value; readonly form: SourceForm },
): Changes {
  if (isSame(node, next)) return []
  if (node.kind !== 'object') return undefined
  const statement = writtenStatement(source, node, form)
  if (!statement) return changeInside(source, node, next)
  const names = new Set([...node.members.map(({ key }) => key.value), ...entriesOf(next).map(([key]) => key)])
  const gone = [...names].filter((name) => memberOf(next, name) === undefined)
  const fresh = [...names].filter((name) => !member(node, name))
  return allOf(
    [...names].map((element): Changes => {
      const [old, value] = [member(node, element), memberOf(next, element)]
      if (isSame(old, value)) return []
      if (element === 'Condition') return changeConditions(statement, old, value)
      if (element === 'Principal' || element === 'NotPrincipal')
        return changePrincipals(statement, element, { old, next: value })
      if (old && value !== undefined) return changeValue(source, old, value)
      const opposite = opposites.get(element) ?? ''
      // An element becomes its opposite: `Action` and `NotAction`.
      if (value === undefined) return fresh.includes(opposite) ? [] : removeElement(statement, element)
      const other = gone.includes(opposite) ? member(node, opposite) : undefined
      return other
        ? becomeElement(statement, opposite, { element, other, value })
        : addElement(statement, element, value)
    }),
  )
}

const opposites: ReadonlyMap<string, string> = new Map(
  ['Action', 'Resource'].flatMap((name) => [[name, `Not${name}`] as const, [`Not${name}`, name] as const]),
)

/** The elements of a statement that is put together from other things, such as the principal of a role in CDK: only values in it can change. */
const changeInside = (source: Written, node: JsonObject, next: Value): Changes =>
  entriesOf(next).length === node.members.length
    ? allOf(
        node.members.map(({ key, value }) => {
          const other = memberOf(next, key.value)
          return other === undefined ? undefined : changeValue(source, value, other)
        }),
      )
    : undefined

interface Opposite {
  readonly element: string
  readonly other: JsonNode
  readonly value: Value
}

/** An element gets the name and the value of its opposite. */
function becomeElement(statement: WrittenStatement, from: string, { element, other, value }: Opposite): Changes {
  const { source, container, isRenamed } = statement
  const [index = -1] = entriesFor(statement, from)
  const entry = container.entries[index]
  const name = entry && /^["']?(\w{1,40})/.exec(source.text.slice(entry.from, entry.from + 60))?.[1]
  if (!entry || name === undefined) return undefined
  const isSnake = source.style.is === 'hcl' || isPython(statement)
  const to = isRenamed ? propertyName(element, isSnake) : element
  const at = entry.from + source.text.slice(entry.from, entry.to).indexOf(name)
  return allOf([[{ span: { from: at, to: at + name.length }, insert: to }], changeValue(source, other, value)])
}
