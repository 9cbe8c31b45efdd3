import { type Change, type JsonNode, member, readJson } from '../../text/index.ts'
import { asArguments, writeCode } from '../code-source.ts'
import type { Fix } from '../diagnosis.ts'
import type { Source, SourceStatement } from '../source.ts'
import { withReplacedValues } from './replaced-values.ts'
import { changeStatement } from './source-statement.ts'
import { allOf, type Changes, isSame, plainOf } from './source-value.ts'
import { blockLines, hcl, json, jsonInHcl, memberOf, type Value, yaml } from './write-value.ts'
import { placesIn, type Style, symbolsOf, type Written, withSymbols } from './written-source.ts'

/**
 * The pasted document with what a fix changes, in its own language: only that is written, at its place. Undefined where the change has no place in what was
 * pasted, such as a list that a function makes, or where the JSON is no longer the one that was read.
 */
export function toSource(before: string, after: string, source: Source): string | undefined {
  if (source.of !== before) return undefined
  const changes = changesOf(before, after, source)
  return (changes && applied(source.text, changes)) ?? withReplacedValues(before, after, source.text)
}

/** The statements that a fix adds to a document, alone, in the document's own language; undefined where it does something else. */
export function statementsAdded({
  before,
  after,
  source,
}: Pick<Fix, 'before' | 'after' | 'source'>): string | undefined {
  const [old, next] = [statementsOf(before), statementsIn(after)]
  if (before === '' || !old || !next || next.length <= old.length) return undefined
  if (old.some((node, i) => !isSame(node, next[i]))) return undefined
  const added = next.slice(old.length)
  const last = source?.of === before ? source.statements.at(-1) : undefined
  const own = source && last && added.flatMap((each) => writeStatement(writtenAt(source, last), each, last) ?? [])
  return own?.length === added.length
    ? own.map(withoutIndent).join('\n')
    : added.map((each) => JSON.stringify(each, null, 2)).join(',\n')
}

/** Without what ties it to the statement before it: commas, blank lines, and the lines' common white space. */
function withoutIndent(text: string): string {
  const lines = text.replace(/^[,\s]*\n/, '').split('\n')
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0),
  )
  return lines.map((line) => line.slice(indent)).join('\n')
}

/** Statements that stay at the beginning and at the end aren't touched; those between them become others, and more follow. */
function changesOf(before: string, after: string, source: Source): Changes {
  const [old, next] = [statementsOf(before), statementsIn(after)]
  if (!old || !next || old.length !== source.statements.length || next.length < old.length) return undefined
  let start = 0
  while (start < old.length && isSame(old[start], next[start])) start++
  let end = 0
  while (end < old.length - start && isSame(old.at(-1 - end), next.at(-1 - end))) end++
  const middle = old.slice(start, old.length - end)
  const fresh = next.slice(start, next.length - end)
  const behind = start + middle.length - 1
  return allOf([
    ...middle.map((node, i): Changes => {
      const statement = source.statements[start + i]
      return statement && changeStatement(writtenAt(source, statement), node, { next: fresh[i], form: statement.form })
    }),
    addStatements(source, behind, fresh.slice(middle.length)),
  ])
}

function addStatements(source: Source, index: number, added: readonly Value[]): Changes {
  if (added.length === 0) return []
  const statement = source.statements[index]
  if (!statement) return undefined
  const written = added.map((each) => writeStatement(writtenAt(source, statement), each, statement))
  if (written.includes(undefined)) return undefined
  return [{ span: { from: statement.at, to: statement.at }, insert: written.join('') }]
}

function applied(text: string, changes: readonly Change[]): string | undefined {
  const inOrder = changes.toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  if (inOrder.some(({ span }, i) => span.from < (inOrder[i - 1]?.span.to ?? 0))) return undefined
  return inOrder.reduceRight((now, { span, insert }) => now.slice(0, span.from) + insert + now.slice(span.to), text)
}

function writtenAt(source: Source, { form }: SourceStatement): Written {
  const { text, of, language } = source
  const places = placesIn(source)
  const style: Style =
    typeof form !== 'string'
      ? { is: 'code', code: form }
      : language === 'YAML'
        ? { is: 'yaml' }
        : language === 'JSON'
          ? { is: 'json' }
          : form === 'json'
            ? { is: 'json-in-hcl' }
            : { is: 'hcl', sign: form === 'block' ? '&' : '$$' }
  return { text, style, places, symbols: symbolsOf(text, of, places) }
}

/** A statement behind another one; undefined where it has no form in the source's language. */
function writeStatement(
  source: Written,
  statement: Value,
  { form, indent, entry }: SourceStatement,
): string | undefined {
  if ((typeof form !== 'string' && form.takesMore === false) || entry === 'only') return undefined
  const name = entry === 'named' ? `${entryName(statement)} = ` : ''
  return withSymbols(source, statement, (marked) => {
    switch (form) {
      case 'block':
        return `\n\n${indent}statement {\n${blockLines(marked, `${indent}  `)}${indent}}`
      case 'object':
        return `,\n${indent}${name}${source.style.is === 'yaml' ? JSON.stringify(marked) : hcl(marked, indent)}`
      case 'arguments':
        // Modules have names of their own for conditions and principals.
        return Object.keys(Object(marked)).some((key) => key === 'Condition' || key.endsWith('Principal'))
          ? undefined
          : `,\n${indent}${name}${hcl(asArguments(marked, true), indent)}`
      case 'template':
        return `\n${indent}- Statement:\n${indent}    - ${yaml(marked, `${indent}      `).trimStart()}`
      case 'json':
        return `,\n${indent}${source.style.is === 'json' ? json(marked, indent) : jsonInHcl(marked, indent)}`
      case 'item':
        return `\n${indent}- ${yaml(marked, `${indent}  `).trimStart()}`
      default: {
        const text = writeCode(marked, form)
        return text === undefined ? undefined : `${form.open}${text}${form.close}`
      }
    }
  })
}

/** "allow_get_object": what a map of statements calls the one with the Sid "AllowGetObject". */
const entryName = (statement: Value): string =>
  String(memberOf(statement, 'Sid') ?? 'allow')
    .replaceAll(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`)
    .toLowerCase()

function statementsIn(text: string): readonly Value[] | undefined {
  return statementsOf(text)?.map(plainOf)
}

function statementsOf(text: string): readonly JsonNode[] | undefined {
  const { value: root } = readJson(text)
  const statement = member(root, 'Statement')
  return statement && (statement.kind === 'array' ? statement.items : [statement])
}
