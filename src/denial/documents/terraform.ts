import type { JsonNode } from '../../text/index.ts'
import { withNames } from './filled-names.ts'
import { type Told, toldBy } from './shapes.ts'
import { deepest, type Trail } from './tree.ts'

const document = 'aws_iam_policy_document'

/** The label of the `data "aws_iam_policy_document" "NAME"` block that contains a policy. */
export function documentName(trail: Trail): string | undefined {
  const at = trail.findIndex(({ key }) => key === document)
  return at < 0 ? undefined : trail[at + 1]?.key
}

/** What the code that uses a document’s JSON says about it: `policy = data.aws_iam_policy_document.NAME.json` of a role, a bucket, a queue. */
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

/**
 * The tree with `local.NAME` replaced by its value from `locals`. Variables keep their names: a default isn’t the value that a run gets. A local that isn’t
 * defined stays a symbol.
 * https://developer.hashicorp.com/terraform/language/values/locals
 */
export function withLocals(tree: JsonNode): JsonNode {
  const locals = new Map<string, JsonNode>()
  for (const { key, value } of tree.kind === 'object' ? tree.members : [])
    if (key.value === 'locals' && value.kind === 'object')
      for (const member of value.members) locals.set(member.key.value, member.value)
  if (locals.size === 0) return tree
  return withNames(tree, { mark: '${local.', pattern: /\$\{local\.(\w+)\}/, lookUp: (name) => locals.get(name) })
}
