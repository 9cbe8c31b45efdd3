import { symbolsIn } from '../../iam/index.ts'
import {
  holdsDoubleBraces,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  member,
  readJson,
  withoutMarks,
} from '../../text/index.ts'
import { assumedBy, trustStatements } from './cdk-trust.ts'
import { withIssuers } from './issuers.ts'
import type { ReadNote } from './notes.ts'
import { type SamTemplate, samTemplate } from './sam-templates.ts'
import { asStatements, dynamicBlocks, isStatement } from './statements.ts'
import { callOf, deepest, near, type Trail, unquoted } from './tree.ts'

/** A policy inside a tree, in the policy language's own form: an object, or a text that holds one. */
export interface FoundPolicy {
  readonly node: JsonNode
  readonly trail: Trail
  readonly notes: readonly ReadNote[]
  /** The text doesn't hold it in this form: it was put together. */
  readonly isMade: boolean
}

/** Every policy in a tree, in the order of the text, statements without a policy around them included. A policy inside a policy is none. */
export function* policiesIn(node: JsonNode, trail: Trail = []): Generator<FoundPolicy> {
  if (trail.length > deepest) return
  if (node.kind === 'string') {
    if (looksLikePolicy(node.value)) yield { node, trail, notes: [], isMade: false }
  } else if (node.kind === 'array') yield* inList(node.items, node, trail)
  else if (node.kind === 'object') yield* inObject(node, trail)
}

function* inList(items: readonly JsonNode[], list: JsonNode, trail: Trail): Generator<FoundPolicy> {
  if (items.some(isStatement)) {
    // What is no statement there is a list of them that is built elsewhere, or an entry of another kind.
    const own = items.filter((item) => isStatement(item) || item.kind === 'string')
    yield made(own, { span: list, trail, version: undefined, isWrapped: true })
    items = items.filter((item) => !own.includes(item))
  }
  for (const item of items) yield* policiesIn(item, trail)
}

function* inObject(node: JsonObject, trail: Trail): Generator<FoundPolicy> {
  const call = callOf(node)
  const at = (key: string): Trail => [...trail, { object: node, key }]
  const template = isInSamPolicies(trail) ? samTemplate(node) : undefined
  if (template) {
    yield ofTemplate(template, node, trail)
    return
  }
  const single = busStatement(node)
  if (single) yield made([single], { span: node, trail, version: undefined, isWrapped: false })
  else if (isPolicy(node)) yield asWritten(node, trail)
  else if (isStatement(node)) yield made([node], { span: node, trail, version: undefined, isWrapped: true })
  else if (call) yield* inList(call.arguments, node, at(`call:${call.name}`))
  else {
    const statements = node.members
      .flatMap((each) => (each.key.value === 'dynamic' ? dynamicBlocks(each.value) : each))
      .filter(({ key, value }) => /^statements?$/.test(key.value) && holdsStatement(value))
    if (statements.length > 0) {
      const items = statements.flatMap(({ value }) => (value.kind === 'array' ? value.items : value))
      const found = made(items, { span: node, trail, version: member(node, 'version'), isWrapped: false })
      yield { ...found, notes: [...found.notes, ...elsewhere(node)] }
      return
    }
    const bare = node.members.filter(({ value }) => isStatement(value))
    if (bare.length > 1)
      yield made(
        bare.map(({ value }) => value),
        { span: node, trail, version: undefined, isWrapped: true },
      )
    for (const { key, value } of node.members) {
      if (bare.length > 1 && isStatement(value)) continue
      if (assumedBy.has(key.value)) {
        yield made(trustStatements(value), { span: value, trail: at(key.value), version: undefined, isWrapped: false })
        continue
      }
      yield* policiesIn(value, at(key.value))
    }
  }
}

/**
 * The properties of an event bus policy hold one statement next to its name, and no policy around it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html
 */
const busStatement = (node: JsonObject): JsonNode | undefined =>
  member(node, 'StatementId') ? member(node, 'Statement') : undefined

/** An entry of a function's or a state machine's `Policies`. A user pool has `Policies`, too, with a `PasswordPolicy` in it. */
const isInSamPolicies = (trail: Trail): boolean =>
  trail.some(({ key }) => key === 'Policies') && /^AWS::Serverless::/.test(near(trail, 'Type') ?? 'AWS::Serverless::')

/** A policy template of SAM; one that the table lacks may grant anything. */
function ofTemplate({ name, statements }: SamTemplate, node: JsonObject, trail: Trail): FoundPolicy {
  const found = made(statements ?? [], { span: node, trail, version: undefined, isWrapped: false })
  const { span } = node
  const note: ReadNote = statements
    ? { code: 'sam-template', template: name, span }
    : { code: 'left-out', what: name, span }
  return { ...found, notes: [...found.notes, note] }
}

const holdsStatement = (value: JsonNode): boolean =>
  value.kind === 'array' ? value.items.some(isStatement) : isStatement(value)

/** Statements that other documents or blocks add to one in Terraform. */
const elsewhere = (node: JsonObject): readonly ReadNote[] =>
  node.members
    .filter(({ key }) =>
      /^(?:dynamic|(?:source|override)_(?:policy_documents|json)|(?:source|override)PolicyDocuments)$/.test(key.value),
    )
    .filter(({ value }) => value.kind !== 'null' && !(value.kind === 'array' && value.items.length === 0))
    .map(({ key }) => ({
      code: 'left-out',
      what: key.value === 'dynamic' ? { part: 'dynamic-block' } : key.value,
      span: key.span,
    }))

