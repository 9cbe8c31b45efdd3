import { indexOf, type JsonMember, type JsonNode, type Span } from '../../text/index.ts'
import type { ReadNote } from './notes.ts'
import { type TemplateValue, templateValues } from './template-names.ts'

/** A template's functions that a document can hold. */
export const holdsFunctions = (text: string): boolean => /"(?:Ref|Fn::\w{1,30})"\s{0,9}:/.test(text)

/**
 * The tree with CloudFormation’s functions resolved as far as the template allows: strings are joined, references to the template's own resources become
 * their names and ARNs, what only the stack knows becomes a symbol ("${Name}"), dynamic references too, both branches of a condition are kept side by side
 * (with a note), and `AWS::NoValue` is removed.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function withoutFunctions(root: JsonNode): { readonly tree: JsonNode; readonly notes: readonly ReadNote[] } {
  const notes: ReadNote[] = []
  const referenced = templateValues(root, (property) => {
    const [value, ...others] = resolved(property, { notes: [], referenced: () => undefined })
    return value?.kind === 'string' && others.length === 0 ? value.value : undefined
  })
  const [tree] = resolved(root, { notes, referenced })
  return { tree: tree ?? { kind: 'null', span: root.span }, notes }
}

/** What is known of the template, and where notes go. */
interface Resolving {
  readonly notes: ReadNote[]
  readonly referenced: TemplateValue
}

/** The values that a value resolves to: one value, none, or both of a choice. */
function resolved(node: JsonNode, resolving: Resolving): readonly JsonNode[] {
  if (node.kind === 'array') return [{ ...node, items: node.items.flatMap((item) => resolved(item, resolving)) }]
  if (node.kind === 'string' && node.value.includes('{{resolve:'))
    return [
      {
        ...node,
        value: node.value.replace(/\{\{(resolve:[^{}]{1,300})\}\}/g, (_, name: string) => inBraces(nameOf(name))),
      },
    ]
  if (node.kind !== 'object') return [node]
  const [only, ...more] = node.members
  if (only && more.length === 0 && /^(?:Ref|Fn::\w+|Condition)$/.test(only.key.value)) {
    const found = call(only.key.value, only.value, { ...resolving, span: node.span })
    if (found) return found
  }
  const members = node.members.flatMap(({ key, value }): readonly JsonMember[] => {
    const values = resolved(value, resolving)
    const [first, second] = values
    if (!first) return []
    if (!second) return [{ key, value: first }]
    // A condition or a principal can't be a list of two: only the first is kept, and the note says that there is another.
    const isList = values.every(({ kind }) => kind !== 'object') || key.value === 'Statement'
    const items = values.flatMap((each) => (each.kind === 'array' ? each.items : each))
    return [{ key, value: isList ? { kind: 'array', items, span: value.span } : first }]
  })
  return [{ kind: 'object', members, ...indexOf(members), span: node.span }]
}

interface Around extends Resolving {
  readonly span: Span
}

function call(name: string, argument: JsonNode, around: Around): readonly JsonNode[] | undefined {
  const { span, notes, referenced } = around
  const text = (value: string): readonly JsonNode[] => [{ kind: 'string', value, span }]
  if (name === 'Fn::If') return choice(argument, around)
  const [value = argument] = resolved(argument, around)
  const items = value.kind === 'array' ? value.items : [value]
  const texts = items.flatMap((item) =>
    item.kind === 'object' || item.kind === 'array' || item.kind === 'null' ? [] : String(item.value),
  )
  const [first] = texts
  switch (name) {
    case 'Condition':
      return undefined
    case 'Ref':
      return first === undefined
        ? undefined
        : first === 'AWS::NoValue'
          ? []
          : text(referenced(first) ?? inBraces(first))
    case 'Fn::GetAtt':
      return text(referenced(texts.join('.')) ?? inBraces(texts.join('.')))
    case 'Fn::ImportValue':
      return text(inBraces(`import ${nameOf(first)}`))
    case 'Fn::Sub':
      return text(substituted(value, referenced))
    case 'Fn::Join':
      return joined(items, text)
    case 'Fn::Transform':
    case 'Fn::ForEach':
      notes.push({ code: 'left-out', what: name, span })
      return text(inBraces(`${name.slice(4)} ${nameOf(first)}`))
    case 'Fn::Base64':
      return first === undefined ? undefined : text(inBraces(`Base64 ${nameOf(first)}`))
    case 'Fn::toJSON':
    case 'Fn::ToJsonString':
      return [value]
    default:
      return text(inBraces(`${name.slice(4)} ${texts.map(nameOf).join(' ')}`.trim()))
  }
}

function choice(argument: JsonNode, around: Around): readonly JsonNode[] | undefined {
  if (argument.kind !== 'array') return undefined
  const [condition, ...branches] = argument.items
  if (condition?.kind !== 'string' || branches.length === 0) return undefined
  around.notes.push({ code: 'either', condition: condition.value.slice(0, 80), span: around.span })
  return branches
    .flatMap((branch) => resolved(branch, around))
    .flatMap((branch) => (branch.kind === 'array' ? branch.items : branch))
}

function joined(
  [separator, ...rest]: readonly JsonNode[],
  text: (value: string) => readonly JsonNode[],
): readonly JsonNode[] | undefined {
  const [list] = rest
  if (separator?.kind !== 'string' || !list) return undefined
  const parts = list.kind === 'array' ? list.items : rest
  return text(parts.map((part) => ('value' in part ? String(part.value) : '')).join(separator.value))
}

/** The names of `Fn::Sub`'s second argument that are plain texts are put in, and those of the template's resources; the others stay symbols. */
function substituted(value: JsonNode, referenced: TemplateValue): string {
  const [template, names] = value.kind === 'array' ? value.items : [value]
  if (template?.kind !== 'string') return inBraces('Sub')
  const members = names?.kind === 'object' ? names.members : []
  const given = new Map(
    members.flatMap(({ key, value: { ...each } }) => (each.kind === 'string' ? [[key.value, each.value]] : [])),
  )
  return withPartition(
    template.value.replace(/\$\{(!?)([^{}]{1,200})\}/g, (whole, escaped: string, name: string) =>
      escaped ? `\${${name}}` : (given.get(name.trim()) ?? referenced(name.trim()) ?? whole),
    ),
  )
}

/** A symbol inside another one's name would end that. */
const bare = (text = ''): string => text.replace(/[${}]/g, '')

/** As part of a longer name. A colon would make a variable of AWS of it. */
const nameOf = (text = ''): string => bare(text).replace(/:+/g, '.')

const inBraces = (name: string): string => withPartition(`\${${bare(name)}}`)

// biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes its names this way
const withPartition = (text: string): string => text.replaceAll('${AWS::Partition}', 'aws')
