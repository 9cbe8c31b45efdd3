import { indexOf, type JsonNode } from '../../text/index.ts'
import { deepest } from './tree.ts'

/** How one language writes names of values that stand elsewhere in the same file. */
export interface Names {
  /** What every such name begins with: a text without it is left as it is. */
  readonly mark: string
  /** One name, in its first group. */
  readonly pattern: RegExp
  readonly lookUp: (name: string) => JsonNode | undefined
}

/** Values that name each other end after so many steps, and after so many nodes that they put in. */
const mostSteps = 5
const mostNodes = 20_000
/** No ARN is longer; values that hold each other twice would grow without end. */
const longestValue = 2_000

/** The tree with each name replaced by its value, if that is a string or, for a name that is alone, a list. A name without a value stays a symbol. */
export function withNames(tree: JsonNode, { mark, pattern, lookUp }: Names): JsonNode {
  const alone = new RegExp(`^(?:${pattern.source})$`)
  const every = new RegExp(pattern.source, 'g')
  let left = mostNodes
  const walk = (node: JsonNode, depth: number, steps: number): JsonNode => {
    if (depth > deepest * 2 || steps > mostSteps || (steps > 0 && left-- <= 0)) return node
    if (node.kind === 'array') return { ...node, items: node.items.map((item) => walk(item, depth + 1, steps)) }
    if (node.kind === 'object') {
      const members = node.members.map(({ key, value }) => ({ key, value: walk(value, depth + 1, steps) }))
      return { kind: 'object', members, ...indexOf(members), span: node.span }
    }
    if (node.kind !== 'string' || !node.value.includes(mark) || node.value.length > longestValue) return node
    const list = lookUp(alone.exec(node.value)?.[1] ?? '')
    if (list?.kind === 'array') return walk({ ...list, span: node.span }, depth + 1, steps + 1)
    const value = node.value.replaceAll(every, (written, name: string) => {
      const own = lookUp(name)
      return own?.kind === 'string' ? own.value : written
    })
    return value === node.value || value.length > longestValue ? node : walk({ ...node, value }, depth, steps + 1)
  }
  return walk(tree, 0, 0)
}
