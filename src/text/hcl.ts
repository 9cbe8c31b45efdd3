import type { SyntaxNode } from '@lezer/common'
import { hclLanguage } from 'codemirror-lang-hcl'
import { choiceNode, movedNode, symbolNode, symbolText } from './expression.ts'
import { type JsonMember, type JsonNode, type JsonObject, readJson } from './json.ts'
import type { Span } from './span.ts'

/** Nested deeper than any configuration; keeps the recursion off the end of the stack. */
const deepest = 100

/** Functions that return their only argument, as far as a policy is concerned. */
const transparent: ReadonlySet<string> = new Set([
  'jsonencode',
  'tolist',
  'toset',
  'compact',
  'distinct',
  'flatten',
  'sort',
  'tostring',
  'nonsensitive',
])

/**
 * Reads Terraform's language (HCL) into the same tree as JSON. A block is a member under its type, below it one member per label, as Terraform's
 * JSON syntax has it: `{"resource": {"aws_iam_role": {"app": {…}}}}`; a block that comes twice is a member twice. What isn't literal is a symbol.
 * `offset` is where `text` begins in the text that the spans point into. Never throws; what isn't HCL is left out.
 * https://developer.hashicorp.com/terraform/language/syntax/configuration
 */
export function readHcl(text: string, offset = 0): JsonObject {
  const reader = new HclReader(text, offset)
  const top = hclLanguage.parser.parse(text).topNode
  return { kind: 'object', members: reader.body(top.getChild('Body') ?? top, 0), span: reader.span(top) }
}

class HclReader {
  private readonly text: string
  private readonly offset: number

  constructor(text: string, offset: number) {
    this.text = text
    this.offset = offset
  }

  span({ from, to }: Span): Span {
    return { from: from + this.offset, to: to + this.offset }
  }

  body(node: SyntaxNode, depth: number): readonly JsonMember[] {
    if (depth > deepest) return []
    return childrenOf(node).flatMap((child): readonly JsonMember[] => {
      if (child.name === 'Attribute') return this.attribute(child, depth + 1)
      return child.name === 'Block' ? this.block(child, depth + 1) : []
    })
  }

  private attribute(node: SyntaxNode, depth: number): readonly JsonMember[] {
    const [name, value] = [node.getChild('Identifier'), node.getChild('Expression')]
    return name && value ? [{ key: this.named(name), value: this.expression(value, depth) }] : []
  }

  private block(node: SyntaxNode, depth: number): readonly JsonMember[] {
    const type = node.getChild('BlockType')
    if (!type) return []
    const body = node.getChild('Body')
    const members = body ? this.body(body, depth) : []
    const labels = node.getChildren('BlockLabel').map((label) => this.named(label))
    const inner = labels.reduceRight<JsonNode>(
      (value, key) => ({ kind: 'object', members: [{ key, value }], span: this.span(node) }),
      { kind: 'object', members, span: this.span(node) },
    )
    return [{ key: this.named(type), value: inner }]
  }

  private named(node: SyntaxNode): JsonMember['key'] {
    return { value: this.slice(node).replace(/^"|"$/g, ''), span: this.span(node) }
  }

  private expression(node: SyntaxNode, depth: number): JsonNode {
    const parts = childrenOf(node).filter(({ name }) => name !== '(' && name !== ')')
    const [only, ...more] = parts
    if (depth > deepest || !only || more.length > 0) return symbolNode(this.slice(node), this.span(node))
    return this.value(only, depth + 1)
  }

  private value(node: SyntaxNode, depth: number): JsonNode {
    const [inner] = childrenOf(node)
    switch (node.name) {
      case 'Expression':
        return this.expression(node, depth)
      case 'LiteralValue':
        return this.literal(inner ?? node)
      case 'TemplateExpr':
        return inner?.name === 'HeredocTemplate' ? this.heredoc(inner) : this.template(inner ?? node)
      case 'CollectionValue':
        return inner?.name === 'Object' ? this.object(inner, depth) : this.tuple(inner ?? node, depth)
      case 'FunctionCall':
        return this.call(node, depth)
      case 'Conditional':
        return this.conditional(node, depth)
      default:
        return symbolNode(this.slice(node), this.span(node))
    }
  }

