// The elements of a statement as it is written: found under their names there, added, and taken out.

import type { JsonObject, Span } from '../../text/index.ts'
import { asArguments, type CodeForm, writeElement } from '../code-source.ts'
import type { StatementForm } from '../source.ts'
import { behind, type Container, indentAt, without } from './container.ts'
import { bracketsAround, closeOf, entriesIn } from './entries.ts'
import { type Changes, containerOf } from './source-value.ts'
import { blockLines, entriesOf, type Value } from './write-value.ts'
import { marksOf, placeOf, type Written, withSymbols, writeMember } from './written-source.ts'

export type SourceForm = StatementForm | CodeForm

/** A statement as it is written: its elements under their names there. */
export interface WrittenStatement {
  readonly source: Written
  readonly node: JsonObject
  readonly container: Container
  /** The elements that each entry holds, in the policy language's names; a block of Terraform can come twice. */
  readonly elements: readonly (string | undefined)[]
  readonly form: SourceForm
  /** Are its names those of Terraform or a program: `actions`, `not_actions`? */
  readonly isRenamed: boolean
}

/** Undefined where the source doesn't hold the statement element by element. */
export function writtenStatement(source: Written, node: JsonObject, form: SourceForm): WrittenStatement | undefined {
  const container = statementContainer(source, node, form)
  if (!container) return undefined
  const written = container.entries.map(
    ({ from }) => /^["']?(\w{1,40})/.exec(source.text.slice(from, from + 60))?.[1] ?? '',
  )
  const elements = written.map((name) => elementNames.get(name.toLowerCase().replaceAll('_', '').replace(/s$/, '')))
  const isRenamed = written.some((name, i) => elements[i] !== undefined && /^[a-z]/.test(name))
  return { source, node, container, elements, form, isRenamed }
}

const elementNames: ReadonlyMap<string, string> = new Map(
  ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'].map(
    (name) => [name.toLowerCase(), name],
  ),
)

function statementContainer(source: Written, node: JsonObject, form: SourceForm): Container | undefined {
  const { text, style } = source
  const span = placeOf(source, node.span)
  if (!span) return undefined
  const isCall = typeof form !== 'string' && form.style === 'cdk-python'
  const open = form === 'block' ? text.indexOf('{', span.from) : span.from
  const isBracketed = text[open] === '{' || (isCall && text[open] === '(')
  if (!isBracketed) return form === 'item' ? containerOf(source, node) : undefined
  const marks = marksOf(style, style.is === 'hcl')
  const close = closeOf(text, open, marks)
  if (close === undefined || close >= span.to || text.slice(open, close).includes('<<')) return undefined
  const entries = entriesIn(text, { from: open, to: close }, marks)
  const isSplit =
    form !== 'block' && entries[1] !== undefined && text.slice(entries[0]?.to, entries[1].from).includes(',')
  const isLine = style.is === 'hcl' && !isSplit && text.slice(open, close).includes('\n')
  return entries.length === 0 ? undefined : { text, entries, hasCommas: !isLine }
}

/** The entries that hold an element. */
export const entriesFor = ({ elements }: WrittenStatement, element: string): readonly number[] =>
  elements.flatMap((name, i) => (name === element ? [i] : []))

/** Takes an element out. */
export function removeElement(statement: WrittenStatement, element: string): Changes {
  const [index, ...more] = entriesFor(statement, element)
  return index === undefined || more.length > 0 ? undefined : without(statement.container, index)
}

/** Puts an element behind the others. */
export function addElement(statement: WrittenStatement, element: string, value: Value): Changes {
  const { container, source, form, isRenamed } = statement
  const last = container.entries.length - 1
  const entry = container.entries[last]
  if (!entry) return undefined
  const indent = indentAt(source.text, entry.from)
  const lines = withSymbols(source, value, (marked) => {
    if (form === 'block') return blockLines({ [element]: marked }, indent).trim()
    return typeof form === 'string' ? '' : writeElement(element, marked, form, indent)
  })
  const neighbor = source.text.slice(entry.from, entry.to)
  const given = isRenamed ? entriesOf(asArguments({ [element]: value }, true))[0] : ([element, value] as const)
  const written =
    lines === ''
      ? given && writeMember(source, given, { neighbor, indent, isBlock: container.isBlock === true })
      : lines
  // Names of YAML in lower case are those of a tool that isn't known.
  if (written === undefined || (isRenamed && form === 'item')) return undefined
  return behind(container, last, [written])
}

/** Are names written with underscores? */
export const isPython = ({ form }: WrittenStatement): boolean =>
  typeof form !== 'string' && (form.style === 'cdk-python' || (form.style === 'arguments' && !form.bareKeys))

/** The block or object around a value of a statement. */
export function blockAround({ source, node }: WrittenStatement, value: Span): Span | undefined {
  const [outer, place] = [placeOf(source, node.span), placeOf(source, value)]
  return outer && place && bracketsAround(source.text, outer.from, place.from, marksOf(source.style))
}
