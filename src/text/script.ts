import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'
import { choiceNode, functionNode, symbolNode, symbolText } from './expression.ts'
import type { JsonMember, JsonNode } from './json-node.ts'
import { parseShallow } from './parse-shallow.ts'
import { plainScript } from './plain-script.ts'
import type { Span } from './span.ts'

const typed = parser.configure({ dialect: 'ts' })

/** Nested deeper than any program's data; keeps the recursion off the end of the stack. */
const deepest = 100

/** What the key of a call begins with: `new iam.PolicyStatement(x)` is `{"call:iam.PolicyStatement": [x]}`. */
export const callMark = 'call:'

/**
 * Reads the values that a program holds as far as they're literal, into the same tree as JSON: JavaScript, TypeScript, and Python's dictionaries,
 * lists, and calls with named arguments. `as`: `value` reads one value (an object with unquoted keys, single quotes, comments), `values` several
 * separated by commas, `program` everything that a program builds, in its order. A call is an object with one member; what isn't literal is a
 * symbol. `offset` is where `text` begins in the text that the spans point into. Never throws.
 */
export function readScript(text: string, as: 'value' | 'values' | 'program', offset = 0): JsonNode {
  const around = as === 'program' ? '' : as === 'value' ? '(' : '['
  const plain = plainScript(text)
  const source = `${around}${plain}${as === 'program' ? '' : as === 'value' ? ')' : ']'}`
  const reader = new ScriptReader(source, offset, text, around.length)
  const top = parseShallow(typed, source).topNode
  if (as === 'program') return { kind: 'array', items: reader.built(top, 0), span: reader.span(top) }
  const expression = top.firstChild?.getChild(as === 'value' ? 'ParenthesizedExpression' : 'ArrayExpression')
  const inner = as === 'value' ? expression && childrenOf(expression)[1] : expression
  return inner ? reader.value(inner, 0) : { kind: 'null', span: reader.span(top) }
}

const builders: ReadonlySet<string> = new Set([
  'ObjectExpression',
  'ArrayExpression',
  'NewExpression',
  'CallExpression',
  'ArrowFunction',
  'FunctionExpression',
])
const functions: ReadonlySet<string> = new Set(['ArrowFunction', 'FunctionExpression'])
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['undefined', null],
])

class ScriptReader {
  private readonly source: string
  private readonly offset: number
  private readonly written: string
  private readonly shift: number

  constructor(source: string, offset: number, written: string, shift: number) {
    this.source = source
    this.offset = offset
    this.written = written
    this.shift = shift
  }

  /** In the text that was given: without the bracket that was put around it. */
  span({ from, to }: Span): Span {
    const placeOf = (at: number): number => this.offset + Math.min(Math.max(0, at - this.shift), this.written.length)
    return { from: placeOf(from), to: placeOf(to) }
  }

  /** The outermost objects, lists, and calls below a node. */
  built(node: SyntaxNode, depth: number): readonly JsonNode[] {
    if (depth > deepest) return []
    return childrenOf(node).flatMap((child) => {
      if (functions.has(child.name) || !builders.has(child.name)) return this.built(child, depth + 1)
      const callee = child.name === 'CallExpression' ? child.firstChild : null
      return [...(callee ? this.built(callee, depth + 1) : []), this.value(child, depth + 1)]
    })
  }

  value(node: SyntaxNode, depth: number): JsonNode {
    const span = this.span(node)
    const text = this.slice(node)
    if (depth > deepest) return symbolNode(text, span)
    switch (node.name) {
      case 'String':
        return { kind: 'string', value: this.string(node), span }
      case 'TemplateString':
        return { kind: 'string', value: this.template(node), span }
      case 'Number':
        return { kind: 'number', value: Number(text), span }
      case 'ParenthesizedExpression':
        return this.value(childrenOf(node)[1] ?? node, depth + 1)
      case 'ObjectExpression':
        return { kind: 'object', members: this.members(node, depth + 1), span }
      case 'ArrayExpression':
        return { kind: 'array', items: this.items(node, depth + 1), span }
      case 'NewExpression':
      case 'CallExpression':
        return this.call(node, depth + 1)
      case 'ConditionalExpression':
        return this.choice(node, depth + 1)
      case 'BinaryExpression':
        return this.sum(node, depth + 1)
      case 'TaggedTemplateExpression':
        return this.tagged(node)
      default:
        return functions.has(node.name)
          ? { kind: 'array', items: this.built(node, depth + 1), span }
          : this.named(text, span)
    }
  }

  /** `Effect.ALLOW` of CDK, a word such as True, or else a symbol. */
  private named(text: string, span: Span): JsonNode {
    const effect = /\bEffect\.(allow|deny)$/i.exec(text)?.[1]
    if (effect) return { kind: 'string', value: effect.toLowerCase() === 'allow' ? 'Allow' : 'Deny', span }
    const word = words.get(text)
    if (word === undefined) return symbolNode(text, span)
    return word === null ? { kind: 'null', span } : { kind: 'boolean', value: word, span }
  }

