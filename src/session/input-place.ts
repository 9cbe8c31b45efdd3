// Where in an input a field stands, for messages about it.
import { type JsonNode, member, positionAt, readJson } from '../text/index.ts'
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
    unknown !== undefined ? 'unknown field' : isMissing(root, issue) ? 'this field is missing' : issue.message
  return { message: `${path.join('.') || 'the input'}: ${what}`, at: offsetOf(root, path) }
}

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
