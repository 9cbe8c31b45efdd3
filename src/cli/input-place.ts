// Where in a JSON input a field stands, for messages about it.
import type { z } from '../api/schemas.ts'
import { type JsonNode, positionAt, readJson } from '../text/index.ts'

/** One problem of an input's shape: the field, what is wrong, and its line and column. */
export function inputProblem(text: string, issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'the input has the wrong shape'
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknown === undefined ? issue.path : [...issue.path, unknown]
  const { line, column } = positionAt(text, offsetOf(readJson(text).value, path))
  const what = unknown === undefined ? issue.message : 'unknown field'
  return `${path.join('.') || 'the input'}: ${what} (line ${line}, column ${column})`
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