  private members(node: SyntaxNode, depth: number): readonly JsonMember[] {
    return node.getChildren('Property').flatMap((property): readonly JsonMember[] => {
      const parts = childrenOf(property)
      const [name, inner] = parts
      const value = parts.at(-1)
      if (!name || !value) return []
      if (name.name === 'Spread') {
        const spread = this.slice(property).trim()
        return [{ key: { value: spread, span: this.span(name) }, value: symbolNode(spread, this.span(property)) }]
      }
      const key = name.name === '[' && inner ? this.key(inner, depth) : this.key(name, depth)
      return [{ key, value: value === name ? symbolNode(key.value, key.span) : this.value(value, depth) }]
    })
  }

  /** The key of a property. One in brackets is worked out: `[`${provider}:sub`]`. */
  private key(name: SyntaxNode, depth: number): JsonMember['key'] {
    const span = this.span(name)
    if (name.name === 'PropertyDefinition') return { value: this.slice(name), span }
    const read = this.value(name, depth)
    return { value: read.kind === 'string' ? read.value : this.slice(name), span }
  }

  private items(node: SyntaxNode, depth: number): readonly JsonNode[] {
    const parts = childrenOf(node).filter(({ name }) => !'[](),'.includes(name))
    return parts.flatMap((part, i): readonly JsonNode[] => {
      if (part.name === 'Spread') return []
      const isSpread = parts[i - 1]?.name === 'Spread'
      if (part.name === 'AssignmentExpression') return []
      return [isSpread ? symbolNode(`...${this.slice(part)}`, this.span(part)) : this.value(part, depth)]
    })
  }

  /** Arguments in their order; named ones together in an object at the end. */
  private call(node: SyntaxNode, depth: number): JsonNode {
    const list = node.getChild('ArgList')
    const parts = childrenOf(node)
    const callee = node.name === 'NewExpression' ? parts[1] : parts[0]
    const span = this.span(node)
    if (!list || !callee) return symbolNode(this.slice(node), span)
    const named = list.getChildren('AssignmentExpression').flatMap((argument): readonly JsonMember[] => {
      const [name, , value] = childrenOf(argument)
      if (!name || !value) return []
      return [{ key: { value: this.slice(name), span: this.span(name) }, value: this.value(value, depth) }]
    })
    const given = this.items(list, depth)
    const items: readonly JsonNode[] =
      named.length > 0 ? [...given, { kind: 'object', members: named, span: this.span(list) }] : given
    const name = this.slice(callee).replace(/\s+/g, '').slice(-100)
    return functionNode(`${callMark}${name}`, { kind: 'array', items, span: this.span(list) }, span)
  }

  private choice(node: SyntaxNode, depth: number): JsonNode {
    const [condition, , yes, , no] = childrenOf(node)
    if (!condition || !yes || !no) return symbolNode(this.slice(node), this.span(node))
    return choiceNode(this.slice(condition), [this.value(yes, depth), this.value(no, depth)], this.span(node))
  }

  /** Texts, or lists, that are put together with +. */
  private sum(node: SyntaxNode, depth: number): JsonNode {
    const [left, operator, right] = childrenOf(node)
    const span = this.span(node)
    if (!left || !right || !operator || this.slice(operator) !== '+') return symbolNode(this.slice(node), span)
    const sides = [left, right].map((side) => ({ side, read: this.value(side, depth) }))
    if (sides.some(({ read }) => read.kind === 'array'))
      return { kind: 'array', items: sides.flatMap(({ read }) => (read.kind === 'array' ? read.items : read)), span }
    const value = sides.map(({ side, read }) => (read.kind === 'string' ? read.value : symbolText(this.slice(side))))
    return { kind: 'string', value: value.join(''), span }
  }

  /** Python's f"…{name}…" interpolates as a template does. */
  private string(node: SyntaxNode): string {
    const inside = unescaped(this.source.slice(node.from + 1, Math.max(node.from + 1, node.to - 1)))
    const before = this.written.slice(Math.max(0, node.from - this.shift - 2), node.from - this.shift)
    if (!/(?:^|[^\w])[rb]?f[rb]?$/i.test(before)) return inside
    return inside.replace(/\{\{|\}\}|\{([^{}]{1,200})\}/g, (whole, name: string | undefined) =>
      name === undefined ? whole.charAt(0) : symbolText(name),
    )
  }

  /** `pulumi.interpolate` puts values into a text as a template without a tag does. */
  private tagged(node: SyntaxNode): JsonNode {
    const [tag] = childrenOf(node)
    const template = node.getChild('TemplateString')
    const isPlain = tag && template && /(?:^|\.)interpolate$/.test(this.slice(tag))
    return isPlain
      ? { kind: 'string', value: this.template(template), span: this.span(node) }
      : symbolNode(this.slice(node), this.span(node))
  }

  private template(node: SyntaxNode): string {
    let [text, at] = ['', node.from + 1]
    for (const part of node.getChildren('Interpolation')) {
      text += unescaped(this.source.slice(at, part.from)) + symbolText(this.source.slice(part.from + 2, part.to - 1))
      at = part.to
    }
    return text + unescaped(this.source.slice(at, Math.max(at, node.to - 1)))
  }

  private slice({ from, to }: Span): string {
    return this.source.slice(from, to)
  }
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!child.type.isError && !child.name.endsWith('Comment')) children.push(child)
  return children
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\n', ''],
])

const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, u?: string, x?: string, letter = '') => {
        const hex = u ?? x
        return hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes.get(letter) ?? letter)
      })
    : text
