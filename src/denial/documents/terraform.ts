import type { JsonNode } from '../../text/index.ts'
import { type Told, toldBy } from './shapes.ts'
import { deepest, type Trail } from './tree.ts'

const document = 'aws_iam_policy_document'

/** The label of `data "aws_iam_policy_document" "NAME"` that a policy stands in. */
export function documentName(trail: Trail): string | undefined {
  const at = trail.findIndex(({ key }) => key === document)
  return at < 0 ? undefined : trail[at + 1]?.key
}

/** What the place tells where a document's JSON is used: `policy = data.aws_iam_policy_document.NAME.json` of a role, a bucket, a queue. */
export function documentsUsed(tree: JsonNode): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>()
  const walk = (node: JsonNode, trail: Trail): void => {
    if (trail.length > deepest) return
    if (node.kind === 'array') for (const item of node.items) walk(item, trail)
    if (node.kind === 'object')
      for (const { key, value } of node.members) walk(value, [...trail, { object: node, key: key.value }])
    const name =
      node.kind === 'string'
        ? /^\$\{data\.aws_iam_policy_document\.([\w-]+)[\w.[\]]*\}$/.exec(node.value)?.[1]
        : undefined
    const told = name === undefined || documentName(trail) !== undefined ? undefined : toldBy(trail)
    if (name !== undefined && told?.policyType && !found.has(name)) found.set(name, told)
  }
  walk(tree, [])
  return found
}
