import type { SyntaxNode } from '@lezer/common'
import { choiceNode, movedNode, symbolNode, symbolText } from './expression.ts'
import { callEnd } from './hcl-call-end.ts'
import { heredocJson, isBuilt, looksLikeJson, unescapedHeredoc, withSymbols } from './hcl-heredoc.ts'
import { hclParser } from './hcl-parser.ts'
import type { JsonMember, JsonNode, JsonObject } from './json-node.ts'
import { parseShallow } from './parse-shallow.ts'
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

/** A call inside an object is parsed again; so many can be inside each other. */
const mostRepairs = 4

/**
 * Reads Terraform's language (HCL) into the same tree as JSON. A block is a member under its type, below it one member per label, as Terraform's
 * JSON syntax has it: `{"resource": {"aws_iam_role": {"app": {…}}}}`; a block that comes twice is a member twice. What isn't literal is a symbol.
 * `offset` is where `text` begins in the text that the spans point into. Never throws; what isn't HCL is left out.
 * https://developer.hashicorp.com/terraform/language/syntax/configuration
 */
export function readHcl(text: string, offset = 0): JsonObject {
  const reader = new HclReader(text, offset, mostRepairs)
  const top = parseShallow(hclParser, text).topNode
  return { kind: 'object', members: reader.body(top.getChild('Body') ?? top, 0), span: reader.span(top) }
}

class HclReader {
  private readonly text: string
  private readonly offset: number
  private readonly repairs: number

  constructor(text: string, offset: number, repairs: number) {
    this.text = text
    this.offset = offset
    this.repairs = repairs
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
    const [inner = node] = childrenOf(node)
    switch (node.name) {
      case 'Expression':
        return this.expression(node, depth)
      case 'LiteralValue':
        return this.literal(inner)
      case 'TemplateExpr':
        return inner.name === 'HeredocTemplate' ? this.heredoc(inner) : this.template(inner)
      case 'CollectionValue':
        return inner.name === 'Object' ? this.object(inner, depth) : this.tuple(inner, depth)
      case 'FunctionCall':
        return this.call(node, depth)
      case 'Conditional':
        return this.conditional(node, depth)
      case 'ForExpr':
        return this.loop(inner, depth)
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
    return symbolText(inner ? this.slice(inner) : '')
  }

  /** A heredoc that holds JSON is read as that, in its place. */
  private heredoc(node: SyntaxNode): JsonNode {
    const [opening, closing] = node.getChildren('HeredocIdentifier')
    const content = { from: opening ? opening.to : node.to, to: closing ? closing.from : node.to }
    const isJson = looksLikeJson(this.slice(content))
    const json = isJson ? heredocJson(node, this.text, content) : undefined
    if (json) return movedNode(json, content.from + this.offset)
    if (isJson && isBuilt(node)) return symbolNode('a template with directives', this.span(node))
    const value = unescapedHeredoc(withSymbols(node, this.text, content).replace(/^\n/, ''))
    return { kind: 'string', value, span: this.span(node) }
  }

  /** `[for … : VALUE]`: a list with the one value that represents all. */
  private loop(node: SyntaxNode, depth: number): JsonNode {
    const value = node.name === 'ForTupleExpr' ? node.getChildren('Expression').at(-1) : undefined
    if (!value) return symbolNode(this.slice(node), this.span(node))
    return { kind: 'array', items: [this.expression(value, depth)], span: this.span(node) }
  }

  private tuple(node: SyntaxNode, depth: number): JsonNode {
    const items = node.getChildren('Expression').map((item) => this.expression(item, depth))
    return { kind: 'array', items, span: this.span(node) }
  }

  private object(node: SyntaxNode, depth: number): JsonNode {
    let parsed = node.from
    const members = node.getChildren('ObjectElem').flatMap((element): readonly JsonMember[] => {
      const [name, value] = [element.getChild('ObjectKey'), element.getChild('Expression')]
      if (!name || !value || element.from < parsed) return []
      const call = this.callBehind(value)
      parsed = call?.span.to ?? parsed
      const written = this.slice(name).trim()
      const inner = /^[\w-]+$/.test(written) ? null : name.getChild('Expression')
      const key = inner && this.expression(inner, depth)
      const text = key?.kind === 'string' ? key.value : written
      return [{ key: { value: text, span: this.span(name) }, value: call?.node ?? this.expression(value, depth) }]
    })
    return { kind: 'object', members, span: this.span(node) }
  }

  /** In an object the parser takes a call's parenthesis for the next key: `{ a = concat(b) }`. Such a call is parsed by itself. */
  private callBehind(value: SyntaxNode): { readonly node: JsonNode; readonly span: Span } | undefined {
    const isName = /^[a-z_]\w*$/.test(this.slice(value)) && this.text[value.to] === '('
    const to = isName && this.repairs > 0 ? callEnd(this.text, value.to) : undefined
    if (to === undefined) return undefined
    const span = { from: value.from, to }
    if (/^[ \t]*[[.?&|<>=!+*/%-]/.test(this.text.slice(to, to + 20)))
      return { node: symbolNode(this.slice(span), this.span(span)), span }
    const written = `a=${this.text.slice(value.from, to)}`
    const reader = new HclReader(written, this.offset + value.from - 2, this.repairs - 1)
    const [found] = reader.body(parseShallow(hclParser, written).topNode.getChild('Body') ?? value, 0)
    return found && { node: found.value, span }
  }

  private call(node: SyntaxNode, depth: number): JsonNode {
    const [callee = node] = childrenOf(node)
    const name = this.slice(callee)
    const span = this.span(node)
    const given = node.getChild('FunctionArguments')?.getChildren('Expression') ?? []
    const values = given.map((argument) => this.expression(argument, depth))
    const [first] = values
    if (transparent.has(name) && first && values.length === 1) return first
    if (name === 'concat' || name === 'setunion')
      return { kind: 'array', items: values.flatMap((value) => (value.kind === 'array' ? value.items : value)), span }
    if (name === 'merge' && values.every(({ kind }) => kind === 'object')) return merged(values, span)
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

/** What `merge` makes of objects: of two values under one key, the later. */
function merged(objects: readonly JsonNode[], span: Span): JsonNode {
  const members = new Map<string, JsonMember>()
  for (const object of objects)
    if (object.kind === 'object') for (const each of object.members) members.set(each.key.value, each)
  return { kind: 'object', members: [...members.values()], span }
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
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex?: string, letter = '') =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes.get(letter) ?? letter),
    )
    .replaceAll('$${', '${')
    .replaceAll('%%{', '%{')
