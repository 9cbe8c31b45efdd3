import {
  type Alias,
  type CollectionTag,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  type ScalarTag,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { functionNode } from './expression.ts'
import type { JsonMember, JsonNode } from './json-node.ts'
import type { Span } from './span.ts'

/** CloudFormation's short forms. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const functions = [
  'Ref',
  'Condition',
  'GetAtt',
  'ImportValue',
  'Sub',
  'Join',
  'If',
  'Select',
  'FindInMap',
  'Split',
  'Base64',
  'Cidr',
  'GetAZs',
  'And',
  'Or',
  'Not',
  'Equals',
  'Transform',
  'ToJsonString',
  'Length',
  'ForEach',
]
const tags: readonly (ScalarTag | CollectionTag)[] = functions.flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' as const, resolve: (value: unknown) => value },
  { tag: `!${name}`, collection: 'map' as const, resolve: (value: unknown) => value },
])

/** Nested deeper than any template, and aliases that can't make a small text grow without end. */
const deepest = 100
const mostNodes = 500_000

type Options = Parameters<typeof parseAllDocuments>[1]

/** Pretty errors quote the text for each error: that takes quadratic time where everything is one. */
const options: Options = { customTags: [...tags], logLevel: 'silent', prettyErrors: false, uniqueKeys: false }

/** Documents of a YAML stream, or why it isn't one: the message and the offset in the text that `offset` belongs to. */
export type YamlRead =
  | { readonly is: 'read'; readonly documents: readonly JsonNode[] }
  | { readonly is: 'broken'; readonly message: string; readonly at: number }

/**
 * Reads YAML into the same tree as JSON. CloudFormation's short forms become its long ones (`!Ref X` is `{"Ref": "X"}`), as its JSON writes them.
 * `offset` is where `text` begins in the text that the spans point into. Never throws.
 */
export function readYaml(text: string, offset = 0): YamlRead {
  const documents: JsonNode[] = []
  for (const document of parseAllDocuments(text, options)) {
    const [error] = document.errors
    if (error)
      return {
        is: 'broken',
        message: error.code === 'RESOURCE_EXHAUSTION' ? 'Nested too deeply' : error.message,
        at: error.pos[0] + offset,
      }
    const budget = { left: mostNodes }
    const targets = targetsIn(document)
    const convert = (node: unknown, depth: number): JsonNode | undefined =>
      depth > deepest || budget.left-- <= 0
        ? undefined
        : nodeOf(node, (inner) => convert(inner, depth + 1), { offset, resolve: (alias) => targets.get(alias) })
    const value = convert(document.contents, 0)
    if (value) documents.push(value)
  }
  return { is: 'read', documents }
}

/** What each alias means: the last node before it with that anchor. The library's own way searches the whole document for each alias. */
function targetsIn(document: Parameters<typeof visit>[0]): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  visit(document, {
    Alias: (_, alias) => {
      const target = anchored.get(alias.source)
      if (target) targets.set(alias, target)
    },
    Value: (_, node) => {
      if (node.anchor) anchored.set(node.anchor, node)
    },
  })
  return targets
}

interface Conversion {
  readonly offset: number
  readonly resolve: (alias: Alias) => unknown
}

function nodeOf(
  node: unknown,
  convert: (node: unknown) => JsonNode | undefined,
  { offset, resolve }: Conversion,
): JsonNode | undefined {
  if (isAlias(node)) return convert(resolve(node))
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined
  const span = spanOf(node, offset)
  const plain = plainNode(node, span, convert)
  const name = /^!(\w+)$/.exec(node.tag ?? '')?.[1]
  if (name === undefined || !functions.includes(name)) return plain
  return functionNode(name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`, plain, span)
}

function plainNode(
  node: YAMLMap | YAMLSeq | Scalar,
  span: Span,
  convert: (node: unknown) => JsonNode | undefined,
): JsonNode {
  if (isSeq(node)) return { kind: 'array', items: node.items.flatMap((item) => convert(item) ?? []), span }
  if (isMap(node)) {
    const members = node.items.flatMap(({ key, value }): readonly JsonMember[] => {
      const name = convert(key)
      if (!name) return []
      const text =
        name.kind === 'string'
          ? name.value
          : name.kind === 'number' || name.kind === 'boolean'
            ? String(name.value)
            : ''
      return [{ key: { value: text, span: name.span }, value: convert(value) ?? { kind: 'null', span: name.span } }]
    })
    return { kind: 'object', members, span }
  }
  const { value } = node
  if (typeof value === 'string') return { kind: 'string', value, span }
  if (typeof value === 'number') return { kind: 'number', value, span }
  if (typeof value === 'boolean') return { kind: 'boolean', value, span }
  if (value instanceof Date) return { kind: 'string', value: value.toISOString().slice(0, 10), span }
  return { kind: 'null', span }
}

function spanOf({ range }: Pick<ParsedNode, 'range'> | Pick<Node, 'range'>, offset: number): Span {
  const [from, to] = range ?? [0, 0]
  return { from: from + offset, to: to + offset }
}
