// Changes of a statement's conditions: an object of operators, or Terraform's and Pulumi's blocks of `test`, `variable`, and `values`.

import type { JsonNode, Span } from '../../text/index.ts'
import { behind, indentAt, without } from './container.ts'
import { entriesIn } from './entries.ts'
import { allOf, type Changes, changeValue, isSame } from './source-value.ts'
import { addElement, blockAround, entriesFor, removeElement, type WrittenStatement } from './statement-entries.ts'
import { blockLines, entriesOf, type Value } from './write-value.ts'
import { marksOf, placeOf, withSymbols, writeKey, writeValue } from './written-source.ts'

/** What turns the conditions of a statement into others; `old` or `next` can be missing. */
export function changeConditions(statement: WrittenStatement, old: JsonNode | undefined, next: Value): Changes {
  if (!old) return addElement(statement, 'Condition', next)
  const tests = testsOf(statement, old)
  if (!tests)
    return next === undefined ? removeElement(statement, 'Condition') : changeValue(statement.source, old, next)
  return changeTests(statement, tests, next)
}

interface Test {
  readonly test: string
  readonly variable: string
  /** Of the variable's name. */
  readonly name: Span
  readonly values: JsonNode
  /** Of the block's brackets in the source. */
  readonly block: Span
}

/** The blocks of conditions; undefined where they are an object of operators. */
function testsOf(statement: WrittenStatement, conditions: JsonNode): readonly Test[] | undefined {
  if (conditions.kind !== 'object') return undefined
  const { source } = statement
  const tests: Test[] = []
  for (const { key: test, value: keys } of conditions.members) {
    if (keys.kind !== 'object') return undefined
    for (const { key, value } of keys.members) {
      const block = blockAround(statement, key.span)
      const inside = block ? source.text.slice(block.from, block.to) : ''
      if (!block || !/\bvariable["']?\s*[=:]/.test(inside)) return undefined
      tests.push({ test: test.value, variable: key.value, name: key.span, values: value, block })
    }
  }
  return tests
}

function changeTests(statement: WrittenStatement, tests: readonly Test[], next: Value): Changes {
  const { source } = statement
  const wanted = entriesOf(next).flatMap(([test, keys]) =>
    entriesOf(keys).map(([variable, values]) => ({ test, variable, values })),
  )
  const kept = tests.map((old) => wanted.find(({ test, variable }) => test === old.test && variable === old.variable))
  const fresh = wanted.filter((each) => !kept.includes(each))
  const isRenamed = kept.filter((each) => !each).length === fresh.length
  let [renamed, gone] = [0, 0]
  const changes = tests.map((old, i): Changes => {
    const own = kept[i] ?? (isRenamed ? fresh[renamed++] : undefined)
    if (!own) return ++gone > 1 ? undefined : removeBlock(statement, old, tests.length)
    return allOf([
      own.test === old.test ? [] : rewriteTest(statement, old, own.test),
      own.variable === old.variable ? [] : rewriteName(statement, old, own.variable),
      isSame(old.values, own.values) ? [] : changeValue(source, old.values, own.values),
    ])
  })
  if (isRenamed || fresh.length === 0) return allOf(changes)
  return allOf([
    ...changes,
    ...(gone > 0 || fresh.length > 1 ? [undefined] : fresh.map((each) => addTest(statement, tests, each))),
  ])
}

function rewriteName({ source }: WrittenStatement, { name }: Test, variable: string): Changes {
  const place = placeOf(source, name)
  const insert = place && writeKey(source, variable, '"')
  return place && insert !== undefined && /^["'][^"'\n]*["']$/.test(source.text.slice(place.from, place.to))
    ? [{ span: place, insert }]
    : undefined
}

function rewriteTest({ source }: WrittenStatement, { block, test }: Test, next: string): Changes {
  const inside = source.text.slice(block.from, block.to)
  const found = /\btest["']?\s*[=:]\s*["']([\w:]+)["']/.exec(inside)
  if (found?.[1] !== test) return undefined
  const at = block.from + found.index + found[0].length - 1 - test.length
  return [{ span: { from: at, to: at + test.length }, insert: next }]
}

/** Which entry of the statement holds a block? Undefined where the entry is a list of blocks. */
const entryOf = ({ container, form }: WrittenStatement, { block }: Test): number | undefined => {
  const index = container.entries.findIndex(({ from, to }) => from <= block.from && block.to < to)
  return form === 'block' && index >= 0 ? index : undefined
}

function removeBlock(statement: WrittenStatement, test: Test, count: number): Changes {
  const index = entryOf(statement, test)
  if (index !== undefined) return without(statement.container, index)
  if (count === 1) return removeElement(statement, 'Condition')
  const list = listOf(statement)
  const own = list?.entries.findIndex(({ from }) => from === test.block.from) ?? -1
  return list && own >= 0 ? without(list, own) : undefined
}

/** The list `conditions: [{…}]`. */
function listOf(statement: WrittenStatement) {
  const { source, container } = statement
  const [index = -1] = entriesFor(statement, 'Condition')
  const entry = container.entries[index]
  const open = entry ? source.text.slice(entry.from, entry.to).indexOf('[') : -1
  if (!entry || open < 0) return undefined
  const entries = entriesIn(source.text, { from: entry.from + open, to: entry.to - 1 }, marksOf(source.style))
  return entries.length > 0 ? { text: source.text, entries, hasCommas: true } : undefined
}

interface NewTest {
  readonly test: string
  readonly variable: string
  readonly values: Value
}

function addTest(statement: WrittenStatement, tests: readonly Test[], { test, variable, values }: NewTest): Changes {
  const { source, container, form } = statement
  const last = tests.at(-1)
  const index = last && entryOf(statement, last)
  if (index !== undefined) {
    const indent = indentAt(source.text, container.entries[index]?.from ?? 0)
    const written = withSymbols(source, { [test]: { [variable]: values } }, (marked) =>
      blockLines({ Condition: marked }, indent).trim(),
    )
    return written === undefined ? undefined : behind(container, index, [written])
  }
  const list = listOf(statement)
  const entry = list?.entries.at(-1)
  if (!list || !entry || form === 'block') return undefined
  const written = writeValue(source, { test, variable, values: [values].flat() }, indentAt(source.text, entry.from))
  return written === undefined ? undefined : behind(list, list.entries.length - 1, [written])
}
