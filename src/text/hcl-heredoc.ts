/*
 * Terraform's heredocs hold JSON with directives around parts of it: `%{ if var.write }, "s3:PutObject"%{ endif }`. The text is read once per way the
 * conditions can turn out, and what those readings share is kept once.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#directives
 */
import type { SyntaxNode } from '@lezer/common'
import { choiceNode, sameLengthSymbol } from './expression.ts'
import { readJson } from './json.ts'
import type { JsonMember, JsonNode } from './json-node.ts'
import type { Span } from './span.ts'
import { writeJson } from './write-json.ts'

/** Up to so many conditions, every combination of them is read; of more, all true, all false, and each one alone false. */
const mostCombined = 4
/** Of still more, only all true and all false. */
const mostConditions = 20

/**
 * The JSON in a heredoc, with choices between what its conditions lead to, and a symbol for each interpolation. A loop's content counts once. Undefined
 * where no reading is JSON. `within` is the content's place in `text`, and spans count from there.
 */
export function heredocJson(node: SyntaxNode, text: string, within: Span): JsonNode | undefined {
  const conditions = conditionsIn(node)
  const trees = waysThrough(conditions).flatMap((dropped) => {
    const { value, problems } = readJson(withSymbols(node, text, within, dropped))
    return value && (problems.length === 0 || !isBuilt(node)) ? [withoutEscapes(value)] : []
  })
  const written = conditions.map(({ test }) => text.slice(test.from, test.to).trim())
  return trees.length === 0 ? undefined : eitherOf(trees, [...new Set(written)].join(', '))
}

/** "$${" and "%%{" are what a heredoc has instead of "${" and "%{". https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1 */
export const unescapedHeredoc = (text: string): string => text.replaceAll('$${', '${').replaceAll('%%{', '%{')

function withoutEscapes(node: JsonNode): JsonNode {
  switch (node.kind) {
    case 'array':
      return { ...node, items: node.items.map(withoutEscapes) }
    case 'object':
      return {
        ...node,
        members: node.members.map(({ key, value }) => ({
          key: { ...key, value: unescapedHeredoc(key.value) },
          value: withoutEscapes(value),
        })),
      }
    case 'string':
      return { ...node, value: unescapedHeredoc(node.value) }
    default:
      return node
  }
}

/** With directives, a reading that isn't JSON says nothing about the JSON that Terraform makes of it. */
export const isBuilt = (node: SyntaxNode): boolean => node.getChild('TemplateDirective') !== null

/** `%{ if TEST }…%{ else }…%{ endif }`; without an else, its second branch is empty. */
interface TemplateCondition {
  readonly test: Span
  readonly branches: readonly [yes: Span, no: Span]
}

function conditionsIn(node: SyntaxNode): readonly TemplateCondition[] {
  const found: TemplateCondition[] = []
  const walk = (inside: SyntaxNode): void => {
    for (const child of partsOf(inside)) {
      if (child.name === 'TemplateIf') found.push(...conditionOf(child))
      if (/^Template(?:Directive|For|If)$/.test(child.name)) walk(child)
    }
  }
  walk(node)
  return found
}

function conditionOf(node: SyntaxNode): readonly TemplateCondition[] {
  const [intro, end] = [node.getChild('TemplateIfIntro'), node.getChild('TemplateIfEnd')]
  const test = intro?.getChild('Expression')
  if (!intro || !end || !test) return []
  const other = node.getChild('TemplateElseIntro')
  const yes = { from: intro.to, to: (other ?? end).from }
  return [{ test, branches: [yes, { from: other?.to ?? end.from, to: end.from }] }]
}

/** For each way that the conditions can turn out, the branches that aren't taken. */
function waysThrough(conditions: readonly TemplateCondition[]): readonly (readonly Span[])[] {
  const allTrue = conditions.map(({ branches }) => branches[1])
  const allFalse = conditions.map(({ branches }) => branches[0])
  if (conditions.length === 0) return [[]]
  if (conditions.length > mostConditions) return [allTrue, allFalse]
  if (conditions.length > mostCombined)
    return [allTrue, ...conditions.map(({ branches }, i) => allTrue.with(i, branches[0])), allFalse]
  return conditions.reduce<readonly (readonly Span[])[]>(
    (ways, { branches: [yes, no] }) =>
      ways.flatMap((way) => [
        [...way, no],
        [...way, yes],
      ]),
    [[]],
  )
}

