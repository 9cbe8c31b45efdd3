// Where in an input a field stands, for messages about it.
import { type JsonNode, member, positionAt, readJson } from '../text/index.ts'
import { problemWords } from '../words/index.ts'
import type { z } from './schema.ts'

/** What is wrong with the shape of an input, and the offset of its place. */
export interface ShapeProblem {
  readonly message: string
  readonly at: number
}

/** One problem of an input's shape: the field, what is wrong, and where the field is in the input's tree. */
export function shapeProblem(root: JsonNode | undefined, issue: z.core.$ZodIssue | undefined): ShapeProblem {
  if (!issue) return { message: 'the input has the wrong shape', at: root?.span.from ?? 0 }
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknown === undefined ? issue.path : [...issue.path, unknown]
  const what =
    unknown !== undefined ? 'unknown field' : isMissing(root, issue) ? 'this field is missing' : wrong(root, issue)
  return { message: `${path.join('.') || 'the input'}: ${what}`, at: offsetOf(root, path) }
}

/** What is there and what is expected, in JSON's words. */
function wrong(root: JsonNode | undefined, issue: z.core.$ZodIssue): string {
  // What a schema says itself is said in its words.
  if (!issue.message.startsWith('Invalid ')) return issue.message
  const found = nodeAt(root, issue.path)
  const instead = found === undefined ? '' : `, found ${nameOf(found)}`
  if (issue.code === 'invalid_type') return `expected ${nameOfType(issue.expected)}${instead}`
  const values = valuesOf(issue)
  if (values.length > 0) return `expected one of ${values.join(', ')}${instead}`
  const kinds = typesOf(issue)
  return kinds.length > 0
    ? `expected ${new Intl.ListFormat('en', { type: 'disjunction' }).format(kinds)}${instead}`
    : issue.message
}

/** The types that a field can have, where it's a choice between them. */
const typesOf = (issue: z.core.$ZodIssue): readonly string[] =>
  issue.code === 'invalid_union'
    ? [
        ...new Set(
          issue.errors.flatMap(([first]) => (first?.code === 'invalid_type' ? [nameOfType(first.expected)] : [])),
        ),
      ]
    : []

/** The values that a field can have; a choice between lists has those of each. */
function valuesOf(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value))
  if (issue.code !== 'invalid_union') return []
  if ('options' in issue && issue.options) return issue.options.map((value) => JSON.stringify(value))
  const issues = issue.errors.flat()
  return issues.every(({ code, path }) => code === 'invalid_value' && path.length === 0) ? issues.flatMap(valuesOf) : []
}

function nameOf(node: JsonNode): string {
  if (node.kind === 'object' || node.kind === 'array') return nameOfType(node.kind)
  if (node.kind === 'null') return 'null'
  return node.kind === 'string' ? JSON.stringify(node.value.slice(0, 60)) : String(node.value)
}

const types: ReadonlyMap<string, string> = new Map([
  ['null', 'null'],
  ['array', 'a list'],
  ['boolean', 'true or false'],
  ['int', 'a whole number'],
  ['number', 'a number'],
  ['object', 'an object'],
  ['record', 'an object'],
  ['string', 'a string'],
])
const nameOfType = (type: string): string => types.get(type) ?? type

/** Is there no value at all where one of some type has to be? */
const isMissing = (root: JsonNode | undefined, { code, path }: z.core.$ZodIssue): boolean =>
  (code === 'invalid_type' || code === 'invalid_value') && path.length > 0 && nodeAt(root, path) === undefined

function nodeAt(root: JsonNode | undefined, path: readonly PropertyKey[]): JsonNode | undefined {
  let node = root
  for (const step of path) node = node?.kind === 'array' ? node.items[Number(step)] : member(node, String(step))
  return node
}

/** The same for JSON text, with its line and column. */
export function inputProblem(text: string, issue: z.core.$ZodIssue | undefined): string {
  const { message, at } = shapeProblem(readJson(text).value, issue)
  const { line, column } = positionAt(text, at)
  return `${message} (line ${line}, column ${column})`
}

/** Why a text isn't JSON, with the line and column of its first mistake. */
export function jsonProblem(text: string): string {
  if (text.trim() === '') return 'the input is empty'
  const [first] = readJson(text).problems
  const { line, column } = positionAt(text, first?.span.from ?? 0)
  const words = first && problemWords(first)
  const what = words ? `${lowerFirst(words.message)}, expected ${words.expected}` : 'something isn’t allowed'
  return `the input is not JSON: ${what} (line ${line}, column ${column})`
}

/** In the middle of a sentence; "JSON" stays as it is. */
const lowerFirst = (text: string): string =>
  /^[A-Z]{2}/.test(text) ? text : `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** The key of the last field of a path, or the innermost value that is there. */
function offsetOf(root: JsonNode | undefined, path: readonly PropertyKey[]): number {
  let node = root
  let offset = root?.span.from ?? 0
  for (const step of path) {
    if (node?.kind === 'array') {
      node = node.items[Number(step)]
      offset = node?.span.from ?? offset
    } else if (node?.kind === 'object') {
      const found = node.members.findLast(({ key }) => key.value === step)
      if (!found) return offset
      offset = found.key.span.from
      node = found.value
    } else return offset
  }
  return offset
}
