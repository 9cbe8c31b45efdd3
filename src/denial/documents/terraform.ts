import { indexOf, type JsonNode } from '../../text/index.ts'
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

/** Locals that name each other end after so many steps, and after so many nodes that they put in. */
const mostSteps = 5
const mostNodes = 20_000

/**
 * The tree with `local.NAME` replaced by its value from `locals`, if that is a string or, for a bare reference, a list. Variables keep their names: a default
 * isn’t the value that a run gets. A local that isn’t defined stays a symbol.
 * https://developer.hashicorp.com/terraform/language/values/locals
 */
export function withLocals(tree: JsonNode): JsonNode {
  const locals = new Map<string, JsonNode>()
  for (const { key, value } of tree.kind === 'object' ? tree.members : [])
    if (key.value === 'locals' && value.kind === 'object')
      for (const member of value.members) locals.set(member.key.value, member.value)
  if (locals.size === 0) return tree
  let left = mostNodes
  const walk = (node: JsonNode, depth: number, steps: number): JsonNode => {
    if (depth > deepest * 2 || steps > mostSteps || (steps > 0 && left-- <= 0)) return node
    if (node.kind === 'array') return { ...node, items: node.items.map((item) => walk(item, depth + 1, steps)) }
    if (node.kind === 'object') {
      const members = node.members.map(({ key, value }) => ({ key, value: walk(value, depth + 1, steps) }))
      return { kind: 'object', members, ...indexOf(members), span: node.span }
    }
    if (node.kind !== 'string' || !node.value.includes('${local.') || node.value.length > longestValue) return node
    const alone = locals.get(/^\$\{local\.(\w+)\}$/.exec(node.value)?.[1] ?? '')
    if (alone?.kind === 'array') return walk({ ...alone, span: node.span }, depth + 1, steps + 1)
    const value = node.value.replaceAll(/\$\{local\.(\w+)\}/g, (written, name: string) => {
      const own = locals.get(name)
      return own?.kind === 'string' ? own.value : written
    })
    return value === node.value || value.length > longestValue ? node : walk({ ...node, value }, depth, steps + 1)
  }
  return walk(tree, 0, 0)
}

/** No ARN is longer; locals that hold each other twice would grow without end. */
const longestValue = 2_000
