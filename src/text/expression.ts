import type { JsonNode } from './json-node.ts'
import type { Span } from './span.ts'

/** Names in Terraform are long; what reads symbols takes up to 200 characters. */
const longestName = 190

/**
 * An expression whose value the text doesn't give, as the text of a symbol: `aws_sqs_queue.jobs.arn` becomes "${aws_sqs_queue.jobs.arn}".
 * Characters that mean something in a policy or in JSON are left out of the name; equal expressions get equal names.
 */
export function symbolText(expression: string): string {
  const name = expression
    .replace(/\s+/g, ' ')
    .replace(/[:{}$*?"'`\\,]/g, '')
    .trim()
  return `\${${name === '' ? 'expression' : shortened(name)}}`
}

/** Long names keep both ends: two references to one module often differ only there. */
const shortened = (name: string): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName / 2)} … ${name.slice(-longestName / 2)}`

/**
 * The symbol for an expression in as many characters as the text that it replaces, in quotes if it must be a value of JSON by itself; undefined where
 * that's too short. Long names keep their end, which is usually where they differ.
 */
export function sameLengthSymbol(written: string, expression: string, isValue: boolean): string | undefined {
  const length = written.length - (isValue ? 5 : 3)
  if (length < 1) return undefined
  const name = symbolText(expression).slice(2, -1).slice(-length).padEnd(length, '_')
  return isValue ? `"\${${name}}"` : `\${${name}}`
}

/** A node for such an expression. */
export const symbolNode = (expression: string, span: Span): JsonNode => ({
  kind: 'string',
  value: symbolText(expression),
  span,
})

/** A choice between two values by a condition that isn't known, written as CloudFormation writes it: `{"Fn::If": [condition, yes, no]}`. */
export function choiceNode(condition: string, branches: readonly JsonNode[], span: Span): JsonNode {
  const items: readonly JsonNode[] = [{ kind: 'string', value: condition, span }, ...branches]
  return functionNode('Fn::If', { kind: 'array', items, span }, span)
}

/** An object with one member, as CloudFormation's JSON writes a function. */
export const functionNode = (name: string, value: JsonNode, span: Span): JsonNode => ({
  kind: 'object',
  members: [{ key: { value: name, span }, value }],
  span,
})

/** The same tree at another place: every span moved by `by`. */
export function movedNode(node: JsonNode, by: number): JsonNode {
  if (by === 0) return node
  const span = moved(node.span, by)
  if (node.kind === 'array') return { ...node, span, items: node.items.map((item) => movedNode(item, by)) }
  if (node.kind !== 'object') return { ...node, span }
  const members = node.members.map(({ key, value }) => ({
    key: { value: key.value, span: moved(key.span, by) },
    value: movedNode(value, by),
  }))
  return { ...node, span, members }
}

const moved = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by })