  private literal(node: SyntaxNode): JsonNode {
    const span = this.span(node)
    const text = this.slice(node)
    if (node.name === 'StringLit') return this.template(node)
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', span }
    if (text === 'null') return { kind: 'null', span }
    const number = Number(text)
    return Number.isFinite(number) ? { kind: 'number', value: number, span } : symbolNode(text, span)
  }

  private template(node: SyntaxNode): JsonNode {
    const value = childrenOf(node).map((part) => {
      if (part.name === 'TemplateLiteral') return unescaped(this.slice(part))
      return part.name === 'TemplateInterpolation' ? this.interpolation(part) : ''
    })
    return { kind: 'string', value: value.join(''), span: this.span(node) }
  }

  private interpolation(node: SyntaxNode): string {
    const inner = node.getChild('Expression')
    return symbolText(inner ? this.slice(inner) : this.slice(node))
  }

  /** A heredoc that holds JSON is read as that, in its place. */
  private heredoc(node: SyntaxNode): JsonNode {
    const marks = node.getChildren('HeredocIdentifier')
    const from = marks[0]?.to ?? node.from
    const to = marks.length > 1 ? (marks.at(-1)?.from ?? node.to) : node.to
    const content = this.withSymbols(node, { from, to })
    const { value } = /^\s*[{[]/.test(content) ? readJson(content) : { value: undefined }
    if (value) return movedNode(value, from + this.offset)
    return { kind: 'string', value: content.replace(/^\n/, ''), span: this.span(node) }
  }

  /** The text with quotes taken out of what is interpolated, character for character, so that places stay. */
  private withSymbols(node: SyntaxNode, { from, to }: Span): string {
    let [text, at] = ['', from]
    for (const part of node.getChildren('TemplateInterpolation')) {
      const written = this.slice(part)
      text += this.text.slice(at, part.from)
      const plain = symbolText(written.slice(2, -1))
      text += /["\\]/.test(written) ? `${plain.slice(0, -1).padEnd(written.length - 1, '_')}}` : written
      at = part.to
    }
    return text + this.text.slice(at, to)
  }

  private tuple(node: SyntaxNode, depth: number): JsonNode {
    if (node.name !== 'Tuple') return symbolNode(this.slice(node), this.span(node))
    const items = node.getChildren('Expression').map((item) => this.expression(item, depth))
    return { kind: 'array', items, span: this.span(node) }
  }

  private object(node: SyntaxNode, depth: number): JsonNode {
    const members = node.getChildren('ObjectElem').flatMap((element): readonly JsonMember[] => {
      const [name, value] = [element.getChild('ObjectKey'), element.getChild('Expression')]
      if (!name || !value) return []
      const key = this.expression(name.getChild('Expression') ?? name, depth)
      const written = this.slice(name).trim()
      const isPlain = /^[\w-]+$/.test(written)
      const text = isPlain ? written : key.kind === 'string' ? key.value : written
      return [{ key: { value: text, span: this.span(name) }, value: this.expression(value, depth) }]
    })
    return { kind: 'object', members, span: this.span(node) }
  }

  private call(node: SyntaxNode, depth: number): JsonNode {
    const name = this.slice(node.getChild('FunctionName') ?? node)
    const span = this.span(node)
    const given = node.getChild('FunctionArguments')?.getChildren('Expression') ?? []
    const values = given.map((argument) => this.expression(argument, depth))
    const [first] = values
    if (transparent.has(name) && first && values.length === 1) return first
    if (name === 'concat' || name === 'setunion')
      return { kind: 'array', items: values.flatMap((value) => (value.kind === 'array' ? value.items : value)), span }
    return symbolNode(this.slice(node), span)
  }

  private conditional(node: SyntaxNode, depth: number): JsonNode {
    const [condition, ...branches] = node.getChildren('Expression')
    if (!condition || branches.length !== 2) return symbolNode(this.slice(node), this.span(node))
    const values = branches.map((branch) => this.expression(branch, depth))
    return choiceNode(this.slice(condition), values, this.span(node))
  }

  private slice({ from, to }: Span): string {
    return this.text.slice(from, to)
  }
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!child.type.isError && child.name !== 'LineComment' && child.name !== 'BlockComment') children.push(child)
  return children
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
const unescaped = (text: string): string =>
  text
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, letter: string | undefined) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes.get(letter ?? '') ?? letter ?? ''),
    )
    .replaceAll('$${', '${')
    .replaceAll('%%{', '%{')