/** A whole policy. One that holds nothing but literal statements stays as it is. */
function asWritten(node: JsonObject, trail: Trail): FoundPolicy {
  const statement = member(node, 'Statement')
  const items = statement?.kind === 'array' ? statement.items : statement ? [statement] : []
  const isPlain = items.every((item) => item.kind === 'object' && !callOf(item))
  if (isPlain) {
    const { isChanged, ...found } = plain(node)
    return { ...found, trail, isMade: isChanged }
  }
  const { items: own, notes } = asStatements(items)
  const span = statement?.span ?? node.span
  const members = node.members.map(({ key, value }) =>
    key.value === 'Statement' ? { key, value: { kind: 'array' as const, items: own, span } } : { key, value },
  )
  const found = plain({ ...node, members })
  return { node: found.node, notes: [...notes, ...found.notes], trail, isMade: true }
}

interface Making {
  readonly span: JsonNode
  readonly trail: Trail
  readonly version: JsonNode | undefined
  readonly isWrapped: boolean
}

/** A policy around statements. Its version is the one that tools write and that knows variables. */
function made(items: readonly JsonNode[], { span: { span }, trail, version, isWrapped }: Making): FoundPolicy {
  const { items: statements, notes } = asStatements(inModule(trail) ? items.map(onOwnResource) : items)
  const start = { from: span.from, to: span.from }
  const members: readonly JsonMember[] = [
    {
      key: { value: 'Version', span: start },
      value: version?.kind === 'string' ? version : { kind: 'string', value: '2012-10-17', span: start },
    },
    { key: { value: 'Statement', span: start }, value: { kind: 'array', items: statements, span } },
  ]
  const { node, notes: told } = plain({ kind: 'object', members, span })
  const wrapped: readonly ReadNote[] = isWrapped ? [{ code: 'wrapped', statements: statements.length, span }] : []
  return { node, notes: [...wrapped, ...notes, ...told], trail, isMade: true }
}

/** Is this a list of statements that a Terraform module completes, such as `queue_policy_statements`? Trust policies name no resource. */
const inModule = (trail: Trail): boolean =>
  trail.some(({ key }) => key === 'module') &&
  trail.slice(-2).some(({ key }) => /^(?!.*(?:assume|trust)).*_statements$/.test(key))

/** Modules take their own resource where a statement about principals names none. https://registry.terraform.io/modules/terraform-aws-modules/sqs/aws */
function onOwnResource(node: JsonNode): JsonNode {
  if (node.kind !== 'object' || !member(node, 'principals') || member(node, 'resources')) return node
  const start = { from: node.span.from, to: node.span.from }
  const resource: JsonNode = { kind: 'string', value: `\${module.resource}`, span: start }
  return { ...node, members: [...node.members, { key: { value: 'resources', span: start }, value: resource }] }
}

interface Plain {
  readonly node: JsonNode
  readonly notes: readonly ReadNote[]
  /** Its principals hold what its conditions say about them. */
  readonly isChanged: boolean
}

/** The policy with calls as symbols and AWS's variables in AWS's spelling (Terraform writes "&{aws:username}"), and what is unknown in it. */
function plain(policy: JsonObject): Plain {
  const notes = new Map<string, ReadNote>()
  const walk = (node: JsonNode, element: string): JsonNode => {
    const call = callOf(node)
    if (call) return walk({ kind: 'string', value: `\${${call.name}}`, span: node.span }, element)
    if (node.kind === 'array') return { ...node, items: node.items.map((item) => walk(item, element)) }
    if (node.kind === 'object') {
      const isStatementLevel = element === ''
      const members = node.members.flatMap(({ key, value }) => {
        // What a program spreads into an object: conditions, for example.
        if (key.value.startsWith('...')) {
          notes.set(key.value, { code: 'left-out', what: key.value, span: key.span })
          return []
        }
        const inside = isStatementLevel && key.value !== 'Statement' ? key.value : element
        return [{ key, value: walk(value, inside) }]
      })
      return { ...node, members }
    }
    if (node.kind !== 'string') return node
    const value = node.value.includes('&{') ? node.value.replaceAll('&{', '${') : node.value
    for (const name of symbolsIn(value))
      if (!notes.has(name)) notes.set(name, { code: 'unknown', name, element, span: node.span })
    return value === node.value ? node : { ...node, value }
  }
  const walked = walk(policy, '')
  const node = withIssuers(walked)
  return { node, notes: [...notes.values()], isChanged: node !== walked }
}

function isPolicy(node: JsonObject): boolean {
  const statement = member(node, 'Statement')
  return statement !== undefined && hasEffect(statement)
}

const hasEffect = (statement: JsonNode): boolean =>
  statement.kind === 'array'
    ? statement.items.length === 0 || statement.items.some((item) => hasEffect(item) || isStatement(item))
    : statement.kind === 'object' && (member(statement, 'Effect') ?? member(statement, 'Action')) !== undefined

/** An object with statements as text, URL-encoded as the API sends it or not. */
function looksLikePolicy(text: string): boolean {
  const decoded = unquoted(text)
  if (!decoded.startsWith('{') || !decoded.includes('"Statement"')) return false
  // A template inside a text, such as a Helm chart's ConfigMap.
  const { value } = readJson(holdsDoubleBraces(decoded) ? withoutMarks(decoded, 'json') : decoded)
  return value?.kind === 'object' && isPolicy(value)
}
