import { writeCode } from '../code-source.ts'
import type { Fix } from '../diagnosis.ts'
import type { Source, StatementForm } from '../source.ts'
import { withReplacedValues } from './replaced-values.ts'

/**
 * The pasted document with what a fix changes, in its own language: statements that it adds, at their place, or values that it replaces. Undefined where the
 * fix does something else, or where the JSON is no longer the one that was read.
 */
export function toSource(before: string, after: string, source: Source): string | undefined {
  const replaced = source.of === before ? withReplacedValues(before, after, source.text) : undefined
  if (replaced !== undefined) return replaced
  const added = inSource(addedTo(before, after), before, source)
  return added && `${source.text.slice(0, source.at)}${added.join('')}${source.text.slice(source.at)}`
}

/** The statements that a fix adds to a document, alone, in the document's own language; undefined where it does something else. */
export function statementsAdded({
  before,
  after,
  source,
}: Pick<Fix, 'before' | 'after' | 'source'>): string | undefined {
  const added = before === '' ? undefined : addedTo(before, after)
  const own = source && inSource(added, before, source)
  return own ? own.map(withoutIndent).join('\n') : added?.map((each) => JSON.stringify(each, null, 2)).join(',\n')
}

function addedTo(before: string, after: string): readonly Value[] | undefined {
  const [old, next] = [statementsOf(before), statementsOf(after)]
  if (!old || !next || next.length <= old.length) return undefined
  return JSON.stringify(next.slice(0, old.length)) === JSON.stringify(old) ? next.slice(old.length) : undefined
}

/** Undefined where one of them has no form in the source's language. */
function inSource(added: readonly Value[] | undefined, before: string, source: Source): readonly string[] | undefined {
  if (!added || source.of !== before) return undefined
  if (source.language === 'code' && source.form.takesMore === false) return undefined
  const written = added.flatMap((each) => write(each, source) ?? [])
  return written.length === added.length ? written : undefined
}

/** Without what ties it to the statement before it: commas, blank lines, and the lines' common white space. */
function withoutIndent(text: string): string {
  const lines = text.replace(/^[,\s]*\n/, '').split('\n')
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0),
  )
  return lines.map((line) => line.slice(indent)).join('\n')
}

function write(statement: Value, source: Source): string | undefined {
  if (source.language !== 'code') return writers[source.form](statement, source.indent)
  const { form } = source
  const text = writeCode(statement, form)
  return text === undefined ? undefined : `${form.open}${text}${form.close}`
}

type Value = unknown

function statementsOf(text: string): readonly Value[] | undefined {
  try {
    const policy: Value = JSON.parse(text)
    return [memberOf(policy, 'Statement') ?? []].flat()
  } catch {
    return undefined
  }
}

const entriesOf = (value: Value): readonly (readonly [string, Value])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

const memberOf = (value: Value, key: string): Value => entriesOf(value).find(([name]) => name === key)?.[1]

const writers: Readonly<Record<StatementForm, (statement: Value, indent: string) => string>> = {
  block: (statement, indent) => `\n\n${indent}statement {\n${blockLines(statement, `${indent}  `)}${indent}}`,
  object: (statement, indent) => `,\n${indent}${hcl(statement, indent)}`,
  json: (statement, indent) =>
    `,\n${indent}${dollars(JSON.stringify(statement, null, 2)).replaceAll('\n', `\n${indent}`)}`,
  item: (statement, indent) => `\n${indent}- ${yaml(statement, `${indent}  `).trimStart()}`,
}

/** Arguments of https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
const argumentOf: ReadonlyMap<string, string> = new Map([
  ['Sid', 'sid'],
  ['Effect', 'effect'],
  ['Action', 'actions'],
  ['NotAction', 'not_actions'],
  ['Resource', 'resources'],
  ['NotResource', 'not_resources'],
])

function blockLines(statement: Value, indent: string): string {
  const plain = entriesOf(statement).flatMap(([key, value]) => {
    const name = argumentOf.get(key)
    const isList = key !== 'Sid' && key !== 'Effect'
    return name === undefined ? [] : [`${indent}${name} = ${hcl(isList ? [value].flat() : value, indent, '&')}\n`]
  })
  const principal = memberOf(statement, 'Principal')
  const principals = (principal === '*' ? [['*', '*'] as const] : entriesOf(principal)).map(
    ([type, names]) =>
      `${indent}principals {\n${indent}  type        = ${hcl(type, '')}\n${indent}  identifiers = ${hcl([names].flat(), indent)}\n${indent}}\n`,
  )
  const conditions = entriesOf(memberOf(statement, 'Condition')).flatMap(([test, keys]) =>
    entriesOf(keys).map(
      ([variable, values]) =>
        `${indent}condition {\n${indent}  test     = ${hcl(test, '')}\n${indent}  variable = ${hcl(variable, '')}\n${indent}  values   = ${hcl([values].flat(), indent, '&')}\n${indent}}\n`,
    ),
  )
  return [...plain, ...principals, ...conditions].join('')
}

const dollars = (text: string, sign = '$$'): string => text.replaceAll(/\$(?=\{[a-z0-9-]+:)/g, () => sign)

/** A value of Terraform. A policy variable keeps its dollar sign by a second one, or is written with "&" in a policy document. */
function hcl(value: Value, indent: string, sign = '$$'): string {
  if (Array.isArray(value)) return `[${value.map((each) => hcl(each, indent, sign)).join(', ')}]`
  if (typeof value === 'string') return dollars(JSON.stringify(value), sign)
  const members = entriesOf(value)
  if (members.length === 0) return JSON.stringify(value)
  const lines = members.map(([key, each]) => {
    const name = /^\w+$/.test(key) ? key : JSON.stringify(key)
    return `${indent}  ${name} = ${hcl(each, `${indent}  `, sign)}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

/** A value of YAML, in blocks: JSON's strings are strings of YAML, too. */
function yaml(value: Value, indent: string): string {
  const isBlock = (each: Value): boolean => Array.isArray(each) || entriesOf(each).length > 0
  if (Array.isArray(value)) return value.map((each) => `${indent}- ${yaml(each, `${indent}  `).trimStart()}`).join('\n')
  const members = entriesOf(value)
  if (members.length === 0)
    return typeof value === 'string' && /^[A-Za-z][\w]*$/.test(value) ? value : JSON.stringify(value)
  return members
    .map(([key, each]) => {
      const name = /^[\w-]+$/.test(key) ? key : JSON.stringify(key)
      return isBlock(each) ? `${indent}${name}:\n${yaml(each, `${indent}  `)}` : `${indent}${name}: ${yaml(each, '')}`
    })
    .join('\n')
}