/**
 * The content with quotes taken out of what is interpolated, quotes around it where JSON needs a value, and blanks for directives and for what is dropped:
 * character for character, so that places stay.
 */
export function withSymbols(node: SyntaxNode, text: string, { from, to }: Span, dropped: readonly Span[] = []): string {
  let [built, at, quotes] = ['', from, 0]
  const isJson = looksLikeJson(text.slice(from, to))
  for (const part of inOrder(marksIn(node), dropped)) {
    if (part.from < at) continue
    const [before, written] = [text.slice(at, part.from), text.slice(part.from, part.to)]
    quotes += before.replace(/\\./g, '').split('"').length - 1
    const isValue = isJson && quotes % 2 === 0
    built +=
      before +
      ('name' in part && part.name === 'TemplateInterpolation' ? interpolated(written, isValue) : blanks(written))
    at = part.to
  }
  return built + text.slice(at, to)
}

export const looksLikeJson = (content: string): boolean => /^\s*(?:%\{[^{}]{0,200}\}\s*)?[{[]/.test(content)

/** The outer ones before those inside them. */
const inOrder = (marks: readonly SyntaxNode[], dropped: readonly Span[]): readonly (SyntaxNode | Span)[] =>
  [...dropped, ...marks].sort((a, b) => a.from - b.from || b.to - a.to)

/** What is interpolated, as a symbol of the same length, in quotes if it's a whole value. */
const interpolated = (written: string, isValue: boolean): string =>
  isValue || /["\\]/.test(written) ? (sameLengthSymbol(written, written.slice(2, -1), isValue) ?? written) : written

const blanks = (written: string): string => written.replace(/[^\n]/g, ' ')

const mark = /^Template(?:Interpolation|ForStart|ForEnd|IfIntro|ElseIntro|IfEnd)$/

/** The interpolations and the marks of directives in a template, in the order of the text. */
function marksIn(node: SyntaxNode): readonly SyntaxNode[] {
  const marks: SyntaxNode[] = []
  const walk = (inside: SyntaxNode): void => {
    for (const child of partsOf(inside)) {
      if (mark.test(child.name)) marks.push(child)
      else if (/^Template(?:Directive|For|If)$/.test(child.name)) walk(child)
    }
  }
  walk(node)
  return marks
}

function* partsOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child
}

/** What several readings have in common, and a choice wherever they differ. In a list, the order of the items doesn't matter to a policy. */
function eitherOf(nodes: readonly JsonNode[], condition: string): JsonNode {
  const distinct = [...new Map(nodes.map((node) => [writeJson(node).text, node])).values()]
  const [first, ...others] = distinct
  if (!first) return { kind: 'null', span: { from: 0, to: 0 } }
  if (others.length === 0) return first
  const lists = distinct.flatMap((node) => (node.kind === 'array' ? [node.items] : []))
  if (lists.length === distinct.length) return { ...first, kind: 'array', items: allItems(lists, condition) }
  return sameMembers(distinct, condition) ?? choiceNode(condition, distinct, first.span)
}

/** The items of all lists, each once; those that one of the lists lacks as a choice. */
function allItems(lists: readonly (readonly JsonNode[])[], condition: string): readonly JsonNode[] {
  const items = new Map<string, { readonly node: JsonNode; readonly lists: Set<unknown> }>()
  for (const list of lists)
    for (const node of list) {
      const text = writeJson(node).text
      const known = items.get(text) ?? { node, lists: new Set() }
      items.set(text, known)
      known.lists.add(list)
    }
  return [...items.values()].map(({ node, lists: holding }) =>
    holding.size === lists.length ? node : choiceNode(condition, [node], node.span),
  )
}

/** Objects with the same keys are one, with choices inside it; undefined for any others. A statement's elements belong together, so they never are. */
function sameMembers(nodes: readonly JsonNode[], condition: string): JsonNode | undefined {
  const objects = nodes.flatMap((node) => (node.kind === 'object' ? [node] : []))
  const [first] = objects
  const keysOf = (members: readonly JsonMember[]): string => JSON.stringify(members.map(({ key }) => key.value))
  if (!first || objects.length < nodes.length) return undefined
  if (objects.some(({ members }) => keysOf(members) !== keysOf(first.members))) return undefined
  const members = first.members.map(({ key }, i) => ({
    key,
    value: eitherOf(
      objects.flatMap((object) => object.members[i]?.value ?? []),
      condition,
    ),
  }))
  return { kind: 'object', members, span: first.span }
}
